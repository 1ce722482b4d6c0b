// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/fold.hpp>
#include <ambit/detail/value_iterator.hpp>
#include <ambit/gazetteer.hpp>
#include <ambit/table.hpp>
#include <ambit/tables/folding.hpp>

// From what a person writes to a region: a code, a name of the gazetteer, or a name or alias of a
// policy. Case, Latin diacritics, apostrophes, hyphens and spaces make no difference; any other
// script is matched exactly. Never a guess: one region, none, or all that have the name.
//
//   const auto found = ambit::find(nl_ml, "Menaka");            if (found) ... found.region()
//   const auto many = ambit::find(gazetteer_names, "Centre");   many.size(), many[0], ...

namespace ambit::inline v8 {

enum class name_result : std::uint8_t {
  none,       ///< nothing has that name
  one,        ///< exactly one region has it
  ambiguous,  ///< several have it
  malformed,  ///< no valid UTF-8, or it holds a NUL
};

namespace detail {

/// One name of a gazetteer's hash of names: in the low eight bits the size of its folded text, in
/// the next 24 where it begins, then 16 of its hash, and 16 of what has it: the slot of a region,
/// or with the highest bit the position of a list of slots, which begins with their number. No name
/// has the size 0 of an empty slot.
struct name_slot {
  std::uint64_t bits;

  constexpr bool is_empty() const noexcept { return size() == 0; }
  constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(bits & 0xff); }
  constexpr std::size_t offset() const noexcept {
    return std::size_t{static_cast<std::uint32_t>(bits) >> 8};
  }
  /// Whether it may have a name of that size and hash: another text can have both.
  constexpr bool may_have(std::size_t name_size, std::uint64_t hash) const noexcept {
    return size() == name_size && ((bits >> 32 ^ hash) & 0xffff) == 0;
  }
  /// What has the name, as detail::result_found and the like read it.
  constexpr std::uint64_t target() const noexcept { return bits >> 48; }
};

}  // namespace detail

