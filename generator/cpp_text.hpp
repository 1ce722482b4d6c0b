// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

// The text of generated C++: arrays, and the functions that show them.

namespace ambitc {

/// Numbers as the rows of an array, some in a line.
template <class Numbers>
std::string rows_of_numbers(const Numbers& all, std::size_t in_a_line) {
  std::string rows;
  std::size_t count = 0;
  for (const auto each : all) {
    rows += cat(count % in_a_line == 0 ? "  " : " ", std::to_string(each), ",");
    if (++count % in_a_line == 0) rows += '\n';
  }
  return count % in_a_line == 0 ? rows : rows + '\n';
}

inline std::string array_of(std::string_view type, std::string_view name, const std::string& rows) {
  return cat("inline constexpr ", type, " ", name, "[] = {\n", rows, "};\n\n");
}

/// A static function that shows an array.
inline std::string span_function(std::string_view type, std::string_view function,
                                 std::string_view array, std::size_t size) {
  return cat("  static constexpr ::ambit::row_span<", type, "> ", function,
             "() noexcept { return {", array, ", ", std::to_string(size), "}; }\n");
}

}  // namespace ambitc
