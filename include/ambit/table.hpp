// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/date.hpp>
#include <ambit/packed_text.hpp>
#include <ambit/region.hpp>
#include <ambit/rows.hpp>
#include <ambit/status.hpp>
#include <ambit/version.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

// The plain records of a generated table. Rows refer to each other and to their texts by position,
// never by pointer: a table needs no relocation, and nothing of it runs before main. The generator
// writes them; users read them through the queries of classify.hpp.

namespace ambit::inline v8 {

struct advice_row;
struct alternative_row;
struct persons_row;
struct place_row;
struct region_row;

namespace detail {
/// What counts the rows of an array: most have 65,535 at most; regions, groups, places and lists of
/// alternatives 255, and so have the advices, of which there are 32.
template <class Row, class... Few>
using index_of = std::conditional_t<(std::is_same_v<Row, Few> || ...), std::uint8_t, std::uint16_t>;
template <class Row>
using row_index = index_of<Row, advice_row, alternative_row, persons_row, place_row, region_row>;
}  // namespace detail

/// A position in one of a table's arrays. `Row` tells which, so that one cannot stand for another.
template <class Row>
struct position {
  using index = detail::row_index<Row>;
  static constexpr index none = static_cast<index>(-1);

  index value = none;

  constexpr position() = default;
  constexpr position(index at) noexcept : value(at) {}
  static constexpr position at(std::size_t index_of_row) noexcept {
    return {static_cast<index>(index_of_row)};
  }

  constexpr explicit operator bool() const noexcept { return value != none; }
  friend constexpr bool operator==(position, position) = default;
};

/// Where a NUL-terminated UTF-8 text begins in the table's block of names and references; 0 is the
/// empty text.
struct text_at {
  std::uint16_t offset = 0;

  constexpr text_at() = default;
  constexpr text_at(std::uint16_t at) noexcept : offset(at) {}

  friend constexpr bool operator==(text_at, text_at) = default;
};

/// Where a text for people begins in the table's block of them: packed, in English and then in
/// Dutch. A program that shows none does not have the block. 0 is the empty text.
struct bilingual {
  std::uint16_t offset = 0;

  constexpr bilingual() = default;
  constexpr bilingual(std::uint16_t at) noexcept : offset(at) {}

  constexpr bool empty() const noexcept { return offset == 0; }
  friend constexpr bool operator==(bilingual, bilingual) = default;
};

/// A day in two bytes: a table has the days of the years 1951 to 2128. Days before and after become
/// days that lie before and after all of those; the two distant days stay what they are.
struct packed_day {
  std::uint16_t value = 0;

  static constexpr date first = to_date({1950, 1, 1}), last = to_date({2129, 6, 4});

  constexpr packed_day() = default;
  constexpr packed_day(date day) noexcept
      : value(day < first             ? std::uint16_t{0}
              : day == distant_future ? std::uint16_t{0xffff}
              : day > last            ? std::uint16_t{0xfffe}
                                      : static_cast<std::uint16_t>(day.days - first.days + 1)) {}
  constexpr date unpacked() const noexcept {
    return value == 0        ? distant_past
           : value == 0xffff ? distant_future
                             : date{first.days + value - 1};
  }

  constexpr operator date() const noexcept { return unpacked(); }

  friend constexpr auto operator<=>(packed_day, packed_day) = default;
  friend constexpr bool operator==(packed_day, packed_day) = default;
  friend constexpr auto operator<=>(packed_day a, date b) noexcept { return a.unpacked() <=> b; }
  friend constexpr bool operator==(packed_day a, date b) noexcept { return a.unpacked() == b; }
};

/// The days between which a change fell: on `after` it had not happened, on `by` it had. An exact
/// day D has the bounds D - 1 and D; what never happens as far as known has distant_future.
struct bounds {
  date after = distant_future;
  date by = distant_future;

