#include "everything.hpp"

#include <cstdio>

using namespace ambit::literals;

const char* rule_seen_by_one();

constexpr auto found = ambit::classify(ambit::tables::nl_ml, "ML-7"_region, "2023-06-22"_date)
                           .finding(ambit::measure::indiscriminate_violence);

int main() {
  if (found.rule.data() != rule_seen_by_one()) {
    std::puts("the program has two copies of a table");
    return 1;
  }
  const auto policy = ambit::tables::atlas.find("nl-ml");
  if (!policy || ambit::classify(*policy, "ML-7"_region, "2023-06-22"_date)
                         .finding(ambit::measure::indiscriminate_violence)
                         .rule.data() != rule_seen_by_one()) {
    std::puts("the atlas shows another table than nl_ml.hpp");
    return 1;
  }
}
