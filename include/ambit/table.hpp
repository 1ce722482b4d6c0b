// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/date.hpp>
#include <ambit/region.hpp>
#include <ambit/status.hpp>
#include <ambit/version.hpp>

#include <concepts>
#include <cstdint>
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

/// The days between which a change fell: on `after` it had not happened, on `by` it had. An exact
/// day D has the bounds D - 1 and D; what never happens as far as known has distant_future.
struct bounds {
  date after = distant_future;
  date by = distant_future;

  friend constexpr bool operator==(const bounds&, const bounds&) = default;
};

struct source_row;

/// A change in the life of a rule, an advice or a policy, and the source that proves it: it is
/// known from the day of that source on. Without bounds and proof where none is known.
struct change {
  bounds between;
  position<source_row> proof;

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
  change given;
  rows<citation_row> citations;
};

/// A group of persons for which a rule is made. `fear`: the group is made of those who have it.
struct persons_row {
  text_at id;
  bilingual definition;
  fear_scope fear;
  rows<citation_row> citations;
};

/// Something that must be assessed or established before a rule bears on one person. `duration`:
/// of a span of time that it is about, in ISO 8601 (P6M).
struct condition_row {
  text_at id;
  bilingual text;
  subject about;
  text_at duration;
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

/// A place that is no region of ISO 3166-2, or that a text names otherwise.
struct place_row {
  text_at id;
  bilingual name;
  ambit::relation relation;
  rows<region_entry> regions;  ///< of the relation
  bilingual decision;          ///< why an editor relates it so, where no text does
  rows<citation_row> citations;
};

/// One entry of a list of places, and one of a list of groups.
struct place_entry {
  position<place_row> place;
};
struct persons_entry {
  position<persons_row> persons;
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
  rows<place_entry> places;     ///< of its area
  rows<persons_entry> persons;  ///< the groups that it is made for; none: everyone
  rows<region_entry> alternatives;
  rows<place_entry> alternative_places;
  ambit::closure alternatives_closure;
  ambit::presumption presumption;
  fear_scope fear;
  ambit::test test;
  std::uint8_t residence;  ///< set of ambit::residence: bit i is the value i
  rows<condition_entry> conditions;
  bool conditions_complete;      ///< false: the source has conditions that are not known here
  rows<condition_entry> unless;  ///< where one of these holds, the rule does not apply after all
  bilingual note;
  position<advice_row> advice;  ///< the advice that proposes this rule
  position<advice_row> adopts;  ///< the advice that this rule carries out
  change decided;
  change announced;
  change published;
  change in_force;
  change until;
  ambit::ending ending;              ///< why it ended, where it did
  position<rule_row> superseded_by;  ///< the rule that took its place
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
  position<place_row> place;   ///< in or over the region, where it is about that place
  position<rule_row> instead;  ///< says the same, and may have taken the place of `rule`
  ambit::bounds between;       ///< of the uncertain change; none otherwise

  /// Whether it is for everyone in the region as a whole.
  constexpr bool is_general() const noexcept { return !persons && !place; }
};

/// The statuses of all measures in one word: that of measure m in the four bits from 4 * m on.
struct status_word {
  std::uint64_t bits = 0;

  constexpr status_word() = default;
  constexpr status_word(std::uint64_t word) noexcept : bits(word) {}

  static constexpr status_word all(status each) noexcept {
    return static_cast<std::uint64_t>(each) * 0x1111'1111'1111'1111;
  }
  constexpr status operator[](measure of) const noexcept {
    return static_cast<status>(bits >> 4 * static_cast<unsigned>(of) & 0xf);
  }
  constexpr void set(measure of, status to) noexcept {
    const unsigned shift = 4 * static_cast<unsigned>(of);
    bits = (bits & ~(std::uint64_t{0xf} << shift)) | static_cast<std::uint64_t>(to) << shift;
  }
  friend constexpr bool operator==(status_word, status_word) = default;
};
static_assert(count<status>() <= 16 && measure_count <= 16);

/// A complete answer: the statuses for everyone; the findings of which a rule speaks, in the order
/// of measures, the general population before groups; and what holds of every other measure.
struct answer_row {
  status_word statuses;
  rows<finding_row> findings;
  position<finding_row> otherwise;  ///< its measure says nothing
};

/// Which answer holds in one period of a timeline.
struct answer_entry {
  position<answer_row> answer;
};

/// The days on which the answer of any region becomes another, in one edition and with one set of
/// advices adopted. All regions share them: so the day is found without waiting for the region.
struct timeline_row {
  rows<date> days;
};

/// The answers of one region in the periods of its timeline: at `first` the one before all days,
/// and after it one from each day on.
struct region_timeline_row {
  position<answer_entry> first;
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

/// Consecutive rows, to read. What std::span would be: that one takes the compiler 15 ms for each
/// kind of row, a third of a second for a table, in every file that includes one.
template <class Row>
class row_span {
 public:
  constexpr row_span() = default;
  constexpr row_span(const Row* first, std::size_t size) noexcept : first_(first), size_(size) {}

  constexpr const Row* begin() const noexcept { return first_; }
  constexpr const Row* end() const noexcept { return first_ + size_; }
  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr const Row& operator[](std::size_t at) const noexcept { return first_[at]; }