  friend constexpr bool operator==(const bounds&, const bounds&) = default;
};

struct source_row;

/// A change in the life of a rule, an advice (`advised`) or the policy (`in_force`), and the source
/// that proves it: it is known from the day of that source on.
struct change_row {
  event what;
  position<source_row> proof;
  packed_day after;
  packed_day by;

  constexpr bounds between() const noexcept { return {after, by}; }
};

/// The SHA-256 of a document.
struct digest_row {
  std::uint8_t bytes[32];

  friend constexpr bool operator==(const digest_row&, const digest_row&) = default;
};

using digest_text = short_text<64>;

/// It as text: 64 small hexadecimal digits.
constexpr digest_text to_text(const digest_row& of) noexcept {
  constexpr std::string_view digits = "0123456789abcdef";
  digest_text text{{}, 64};
  for (std::size_t i = 0; i < sizeof of.bytes; ++i) {
    text.characters[2 * i] = digits[of.bytes[i] >> 4u];
    text.characters[2 * i + 1] = digits[of.bytes[i] & 0xfu];
  }
  return text;
}

namespace detail {
/// Read by generated tables, whose digests are well formed.
constexpr digest_row read_digest(std::string_view text) {
  digest_row made{};
  const auto digit = [](char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
  };
  for (std::size_t i = 0; i < sizeof made.bytes; ++i)
    made.bytes[i] = static_cast<std::uint8_t>(digit(text[2 * i]) << 4 | digit(text[2 * i + 1]));
  return made;
}
}  // namespace detail

/// A document. The digest pins its bytes, if it is pinned.
struct source_row {
  text_at id;
  packed_day published;
  text_at language;
  text_at reference;
  bilingual title;
  position<digest_row> digest;
  source_kind kind;
};

/// A place in a document.
struct citation_row {
  position<source_row> source;
  text_at at;

  friend constexpr bool operator==(const citation_row&, const citation_row&) = default;
};

/// A proposal that awaits a decision. `requires` is the set of advices that must be adopted too,
/// directly or through others: bit i is the advice at position i.
struct advice_row {
  std::uint32_t prerequisites;
  text_at id;
  bilingual title;
  position<source_row> source;
  position<change_row> given;
  rows<citation_row> citations;
};

/// A group of persons for which a rule is made. `fear`: the group is made of those who have it.
struct persons_row {
  text_at id;
  bilingual definition;
  rows<citation_row> citations;
  fear_scope fear;
};

/// Something that must be assessed or established before a rule bears on one person. `duration`:
/// of a span of time that it is about, in ISO 8601 (P6M).
struct condition_row {
  text_at id;
  bilingual text;
  text_at duration;
  rows<citation_row> citations;
  subject about;
};

/// A subdivision of the country.
struct region_row {
  packed_region code;
  text_at name;
};

/// Another name of a region, as a source writes it.
struct alias_row {
  text_at name;
  rows<citation_row> citations;
  position<region_row> region;
};

/// One entry of a list of regions (the alternatives of a rule, the regions of a judgment).
struct region_entry {
  position<region_row> region;

  friend constexpr bool operator==(const region_entry&, const region_entry&) = default;
};

/// A place that is no region of ISO 3166-2, or that a text names otherwise.
struct place_row {
  text_at id;
  bilingual name;
  bilingual decision;          ///< why an editor relates it so, where no text does
  rows<region_entry> regions;  ///< of the relation
  rows<citation_row> citations;
  ambit::relation relation;
};

/// One entry of a list of places, and one of a list of groups.
struct place_entry {
  position<place_row> place;

  friend constexpr bool operator==(const place_entry&, const place_entry&) = default;
};
struct persons_entry {
  position<persons_row> persons;

  friend constexpr bool operator==(const persons_entry&, const persons_entry&) = default;
};

/// One entry of a rule's list of conditions.
struct condition_entry {
  position<condition_row> condition;

