// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/read_bytes.hpp>
#include <ambit/table.hpp>

// How names are compared and hashed: the generator does it as the headers do.

namespace ambit::inline v1::detail {

/// What a table of foldings says of a character beyond ASCII: 0 stands for itself, `dropped` for
/// nothing, else one or two letters, the first in the low byte.
inline constexpr std::uint16_t dropped = 0xffff;

/// The characters of which a table has one entry each: Latin-1 letters to Latin Extended-B, and
/// Latin Extended Additional.
inline constexpr std::int32_t latin_first = 0xc0, latin_last = 0x24f;
inline constexpr std::int32_t additional_first = 0x1e00, additional_last = 0x1eff;

/// A table of foldings: what each character of ASCII becomes (0: nothing), each of the two ranges,
/// and which others become nothing.
template <class T>
concept folding = requires(const T& by) {
  { by.ascii() }
  noexcept->std::same_as<row_span<std::uint8_t>>;
  { by.latin() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
  { by.additional() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
  { by.others() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
};

/// A name as it is compared, in UTF-8.
struct folded_name {
  static constexpr std::size_t most = 96;  // what is longer is no name, and has the size `most` + 1

  char bytes[most];
  std::size_t size = 0;
  bool malformed = false;

  /// Whether there is something to compare it by.
  constexpr bool is_name() const noexcept { return !malformed && size > 0 && size <= most; }
  constexpr std::string_view text() const noexcept { return {bytes, size}; }
};

/// The character at the front of a text, which is taken away; -1 if it is not UTF-8.
constexpr std::int32_t next_character(std::string_view& text) noexcept {
  const auto byte = [&text](std::size_t at) {
    return static_cast<std::int32_t>(static_cast<unsigned char>(text[at]));
  };
  const auto continues = [&](std::size_t at) {
    return at < text.size() && (byte(at) & 0xc0) == 0x80;
  };
  const std::int32_t first = byte(0);
  std::int32_t character = -1;
  std::size_t size = 1;
  if (first < 0x80) {
    character = first;
  } else if (first >= 0xc2 && first < 0xe0 && continues(1)) {
    character = (first & 0x1f) << 6 | (byte(1) & 0x3f);
    size = 2;
  } else if (first >= 0xe0 && first < 0xf0 && continues(1) && continues(2)) {
    character = (first & 0xf) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    size = 3;
    if (character < 0x800 || (character >= 0xd800 && character < 0xe000)) character = -1;
  } else if (first >= 0xf0 && first < 0xf5 && continues(1) && continues(2) && continues(3)) {
    character =
        (first & 7) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
    size = 4;
    if (character < 0x10000 || character > 0x10ffff) character = -1;
  }
  text.remove_prefix(size);
  return character;
}

/// What a character beyond ASCII becomes: 0 stands for itself, `dropped` for nothing, else one or
/// two letters, the first in the low byte.
template <folding Folding>
constexpr std::uint16_t folding_of(const Folding& by, std::int32_t character) noexcept {
  if (character >= latin_first && character <= latin_last)
    return by.latin()[static_cast<std::size_t>(character - latin_first)];
  if (character >= additional_first && character <= additional_last)
    return by.additional()[static_cast<std::size_t>(character - additional_first)];
  if (character >= 0x300 && character < 0x370) return dropped;  // combining diacritics
  for (const std::uint16_t each : by.others())
    if (each == character) return dropped;
  return 0;
}

/// Folds a name. Reads all of it once, whatever its size.
template <folding Folding>
constexpr void fold(const Folding& by, std::string_view name, folded_name& into) noexcept {
  std::size_t size = 0;
  const auto add = [&](char c) {
    if (size < folded_name::most) into.bytes[size] = c;
    ++size;
  };
  const row_span<std::uint8_t> ascii = by.ascii();
  while (!name.empty()) {
    const auto c = static_cast<unsigned char>(name.front());
    if (c < 0x80) {
      // Written in any case, and kept if it stands for something: most characters come here.
      const std::uint8_t folded = ascii[c];
      if (size < folded_name::most) into.bytes[size] = static_cast<char>(folded);
      size += folded != 0 ? 1u : 0u;
      if (c == 0) into.malformed = true;
      name.remove_prefix(1);
      continue;
    }
    const std::string_view before = name;
    const std::int32_t character = next_character(name);
    if (character < 0) {
      into.malformed = true;
      break;
    }
    const std::uint16_t folded = folding_of(by, character);
    if (folded == dropped) continue;
    if (folded == 0) {
      for (std::size_t i = 0; i < before.size() - name.size(); ++i) add(before[i]);
      continue;
    }
    add(static_cast<char>(folded & 0xff));
    if (folded >> 8 != 0) add(static_cast<char>(folded >> 8));
  }
  into.size = size > folded_name::most ? folded_name::most + 1 : size;
}

/// Both halves of the product of two words, one laid over the other.
constexpr std::uint64_t mixed_product(std::uint64_t a, std::uint64_t b) noexcept {
#if defined __SIZEOF_INT128__ && !defined __wasm__  // there it is a call of a library
  __extension__ using wide = unsigned __int128;
  const wide product = static_cast<wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
  const std::uint64_t a0 = a & 0xffff'ffff, a1 = a >> 32, b0 = b & 0xffff'ffff, b1 = b >> 32;
  const std::uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32);
  const std::uint64_t middle_low = (middle & 0xffff'ffff) + a0 * b1;
  const std::uint64_t high = a1 * b1 + (middle >> 32) + (middle_low >> 32);
  return (middle_low << 32 | (low & 0xffff'ffff)) ^ high;
#endif
}

/// The hash of a folded name.
constexpr std::uint64_t hash_of_name(std::string_view folded) noexcept {
  using word = std::uint64_t;
  const char* const from = folded.data();
  const std::size_t size = folded.size();
  constexpr std::uint64_t odd = 0xa076'1d64'78bd'642f;
  std::uint64_t hash = 0x9e37'79b9'7f4a'7c15 ^ size;
  std::uint64_t first = 0, last = 0;  // they overlap where the size is no multiple of theirs
  if (size >= 8) {
    std::size_t at = 0;
    for (; at + 16 < size; at += 16)
      hash = mixed_product(hash ^ read<word>(from + at), odd ^ read<word>(from + at + 8));
    first = read<word>(from + (size > 16 ? size - 16 : 0));
    last = read<word>(from + size - 8);
  } else if (size >= 4) {
    first = read<std::uint32_t>(from);
    last = read<std::uint32_t>(from + size - 4);
  } else {
    for (std::size_t i = 0; i < size; ++i) first = first << 8 | static_cast<unsigned char>(from[i]);
  }
  return mixed_product(hash ^ first, odd ^ last);
}

}  // namespace ambit::inline v1::detail