/// A generated gazetteer with names.
template <class T>
concept name_list = code_list<T> && requires(const T& of) {
  { of.name_slots() }
  noexcept->std::same_as<row_span<std::uint64_t>>;
  requires detail::displacement_number<std::remove_cvref_t<decltype(of.name_displacements()[0])>>;
  { of.name_hash() }
  noexcept->std::same_as<detail::perfect_hash>;
  /// The folded names, one after the other, between eight and 16 bytes of zero.
  { of.name_texts() }
  noexcept->std::same_as<const char*>;
  /// Lists of the slots of regions that share a name.
  { of.name_lists() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
};

namespace detail {

// What a match has found is one number, of which it reads the rest when it is asked.

inline constexpr std::uint64_t none_found = ~std::uint64_t{0}, malformed_found = none_found - 1;

/// What it says, where numbers from `several` on stand for several regions.
constexpr name_result result_of(std::uint64_t found, std::uint64_t several) noexcept {
  if (found < several) return name_result::one;
  if (found == none_found) return name_result::none;
  return found == malformed_found ? name_result::malformed : name_result::ambiguous;
}

// In a gazetteer it is the target of a name's slot: the slot of a region, or a list.

inline constexpr std::uint64_t list_found = 0x8000;

template <name_list Gazetteer>
constexpr name_result result_found(const Gazetteer&, std::uint64_t found) noexcept {
  return result_of(found, list_found);
}

template <name_list Gazetteer>
constexpr region region_found(const Gazetteer& of, std::uint64_t slot) noexcept {
  return region_of_slot(of.code_slots()[static_cast<std::size_t>(slot)]);
}

template <name_list Gazetteer>
constexpr std::size_t number_found(const Gazetteer& of, std::uint64_t list) noexcept {
  return of.name_lists()[static_cast<std::size_t>(list ^ list_found)];
}

template <folding, name_list Gazetteer>
constexpr region candidate_found(const Gazetteer& of, std::uint64_t list, std::size_t at) noexcept {
  return region_found(of, of.name_lists()[static_cast<std::size_t>(list ^ list_found) + 1 + at]);
}

/// A policy's names: those of its regions, then the aliases.
template <policy Policy>
constexpr std::string_view name_at(const Policy& of, std::size_t at) noexcept {
  const std::size_t regions = of.regions().size();
  return text(of, at < regions ? of.regions()[at].name : of.aliases()[at - regions].name);
}

/// The first of a policy's names, from one on, that is the same; their number where none is.
template <folding Folding, policy Policy>
constexpr std::size_t next_with_name(const Policy& of, const folded_name& name,
                                     std::size_t from) noexcept {
  const std::size_t all = of.regions().size() + of.aliases().size();
  for (; from < all; ++from) {
    folded_name other = {};
    fold(Folding{}, name_at(of, from), other);
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

// In a policy it is a packed region; or with the highest bit the position of the first of several
// names in the low half, their number above.

inline constexpr std::uint64_t several_found = std::uint64_t{1} << 63;

template <policy Policy>
constexpr name_result result_found(const Policy&, std::uint64_t found) noexcept {
  return result_of(found, several_found);
}

template <policy Policy>
constexpr region region_found(const Policy&, std::uint64_t packed) noexcept {
  return region{packed};
}

template <policy Policy>
constexpr std::size_t number_found(const Policy&, std::uint64_t names) noexcept {
  return static_cast<std::size_t>((names ^ several_found) >> 32);
}

template <folding Folding, policy Policy>
constexpr region candidate_found(const Policy& of, std::uint64_t names, std::size_t at) noexcept {
  auto position = static_cast<std::size_t>(names & 0xffff'ffff);
  folded_name name = {};
  fold(Folding{}, name_at(of, position), name);
  for (; at > 0; --at) position = next_with_name<Folding>(of, name, position + 1);
  return region_at_name(of, position);
}

}  // namespace detail

/// What has a name: in a gazetteer, or among the regions of a policy. A forward range of `region`.
/// `Folding`: how names are compared, so that what another edition of the headers finds is of
/// another type.
template <class Of, detail::folding Folding = tables::folding_table>
class [[nodiscard]] name_match {
 public:
  class iterator : public detail::value_iterator<iterator, ambit::region> {
   public:
    constexpr iterator() = default;

    constexpr ambit::region operator*() const noexcept { return name_match{of_, found_}[at_]; }
    constexpr iterator& operator++() noexcept {
      ++at_;
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.at_ == b.at_;
    }

   private:
    friend class name_match;
    constexpr iterator(const name_match& match, std::size_t at) noexcept
        : found_(match.found_), at_(at), of_(match.of_) {}

    std::uint64_t found_ = 0;
    std::size_t at_ = 0;
    [[no_unique_address]] Of of_ = {};
  };

  /// `found`: what detail::result_found and the like read.
  constexpr name_match(Of of, std::uint64_t found) noexcept : found_(found), of_(of) {}

  constexpr name_result result() const noexcept { return detail::result_found(of_, found_); }
  constexpr explicit operator bool() const noexcept { return result() == name_result::one; }
  /// The region; the default-constructed one unless there is exactly one.
  constexpr ambit::region region() const noexcept {
    return *this ? detail::region_found(of_, found_) : ambit::region{};
  }

  /// How many regions have the name.
  constexpr std::size_t size() const noexcept {
    const name_result is = result();
    if (is == name_result::ambiguous) return detail::number_found(of_, found_);
    return is == name_result::one ? 1 : 0;
  }
  /// The regions that have it, in the order of their codes: `at` is less than `size()`.
  constexpr ambit::region operator[](std::size_t at) const noexcept {
    return *this ? detail::region_found(of_, found_)
                 : detail::candidate_found<Folding>(of_, found_, at);
  }
  constexpr iterator begin() const noexcept { return {*this, 0}; }
  constexpr iterator end() const noexcept { return {*this, size()}; }

 private:
  // Small, so that it is returned in registers.
  std::uint64_t found_;
  [[no_unique_address]] Of of_;
};

namespace detail {

template <name_list Gazetteer>
constexpr name_slot slot_of_name(const Gazetteer& of, std::uint64_t hash) noexcept {
  return {of.name_slots()[of.name_hash().slot(hash, of.name_displacements())]};
}

/// The region of a folded name of four to 16 bytes: no branch depends on it.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_ends(const Gazetteer& of, two_ends name,
                                          std::size_t size) noexcept {
  const name_slot slot = slot_of_name(of, of.name_hash().hash(key_of_name(name, size)));
  // The text of a slot is read whether or not it has the size.
  const std::uint64_t differs =
      difference(of.name_texts() + slot.offset(), name, size) | (slot.size() ^ size);
  return {of, differs == 0 ? slot.target() : none_found};
}

}  // namespace detail

/// The region of a name that is folded already, as those of the table are: none, one, or several.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_folded(const Gazetteer& of, std::string_view folded) noexcept {
  if (folded.size() - 4 <= detail::two_words::most - 4)
    return detail::find_ends(of, detail::ends_of(folded.data(), folded.size()), folded.size());
  const std::uint64_t hash = of.name_hash().hash(detail::key_of_name(folded));
  const detail::name_slot slot = detail::slot_of_name(of, hash);
  const bool same =
      slot.may_have(folded.size(), hash) &&
      detail::same_bytes(of.name_texts() + slot.offset(), folded.data(), folded.size());
  return {of, same ? slot.target() : detail::none_found};
}

namespace detail {

/// The region of a folded name of 17 to 32 bytes: its first 16 and its last 16.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_words(const Gazetteer& of, const std::uint64_t (&words)[4],
                                           std::size_t size) noexcept {
  using word = std::uint64_t;
  const word hash = of.name_hash().hash(key_of_name(words, size));
  const name_slot slot = slot_of_name(of, hash);
  if (!slot.may_have(size, hash)) return {of, none_found};
  const char* const text = of.name_texts() + slot.offset();
  const word differs = (read<word>(text) ^ words[0]) | (read<word>(text + 8) ^ words[1]) |
                       (read<word>(text + size - 16) ^ words[2]) |
                       (read<word>(text + size - 8) ^ words[3]);
  return {of, differs == 0 ? slot.target() : none_found};
}

/// The region of a name of any size.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_any(const Gazetteer& of, std::string_view name) noexcept {
  folded_name folded;
  fold(tables::folding, name, folded);
  if (folded.malformed) return {of, malformed_found};
  if (!folded.is_name()) return {of, none_found};
  return find_folded(of, folded.text());
}

/// The region of a name of four to 32 bytes, of which `others` are no letters of ASCII. It is read
/// without what folding takes out, and by way of memory only where folding does more.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_cut(const Gazetteer& of, std::string_view name,
                                         std::uint32_t others) noexcept {
  cut_bytes cuts;
  if (!find_cuts(tables::folding, name, others, cuts)) return find_any(of, name);
  const std::size_t size = name.size() - cuts.count;
  if (size - 8 <= two_words::most - 8) {
    std::uint64_t words[2];
    read_without(name.data(), cuts, {0, size - 8}, words);
    return find_ends(of, {words[0], words[1]}, size);
  }
  if (size < 4) return find_any(of, name);
  if (size < 8) {
    std::uint32_t halves[2];
    read_without(name.data(), cuts, {0, size - 4}, halves);
    constexpr std::uint64_t twice = 0x1'0000'0001;
    return find_ends(of, {halves[0] * twice, halves[1] * twice}, size);
  }
  std::uint64_t words[4];
  read_without(name.data(), cuts, {0, 8, size - 16, size - 8}, words);
  return find_words(of, words, size);
}

}  // namespace detail