  friend constexpr bool operator==(const condition_entry&, const condition_entry&) = default;
};

/// The areas to which a rule refers those who are at risk elsewhere in the country.
struct alternative_row {
  rows<region_entry> regions;
  rows<place_entry> places;
  ambit::closure closure;
};

/// One statement of the policy.
struct rule_row {
  text_at id;
  bilingual title;
  bilingual note;
  text_at scale;
  text_at level;
  text_at legal_basis;
  position<rule_row> superseded_by;  ///< the rule that took its place
  rows<place_entry> places;          ///< of its area
  rows<persons_entry> persons;       ///< the groups that it is made for; none: everyone
  rows<condition_entry> conditions;
  rows<condition_entry> unless;  ///< where one of these holds, the rule does not apply after all
  rows<change_row> changes;      ///< of its life, in the order of `rule_events`
  rows<citation_row> citations;
  position<alternative_row> alternative;
  position<advice_row> advice;  ///< the advice that proposes this rule
  position<advice_row> adopts;  ///< the advice that this rule carries out
  ambit::measure measure;
  ambit::effect effect;
  ambit::closure closure;  ///< of its area
  ambit::presumption presumption;
  fear_scope fear;
  ambit::test test;
  std::uint8_t residence;    ///< set of ambit::residence: bit i is the value i
  bool conditions_complete;  ///< false: the source has conditions that are not known here
  ambit::ending ending;      ///< why it ended, where it did
};

/// What a court held; it is shown beside the policy and settles nothing in it.
struct judgment_row {
  text_at id;
  text_at court;
  text_at case_number;
  text_at ecli;
  packed_day given;
  bilingual holding;
  rows<region_entry> regions;  ///< none: the country, or a part that the source does not name
  rows<citation_row> citations;
  ambit::measure measure;
};

/// What is not certain of a finding: a change that lies between its bounds, and the rule that says
/// the same, and took the place of the other one if the change has happened.
struct doubt_row {
  position<change_row> uncertain;
  position<rule_row> instead;

  friend constexpr bool operator==(const doubt_row&, const doubt_row&) = default;
};

/// One finding as the generator worked it out.
struct finding_row {
  ambit::status status;
  ambit::ground ground;
  position<persons_row> persons;
  position<place_row> place;  ///< in or over the region, where it is about that place
  position<rule_row> rule;
  position<doubt_row> doubt;

  /// Whether it is for everyone in the region as a whole.
  constexpr bool is_general() const noexcept { return !persons && !place; }

  friend constexpr bool operator==(const finding_row&, const finding_row&) = default;
};

namespace detail {
/// What the low 12 bits of no position are.
inline constexpr unsigned none_in_12_bits = 0xfff;

template <class Row>
constexpr position<Row> position_in_12_bits(unsigned bits) noexcept {
  return bits == none_in_12_bits ? position<Row>{} : position<Row>::at(bits);
}
}  // namespace detail

/// The same in six bytes: a table has more findings than anything else. Rules and doubts are 4,095
/// at most.
class packed_finding {
 public:
  constexpr packed_finding() = default;
  constexpr packed_finding(const finding_row& of) noexcept
      : persons_(of.persons),
        place_(of.place),
        said_(static_cast<std::uint8_t>(static_cast<unsigned>(of.status) |
                                        static_cast<unsigned>(of.ground) << 4)),
        rule_low_(static_cast<std::uint8_t>(of.rule.value)),
        doubt_low_(static_cast<std::uint8_t>(of.doubt.value)),
        high_(static_cast<std::uint8_t>((of.rule.value >> 8 & 0xfu) |
                                        (of.doubt.value >> 4 & 0xf0u))) {}

  constexpr finding_row unpacked() const noexcept {
    return {static_cast<status>(said_ & 0xf),
            static_cast<ground>(said_ >> 4),
            persons_,
            place_,
            detail::position_in_12_bits<rule_row>(rule_low_ | (high_ & 0xfu) << 8),
            detail::position_in_12_bits<doubt_row>(doubt_low_ | (high_ & 0xf0u) << 4)};
  }

  friend constexpr bool operator==(const packed_finding&, const packed_finding&) = default;

