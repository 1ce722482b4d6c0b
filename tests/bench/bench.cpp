// SPDX-License-Identifier: BSL-1.0
#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

// What a question costs, beside the bare look-up of a region's code: the ratio is what counts, and the
// figures of one run are compared with each other only.

namespace {

using namespace ambit::literals;
using ambit::tables::nl_ml;
constexpr auto violence = ambit::measure::indiscriminate_violence;

struct probe {
  ambit::region region;
  ambit::date day;
};

/// Random regions of Mali (one in ten is none) on random days of 2020 to 2027; the same every run.
std::vector<probe> probes() {
  std::mt19937 random{2022};
  std::vector<probe> all(4096);
  for (probe& each : all) {
    const auto regions = nl_ml.regions();
    each.region = random() % 10 == 0 ? "ML-99"_region : regions[random() % regions.size()].code;
    each.day = {"2020-01-01"_date.days + static_cast<std::int32_t>(random() % (8 * 365))};
  }
  return all;
}

template <class Ask>
void over_probes(benchmark::State& state, Ask ask) {
  const std::vector<probe> all = probes();
  for (auto _ : state)
    for (const probe& each : all) benchmark::DoNotOptimize(ask(each));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}

void region_lookup(benchmark::State& state) {
  over_probes(state, [](const probe& each) { return find_region(nl_ml, each.region); });
}
BENCHMARK(region_lookup);

void classify_default(benchmark::State& state) {
  over_probes(state, [](const probe& each) {
    return ambit::classify(nl_ml, each.region, each.day)[violence];
  });
}
BENCHMARK(classify_default);

void classify_known_and_assuming(benchmark::State& state) {
  constexpr auto both = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
  over_probes(state, [](const probe& each) {
    return ambit::classify(nl_ml, each.region, each.day,
                           {.known = each.day, .assuming = both})[violence];
  });
}
BENCHMARK(classify_known_and_assuming);

void whole_finding(benchmark::State& state) {
  over_probes(state, [](const probe& each) {
    return ambit::classify(nl_ml, each.region, each.day).finding(violence);
  });
}
BENCHMARK(whole_finding);

}  // namespace

BENCHMARK_MAIN();
