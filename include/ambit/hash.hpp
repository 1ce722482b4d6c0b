// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/date.hpp>
#include <ambit/region.hpp>

#include <functional>

// Regions, countries and days as keys of std::unordered_map. For std::map they need nothing: they
// are in the order of their texts, and days in that of time.

template <>
struct std::hash<ambit::country> {
  [[nodiscard]] std::size_t operator()(ambit::country code) const noexcept {
    return std::hash<std::uint16_t>{}(code.packed);
  }
};

template <>
struct std::hash<ambit::region> {
  [[nodiscard]] std::size_t operator()(ambit::region code) const noexcept {
    return std::hash<std::uint64_t>{}(code.packed);
  }
};

template <>
struct std::hash<ambit::date> {
  [[nodiscard]] std::size_t operator()(ambit::date day) const noexcept {
    return std::hash<std::int32_t>{}(day.days);
  }
};
