// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>
#include <ambit/table.hpp>

#include <bit>
#include <cstring>

// Every region of ISO 3166-2: whether a code is one, where the region lies, and what became of a
// code that was withdrawn. Names are in names.hpp.
//
//   const std::optional<region> found = ambit::find_code(ambit::tables::gazetteer, "ml-7");
//   ambit::parent_of(gazetteer, code)       the region that it lies in, if it does not lie directly
//   in its country for (const region each : ambit::successors_of(gazetteer, withdrawn)) ...

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

/// A generated gazetteer: an empty object whose parts are functions, as those of a policy are.
template <class T>
concept code_list = requires(const T& of) {
  /// Edition of the codes and names, as in "CLDR 48.2.0".
  { of.edition() }
  noexcept->std::same_as<const char*>;
  /// The codes by their hash: in the low 48 bits the packed code, above the slot of the region in
  /// which it lies, 0xffff where it lies directly in its country.
  { of.slots() }
  noexcept->std::same_as<row_span<std::uint64_t>>;
  { of.displacements() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
  { of.hash() }
  noexcept->std::same_as<detail::perfect_hash>;
  /// Sorted by code.
  { of.withdrawn() }
  noexcept->std::same_as<row_span<withdrawn_row>>;
  { of.successors() }
  noexcept->std::same_as<row_span<successor_row>>;
};

namespace detail {

inline constexpr std::uint64_t code_of_slot = 0xffff'ffff'ffff;
inline constexpr std::size_t no_slot = static_cast<std::size_t>(-1);

constexpr std::uint32_t read_four(const char* from) noexcept {
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::uint32_t word = 0;
    std::memcpy(&word, from, 4);
    return __builtin_bswap32(word);
  }
  std::uint32_t word = 0;
  for (int i = 0; i < 4; ++i) word = word << 8 | static_cast<unsigned char>(from[i]);
  return word;
}

/// A text of four to six bytes packed as a region is, small letters as capitals; 0 for any other
/// size, and for a last byte of zero, which is what shorter codes are filled up with. Other bytes
/// may be no code: then no slot has them.
constexpr std::uint64_t pack_code(std::string_view text) noexcept {
  if (text.size() - 4 > 2 || text.back() == '\0') return 0;
  const std::uint64_t head = read_four(text.data());
  const std::uint64_t tail = read_four(text.data() + text.size() - 4);
  const std::uint64_t packed = head << 16 | (tail << 8 * (6 - text.size()) & 0xffff);
  return packed & ~((packed & 0x4040'4040'4040) >> 1);  // 0x40 is in letters, not in digits
}

/// Where a packed code has its slot; no_slot if it is none of the gazetteer's.
template <code_list Gazetteer>
constexpr std::size_t find_slot(const Gazetteer& of, std::uint64_t packed) noexcept {
  const perfect_hash hash = of.hash();
  const std::uint64_t mixed = hash.hash(packed);
  const std::size_t slot = hash.slot(mixed, of.displacements()[hash.bucket(mixed)]);
  return (of.slots()[slot] & code_of_slot) == packed ? slot : no_slot;
}

}  // namespace detail

/// The region of that code, in capitals or small letters; nothing for any other text.
template <code_list Gazetteer>
constexpr std::optional<region> find_code(const Gazetteer& of, std::string_view code) noexcept {
  const std::uint64_t packed = detail::pack_code(code);
  return detail::find_slot(of, packed) != detail::no_slot ? std::optional{region{packed}}
                                                          : std::nullopt;
}

/// Whether the gazetteer has a region. A withdrawn code is none.
template <code_list Gazetteer>
constexpr bool contains(const Gazetteer& of, region code) noexcept {
  return detail::find_slot(of, code.packed) != detail::no_slot;
}

/// The region in which one lies; nothing for one that lies directly in its country, or is unknown.
template <code_list Gazetteer>
constexpr std::optional<region> parent_of(const Gazetteer& of, region code) noexcept {
  const std::size_t slot = detail::find_slot(of, code.packed);
  if (slot == detail::no_slot) return std::nullopt;
  const std::uint64_t parent = of.slots()[slot] >> 48;
  if (parent == 0xffff) return std::nullopt;
  return region{of.slots()[static_cast<std::size_t>(parent)] & detail::code_of_slot};
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
