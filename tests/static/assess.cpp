// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include <ambit/assess.hpp>
#include <ambit/tables/atlas.hpp>

// The logic of the memo and of the Circular on Mali, claim by claim.

namespace {

using namespace answers;
using ambit::fact;
using ambit::subject;
using ambit::tables::nl_ml_table;

struct expected_question {
  subject about;
  std::string_view rule, condition;
};

template <class Assessment>
constexpr bool open(const Assessment& of, std::initializer_list<expected_question> expected) {
  if (of.needed() != expected.size() || !of.complete()) return false;
  const expected_question* next = expected.begin();
  for (const ambit::open_question& each : of.questions()) {
    if (each.about != next->about) return false;
    if (each.rule && text(nl_ml, nl_ml.rules()[each.rule.value].id) != next->rule) return false;
    if (!each.rule && !next->rule.empty()) return false;
    if (each.condition &&
        text(nl_ml, nl_ml.conditions()[each.condition.value].id) != next->condition)
      return false;
    if (!each.condition && !next->condition.empty()) return false;
    if (of.citations(each).empty()) return false;  // each with the place that demands it
    ++next;
  }
  return true;
}

/// Whether a finding bears: that of a measure for everyone, or for a group.
template <class Assessment>
constexpr fact bears(const Assessment& of, ambit::measure measure, std::string_view persons = {}) {
  for (const ambit::bearing each : of.findings())
    if (each.finding.measure == measure && each.finding.persons == persons) return each.bears;
  return fact::no;
}

constexpr auto group = nl_ml_table::group::individual_grounds;
constexpr auto advised_in_gao =
    ambit::classify(nl_ml, gao, "2022-12-01"_date, {.known = "2022-12-01"_date, .assuming = both});
constexpr auto in_gao = ambit::classify(nl_ml, gao, "2023-06-22"_date);
constexpr auto in_kayes = ambit::classify(nl_ml, kayes, "2023-06-22"_date);

// Nothing is established: everything that the memo demands is open.
constexpr auto nothing_known = ambit::assess(advised_in_gao, ambit::establish(nl_ml, {}));
static_assert(open(nothing_known, {{subject::origin, advised, "origin-research"},
                                   {subject::residence, advised, ""},
                                   {subject::circumstances, advised_alternative, "case-by-case"},
                                   {subject::fear, advised_alternative, ""}}));
static_assert(bears(nothing_known, violence) == fact::open);
static_assert(bears(nothing_known, alternative) == fact::open);

// Origin not established: origin research.
constexpr auto origin_open = ambit::assess(
    advised_in_gao,
    ambit::establish(nl_ml, {.fixed_residence = fact::yes, .individual_fear = fact::no}));
static_assert(open(origin_open, {{subject::origin, advised, "origin-research"},
                                 {subject::circumstances, advised_alternative, "case-by-case"}}));

// Fear from the general situation alone: the alternative is presumed, and tested case by case.
constexpr auto from_the_situation = ambit::assess(
    advised_in_gao,
    ambit::establish(
        nl_ml, {.origin = fact::yes, .fixed_residence = fact::yes, .individual_fear = fact::no}));
static_assert(open(from_the_situation,
                   {{subject::circumstances, advised_alternative, "case-by-case"}}));
static_assert(bears(from_the_situation, violence) == fact::yes);
static_assert(bears(from_the_situation, alternative) == fact::yes);

// Fear on individual grounds: the presumption does not apply by itself; individual examination.
constexpr auto individual = ambit::assess(
    advised_in_gao,
    ambit::establish(
        nl_ml, {.origin = fact::yes, .fixed_residence = fact::yes, .individual_fear = fact::yes}));
static_assert(open(individual, {{subject::examination, advised_alternative, ""}}));
static_assert(bears(individual, violence) == fact::yes);
static_assert(bears(individual, alternative) == fact::no);

// Not from the area, by either of the two tests: the rules are not about this person.
constexpr auto from_elsewhere = ambit::assess(
    advised_in_gao, ambit::establish(nl_ml, {.origin = fact::no, .fixed_residence = fact::no}));
static_assert(open(from_elsewhere, {}));
static_assert(bears(from_elsewhere, violence) == fact::no);

// By the one test and not by the other: the memo does not say which counts.
constexpr auto by_one_test = ambit::assess(
    advised_in_gao,
    ambit::establish(
        nl_ml, {.origin = fact::yes, .fixed_residence = fact::no, .individual_fear = fact::no}));
static_assert(open(by_one_test, {{subject::unsettled, advised, ""},
                                 {subject::circumstances, advised_alternative, "case-by-case"}}));
static_assert(bears(by_one_test, violence) == fact::open);
static_assert(bears(by_one_test, alternative) == fact::yes);

// Under the Circular the group stands beside everyone else, and is made of its fear. The copy at
// hand is no whole text: what the other measures say remains to be found out.
constexpr auto circular_individual =
    ambit::assess(in_gao, ambit::establish(nl_ml, {.individual_fear = fact::yes}));
static_assert(circular_individual.claim().member(0) == fact::yes);
static_assert(open(circular_individual, {{subject::unstated_conditions, adopted_alternative, ""},
                                         {subject::examination, "individual-fear-c7-23", ""},
                                         {subject::unsettled, "", ""}}));
static_assert(bears(circular_individual, alternative, "individual-grounds") == fact::yes);

constexpr auto circular_member =
    ambit::assess(in_gao, ambit::establish(nl_ml, {}, ambit::member(group)));
static_assert(circular_member.claim().facts().individual_fear == fact::yes);
constexpr auto circular_other =
    ambit::assess(in_gao, ambit::establish(nl_ml, {}, ambit::not_member(group)));
static_assert(circular_other.claim().facts().individual_fear == fact::no);
static_assert(bears(circular_other, alternative, "individual-grounds") == fact::no);

constexpr auto circular_open = ambit::assess(in_gao, ambit::establish(nl_ml, {}));
static_assert(open(circular_open, {{subject::unstated_conditions, adopted_alternative, ""},
                                   {subject::fear, "individual-fear-c7-23", ""},
                                   {subject::examination, "individual-fear-c7-23", ""},
                                   {subject::unsettled, "", ""}}));

// A list that leaves a region out has no test for those who come from there.
constexpr auto elsewhere_in_mali =
    ambit::assess(in_kayes, ambit::establish(nl_ml, {.individual_fear = fact::no}));
static_assert(bears(elsewhere_in_mali, violence) == fact::yes);
static_assert(open(elsewhere_in_mali, {{subject::unsettled, adopted_alternative, ""},
                                       {subject::unstated_conditions, adopted_alternative, ""},
                                       {subject::unsettled, "", ""}}));

// What the sources do not settle is a question too, once for all measures of which no rule speaks.
constexpr auto past = ambit::assess(ambit::classify(nl_ml, "ML-1"_region, "2030-01-01"_date),
                                    ambit::establish(nl_ml, {.individual_fear = fact::no}));
static_assert(past.questions()[0].about == subject::unsettled);
static_assert(open(ambit::assess(ambit::classify(nl_ml, "FR-75"_region, "2023-06-22"_date),
                                 ambit::establish(nl_ml, {})),
                   {}));

// Room for fewer questions than there are: it says so.
constexpr auto cramped = ambit::assess<2>(advised_in_gao, ambit::establish(nl_ml, {}));
static_assert(!cramped.complete() && cramped.questions().size() == 2 && cramped.needed() == 4);

// Room for exactly as many as there are: all are there.
constexpr auto full = ambit::assess<4>(advised_in_gao, ambit::establish(nl_ml, {}));
static_assert(full.complete() && full.questions().size() == 4);
static_assert(full.questions()[3].about == subject::fear);
static_assert(!ambit::assess<3>(advised_in_gao, ambit::establish(nl_ml, {})).complete());

// A claim that speaks of groups of one policy cannot be assessed under another; one that speaks of
// none can. Nobody assesses the first in a constant: it does not compile.
constexpr auto mali_of_nl = ambit::tables::atlas.of("NL"_country, "ML"_country);
constexpr auto mali_of_be = ambit::tables::atlas.of("BE"_country, "ML"_country);
template <fact Member>
constexpr bool assessed_under_another() {
  const ambit::membership groups[] = {{"individual-grounds", Member}};
  const auto made = ambit::try_establish(mali_of_nl, {}, groups);
  return ambit::assess(ambit::classify(mali_of_be, gao, "2026-04-04"_date), made.claim).complete();
}
template <fact Member>
concept can_be_assessed_under_another = requires {
  typename std::bool_constant<assessed_under_another<Member>()>;
};
static_assert(can_be_assessed_under_another<fact::open>);
static_assert(!can_be_assessed_under_another<fact::yes>);
static_assert(!can_be_assessed_under_another<fact::no>);

// At run time a claim that cannot be is a typed error. It may speak of no group.
static_assert(ambit::try_establish(nl_ml, {.origin = fact::yes}).claim.names_no_group());
constexpr auto unknown = [] {
  const ambit::membership groups[] = {{"individual-ground"}};
  return ambit::try_establish(nl_ml, {}, groups);
}();
static_assert(!unknown && unknown.error == ambit::claim_error::unknown_group &&
              unknown.group == "individual-ground");
constexpr auto against_its_fear = [] {
  const ambit::membership groups[] = {{"individual-grounds", fact::yes}};
  return ambit::try_establish(nl_ml, {.individual_fear = fact::no}, groups);
}();
static_assert(!against_its_fear && against_its_fear.error == ambit::claim_error::contradiction &&
              against_its_fear.group == "individual-grounds");
constexpr auto both_ways = [] {
  const ambit::membership groups[] = {{"individual-grounds", fact::yes},
                                      {"individual-grounds", fact::no}};
  return ambit::try_establish(nl_ml, {}, groups);
}();
static_assert(both_ways.error == ambit::claim_error::contradiction);

}  // namespace
