// SPDX-License-Identifier: BSL-1.0
#include "compare.hpp"

#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <random>
#include <vector>

// What a question costs, as a multiple of what another one costs.

namespace {

using namespace ambit::literals;
using ambit::tables::nl_ml;
constexpr auto violence = ambit::measure::indiscriminate_violence;
constexpr auto advices = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);

struct probe {
  ambit::region region;
  ambit::date day;
};

/// Random regions of Mali (one in ten is none) on random days of 2020 to 2027; the same every run.
const std::vector<probe>& probes() {
  static const std::vector<probe> made = [] {
    std::mt19937 random{2022};
    std::vector<probe> all(4096);
    for (probe& each : all) {
      const auto regions = nl_ml.regions();
      each.region =
          random() % 10 == 0 ? "ML-99"_region : regions[random() % regions.size()].code.unpacked();
      each.day = {"2020-01-01"_date.days + static_cast<std::int32_t>(random() % (8 * 365))};
    }
    return all;
  }();
  return made;
}

constexpr auto look_up = [](const probe& each) { return nl_ml.find_region(each.region); };
constexpr auto by_default = [](const probe& each) {
  return ambit::classify(nl_ml, each.region, each.day)[violence];
};
constexpr auto known_and_assuming = [](const probe& each) {
  return ambit::classify(nl_ml, each.region, each.day,
                         {.known = each.day, .assuming = advices})[violence];
};
constexpr auto whole_finding = [](const probe& each) {
  return ambit::classify(nl_ml, each.region, each.day).finding(violence);
};

void classify_over_region_lookup(benchmark::State& state) {
  bench::compare(state, probes(), look_up, by_default);
}
void known_and_assuming_over_classify(benchmark::State& state) {
  bench::compare(state, probes(), by_default, known_and_assuming);
}
void whole_finding_over_classify(benchmark::State& state) {
  bench::compare(state, probes(), by_default, whole_finding);
}

BENCHMARK(classify_over_region_lookup)->UseManualTime()->Iterations(2000);
BENCHMARK(known_and_assuming_over_classify)->UseManualTime()->Iterations(2000);
BENCHMARK(whole_finding_over_classify)->UseManualTime()->Iterations(2000);

}  // namespace