 private:
  position<persons_row> persons_;
  position<place_row> place_;
  std::uint8_t said_ = 0;
  std::uint8_t rule_low_ = 0xff, doubt_low_ = 0xff, high_ = 0xff;
};
static_assert(count<status>() <= 16 && count<ground>() <= 16);

/// All that is found on one measure: the general population before groups, the region as a whole
/// before places.
struct measure_row {
  ambit::measure measure;
  rows<packed_finding> findings;
};

/// One entry of an answer's list of measures.
struct measure_entry {
  position<measure_row> found;
};

/// The statuses of all measures in one word: that of measure m in the four bits from 4 * m on.
struct [[nodiscard]] status_word {
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

/// A complete answer, but for its statuses: the measures of which a rule speaks, in order; and what
/// holds of every other measure.
struct answer_row {
  rows<measure_entry> measures;
  position<packed_finding> otherwise;
};

/// Which answer holds in one period of a timeline.
struct answer_entry {
  position<answer_row> answer;
};

/// The days on which the answer of any region becomes another, in one edition and with one set of
/// advices adopted. All regions share them: so the day is found without waiting for the region.
struct timeline_row {
  position<packed_day> first;
  std::uint16_t count;

  friend constexpr bool operator==(const timeline_row&, const timeline_row&) = default;
};

/// The answers of one region in the periods of its timeline: at `first` the one before all days,
/// and after it one from each day on.
struct region_timeline_row {
  position<answer_entry> first;
};

/// What is known from `published` on, until the next edition.
struct edition_row {
  packed_day published;
};

/// A consistent set of advices: bit i is the advice at position i.
struct advice_set_row {
  std::uint32_t advices;
};

/// A figure that a source gives. A status is never derived from one.
struct figure_row {
  std::uint32_t value;
  text_at id;
  bilingual about;
  text_at period;  ///< ISO 8601, reduced as far as the source is: 2022-01/2022-08
  text_at counted_by;
  rows<region_entry> regions;
  rows<citation_row> citations;
  ambit::precision precision;
};

/// What a careful reader notes in the sources: contradictions, what is withheld, and the like.
struct remark_row {
  text_at id;
  bilingual text;
  rows<region_entry> regions;
  rows<citation_row> citations;
  remark_kind kind;
};

/// Anything that shows a table: a generated policy (an empty object), an entry of the atlas, or a
/// table made in memory. Each part is a function, so that a policy at run time needs neither
/// pointers in memory nor code before main, and one at compile time evaluates only what is asked.
template <class T>
concept policy = std::copyable<T> && std::equality_comparable<T> && requires(const T& of) {
  /// Names and references; and what people read.
  { of.texts() }
  noexcept->std::same_as<const char*>;
  { of.prose() }
  noexcept->std::same_as<const char*>;
  { of.id() }
  noexcept->std::same_as<text_at>;
  { of.jurisdiction() }
  noexcept->std::same_as<ambit::country>;
  { of.country() }
  noexcept->std::same_as<ambit::country>;
  { of.title() }
  noexcept->std::same_as<bilingual>;
  /// The last day for which the sources vouch.
  { of.horizon() }
  noexcept->std::same_as<date>;
  /// Since when the jurisdiction has a policy on the country, where the sources say so, and where
  /// they say that there was none before.
  { of.begins() }
  noexcept->std::same_as<position<change_row>>;
  { of.existence() }
  noexcept->std::same_as<rows<citation_row>>;
  { of.absence() }
  noexcept->std::same_as<rows<citation_row>>;
  /// The position of a code among its regions; none if the country has no such code.
  { of.find_region(region{}) }
  noexcept->std::same_as<position<region_row>>;
  { of.regions() }
  noexcept->std::same_as<row_span<region_row>>;
  { of.aliases() }
  noexcept->std::same_as<row_span<alias_row>>;
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
  noexcept->std::same_as<row_span<packed_day>>;
  { of.answer_entries() }
  noexcept->std::same_as<row_span<answer_entry>>;
  { of.answers() }
  noexcept->std::same_as<row_span<answer_row>>;
  /// The statuses for everyone of each answer.
  { of.statuses() }
  noexcept->std::same_as<row_span<status_word>>;
  { of.measure_entries() }
  noexcept->std::same_as<row_span<measure_entry>>;
  { of.measures() }
  noexcept->std::same_as<row_span<measure_row>>;
  { of.findings() }
  noexcept->std::same_as<row_span<packed_finding>>;
  { of.doubts() }
  noexcept->std::same_as<row_span<doubt_row>>;
  { of.changes() }
  noexcept->std::same_as<row_span<change_row>>;
  { of.rules() }
  noexcept->std::same_as<row_span<rule_row>>;
  { of.alternatives() }
  noexcept->std::same_as<row_span<alternative_row>>;
  { of.citations() }
  noexcept->std::same_as<row_span<citation_row>>;
  { of.sources() }
  noexcept->std::same_as<row_span<source_row>>;
  { of.digests() }
  noexcept->std::same_as<row_span<digest_row>>;
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
[[nodiscard]] constexpr std::string_view text(const Policy& of, text_at at) noexcept {
  return of.texts() + at.offset;
}
template <policy Policy>
constexpr packed_text text(const Policy& of, bilingual both, language in) noexcept {
  const char* en = of.prose() + both.offset;
  return packed_text{in == language::en ? en : en + std::string_view{en}.size() + 1};
}

/// The position among `all` of the row with that id; their number if none has it.
template <policy Policy, class Row>
[[nodiscard]] constexpr std::size_t find_id(const Policy& of, row_span<Row> all,
                                            std::string_view id) noexcept {
  std::size_t at = 0;
  while (at < all.size() && text(of, all[at].id) != id) ++at;
  return at;
}

/// The change of a rule's life of that kind, one of `rule_events`; none if none is known.
template <policy Policy>
[[nodiscard]] constexpr position<change_row> change_of(const Policy& of, const rule_row& rule,
                                                       event which) noexcept {
  const std::size_t first = rule.changes.first();
  for (std::size_t at = first; at < first + rule.changes.count; ++at)
    if (of.changes()[at].what == which) return {static_cast<std::uint16_t>(at)};
  return {};
}

namespace detail {
// Never defined: calling it while a constant is evaluated ends the compilation with its name.
void the_policy_has_no_region_of_that_code();
}  // namespace detail

/// A region of a policy's country as a constant: region_in(nl_ml, "ML-7"). A code that the policy
/// does not have, such as "ML-77", does not compile: its answers would all be `unknown_region`.
template <policy Policy>
consteval region region_in(Policy of, std::string_view code) {
  const region read = detail::read_region(code);
  if (read == region{})
    detail::
        a_region_is_written_like_ML_7_two_capitals_a_hyphen_then_one_to_three_capitals_or_digits();
  if (!of.find_region(read)) detail::the_policy_has_no_region_of_that_code();
  return read;
}

/// The codes of one country's regions as a perfect hash. The low 32 bits of a code, multiplied and
/// shifted, choose its slot. All codes begin alike: a slot has the 24 bits behind that, and below
/// them the position of its region.
struct region_hash {
  static constexpr std::uint32_t empty_slot = ~std::uint32_t{0};  ///< no region, whatever the rest

  const std::uint32_t* code_slots;
  std::uint64_t prefix;  ///< packed, the code that is nothing but what all begin with
  std::uint32_t multiplier;
  unsigned shift;

  // Inlined always: out of line it would be given the address from memory, to be relocated.
  [[gnu::always_inline]] constexpr position<region_row> find(region code) const noexcept {
    const std::uint32_t slot =
        code_slots[static_cast<std::uint32_t>(code.packed) * multiplier >> shift];
    // What differs from the code is the position, or more than any: one comparison tells.
    const std::uint64_t differs = slot ^ (code.packed ^ prefix) << 8;
    return {static_cast<std::uint8_t>(differs < 255 ? differs : 255)};
  }
};

}  // namespace ambit::inline v8
