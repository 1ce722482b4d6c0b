// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace ambit::inline v8::detail {

/// The bytes from an address on as a number of two, four or eight, the first one lowest: one load
/// where the machine has them in this order, and the same number everywhere else. That is written
/// out, as compilers take longer for a loop in a constant.
template <class Word>
constexpr Word read(const char* from) noexcept {
  using byte = unsigned char;
  using half = std::uint32_t;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    Word word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
  }
  if constexpr (sizeof(Word) == 8) {
    return read<half>(from) | Word{read<half>(from + 4)} << 32;
  } else {
    half word = half{static_cast<byte>(from[0])} | half{static_cast<byte>(from[1])} << 8;
    if constexpr (sizeof(Word) == 4)
      word |= half{static_cast<byte>(from[2])} << 16 | half{static_cast<byte>(from[3])} << 24;
    return static_cast<Word>(word);
  }
}

/// Writes a number so that `read` reads it.
template <class Word>
constexpr void write(char* to, Word word) noexcept {
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::memcpy(to, &word, sizeof word);
    return;
  }
  for (std::size_t i = 0; i < sizeof word; ++i) to[i] = static_cast<char>(word >> 8 * i & 0xff);
}

/// The bytes of a number in the other order: one instruction where the machine has it.
constexpr std::uint64_t reversed(std::uint64_t word) noexcept {
  word = (word & 0x00ff'00ff'00ff'00ff) << 8 | (word >> 8 & 0x00ff'00ff'00ff'00ff);
  word = (word & 0x0000'ffff'0000'ffff) << 16 | (word >> 16 & 0x0000'ffff'0000'ffff);
  return word << 32 | word >> 32;
}

/// Whether `size` bytes are the same: as few loads as that takes, and no call.
constexpr bool same_bytes(const char* a, const char* b, std::size_t size) noexcept {
  using word = std::uint64_t;
  using half = std::uint32_t;
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8)
      if (read<word>(a + at) != read<word>(b + at)) return false;
    return read<word>(a + size - 8) == read<word>(b + size - 8);
  }
  if (size >= 4)
    return ((read<half>(a) ^ read<half>(b)) |
            (read<half>(a + size - 4) ^ read<half>(b + size - 4))) == 0;
  for (std::size_t i = 0; i < size; ++i)
    if (a[i] != b[i]) return false;
  return true;
}

}  // namespace ambit::inline v8::detail
