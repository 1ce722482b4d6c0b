// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <ambit/date.hpp>
#include <ambit/region.hpp>
#include <ambit/status.hpp>

#include <boost/hana/adapt_struct.hpp>

#include <cstdint>
#include <string>
#include <vector>

// The source format as structs. Each one is adapted for Boost.Hana, and that is the whole schema:
// the reader, the rejection of unknown keys, the resolution of references and the JSON Schema
// iterate the members. A new key is a new member, here and nowhere else. A member's name is its key
// (without a trailing underscore), its type says what may be written there and whether it must be.

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

}  // namespace ambitc

BOOST_HANA_ADAPT_STRUCT(ambitc::change_value, on, after, by, source);
BOOST_HANA_ADAPT_STRUCT(ambitc::bilingual_record, en, nl);
BOOST_HANA_ADAPT_STRUCT(ambitc::section_record, at, starts);
BOOST_HANA_ADAPT_STRUCT(ambitc::source_record, id, kind, published, language, reference, title,
                        file, sha256, seen, section, says_nothing, confidential);
BOOST_HANA_ADAPT_STRUCT(ambitc::citation_record, source, at, terms);
BOOST_HANA_ADAPT_STRUCT(ambitc::advice_record, id, title, source, requires_, given, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::persons_record, id, definition, fear, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::scale_record, id, title, levels);
BOOST_HANA_ADAPT_STRUCT(ambitc::condition_record, id, text, about, duration, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::place_record, id, name, relation, regions, decision, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::alias_record, id, name, region, decision, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::area_record, regions, places, country, except, except_places,
                        closure);
BOOST_HANA_ADAPT_STRUCT(ambitc::alternatives_record, regions, places, closure);
BOOST_HANA_ADAPT_STRUCT(ambitc::rule_record, id, title, measure, effect, area, persons, scale,
                        level, legal_basis, alternatives, presumption, fear, test, residence,
                        conditions, conditions_complete, unless, note, advice, adopts, decided,
                        announced, published, in_force, until, ending, last_seen, supersedes, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::judgment_record, id, court, case_number, ecli, given, measure,
                        regions, holding, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::figure_record, id, about, value, precision, period, counted_by,
                        regions, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::remark_record, id, kind, text, regions, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::absence_record, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::policy_record, id, jurisdiction, country, title, horizon, excerpt,
                        begins, cite);
BOOST_HANA_ADAPT_STRUCT(ambitc::document, policy, absence, source, advice, persons, place, alias,
                        scale, condition, rule, judgment, figure, remark);
BOOST_HANA_ADAPT_STRUCT(ambitc::scenario_record, region, on, known, assuming, assume_unchanged,
                        measure, persons, place, status, rule);
BOOST_HANA_ADAPT_STRUCT(ambitc::scenarios, scenario);
