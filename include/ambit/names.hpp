// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/fold.hpp>
#include <ambit/gazetteer.hpp>
#include <ambit/tables/folding.hpp>

// From what a person writes to a region: a code, a name of the gazetteer, or a name or alias of a
// policy. Case, Latin diacritics, apostrophes, hyphens and spaces make no difference; any other
// script is matched exactly. Never a guess: one region, none, or all that have the name.
//
//   const auto found = ambit::find(nl_ml, "Menaka");            if (found) ... found.region()
//   const auto many = ambit::find(gazetteer_names, "Centre");   many.size(), many[0], ...

namespace ambit::inline v1 {

enum class name_result : std::uint8_t {
  none,       ///< nothing has that name
  one,        ///< exactly one region has it
  ambiguous,  ///< several have it
  malformed,  ///< no valid UTF-8, or it holds a NUL
};

namespace detail {

/// One name of a gazetteer's hash of names: in the low 24 bits where its folded text begins, then
/// eight of its size, 16 of its hash, and 16 of what has it: the slot of a region, or with the
/// highest bit the position of a list of slots, which begins with their number.
struct name_slot {
  std::uint64_t bits;

  constexpr bool is_empty() const noexcept { return bits == empty_slot; }
  constexpr std::size_t offset() const noexcept {
    return static_cast<std::size_t>(bits & 0xff'ffff);
  }
  constexpr std::size_t size() const noexcept {
    return static_cast<std::size_t>(bits >> 24 & 0xff);
  }
  constexpr std::uint64_t fingerprint() const noexcept { return bits >> 32 & 0xffff; }
  constexpr bool is_list() const noexcept { return bits >> 63 != 0; }
  constexpr std::size_t target() const noexcept {
    return static_cast<std::size_t>(bits >> 48 & 0x7fff);
  }
};

}  // namespace detail

/// A generated gazetteer with names.
template <class T>
concept name_list = code_list<T> && requires(const T& of) {
  { of.name_slots() }
  noexcept->std::same_as<row_span<std::uint64_t>>;
  { of.name_displacements() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
  { of.name_hash() }
  noexcept->std::same_as<detail::perfect_hash>;
  /// The folded names, one after the other.
  { of.name_texts() }
  noexcept->std::same_as<const char*>;
  /// Lists of the slots of regions that share a name.
  { of.name_lists() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
};

namespace detail {

template <name_list Gazetteer>
constexpr region region_in(const Gazetteer& of, std::size_t slot) noexcept {
  return region_of_slot(of.slots()[slot]);
}

template <name_list Gazetteer>
constexpr region candidate_of(const Gazetteer& of, std::size_t list, std::size_t at) noexcept {
  return region_in(of, of.name_lists()[list + 1 + at]);
}

/// A policy's names: those of its regions, then the aliases.
template <policy Policy>
constexpr std::string_view name_at(const Policy& of, std::size_t at) noexcept {
  const std::size_t regions = of.regions().size();
  return text(of, at < regions ? of.regions()[at].name : of.aliases()[at - regions].name);
}

/// The first of a policy's names, from one on, that is the same; their number where none is.
template <policy Policy>
constexpr std::size_t next_with_name(const Policy& of, const folded_name& name,
                                     std::size_t from) noexcept {
  const std::size_t all = of.regions().size() + of.aliases().size();
  for (; from < all; ++from) {
    folded_name other = {};
    fold(tables::folding, name_at(of, from), other);
    if (other.size == name.size && same_bytes(other.bytes, name.bytes, name.size)) break;
  }
  return from;
}

template <policy Policy>
constexpr region region_at_name(const Policy& of, std::size_t at) noexcept {
  const std::size_t regions = of.regions().size();
  return at < regions ? of.regions()[at].code
                      : of.regions()[of.aliases()[at - regions].region.value].code;
}

/// `list`: where the first name stands that the others equal.
template <policy Policy>
constexpr region candidate_of(const Policy& of, std::size_t list, std::size_t at) noexcept {
  folded_name name = {};
  fold(tables::folding, name_at(of, list), name);
  for (; at > 0; --at) list = next_with_name(of, name, list + 1);
  return region_at_name(of, list);
}

}  // namespace detail

/// What has a name: in a gazetteer, or among the regions of a policy.
template <class Of>
class name_match {
 public:
  constexpr name_match(Of of, name_result result) noexcept : of_(of), result_(result) {}
  constexpr name_match(Of of, ambit::region only) noexcept
      : of_(of), result_(name_result::one), only_(only) {}
  /// `list`: what detail::candidate_of reads.
  constexpr name_match(Of of, std::size_t list, std::size_t count) noexcept
      : of_(of), result_(name_result::ambiguous), list_(list), count_(count) {}

  constexpr name_result result() const noexcept { return result_; }
  constexpr explicit operator bool() const noexcept { return result_ == name_result::one; }
  /// The region; the default-constructed one unless there is exactly one.
  constexpr ambit::region region() const noexcept { return only_; }

  /// How many regions have the name.
  constexpr std::size_t size() const noexcept { return result_ == name_result::one ? 1 : count_; }
  /// The regions that have it, in the order of their codes: `at` is less than `size()`.
  constexpr ambit::region operator[](std::size_t at) const noexcept {
    return result_ == name_result::one ? only_ : detail::candidate_of(of_, list_, at);
  }

 private:
  [[no_unique_address]] Of of_;
  name_result result_;
  ambit::region only_ = {};
  std::size_t list_ = 0;
  std::size_t count_ = 0;
};

/// The region of a name that is folded already, as those of the table are: none, one, or several.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_folded(const Gazetteer& of, std::string_view folded) noexcept {
  const std::uint64_t key = detail::hash_of_name(folded);
  const detail::perfect_hash hash = of.name_hash();
  const std::uint64_t mixed = hash.hash(key);
  const detail::name_slot slot{
      of.name_slots()[hash.slot(mixed, of.name_displacements()[hash.bucket(mixed)])]};
  if (slot.size() != folded.size() || slot.fingerprint() != (key & 0xffff) ||
      !detail::same_bytes(of.name_texts() + slot.offset(), folded.data(), folded.size()))
    return {of, name_result::none};
  if (slot.is_list()) return {of, slot.target(), of.name_lists()[slot.target()]};
  return {of, detail::region_in(of, slot.target())};
}

/// The region of that name in the gazetteer, none, or that several have it.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_name(const Gazetteer& of, std::string_view name) noexcept {
  detail::folded_name folded;
  detail::fold(tables::folding, name, folded);
  if (folded.malformed) return {of, name_result::malformed};
  if (!folded.is_name()) return {of, name_result::none};
  return find_folded(of, folded.text());
}

/// The region that a text means: by its code, in capitals or small letters, or by its name.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find(const Gazetteer& of, std::string_view text) noexcept {
  if (const std::optional<region> code = find_code(of, text)) return {of, *code};
  return find_name(of, text);
}

/// The region of a policy's country that a text means: by its code, its name, or an alias that the
/// policy gives it.
template <policy Policy>
constexpr name_match<Policy> find(const Policy& of, std::string_view text) noexcept {
  const region code{detail::pack_code(text)};
  if (of.find_region(code)) return {of, code};
  detail::folded_name name = {};
  detail::fold(tables::folding, text, name);
  if (name.malformed) return {of, name_result::malformed};
  if (!name.is_name()) return {of, name_result::none};
  const std::size_t all = of.regions().size() + of.aliases().size();
  const std::size_t first = detail::next_with_name(of, name, 0);
  if (first == all) return {of, name_result::none};
  std::size_t count = 1;
  bool same = true;
  for (std::size_t at = detail::next_with_name(of, name, first + 1); at < all;
       at = detail::next_with_name(of, name, at + 1)) {
    same = same && detail::region_at_name(of, at) == detail::region_at_name(of, first);
    ++count;
  }
  if (same) return {of, detail::region_at_name(of, first)};
  return {of, first, count};
}

}  // namespace ambit::inline v1
