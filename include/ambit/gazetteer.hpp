// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>
#include <ambit/detail/read_bytes.hpp>
#include <ambit/table.hpp>

#include <bit>
#include <optional>

// Every region of ISO 3166-2: whether a code is one, where the region lies, and what became of a
// code that was withdrawn. Names are in names.hpp.
//
//   const std::optional<region> found = ambit::find_code(ambit::tables::gazetteer, "ml-7");
//   ambit::parent_of(gazetteer, code)       the region in which it lies, if not directly in its
//                                           country
//   ambit::successors_of(gazetteer, code)   what took the place of a withdrawn code

namespace ambit::inline v1 {

/// A code that ISO 3166-2 had in an earlier edition, and what took its place.
struct successor_row;
struct withdrawn_row {
  packed_region code;
  rows<successor_row> successors;
};

/// One of them: a region, or a whole country, whose "code" has the two capitals alone.
struct successor_row {
  packed_region code;

  /// Whether the successor is a whole country.
  constexpr bool is_country() const noexcept { return code.middle == 0; }
};

/// Codes by their hash, a word each (see detail).
template <class T>
concept hashed_codes = requires(const T& of) {
  { of.slots() }
  noexcept->std::same_as<row_span<std::uint64_t>>;
  { of.displacements() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
  { of.hash() }
  noexcept->std::same_as<detail::perfect_hash>;
};

/// A generated gazetteer: an empty object whose parts are functions, as those of a policy are.
template <class T>
concept code_list = hashed_codes<T> && requires(const T& of) {
  /// Edition of the codes and names, as in "CLDR 48.2.0".
  { of.edition() }
  noexcept->std::same_as<const char*>;
  /// Sorted by code.
  { of.withdrawn() }
  noexcept->std::same_as<row_span<withdrawn_row>>;
  { of.successors() }
  noexcept->std::same_as<row_span<successor_row>>;
};

namespace detail {

// The word of a code: the last two bytes of its text, then two bits, how much longer than four it
// is, then its first four bytes, which overlap the last if it is shorter than six. So a code is
// read by two loads, and no text of another size has its word.
//
// In its slot it stands doubled, without case: capitals too have the bit of small letters. This
// takes no shift, and leaves the highest 13 bits and the lowest one to the number of the slot of
// the region in which it lies. The lower half, of which a place in a window is made, has the
// country's letters and the last two characters.

inline constexpr std::uint64_t code_of_slot = (std::uint64_t{1} << 51) - 2;
inline constexpr int parent_rotation = 13;
inline constexpr std::uint64_t no_parent = 0x3fff;
inline constexpr std::size_t no_slot = static_cast<std::size_t>(-1);

/// In a word the bits that make capitals small letters, and leave the characters of codes that are
/// no letters.
inline constexpr std::uint64_t small_letters = 0x2020'2020ull << 18 | 0x2020;

/// A text of four to six bytes as a word, its letters as they are.
constexpr std::uint64_t word_as_written(std::string_view text) noexcept {
  const std::size_t longer = text.size() - 4;
  const std::uint64_t first = read<std::uint32_t>(text.data());
  return (first * 4 + longer) << 16 | read<std::uint16_t>(text.data() + longer + 2);
}

/// A word as its slot has it. 0x40 is in letters, not in digits; twice 0x20 is 0x40.
constexpr std::uint64_t word_in_slot(std::uint64_t word) noexcept {
  return (word + word) | (word & small_letters << 1);
}

constexpr std::uint64_t word_in_slot(region code) noexcept {
  return word_in_slot(word_as_written(to_text(code)));
}

/// The region of a code's word.
constexpr region region_of_word(std::uint64_t word) noexcept {
  const std::uint64_t capitals = word & ~((word & small_letters << 1) >> 1);
  const std::uint64_t characters = reversed(capitals >> 18 | capitals << 32) >> 16;
  const std::uint64_t last = characters << 8 * (2 - (word >> 16 & 3)) & 0xffff;
  return {(characters & ~std::uint64_t{0xffff}) | last};
}
constexpr region region_of_slot(std::uint64_t slot) noexcept {
  return region_of_word((slot & code_of_slot) >> 1);
}

/// The slot of the region in which that of a slot lies, or no_parent.
constexpr std::uint64_t parent_of_slot(std::uint64_t slot) noexcept {
  return std::rotl(slot, parent_rotation) & no_parent;
}

/// The slot that a key has, if any.
template <hashed_codes Codes>
constexpr std::size_t slot_of_key(const Codes& of, std::uint64_t key) noexcept {
  const perfect_hash by = of.hash();
  return by.slot(by.hash(key), of.displacements());
}

/// Where a code has its slot; no_slot for a text that is no code of the gazetteer.
template <code_list Gazetteer>
constexpr std::size_t find_slot(const Gazetteer& of, std::string_view code) noexcept {
  if (code.size() - 4 > 2) return no_slot;
  const std::uint64_t word = word_in_slot(word_as_written(code));
  const std::size_t slot = slot_of_key(of, word);
  return ((of.slots()[slot] ^ word) & code_of_slot) == 0 ? slot : no_slot;
}

/// A text of four to six bytes packed as a region is, small letters as capitals; 0 for any other
/// size, and for a last byte of zero, which is what shorter codes are filled up with. Other bytes
/// may be no code: then no policy has them.
constexpr std::uint64_t pack_code(std::string_view text) noexcept {
  if (text.size() - 4 > 2 || text.back() == '\0') return 0;
  return region_of_word(word_as_written(text)).packed;
}

}  // namespace detail

/// The region of that code, in capitals or small letters; nothing for any other text.
template <code_list Gazetteer>
constexpr std::optional<region> find_code(const Gazetteer& of, std::string_view code) noexcept {
  if (detail::find_slot(of, code) == detail::no_slot) return std::nullopt;
  return detail::region_of_word(detail::word_as_written(code));
}

/// Whether the gazetteer has a region. A withdrawn code is none.
template <code_list Gazetteer>
constexpr bool contains(const Gazetteer& of, region code) noexcept {
  return detail::find_slot(of, to_text(code)) != detail::no_slot;
}

/// The region in which one lies; nothing for one that lies directly in its country, or is unknown.
template <code_list Gazetteer>
constexpr std::optional<region> parent_of(const Gazetteer& of, region code) noexcept {
  const std::size_t slot = detail::find_slot(of, to_text(code));
  if (slot == detail::no_slot) return std::nullopt;
  const std::uint64_t parent = detail::parent_of_slot(of.slots()[slot]);
  if (parent == detail::no_parent) return std::nullopt;
  return detail::region_of_slot(of.slots()[static_cast<std::size_t>(parent)]);
}

/// Whether a code is one of an earlier edition.
template <code_list Gazetteer>
constexpr const withdrawn_row* find_withdrawn(const Gazetteer& of, region code) noexcept {
  const row_span<withdrawn_row> all = of.withdrawn();
  std::size_t first = 0, size = all.size();
  while (size > 0) {
    const std::size_t half = size / 2;
    if (all[first + half].code.unpacked() < code) {
      first += half + 1;
      size -= half + 1;
    } else {
      size = half;
    }
  }
  return first < all.size() && all[first].code == code ? &all[first] : nullptr;
}

/// What took the place of a withdrawn code; empty if the gazetteer does not say, or if the code is
/// not withdrawn.
template <code_list Gazetteer>
constexpr row_span<successor_row> successors_of(const Gazetteer& of, region code) noexcept {
  const withdrawn_row* row = find_withdrawn(of, code);
  return row ? select(of.successors(), row->successors) : row_span<successor_row>{};
}

}  // namespace ambit::inline v1
