#include <laws/xa_xb.hpp>

#include <ambit/ambit.hpp>

using namespace ambit::literals;
using ambit::measure;
using ambit::status;

constexpr ambit::date day = "2031-06-01"_date;
constexpr auto north = ambit::classify(freedonia::tables::xa_xb, "XB-N"_region, day);
constexpr auto south = ambit::classify(freedonia::tables::xa_xb, "XB-S"_region, day);
static_assert(north[measure::indiscriminate_violence] == status::designated);
static_assert(south[measure::indiscriminate_violence] == status::not_designated);

int main() {}
