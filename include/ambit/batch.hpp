// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/classify.hpp>

#include <span>

// Many questions to one policy in one call. For convenience: it costs what the loop costs.

namespace ambit::inline v8 {

/// A region and a day: what one row of a batch asks about.
struct region_and_day {
  ambit::region region;
  date day;
};

/// The statuses of all measures for everyone, for each row: `into[i]` is that of `asked[i]`. As
/// many as fit; how many that are.
template <policy Policy>
constexpr std::size_t classify(Policy of, std::span<const region_and_day> asked,
                               std::span<status_word> into,
                               const question<Policy>& how = {}) noexcept {
  const std::size_t count = asked.size() < into.size() ? asked.size() : into.size();
  for (std::size_t i = 0; i < count; ++i)
    into[i] = classify(of, asked[i].region, asked[i].day, how).statuses();
  return count;
}

}  // namespace ambit::inline v8
