// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <type_traits>
#include <vector>

// What one thing costs as a multiple of what another one costs: each is measured between two runs
// of the other, and the median of these ratios counts, so that a machine that speeds up, slows down
// or does other work in between changes little. The column `ratio` is the figure.

namespace bench {

using clock = std::chrono::steady_clock;

inline double median(std::vector<double> all) {
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  std::ranges::nth_element(all, middle);
  return *middle;
}

/// Uses an answer. In a register, where it fits: of a memory operand, which DoNotOptimize takes
/// too, g++ works out the address alone, and a floor whose answer is what it loads would load
/// nothing.
template <class Answer>
void use(const Answer& answer) {
  if constexpr (std::is_scalar_v<Answer>)
    asm volatile("" : : "r"(answer) : "memory");
  else
    benchmark::DoNotOptimize(answer);
}

/// Nanoseconds for each of the probes.
template <class Probes, class Ask>
double nanoseconds(const Probes& probes, Ask ask) {
  const clock::time_point start = clock::now();
  for (const auto& each : probes) use(ask(each));
  const std::chrono::duration<double, std::nano> passed = clock::now() - start;
  return passed.count() / static_cast<double>(probes.size());
}

template <class Probes, class Reference, class Candidate>
void compare(benchmark::State& state, const Probes& probes, Reference reference,
             Candidate candidate) {
  std::vector<double> ratios, costs;
  for (auto _ : state) {
    const double before = nanoseconds(probes, reference);
    const double cost = nanoseconds(probes, candidate);
    const double after = nanoseconds(probes, reference);
    ratios.push_back(2 * cost / (before + after));
    costs.push_back(cost);
    state.SetIterationTime(cost * 1e-9);
  }
  state.counters["ns"] = median(costs);
  state.counters["ratio"] = median(ratios);
}

}  // namespace bench
