// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/version.hpp>

#include <cstddef>
#include <cstdint>

namespace ambit::inline v8::detail {

/// The two bytes that a byte of a packed text stands for, each of which may again be a piece; two
/// zeros where the byte stands for itself.
struct piece_row {
  std::uint8_t first = 0, second = 0;
};

/// After this one a byte stands for itself, even if it is otherwise a piece.
inline constexpr std::uint8_t literal_follows = 1;

struct pieces_table {
  piece_row rows[256] = {};

  constexpr bool has(std::uint8_t byte) const noexcept { return rows[byte].first != 0; }
  constexpr const piece_row& operator[](std::uint8_t byte) const noexcept { return rows[byte]; }

  /// Tells tables apart: a text can be read only with the pieces with which it was packed (FNV-1a).
  constexpr std::uint32_t digest() const noexcept {
    std::uint32_t hash = 0x811c'9dc5;
    for (const piece_row& row : rows) {
      hash = (hash ^ row.first) * 0x0100'0193;
      hash = (hash ^ row.second) * 0x0100'0193;
    }
    return hash;
  }
};

}  // namespace ambit::inline v8::detail
