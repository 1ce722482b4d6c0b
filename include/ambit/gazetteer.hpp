// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>
#include <ambit/rows.hpp>
#include <ambit/version.hpp>

#include <optional>
#include <type_traits>

// Every region of ISO 3166-2: whether a code is one, where the region lies, and what became of a
// code that was withdrawn. Names are in names.hpp.
//
//   const std::optional<region> found = ambit::find_code(ambit::tables::gazetteer, "ml-7");
//   ambit::parent_of(gazetteer, code)       the region in which it lies, if not directly in its
//                                           country
//   ambit::successors_of(gazetteer, code)   what took the place of a withdrawn code

namespace ambit::inline v8 {

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
  { of.code_slots() }
  noexcept->std::same_as<row_span<std::uint64_t>>;
  requires detail::displacement_number<std::remove_cvref_t<decltype(of.displacements()[0])>>;
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

// A slot is a region's code as it is packed, and in the 16 bits above it the number of the slot of
// the region in which that lies, or no_parent.

inline constexpr int code_bits = 48;
inline constexpr std::uint64_t no_parent = 0xffff;
inline constexpr std::size_t no_slot = static_cast<std::size_t>(-1);

constexpr region region_of_slot(std::uint64_t slot) noexcept {
  return region{slot & ((std::uint64_t{1} << code_bits) - 1)};
}
constexpr std::uint64_t parent_of_slot(std::uint64_t slot) noexcept {
  return slot >> code_bits;
}

/// The slot that a key has, if any.
template <hashed_codes Codes>
constexpr std::size_t slot_of_key(const Codes& of, std::uint64_t key) noexcept {
  const perfect_hash by = of.hash();
  return by.slot(by.hash(key), of.displacements());
}

/// Where a region has its slot; no_slot for one that the gazetteer does not have.
template <code_list Gazetteer>
constexpr std::size_t find_slot(const Gazetteer& of, region code) noexcept {
  const std::size_t slot = slot_of_key(of, code.packed);
  return region_of_slot(of.code_slots()[slot] ^ code.packed) == region{} ? slot : no_slot;
}

}  // namespace detail

/// Whether the gazetteer has a region. A withdrawn code is none.
template <code_list Gazetteer>
[[nodiscard]] constexpr bool contains(const Gazetteer& of, region code) noexcept {
  return detail::find_slot(of, code) != detail::no_slot;
}

namespace detail {
// Never defined: calling it while a constant is evaluated ends the compilation with its name.
void the_gazetteer_has_no_region_of_that_code();
}  // namespace detail

/// A region as a constant: region_in(gazetteer, "ML-7"). A code that the gazetteer does not have
/// does not compile.
template <code_list Gazetteer>
consteval region region_in(const Gazetteer& of, std::string_view code) {
  const region read = detail::read_region(code);
  if (read == region{})
    detail::
        a_region_is_written_like_ML_7_two_capitals_a_hyphen_then_one_to_three_capitals_or_digits();
  if (!contains(of, read)) detail::the_gazetteer_has_no_region_of_that_code();
  return read;
}

/// The region of that code, in capitals or small letters; nothing for any other text.
template <code_list Gazetteer>
[[nodiscard]] constexpr std::optional<region> find_code(const Gazetteer& of,
                                                        std::string_view code) noexcept {
  std::optional<region> found = detail::pack_code(code);
  if (!contains(of, *found)) {
    // Emptied, not made empty: else compilers branch, and half a look-up is what a wrong guess
    // costs. In a constant clang cannot copy what was emptied.
    if (std::is_constant_evaluated()) return std::nullopt;
    found.reset();
  }
  return found;
}

/// The region in which one lies; nothing for one that lies directly in its country, or is unknown.
template <code_list Gazetteer>
[[nodiscard]] constexpr std::optional<region> parent_of(const Gazetteer& of, region code) noexcept {
  const std::size_t slot = detail::find_slot(of, code);
  if (slot == detail::no_slot) return std::nullopt;
  const std::uint64_t parent = detail::parent_of_slot(of.code_slots()[slot]);
  if (parent == detail::no_parent) return std::nullopt;
  return detail::region_of_slot(of.code_slots()[static_cast<std::size_t>(parent)]);
}

/// Whether a code is one of an earlier edition.
template <code_list Gazetteer>
[[nodiscard]] constexpr const withdrawn_row* find_withdrawn(const Gazetteer& of,
                                                            region code) noexcept {
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
[[nodiscard]] constexpr row_span<successor_row> successors_of(const Gazetteer& of,
                                                              region code) noexcept {
  const withdrawn_row* row = find_withdrawn(of, code);
  return row ? select(of.successors(), row->successors) : row_span<successor_row>{};
}

namespace detail {
// Only its name matters: compilers print it where they refuse the call.
struct a_gazetteer_has_no_policy_give_one_such_as_nl_ml {};
}  // namespace detail

/// A gazetteer in place of a policy: does not compile.
template <code_list Gazetteer, class... Asked>
detail::a_gazetteer_has_no_policy_give_one_such_as_nl_ml classify(const Gazetteer&,
                                                                  const Asked&...) = delete;

}  // namespace ambit::inline v8
