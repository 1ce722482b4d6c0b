// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/status.hpp>

#include <array>
#include <cstddef>

// All values of a closed vocabulary, in their order:
//
//   for (const ambit::measure each : ambit::values<ambit::measure>) ... ambit::name(each)

namespace ambit::inline v8 {

template <closed_vocabulary Enum>
inline constexpr std::array<Enum, count<Enum>()> values = [] {
  std::array<Enum, count<Enum>()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Enum>(i);
  return all;
}();

}  // namespace ambit::inline v8
