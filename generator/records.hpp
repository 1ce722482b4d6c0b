// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <ambit/date.hpp>
#include <ambit/region.hpp>
#include <ambit/status.hpp>

#include <boost/hana/adapt_struct.hpp>
#include <boost/preprocessor/seq/enum.hpp>
#include <boost/preprocessor/seq/transform.hpp>
#include <boost/preprocessor/tuple/elem.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The source format as structs. Each one is adapted for Boost.Hana, and that is the whole schema:
// the reader, the rejection of unknown keys, the resolution of references and the JSON Schema
// iterate the members. A new key is a new member, here and nowhere else, with its description
// below. A member's name is its key (without a trailing underscore), its type says what may be
// written there and whether it must be.

namespace ambitc {

// ---- What may be written

/// A value and where it was written. `given` tells a value from a default.
template <class T>
struct field {
  T value{};
  place at{};
  bool given = false;

  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

/// A key that must be there, and one that may be left out.
template <class T>
struct required : field<T> {};
template <class T>
struct optional : field<T> {};

/// An array; of records, an array of tables. At least `Least` entries.
template <class T, std::size_t Least = 0>
struct list : field<std::vector<field<T>>> {
  auto begin() const { return this->value.begin(); }
  auto end() const { return this->value.end(); }
  std::size_t size() const { return this->value.size(); }
  bool empty() const { return this->value.empty(); }
};

/// The name of a record: small letters, digits and single hyphens, beginning with a letter.
struct identifier {
  std::string text;
};

/// The name of another record of the same file. `index` is its position, once resolved.
template <class Record>
struct reference {
  std::string text;
  std::size_t index = static_cast<std::size_t>(-1);
};

/// A text for people, which reaches the table.
struct prose {
  std::string text;
};

/// A string that is only compared, never baked.
struct verbatim {
  std::string text;
};

/// A SHA-256 digest: 64 small hexadecimal digits.
struct digest_text {
  std::string text;
};

/// A period, as ISO 8601 with as much as is known: 2022-09, or 2022-01/2022-08.
struct period_text {
  std::string text;
};

/// A span of time, as ISO 8601: P6M, P1Y, P14D.
struct duration_text {
  std::string text;
};

/// Two small letters: an ISO 639-1 code.
struct language_code {
  std::string text;
};

/// Two capitals: an ISO 3166-1 code.
struct country_code {
  std::string text;
};

struct source_record;

/// The day of a change, or the days between which it fell: a plain day; `{ on, source }`; or
/// `{ after, by, source }`. `source` proves the change; left out, it is the cited source dated
/// `by`, or for an exact day the earliest cited source.
struct change_value {
  optional<ambit::date> on;
  optional<ambit::date> after;
  optional<ambit::date> by;
  optional<reference<source_record>> source;

  // Worked out by the checker.
  ambit::date known = ambit::distant_future;         ///< the day on which the change became known
  std::size_t proof = static_cast<std::size_t>(-1);  ///< position of the source that proves it

  /// That it happened after a day, if at all; known with that source.
  static change_value after_if_at_all(ambit::date day, ambit::date known, std::size_t proof) {
    change_value change;
    change.after.given = change.by.given = true;
    change.after.value = day;
    change.by.value = ambit::distant_future;
    change.known = known;
    change.proof = proof;
    return change;
  }

  /// The last day that certainly lies before the change; distant_past if no source shows one.
  ambit::date last_before() const {
    if (on.given) return ambit::day_before(*on);
    return after.given ? *after : ambit::distant_past;
  }
  /// The first day that certainly does not.
  ambit::date first_since() const { return on.given ? *on : *by; }
};

struct bilingual_record {
  required<prose> en;
  required<prose> nl;
};

// ---- The records

/// A stretch of a document that citations can point to: from the line that begins with `starts` to
/// the next stretch. A section that footnotes interrupt has several stretches of the same name.
struct section_record {
  required<prose> at;
  required<verbatim> starts;
};

struct source_record {
  required<identifier> id;
  required<ambit::source_kind> kind;
  required<ambit::date> published;
  required<language_code> language;
  required<prose> reference;
  required<bilingual_record> title;
  optional<verbatim> file;
  optional<digest_text> sha256;
  list<ambit::date> seen;  ///< later days on which the same text was seen
  list<section_record> section;
  list<prose> says_nothing;  ///< sections that say nothing on any measure
  optional<bool> confidential;

