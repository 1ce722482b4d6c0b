#include <ambit/ambit.hpp>
#include <ambit/tables/nl_ml.hpp>

using namespace ambit::literals;

#ifdef LEAST_STANDARD
static_assert(__cplusplus >= LEAST_STANDARD);
#endif

int main(int, char** arguments) {
  const auto region = ambit::parse_region(arguments[1]);
  const auto answer = ambit::classify(ambit::tables::nl_ml, *region, "2023-06-22"_date);
  return answer[ambit::measure::indiscriminate_violence] == ambit::status::designated ? 0 : 1;
}
