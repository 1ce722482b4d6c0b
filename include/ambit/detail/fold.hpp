// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>
#include <ambit/detail/read_bytes.hpp>
#include <ambit/table.hpp>

#include <bit>

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

  char bytes[most + two_words::most];  // room for what is written at once
  std::size_t size = 0;
  bool malformed = false;

  /// Whether there is something to compare it by.
  constexpr bool is_name() const noexcept { return !malformed && size > 0 && size <= most; }
  constexpr std::string_view text() const noexcept { return {bytes, size}; }
};

/// A character and how many bytes it has; -1 for what is not UTF-8.
struct decoded {
  std::int32_t character;
  std::uint32_t size;
};

/// The character beyond ASCII at the front of a text.
constexpr decoded decode(std::string_view text) noexcept {
  constexpr decoded malformed{-1, 1};
  const auto byte = [&text](std::size_t at) {
    return static_cast<std::int32_t>(static_cast<unsigned char>(text[at]));
  };
  const auto continues = [&](std::size_t at) {
    return at < text.size() && (byte(at) & 0xc0) == 0x80;
  };
  const std::int32_t first = byte(0);
  if (first < 0xc2 || first >= 0xf5 || !continues(1)) return malformed;
  if (first < 0xe0) return {(first & 0x1f) << 6 | (byte(1) & 0x3f), 2};
  if (!continues(2)) return malformed;
  if (first < 0xf0) {
    const std::int32_t character = (first & 0xf) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    const bool surrogate = character >= 0xd800 && character < 0xe000;
    return character < 0x800 || surrogate ? malformed : decoded{character, 3};
  }
  if (!continues(3)) return malformed;
  const std::int32_t character =
      (first & 7) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
  return character < 0x10000 || character > 0x10ffff ? malformed : decoded{character, 4};
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

/// The bytes of a word that are letters of ASCII: 0x80 in each.
constexpr std::uint64_t letters_in(std::uint64_t word) noexcept {
  constexpr std::uint64_t each = 0x0101'0101'0101'0101;
  const std::uint64_t small = (word & 0x7f * each) | 0x20 * each;
  const std::uint64_t from_a = small + (0x80 - 'a') * each, past_z = small + (0x7f - 'z') * each;
  return from_a & ~past_z & ~word & 0x80 * each;
}

/// The bytes that have 0x80, of those that have nothing else, as the bits of a number.
constexpr std::uint32_t as_bits(std::uint64_t bytes) noexcept {
  return static_cast<std::uint32_t>((bytes >> 7) * 0x0102'0408'1020'4080 >> 56);
}

/// A name of four to 16 letters of ASCII, folded; nothing else may be done with others.
struct folded_letters {
  two_ends ends;
  bool only_letters;
};
constexpr folded_letters fold_letters(std::string_view name) noexcept {
  const two_ends ends = ends_of(name.data(), name.size());
  constexpr std::uint64_t small = 0x2020'2020'2020'2020;
  return {{ends.first | small, ends.last | small},
          (letters_in(ends.first) & letters_in(ends.last)) == 0x8080'8080'8080'8080};
}

/// Some bytes of a name, folded.
struct folded_part {
  two_words words;
  std::size_t size = 0;
  bool malformed = false;

  /// Takes a byte away.
  constexpr void drop(std::size_t at) noexcept {
    const two_words before = first_bytes(at), gone = words.without_first();
    words = (words & before) | (gone & ~before);
    --size;
  }
};

/// Folds the first one to 16 bytes of a name, which end where a character ends: all letters of
/// ASCII at once, then one by one what else there is.
template <folding Folding>
constexpr folded_part fold_part(const Folding& by, std::string_view name,
                                std::size_t size) noexcept {
  folded_part part{words_of(name.data(), size), size};
  const two_words letters{letters_in(part.words.low), letters_in(part.words.high)};
  part.words.low |= letters.low >> 2;  // 0x20
  part.words.high |= letters.high >> 2;
  std::uint32_t others =
      ~(as_bits(letters.low) | as_bits(letters.high) << 8) & ((std::uint32_t{1} << size) - 1);
  while (others != 0) {
    const auto from = static_cast<std::size_t>(std::countr_zero(others));
    others &= others - 1;
    const std::size_t at = from + part.size - size;  // the size has shrunk by what was dropped
    const auto c = static_cast<unsigned char>(name[from]);
    if (c < 0x80) {
      if (by.ascii()[c] != 0) continue;
      part.malformed = part.malformed || c == 0;
      part.drop(at);
      continue;
    }
    const auto [character, length] = decode({name.data() + from, name.size() - from});
    if (character < 0) {
      part.malformed = true;
      break;
    }
    for (std::size_t i = 1; i < length; ++i) others &= others - 1;
    const std::uint16_t folded = folding_of(by, character);
    if (folded == 0) continue;
    // It has two bytes or more, and becomes two or less.
    std::size_t kept = 0;
    for (std::uint16_t left = folded == dropped ? std::uint16_t{0} : folded; left != 0;
         left = static_cast<std::uint16_t>(left >> 8)) {
      const auto was = static_cast<unsigned char>(name[from + kept]);
      part.words.change(at + kept, static_cast<std::uint8_t>((left & 0xff) ^ was));
      ++kept;
    }
    for (std::size_t i = kept; i < length; ++i) part.drop(at + kept);
  }
  return part;
}

/// Folds a name. Reads all of it once, whatever its size.
template <folding Folding>
constexpr void fold(const Folding& by, std::string_view name, folded_name& into) noexcept {
  std::size_t size = 0;
  while (!name.empty()) {
    std::size_t taken = name.size();
    if (taken > two_words::most) {
      // Not in the middle of a character; what has more bytes that continue one is malformed.
      taken = two_words::most;
      while (taken > two_words::most - 4 && (name[taken] & 0xc0) == 0x80) --taken;
    }
    const folded_part part = fold_part(by, name, taken);
    name.remove_prefix(taken);
    into.malformed = into.malformed || part.malformed;
    if (size > folded_name::most) continue;  // too long already, but it may be malformed
    write(into.bytes + size, part.words.low);
    write(into.bytes + size + 8, part.words.high);
    size += part.size;
  }
  into.size = size > folded_name::most ? folded_name::most + 1 : size;
}

inline constexpr std::uint64_t name_odd = 0xa076'1d64'78bd'642f;

/// What is hashed of a folded name of four to 16 bytes.
constexpr wide_key key_of_name(two_ends name, std::size_t size) noexcept {
  return {name.first ^ size, name.last};
}

/// What is hashed of a folded name.
constexpr wide_key key_of_name(std::string_view folded) noexcept {
  using word = std::uint64_t;
  const char* const from = folded.data();
  const std::size_t size = folded.size();
  if (size < 4) return {words_of(from, size).low ^ size, 0};
  if (size <= two_words::most) return key_of_name(ends_of(from, size), size);
  word hash = size;
  for (std::size_t at = 0; at + 16 < size; at += 16)
    hash = mixed_product(hash ^ read<word>(from + at), name_odd ^ read<word>(from + at + 8));
  // The last 16 bytes overlap others where the size is no multiple of theirs.
  return {hash ^ read<word>(from + size - 16), read<word>(from + size - 8)};
}

}  // namespace ambit::inline v1::detail