  bool is_markdown() const { return file.given && file->text.ends_with(".md"); }
};

/// A place in a document and the terms that must stand there.
struct citation_record {
  required<reference<source_record>> source;
  required<prose> at;
  list<verbatim, 1> terms;
};

struct advice_record {
  required<identifier> id;
  required<bilingual_record> title;
  required<reference<source_record>> source;
  list<reference<advice_record>> requires_;
  optional<change_value> given;  ///< left out, the day of the source; the checker fills it in
  list<citation_record, 1> cite;
};

struct persons_record {
  required<identifier> id;
  required<bilingual_record> definition;
  optional<ambit::fear_scope> fear;  ///< the group is made of those who have this fear
  list<citation_record, 1> cite;
};

/// A named scale; its levels from the gravest down. Levels of two scales are never compared.
struct scale_record {
  required<identifier> id;
  required<bilingual_record> title;
  list<identifier, 1> levels;
};

struct condition_record {
  required<identifier> id;
  required<bilingual_record> text;
  optional<ambit::subject> about;
  optional<duration_text> duration;
  list<citation_record, 1> cite;
};

/// A place that is no region of ISO 3166-2, or that a text names otherwise: a city, a zone, an old
/// province; and how it lies to regions.
struct place_record {
  required<identifier> id;
  required<bilingual_record> name;
  required<ambit::relation> relation;
  list<ambit::region> regions;
  optional<bilingual_record> decision;  ///< why an editor relates it so, where no text does
  list<citation_record, 1> cite;

  bool is_regions() const { return *relation == ambit::relation::equals; }
  bool has(ambit::region region) const {
    for (const auto& each : regions)
      if (*each == region) return true;
    return false;
  }
  /// Whether a part of the region is a part of the place, or may be.
  bool may_overlap(ambit::region region) const {
    return *relation == ambit::relation::unknown || has(region);
  }
};

/// Another name of a region, as a source writes it, or as an editor knows it to be in use.
struct alias_record {
  required<identifier> id;
  required<prose> name;
  required<ambit::region> region;
  optional<bilingual_record> decision;  ///< why an editor gives it, where no text does
  list<citation_record> cite;
};

/// Where a rule holds: named regions and places, or the whole country, all of it or but for some.
struct area_record {
  list<ambit::region> regions;
  list<reference<place_record>> places;
  optional<bool> country;
  list<ambit::region> except;
  list<reference<place_record>> except_places;
  optional<ambit::closure> closure;

  // Worked out by the checker.
  std::vector<ambit::region> named;  ///< its regions, those of places that equal some included
  std::vector<std::size_t> in_part;  ///< its places that are no regions

  bool is_country() const { return *country && except.empty() && except_places.empty(); }
  bool names(ambit::region region) const {
    for (const ambit::region each : named)
      if (each == region) return true;
    return false;
  }
  bool names_place(std::size_t place) const {
    for (const std::size_t each : in_part)
      if (each == place) return true;
    return false;
  }
  std::size_t size() const { return named.size() + in_part.size(); }
};

/// The places of an internal protection alternative.
struct alternatives_record {
  list<ambit::region> regions;
  list<reference<place_record>> places;
  optional<ambit::closure> closure;
};

struct rule_record {
  required<identifier> id;
  required<bilingual_record> title;
  required<ambit::measure> measure;
  required<ambit::effect> effect;
  required<area_record> area;
  list<reference<persons_record>> persons;
  optional<reference<scale_record>> scale;
  optional<identifier> level;
  optional<prose> legal_basis;
  optional<alternatives_record> alternatives;
  optional<ambit::presumption> presumption;
  optional<ambit::fear_scope> fear;
  optional<ambit::test> test;
  list<ambit::residence> residence;
  list<reference<condition_record>> conditions;
  optional<bool> conditions_complete;
  list<reference<condition_record>> unless;
  optional<bilingual_record> note;
  optional<reference<advice_record>> advice;
  optional<reference<advice_record>> adopts;
  optional<change_value> decided;
  optional<change_value> announced;
  optional<change_value> published;
  optional<change_value> in_force;
  optional<change_value> until;
  optional<ambit::ending> ending;
  optional<ambit::date> last_seen;  ///< after that day no source shows it, nor that it ended
  list<reference<rule_record>> supersedes;
  list<citation_record, 1> cite;

  // Worked out by the checker.
  ambit::date known = ambit::distant_future;  ///< when the earliest cited source was published