 private:
  const Row* first_ = nullptr;
  std::size_t size_ = 0;
};

/// Anything that shows a table: a generated policy (an empty object), an entry of the atlas, or a
/// table made in memory. Each part is a function, so that a policy at run time needs neither
/// pointers in memory nor code before main, and one at compile time evaluates only what is asked.
template <class T>
concept policy = std::copyable<T> && std::equality_comparable<T> && requires(const T& of) {
  { of.texts() }
  noexcept->std::same_as<const char*>;
  { of.id() }
  noexcept->std::same_as<text_at>;
  { of.jurisdiction() }
  noexcept->std::same_as<text_at>;
  { of.country() }
  noexcept->std::same_as<text_at>;
  { of.title() }
  noexcept->std::same_as<bilingual>;
  /// The last day for which the sources vouch.
  { of.horizon() }
  noexcept->std::same_as<date>;
  /// Since when the jurisdiction has a policy on the country, where the sources say so, and where
  /// they say that there was none before.
  { of.begins() }
  noexcept->std::same_as<change>;
  { of.existence() }
  noexcept->std::same_as<rows<citation_row>>;
  { of.absence() }
  noexcept->std::same_as<rows<citation_row>>;
  /// The region codes as a perfect hash: at (packed * multiplier) >> shift stands the packed code
  /// in the low 48 bits and the position of its region above; an empty slot has all bits set.
  { of.slots() }
  noexcept->std::same_as<row_span<std::uint64_t>>;
  { of.multiplier() }
  noexcept->std::same_as<std::uint64_t>;
  { of.shift() }
  noexcept->std::same_as<unsigned>;
  { of.regions() }
  noexcept->std::same_as<row_span<region_row>>;
  { of.editions() }
  noexcept->std::same_as<row_span<edition_row>>;
  { of.advice_sets() }
  noexcept->std::same_as<row_span<advice_set_row>>;
  /// By edition, then set of advices; and within each by region.
  { of.timelines() }
  noexcept->std::same_as<row_span<timeline_row>>;
  { of.region_timelines() }
  noexcept->std::same_as<row_span<region_timeline_row>>;
  { of.days() }
  noexcept->std::same_as<row_span<date>>;
  { of.answer_entries() }
  noexcept->std::same_as<row_span<answer_entry>>;
  { of.answers() }
  noexcept->std::same_as<row_span<answer_row>>;
  { of.findings() }
  noexcept->std::same_as<row_span<finding_row>>;
  { of.rules() }
  noexcept->std::same_as<row_span<rule_row>>;
  { of.citations() }
  noexcept->std::same_as<row_span<citation_row>>;
  { of.sources() }
  noexcept->std::same_as<row_span<source_row>>;
  { of.advices() }
  noexcept->std::same_as<row_span<advice_row>>;
  { of.persons() }
  noexcept->std::same_as<row_span<persons_row>>;
  { of.persons_entries() }
  noexcept->std::same_as<row_span<persons_entry>>;
  { of.places() }
  noexcept->std::same_as<row_span<place_row>>;
  { of.place_entries() }
  noexcept->std::same_as<row_span<place_entry>>;
  { of.conditions() }
  noexcept->std::same_as<row_span<condition_row>>;
  { of.condition_entries() }
  noexcept->std::same_as<row_span<condition_entry>>;
  { of.region_entries() }
  noexcept->std::same_as<row_span<region_entry>>;
  { of.judgments() }
  noexcept->std::same_as<row_span<judgment_row>>;
  { of.figures() }
  noexcept->std::same_as<row_span<figure_row>>;
  { of.remarks() }
  noexcept->std::same_as<row_span<remark_row>>;
};

/// A text of a policy's table.
template <policy Policy>
constexpr std::string_view text(const Policy& of, text_at at) noexcept {
  return of.texts() + at.offset;
}
template <policy Policy>
constexpr std::string_view text(const Policy& of, bilingual both, language in) noexcept {
  return text(of, in == language::en ? both.en : both.nl);
}

/// The change of a rule's life of that kind, one of `rule_events`.
constexpr const change& change_of(const rule_row& rule, event which) noexcept {
  switch (which) {
    case event::decided:
      return rule.decided;
    case event::announced:
      return rule.announced;
    case event::published:
      return rule.published;
    case event::until:
      return rule.until;
    default:
      return rule.in_force;
  }
}

/// The position among `all` of the row with that id; their number if none has it.
template <policy Policy, class Row>
constexpr std::size_t find_id(const Policy& of, row_span<Row> all, std::string_view id) noexcept {
  std::size_t at = 0;
  while (at < all.size() && text(of, all[at].id) != id) ++at;
  return at;
}

/// The rows that `which` selects of `all`.
template <class Row>
constexpr row_span<Row> select(row_span<Row> all, rows<Row> which) noexcept {
  return {all.begin() + which.first, which.count};
}

/// The position of a code among a policy's regions; none if the country has no such code.
template <policy Policy>
constexpr position<region_row> find_region(const Policy& of, region code) noexcept {
  const std::uint64_t slot = of.slots()[code.packed * of.multiplier() >> of.shift()];
  return (slot & 0xffff'ffff'ffff) == code.packed
             ? position<region_row>{static_cast<std::uint16_t>(slot >> 48)}
             : position<region_row>{};
}

}  // namespace ambit::inline v1
