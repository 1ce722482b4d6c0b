// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/date.hpp>
#include <ambit/region.hpp>
#include <ambit/status.hpp>
#include <ambit/version.hpp>

#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>

// The plain records of a generated table. Rows refer to each other and to their texts by position,
// never by pointer: a table needs no relocation, and nothing of it runs before main. The generator
// writes them; users read them through the queries of classify.hpp.

namespace ambit::inline v1 {

/// A position in one of a table's arrays. `Row` tells which, so that one cannot stand for another.
template <class Row>
struct position {
  std::uint16_t value = 0xffff;

  constexpr position() = default;
  constexpr position(std::uint16_t index) noexcept : value(index) {}

  constexpr explicit operator bool() const noexcept { return value != 0xffff; }
  friend constexpr bool operator==(position, position) = default;
};

/// `count` consecutive rows of one of a table's arrays.
template <class Row>
struct rows {
  std::uint16_t first = 0;
  std::uint16_t count = 0;

  friend constexpr bool operator==(const rows&, const rows&) = default;
};

/// Where a NUL-terminated UTF-8 text begins in the table's one block of texts; 0 is the empty text.
struct text_at {
  std::uint16_t offset = 0;

  constexpr text_at() = default;
  constexpr text_at(std::uint16_t at) noexcept : offset(at) {}

  friend constexpr bool operator==(text_at, text_at) = default;
};

/// A text for people, in every language of the table.
struct bilingual {
  text_at en, nl;
};

/// A change and the days between which it fell: on `after` it had not happened, on `by` it had. An
/// exact day D has the bounds D - 1 and D; what never happens as far as known has distant_future.
struct change {
  date after = distant_future;
  date by = distant_future;

  friend constexpr bool operator==(const change&, const change&) = default;
};

/// A document. `sha256` pins its bytes (64 hexadecimal digits; empty: not pinned).
struct source_row {
  text_at id;
  source_kind kind;
  date published;
  text_at language;
  text_at reference;
  bilingual title;
  text_at sha256;
};

/// A place in a document.
struct citation_row {
  position<source_row> source;
  text_at at;
};

/// A proposal that awaits a decision. `requires` is the set of advices that must be adopted too,
/// directly or through others: bit i is the advice at position i.
struct advice_row {
  text_at id;
  bilingual title;
  position<source_row> source;
  std::uint32_t prerequisites;
  rows<citation_row> citations;
};

/// A group of persons for which a rule is made.
struct persons_row {
  text_at id;
  bilingual definition;
  rows<citation_row> citations;
};

/// Something that must be assessed or established before a rule bears on one person.
struct condition_row {
  text_at id;
  bilingual text;
  rows<citation_row> citations;
};

/// A subdivision of the country.
struct region_row {
  region code;
  text_at name;
};

/// One entry of a list of regions (the alternatives of a rule, the regions of a judgment).
struct region_entry {
  position<region_row> region;
};

/// One entry of a rule's list of conditions.
struct condition_entry {
  position<condition_row> condition;
};

/// One statement of the policy.
struct rule_row {
  text_at id;
  bilingual title;
  ambit::measure measure;
  ambit::effect effect;
  ambit::closure closure;
  text_at scale;
  text_at level;
  text_at legal_basis;
  position<persons_row> persons;
  rows<region_entry> alternatives;
  ambit::closure alternatives_closure;
  ambit::presumption presumption;
  fear_scope fear;
  ambit::test test;
  std::uint8_t residence;  ///< set of ambit::residence: bit i is the value i
  rows<condition_entry> conditions;
  bool conditions_complete;  ///< false: the source has conditions that are not known here
  bilingual note;
  position<advice_row> advice;  ///< the advice that proposes this rule
  position<advice_row> adopts;  ///< the advice that this rule carries out
  change announced;
  change in_force;
  change until;
  rows<citation_row> citations;
};

/// What a court held; it is shown beside the policy and settles nothing in it.
struct judgment_row {
  text_at id;
  text_at court;
  text_at case_number;
  text_at ecli;
  date given;
  ambit::measure measure;
  bilingual holding;
  rows<region_entry> regions;  ///< none: the country, or a part that the source does not name
  rows<citation_row> citations;
};

/// One finding as the generator worked it out.
struct finding_row {
  ambit::measure measure;
  ambit::status status;
  ambit::ground ground;
  ambit::event uncertain;
  position<rule_row> rule;
  position<persons_row> persons;
  change bounds;  ///< of the uncertain change; without bounds otherwise
};

/// A complete answer: its findings in the order of measures, the general population before groups,
/// and the status of every measure that has no finding of its own.
struct answer_row {
  rows<finding_row> findings;
  ambit::status otherwise;
};

/// From `first` on, until the next segment of its timeline, the answer is `answer`.
struct segment_row {
  date first;
  position<answer_row> answer;
};

/// The answers for all days; its first segment begins at distant_past.
struct timeline_row {
  rows<segment_row> segments;
};

/// Which timeline a region has, for one edition and one set of adopted advices.
struct timeline_entry {
  position<timeline_row> timeline;
};

/// What is known from `published` on, until the next edition.
struct edition_row {
  date published;
};

/// A consistent set of advices: bit i is the advice at position i.
struct advice_set_row {
  std::uint32_t advices;
};

/// A figure that a source gives. A status is never derived from one.
struct figure_row {
  text_at id;
  bilingual about;
  ambit::precision precision;
  std::uint32_t value;
  text_at period;  ///< ISO 8601, reduced as far as the source is: 2022-01/2022-08
  text_at counted_by;
  rows<region_entry> regions;
  rows<citation_row> citations;
};

/// What a careful reader notes in the sources: contradictions, what is withheld, and the like.
struct remark_row {
  text_at id;
  remark_kind kind;
  bilingual text;
  rows<region_entry> regions;
  rows<citation_row> citations;
};

/// The region codes of a country as a perfect hash: `slots` holds at (packed * multiplier) >> shift
/// the packed code in its low 48 bits and the position of its region above; 0 is an empty slot.
struct region_hash {
  std::span<const std::uint64_t> slots;
  std::uint64_t multiplier = 0;
  unsigned shift = 0;

  /// The position of that code among the regions; none if the country has no such code.
  constexpr position<region_row> find(region code) const noexcept {
    const std::uint64_t slot = slots[code.packed * multiplier >> shift];
    return (slot & 0xffff'ffff'ffff) == code.packed && code.packed != 0
               ? position<region_row>{static_cast<std::uint16_t>(slot >> 48)}
               : position<region_row>{};
  }
};

/// A view of one policy's table: what all queries read.
struct table {
  const char* texts = nullptr;
  text_at id, jurisdiction, country;
  bilingual title;
  date horizon;                  ///< the last day for which the sources vouch
  change begins;                 ///< since when the jurisdiction has a policy on the country
  rows<citation_row> citations;  ///< that the policy exists
  rows<citation_row> absence_citations;  ///< that there was none before

  region_hash hash;
  std::span<const region_row> regions;
  std::span<const edition_row> editions;
  std::span<const advice_set_row> advice_sets;
  std::span<const timeline_entry> timeline_of;  ///< by edition, then advice set, then region
  std::span<const timeline_row> timelines;
  std::span<const segment_row> segments;
  std::span<const answer_row> answers;
  std::span<const finding_row> findings;
  std::span<const rule_row> rules;
  std::span<const citation_row> citation_rows;
  std::span<const source_row> sources;
  std::span<const advice_row> advices;
  std::span<const persons_row> persons;
  std::span<const condition_row> conditions;
  std::span<const condition_entry> condition_entries;
  std::span<const region_entry> region_entries;
  std::span<const judgment_row> judgments;
  std::span<const figure_row> figures;
  std::span<const remark_row> remarks;

  constexpr std::string_view text(text_at at) const noexcept { return texts + at.offset; }
  constexpr std::string_view text(bilingual both, language in) const noexcept {
    return text(in == language::en ? both.en : both.nl);
  }
};

/// The rows that `which` selects of `all`.
template <class Row>
constexpr std::span<const Row> select(std::span<const Row> all, rows<Row> which) noexcept {
  return all.subspan(which.first, which.count);
}

/// Anything that shows a table: a generated policy (an empty object), an entry of the atlas, or a
/// table made in memory. Passing one costs nothing that its view does not.
template <class T>
concept policy = std::copyable<T> && requires(const T& shown) {
  { shown.view() }
  noexcept->std::same_as<table>;
};

}  // namespace ambit::inline v1