  /// Whether it is made for a group, or without one, for everyone.
  bool is_for(std::size_t group) const {
    for (const auto& each : persons)
      if (each->index == group) return true;
    return false;
  }

  /// Its change of that kind: one of `rule_events`.
  const field<change_value>& change(ambit::event event) const {
    switch (event) {
      case ambit::event::decided:
        return decided;
      case ambit::event::announced:
        return announced;
      case ambit::event::published:
        return published;
      case ambit::event::in_force:
        return in_force;
      default:
        return until;
    }
  }
};

struct judgment_record {
  required<identifier> id;
  required<prose> court;
  required<prose> case_number;
  optional<prose> ecli;
  required<ambit::date> given;
  required<ambit::measure> measure;
  list<ambit::region> regions;
  required<bilingual_record> holding;
  list<citation_record, 1> cite;
};

struct figure_record {
  required<identifier> id;
  required<bilingual_record> about;
  required<std::uint32_t> value;
  required<ambit::precision> precision;
  required<period_text> period;
  optional<prose> counted_by;
  list<ambit::region> regions;
  list<citation_record, 1> cite;
};

struct remark_record {
  required<identifier> id;
  required<ambit::remark_kind> kind;
  required<bilingual_record> text;
  list<ambit::region> regions;
  list<citation_record, 1> cite;
};

/// What the sources say of the time before the policy began.
struct absence_record {
  list<citation_record, 1> cite;
};

struct policy_record {
  required<identifier> id;
  required<country_code> jurisdiction;
  required<country_code> country;
  required<bilingual_record> title;
  required<ambit::date> horizon;
  optional<bool> excerpt;  ///< no source is a whole text: nothing follows from what none says
  required<change_value> begins;
  list<ambit::measure> may_be_withheld;  ///< the only measures of confidential rules; none: any
  list<citation_record, 1> cite;

