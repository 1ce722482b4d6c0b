// SPDX-License-Identifier: BSL-1.0

// How the time of ambitc grows with a policy: reading, checking, resolving and certifying it. No
// test: it depends on the machine. What should be seen is the exponent, about 2 for a chain of
// editions (its tables have as many rows) and 1 for rules alone.

#include "../generator/growth.hpp"

#include "certificate.hpp"
#include "resolve.hpp"

#include <benchmark/benchmark.h>

namespace {

void compile(benchmark::State& state, std::size_t editions, std::size_t rules) {
  for (auto _ : state) {
    ambitc::diagnostics found;
    const ambitc::policy_source policy = growth::policy(editions, rules, found);
    ambitc::image answers = ambitc::to_rows(policy);
    ambitc::resolve(answers, found);
    benchmark::DoNotOptimize(found.failed() ? 0 : ambitc::certify(answers).periods);
  }
  state.SetComplexityN(state.range(0));
}

void editions_that_each_bring_a_rule(benchmark::State& state) {
  const auto number = static_cast<std::size_t>(state.range(0));
  compile(state, number, number);
}
BENCHMARK(editions_that_each_bring_a_rule)
    ->RangeMultiplier(2)
    ->Range(50, 400)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

void rules_of_one_edition(benchmark::State& state) {
  compile(state, 1, static_cast<std::size_t>(state.range(0)));
}
BENCHMARK(rules_of_one_edition)
    ->RangeMultiplier(2)
    ->Range(500, 4000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace
