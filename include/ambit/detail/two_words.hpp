// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/read_bytes.hpp>

// Texts of up to sixteen bytes, and their ends, in two registers.

namespace ambit::inline v8::detail {

/// Sixteen bytes, the first one the lowest of `low`.
struct two_words {
  static constexpr std::size_t most = 16;

  std::uint64_t low = 0, high = 0;

  friend constexpr two_words operator&(two_words a, two_words b) noexcept {
    return {a.low & b.low, a.high & b.high};
  }
  friend constexpr two_words operator|(two_words a, two_words b) noexcept {
    return {a.low | b.low, a.high | b.high};
  }
  constexpr two_words operator~() const noexcept { return {~low, ~high}; }

  /// The same without its first byte.
  constexpr two_words without_first() const noexcept { return {low >> 8 | high << 56, high >> 8}; }
  /// One byte's change, at 0 to 15.
  constexpr void change(std::size_t at, std::uint8_t difference) noexcept {
    const std::uint64_t there = std::uint64_t{difference} << 8 * (at & 7);
    const std::uint64_t in_low = 0 - std::uint64_t{at < 8};
    low ^= there & in_low;
    high ^= there & ~in_low;
  }
};

inline constexpr std::size_t most_ones = 32;
inline constexpr char ones_and_zeros[2 * most_ones] =
    "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"
    "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";

/// Where `count` bytes of ones begin, up to 32, and as many of zeros follow: masks are read, which
/// takes less than to compute them.
constexpr const char* ones(std::size_t count) noexcept {
  return ones_and_zeros + most_ones - count;
}

/// Ones in the first bytes, up to 16.
constexpr two_words first_bytes(std::size_t count) noexcept {
  const auto word = [count](std::size_t at) {
    std::uint64_t mask = 0;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little)
      std::memcpy(&mask, ones(count) + at, sizeof mask);
    else if (count >= at + 8)
      mask = ~mask;
    else if (count > at)
      mask = (std::uint64_t{1} << 8 * (count - at)) - 1;
    return mask;
  };
  return {word(0), word(8)};
}

/// A text of four to 16 bytes as its first and its last eight; of less than eight as its first and
/// its last four, each twice. They are all of it, and overlap.
struct two_ends {
  std::uint64_t first, last;
};

/// All ones for a size of eight or more.
constexpr std::uint64_t if_eight(std::size_t size) noexcept {
  return 0 - std::uint64_t{size >= 8};
}

/// The ends of a text: no branch depends on its size.
constexpr two_ends ends_of(const char* from, std::size_t size) noexcept {
  using half = std::uint32_t;
  const auto next = static_cast<std::size_t>(if_eight(size) & 4);
  const char* const last = from + size - 4;
  return {read<half>(from) | std::uint64_t{read<half>(from + next)} << 32,
          read<half>(last - next) | std::uint64_t{read<half>(last)} << 32};
}

/// Whether a text has these ends, as one bit or more that differ. It may be shorter or longer:
/// eight bytes before it and 16 from it on can be read.
constexpr std::uint64_t difference(const char* text, two_ends ends, std::size_t size) noexcept {
  using word = std::uint64_t;
  const auto twice = static_cast<unsigned>(~if_eight(size) & 32);
  return (read<word>(text) ^ ends.first) << twice |
         (read<word>(text + size - 8) ^ ends.last) >> twice;
}

/// A text of up to 16 bytes, filled up with zeros. From four bytes on without a branch that depends
/// on the size: the four loads overlap.
constexpr two_words words_of(const char* from, std::size_t size) noexcept {
  using half = std::uint32_t;
  two_words words;
  if (size < 4) {
    for (std::size_t i = 0; i < size; ++i)
      words.low |= std::uint64_t{static_cast<unsigned char>(from[i])} << 8 * i;
    return words;
  }
  const std::uint64_t long_one = if_eight(size);
  const std::size_t skipped = static_cast<std::size_t>(long_one & 4);
  const std::uint64_t last = read<half>(from + size - 4);
  const unsigned beyond = static_cast<unsigned>(4 * (two_words::most - size));  // half of its bits
  words.low = read<half>(from) | (std::uint64_t{read<half>(from + skipped)} << 32 & long_one) |
              (last << 8 * (size & 3) & ~long_one);
  words.high = (last << 32 | read<half>(from + size - 4 - skipped)) >> beyond >> beyond & long_one;
  return words;
}

}  // namespace ambit::inline v8::detail