  /// What is said where no rule speaks, once the policy has begun.
  ambit::status unspoken() const {
    return *excerpt ? ambit::status::undetermined : ambit::status::silent;
  }
};

/// One policy file.
struct document {
  required<policy_record> policy;
  optional<absence_record> absence;
  list<source_record, 1> source;
  list<advice_record> advice;
  list<persons_record> persons;
  list<place_record> place;
  list<alias_record> alias;
  list<scale_record> scale;
  list<condition_record> condition;
  list<rule_record, 1> rule;
  list<judgment_record> judgment;
  list<figure_record> figure;
  list<remark_record> remark;
};

/// A question and the answer that its author expects of one measure.
struct scenario_record {
  required<ambit::region> region;
  required<ambit::date> on;
  optional<ambit::date> known;
  list<identifier> assuming;
  optional<bool> assume_unchanged;
  required<ambit::measure> measure;
  optional<identifier> persons;
  optional<identifier> place;
  required<ambit::status> status;
  optional<identifier> rule;
};

/// One file of scenarios.
struct scenarios {
  list<scenario_record, 1> scenario;
};

/// What each key of a record means, in the order of its keys.
template <class Record>
inline constexpr std::array<std::string_view, 0> descriptions = {};

}  // namespace ambitc

// Each record with its keys, and with what each key means in one sentence: the text that editors
// show.

#define AMBITC_KEY(s, data, described) BOOST_PP_TUPLE_ELEM(2, 0, described)
#define AMBITC_DESCRIPTION(s, data, described) BOOST_PP_TUPLE_ELEM(2, 1, described)
#define AMBITC_EACH(what, keys) BOOST_PP_SEQ_ENUM(BOOST_PP_SEQ_TRANSFORM(what, , keys))
#define AMBITC_RECORD(record, keys)                               \
  BOOST_HANA_ADAPT_STRUCT(record, AMBITC_EACH(AMBITC_KEY, keys)); \
  template <>                                                     \
  inline constexpr auto ambitc::descriptions<record> =            \
      std::to_array<std::string_view>({AMBITC_EACH(AMBITC_DESCRIPTION, keys)});

// clang-format off
AMBITC_RECORD(ambitc::change_value,
  ((on, "The day of the change, where a source gives it."))
  ((after, "A day on which a source shows that the change had not happened."))
  ((by, "A day on which a source shows that it had."))
  ((source, "The source that proves the change: left out, the cited one dated `by`, or of an exact day the earliest cited one.")))
AMBITC_RECORD(ambitc::bilingual_record,
  ((en, "The text in English."))
  ((nl, "The text in Dutch.")))
AMBITC_RECORD(ambitc::section_record,
  ((at, "The name of the place, by which citations point to it."))
  ((starts, "How the line begins with which the place begins; it runs to the line where the next listed place begins.")))
AMBITC_RECORD(ambitc::source_record,
  ((id, "The name by which other records cite the document."))
  ((kind, "What sort of document it is."))
  ((published, "The day from which it could be known; of a dated copy, the day of the copy."))
  ((language, "The language in which it is written, as two small letters."))
  ((reference, "The document's own number."))
  ((title, "Its title without number and day, which answers give beside it."))
  ((file, "Its file, below the folder of documents."))
  ((sha256, "The SHA-256 digest of the file, as sha256sum prints it."))
  ((seen, "Later days on which the same text was seen."))
  ((section, "The places that can be cited; of a Markdown document its headings are the places."))
  ((says_nothing, "The places that say nothing on any measure."))
  ((confidential, "Whether nothing of it may reach a public table.")))
AMBITC_RECORD(ambitc::citation_record,
  ((source, "The id of the document."))
  ((at, "The place in it, as its record lists it."))
  ((terms, "What must stand there, letter for letter.")))
AMBITC_RECORD(ambitc::advice_record,
  ((id, "The name by which rules and questions refer to the advice."))
  ((title, "What it proposes."))
  ((source, "The document that gives it."))
  ((requires_, "The advices that must be adopted with it."))
  ((given, "The day on which it was given; left out, the day of its source."))
  ((cite, "Where the document says it.")))
AMBITC_RECORD(ambitc::persons_record,
  ((id, "The name by which rules refer to the group."))
  ((definition, "Who belongs to it, in your own words."))
  ((fear, "The fear that its members have, if it is made of those who have it."))
  ((cite, "Where the sources define it.")))
AMBITC_RECORD(ambitc::scale_record,
  ((id, "The name by which rules refer to the scale."))
  ((title, "What it is called."))
  ((levels, "Its levels, from the gravest down.")))
AMBITC_RECORD(ambitc::condition_record,
  ((id, "The name by which rules refer to the condition."))
  ((text, "What must be established or assessed."))
  ((about, "What it establishes; left out, it is about the circumstances of the person."))
  ((duration, "The span of time that it is about, as ISO 8601: P6M."))
  ((cite, "Where the sources demand it.")))
AMBITC_RECORD(ambitc::place_record,
  ((id, "The name by which areas refer to the place."))
  ((name, "What it is called."))
  ((relation, "How it lies to the regions."))
  ((regions, "The regions that it lies in or over, or that it is, by their ISO 3166-2 codes."))
  ((decision, "Why an editor relates it so, where no text does."))
  ((cite, "Where the sources name it.")))
AMBITC_RECORD(ambitc::alias_record,
  ((id, "The name of the record."))
  ((name, "The other name, as people write it."))
  ((region, "The region that it names, by its ISO 3166-2 code."))
  ((decision, "Why an editor gives the name, where no text does."))
  ((cite, "Where a source has the name.")))
AMBITC_RECORD(ambitc::area_record,
  ((regions, "Regions where it holds, by their ISO 3166-2 codes."))
  ((places, "Places where it holds."))
  ((country, "Whether it holds in the whole country."))
  ((except, "Regions of the country where it does not hold."))
  ((except_places, "Places of the country where it does not hold."))
  ((closure, "What the list says of the regions that it does not name.")))
AMBITC_RECORD(ambitc::alternatives_record,
  ((regions, "Regions to which return is presumed possible."))
  ((places, "Places to which return is presumed possible."))
  ((closure, "What the list says of the places that it does not name.")))
AMBITC_RECORD(ambitc::rule_record,
  ((id, "The name that answers give; keep it once it is published."))
  ((title, "What the rule says, in your own words."))
  ((measure, "The question that it settles."))
  ((effect, "What it does to the regions of its area."))
  ((area, "Where it holds."))
  ((persons, "The groups for which it is made; left out, everyone."))
  ((scale, "The scale of its level."))
  ((level, "Its level on the scale."))
  ((legal_basis, "The provision on which it rests, as the source writes it."))
  ((alternatives, "Where the alternative is, for internal_protection."))
  ((presumption, "How firmly it presumes what it says."))
  ((fear, "The fear for which alone it holds."))
  ((test, "How it is applied to one person."))
  ((residence, "How a person must be tied to the area."))
  ((conditions, "What must be established or assessed."))
  ((conditions_complete, "Whether all conditions of the source are known; false if it has more."))
  ((unless, "Conditions under which the rule does not apply after all."))
  ((note, "Anything else that a reader of the answer must know."))
  ((advice, "The advice that proposes it."))
  ((adopts, "The advice that it carries out."))
  ((decided, "When who decides decided it."))
  ((announced, "When it was announced, as in a letter to parliament."))
  ((published, "When its text was published in the official journal."))
  ((in_force, "The first day on which it holds."))
  ((until, "The first day on which it no longer holds."))
  ((ending, "Why it ended, if a source says so."))
  ((last_seen, "The last day on which a source shows it, if later sources do not speak of it."))
  ((supersedes, "The rules that end when it comes into force."))
  ((cite, "Where the sources say it.")))
AMBITC_RECORD(ambitc::judgment_record,
  ((id, "The name of the record."))
  ((court, "The court that gave it."))
  ((case_number, "The number of the case, as the source gives it."))
  ((ecli, "Its European Case Law Identifier."))
  ((given, "The day on which it was given."))
  ((measure, "The measure that it is about."))
  ((regions, "The regions beside whose answers it is shown."))
  ((holding, "What the court held."))
  ((cite, "Where the sources tell it.")))
AMBITC_RECORD(ambitc::figure_record,
  ((id, "The name of the record."))
  ((about, "What is counted."))
  ((value, "The number, without a separator of thousands."))
  ((precision, "How exactly the source gives it."))
  ((period, "The time that it is about: 2021, 2022-09, or 2022-01/2022-08."))
  ((counted_by, "Who counted."))
  ((regions, "The regions that it is about; left out, the country."))
  ((cite, "Where the sources give it.")))
AMBITC_RECORD(ambitc::remark_record,
  ((id, "The name of the record."))
  ((kind, "What the remark records."))
  ((text, "What a careful reader notes."))
  ((regions, "The regions that it is about; left out, the country."))
  ((cite, "The places that it is about.")))
AMBITC_RECORD(ambitc::absence_record,
  ((cite, "Where a source says that there was no policy before.")))
AMBITC_RECORD(ambitc::policy_record,
  ((id, "Jurisdiction and country in small letters: nl-ml."))
  ((jurisdiction, "Who decides, as two capitals."))
  ((country, "The country that the policy is about, as two capitals."))
  ((title, "What the policy is called."))
  ((horizon, "The last day for which the sources vouch; later days are undetermined."))
  ((excerpt, "Whether no source is a whole text, so that nothing follows from what none of them says."))
  ((begins, "Since when the jurisdiction has a policy on the country."))
  ((may_be_withheld, "The only measures on which confidential rules may speak; left out, any."))
  ((cite, "Where the sources show that the policy exists.")))
AMBITC_RECORD(ambitc::document,
  ((policy, "What the file is about."))
  ((absence, "What the sources say of the time before the policy began."))
  ((source, "A document."))
  ((advice, "A proposal that awaits a decision."))
  ((persons, "A group of persons."))
  ((place, "A place that is no region, or a region under another name."))
  ((alias, "Another name of a region."))
  ((scale, "A named scale of levels."))
  ((condition, "Something that must be established or assessed."))
  ((rule, "One statement of the policy."))
  ((judgment, "What a court held, which settles nothing here."))
  ((figure, "A figure that a source gives; no status is derived from it."))
  ((remark, "What a careful reader notes of the sources.")))
AMBITC_RECORD(ambitc::scenario_record,
  ((region, "The region that is asked about, by its ISO 3166-2 code."))
  ((on, "The day that is asked about."))
  ((known, "The day up to which sources are known; left out, all are."))
  ((assuming, "The advices that are taken as adopted."))
  ((assume_unchanged, "Whether to look past the horizon as if nothing had changed since."))
  ((measure, "The measure that is asked about."))
  ((persons, "The group whose finding is expected; left out, everyone."))
  ((place, "The place whose finding is expected; left out, all of the region."))
  ((status, "The status that is expected."))
  ((rule, "The rule that is expected behind it.")))
AMBITC_RECORD(ambitc::scenarios,
  ((scenario, "A question, and the answer that its author expects of one measure.")))
// clang-format on

#undef AMBITC_RECORD
#undef AMBITC_EACH
#undef AMBITC_DESCRIPTION
#undef AMBITC_KEY
