#include "everything.hpp"

using namespace ambit::literals;

// A text of the table as this translation unit sees it when it is compiled: where it is tells one
// copy of the table from another.
constexpr auto found = ambit::classify(ambit::tables::nl_ml, "ML-7"_region, "2023-06-22"_date)
                           .finding(ambit::measure::indiscriminate_violence);

const char* rule_seen_by_one() {
  return found.rule.data();
}
