#include <ambit/ambit.hpp>
#include <ambit/tables/nl_ml.hpp>

using namespace ambit::literals;

static_assert(ambit::classify(ambit::tables::nl_ml, "ML-7"_region,
                              "2023-06-22"_date)[ambit::measure::indiscriminate_violence] ==
              ambit::status::designated);

int main() {}
