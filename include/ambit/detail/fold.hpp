// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>
#include <ambit/detail/two_words.hpp>
#include <ambit/rows.hpp>
#include <ambit/version.hpp>

#include <bit>

// How names are compared and hashed: the generator does it as the headers do.

namespace ambit::inline v8::detail {

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

inline constexpr std::uint64_t each_one = 0x0101'0101'0101'0101;
inline constexpr std::uint64_t each_small = 0x20 * each_one;  // what makes a letter small

/// The bytes of a word that are no letters of ASCII: 0x80 in each. Of what is not UTF-8 it may be
/// wrong of the byte after one from 0xc0 on, which carries into it. In UTF-8 that byte is beyond
/// ASCII, and all of those are found.
constexpr std::uint64_t others_in(std::uint64_t word) noexcept {
  const std::uint64_t in_small = word | each_small;
  const std::uint64_t from_a = in_small + (0x80 - 'a') * each_one;
  const std::uint64_t past_z = in_small + (0x7f - 'z') * each_one;
  return (~from_a | past_z | word) & 0x80 * each_one;
}

/// The bytes that have 0x80, of those that have nothing else, as the bits of a number.
constexpr std::uint32_t as_bits(std::uint64_t bytes) noexcept {
  return static_cast<std::uint32_t>((bytes >> 7) * 0x0102'0408'1020'4080 >> 56);
}

/// A name of four to 16 bytes, folded if it has only letters of ASCII, and which bytes are others.
struct folded_letters {
  two_ends ends, others;

  constexpr bool only_letters() const noexcept { return (others.first | others.last) == 0; }
};
constexpr folded_letters fold_letters(std::string_view name) noexcept {
  const two_ends ends = ends_of(name.data(), name.size());
  return {{ends.first | each_small, ends.last | each_small},
          {others_in(ends.first), others_in(ends.last)}};
}

/// Which bytes of a name of four to 16 bytes are others, as the bits of a number.
constexpr std::uint32_t others_of(two_ends others, std::size_t size) noexcept {
  // Ends of less than eight bytes have each of their four bytes twice: the first ones are right, as
  // nothing carries into them.
  const auto twice = static_cast<unsigned>(~if_eight(size) & 4);
  const std::uint32_t once = 0xff >> twice;
  return (as_bits(others.first) & once) | (as_bits(others.last) & once) << (size - 8 + twice);
}
/// The same of one of 17 to 32 bytes: its first 16 and its last 16 are all of it.
constexpr std::uint32_t others_of(std::string_view name) noexcept {
  const auto of_16 = [](const char* from) {
    return as_bits(others_in(read<std::uint64_t>(from))) |
           as_bits(others_in(read<std::uint64_t>(from + 8))) << 8;
  };
  const std::size_t last = name.size() - 16;
  return of_16(name.data()) | of_16(name.data() + last) << last;
}

/// The bytes that folding takes out of a name of up to 32 bytes, in their order.
struct cut_bytes {
  static constexpr std::size_t most = 32;

  std::size_t count = 0;
  const char* before[most];     // ones for the bytes before each that are kept, then zeros
  std::uint64_t changes[most];  // the bits that change in the byte after each, eight times

  constexpr void add(std::size_t kept, std::uint32_t change) noexcept {
    before[count] = ones(kept);
    changes[count] = change * each_one;
    ++count;
  }
};

/// Finds the bytes that folding takes out of a name of up to 32 bytes, of which `others` are no
/// letters of ASCII. Whether that is all that it does, beside making letters small: each other
/// character becomes nothing, or one letter that is written over its last byte.
template <folding Folding>
constexpr bool find_cuts(const Folding& by, std::string_view name, std::uint32_t others,
                         cut_bytes& into) noexcept {
  while (others != 0) {
    const auto from = static_cast<std::size_t>(std::countr_zero(others));
    others &= others - 1;
    const std::size_t kept = from - into.count;
    const auto c = static_cast<unsigned char>(name[from]);
    const auto next = static_cast<unsigned char>(name[from + (from + 1 < name.size() ? 1 : 0)]);
    // Most are of one byte and become nothing, or of two, from U+00C0 to U+023F, and become a
    // letter. Which of them is no branch: it would often be guessed wrong.
    const std::uint32_t if_two = 0u - (c >> 7u), lead = (c - 0xc3u) & if_two;
    if (lead <= 0xc8 - 0xc3) {
      const std::uint32_t becomes = by.latin()[lead << 6 | (next & 0x3fu)];
      const std::uint32_t no_letter = ((becomes - 1) >> 8 | ((next ^ 0x80u) & 0xc0)) & if_two;
      const std::uint32_t stays = std::uint32_t{by.ascii()[c & 0x7fu]} & ~if_two;
      if ((no_letter | stays) == 0 && c != 0) {
        others &= (others - 1) | ~if_two;
        into.add(kept, (becomes ^ next) & if_two);
        continue;
      }
    }
    if (c < 0x80) return false;
    const auto [character, length] = decode({name.data() + from, name.size() - from});
    if (character < 0) return false;
    const std::uint32_t becomes = folding_of(by, character);
    const bool gone = becomes == dropped;
    if (!gone && (becomes == 0 || becomes > 0xff)) return false;
    for (std::size_t i = 1; i < length; ++i) others &= others - 1;
    for (std::size_t i = gone ? 1 : 2; i < length; ++i) into.add(kept, 0);
    const auto last = static_cast<unsigned char>(name[from + length - 1]);
    into.add(kept, gone ? 0 : becomes ^ last);
  }
  return true;
}

/// Words of a folded name, each from one of some positions on, read from the name without what is
/// cut: after each cut bytes are read from one further on. All of them are letters in the end.
template <class Word, std::size_t Count>
constexpr void read_without(const char* from, const cut_bytes& cuts, const std::size_t (&at)[Count],
                            Word (&words)[Count]) noexcept {
  for (std::size_t w = 0; w < Count; ++w) words[w] = read<Word>(from + at[w]);
  for (std::size_t i = 0; i < cuts.count; ++i) {
    ++from;
    const char* const before = cuts.before[i];
    const auto change = static_cast<Word>(cuts.changes[i]);
    for (std::size_t w = 0; w < Count; ++w) {
      const Word kept = read<Word>(before + at[w]), next = read<Word>(from + at[w]);
      const Word first_next = kept ^ read<Word>(before - 1 + at[w]);  // of ones, one byte more
      words[w] = next ^ ((words[w] ^ next) & kept) ^ (change & first_next);
    }
  }
  for (Word& word : words) word |= static_cast<Word>(each_small);
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
  const two_words no_letters{others_in(part.words.low), others_in(part.words.high)};
  part.words.low |= ~no_letters.low >> 2 & each_small;
  part.words.high |= ~no_letters.high >> 2 & each_small;
  std::uint32_t others =
      (as_bits(no_letters.low) | as_bits(no_letters.high) << 8) & ((std::uint32_t{1} << size) - 1);
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

/// What is hashed of a folded name of 17 to 32 bytes: its first 16 and its last 16.
constexpr wide_key key_of_name(const std::uint64_t (&words)[4], std::size_t size) noexcept {
  const std::uint64_t first = mixed_product(words[0] ^ size, words[1] ^ name_odd);
  return {words[2] ^ first, words[3]};
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

}  // namespace ambit::inline v8::detail