/// The region of that name in the gazetteer, none, or that several have it.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find_name(const Gazetteer& of, std::string_view name) noexcept {
  if (name.size() - 4 <= detail::two_words::most - 4) {
    const detail::folded_letters letters = detail::fold_letters(name);
    if (letters.only_letters()) return detail::find_ends(of, letters.ends, name.size());
    return detail::find_cut(of, name, detail::others_of(letters.others, name.size()));
  }
  if (name.size() - 17 <= 32 - 17) return detail::find_cut(of, name, detail::others_of(name));
  if (name.size() - 1 < 3) {  // such as Gao
    const std::uint64_t word = detail::words_of(name.data(), name.size()).low;
    if (detail::others_in(word) << 8 * (8 - name.size()) == 0) {
      char folded[8] = {};
      detail::write(folded, word | detail::each_small);
      return find_folded(of, {folded, name.size()});
    }
  }
  return detail::find_any(of, name);
}

/// The region that a text means: by its code, in capitals or small letters, or by its name.
template <name_list Gazetteer>
constexpr name_match<Gazetteer> find(const Gazetteer& of, std::string_view text) noexcept {
  const std::size_t slot = detail::find_slot(of, detail::pack_code(text));
  return slot == detail::no_slot ? find_name(of, text) : name_match<Gazetteer>{of, slot};
}

namespace detail {

/// A generated gazetteer that has codes and no names: the full one or the compact one.
template <class T>
concept codes_alone = !name_list<T> && requires(const T& of) {
  of.edition();
};

// Only its name matters: compilers print it where they refuse the call.
struct these_are_codes_without_names_give_gazetteer_names {};

}  // namespace detail

/// A name in a gazetteer that has none: does not compile.
template <detail::codes_alone Gazetteer>
detail::these_are_codes_without_names_give_gazetteer_names find_name(const Gazetteer&,
                                                                     std::string_view) = delete;
/// The same for what may be a code: `find_code` finds those.
template <detail::codes_alone Gazetteer>
detail::these_are_codes_without_names_give_gazetteer_names find(const Gazetteer&,
                                                                std::string_view) = delete;

/// The region of a policy's country that a text means: by its code, its name, or an alias that the
/// policy gives it.
template <policy Policy, detail::folding Folding = tables::folding_table>
constexpr name_match<Policy, Folding> find(const Policy& of, std::string_view text) noexcept {
  const region code = detail::pack_code(text);
  if (of.find_region(code)) return {of, code.packed};
  detail::folded_name name = {};
  detail::fold(Folding{}, text, name);
  if (name.malformed) return {of, detail::malformed_found};
  if (!name.is_name()) return {of, detail::none_found};
  const std::size_t all = of.regions().size() + of.aliases().size();
  const std::size_t first = detail::next_with_name<Folding>(of, name, 0);
  if (first == all) return {of, detail::none_found};
  std::size_t count = 1;
  bool same = true;
  for (std::size_t at = detail::next_with_name<Folding>(of, name, first + 1); at < all;
       at = detail::next_with_name<Folding>(of, name, at + 1)) {
    same = same && detail::region_at_name(of, at) == detail::region_at_name(of, first);
    ++count;
  }
  if (same) return {of, detail::region_at_name(of, first).packed};
  return {of, detail::several_found | std::uint64_t{count} << 32 | first};
}

}  // namespace ambit::inline v8

template <class Of, ambit::detail::folding Folding>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::name_match<Of, Folding>> = true;
template <class Of, ambit::detail::folding Folding>
inline constexpr bool std::ranges::enable_view<ambit::name_match<Of, Folding>> = true;
