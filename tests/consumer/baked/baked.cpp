#include <ambit/ambit.hpp>
#include <freedonia/xa_ml.hpp>

using namespace ambit::literals;

static_assert(ambit::classify(freedonia::xa_ml, "ML-8"_region,
                              "2031-06-01"_date)[ambit::measure::indiscriminate_violence] ==
              ambit::status::designated);

int main() {}
