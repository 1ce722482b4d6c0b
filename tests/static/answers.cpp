// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

namespace {

using namespace answers;

// One instantiation a case, so that a failure names the case by its number.
template <std::size_t Number>
struct a_case {
  static_assert(holds(cases[Number]), "this case of tests/answers.hpp does not hold");
};
template <std::size_t... Number>
constexpr bool every_case(std::index_sequence<Number...>) {
  return (sizeof(a_case<Number>) + ... + 0) > 0;
}
static_assert(every_case(std::make_index_sequence<cases.size()>{}));

// The uncertain change is named with both bounds.
constexpr ambit::finding between = classify(nl_ml, gao, "2023-03-01"_date).finding(violence);
static_assert(between.uncertain == ambit::event::in_force);
static_assert(between.bounds.after == "2022-11-23"_date);
static_assert(between.bounds.by == "2023-06-22"_date);
static_assert(classify(nl_ml, gao, "2023-06-22"_date).finding(violence).bounds == ambit::bounds{});

// Advice 2 needs advice 1: alone it is an error that names what is missing.
constexpr auto alone = ambit::try_assume(nl_ml, nl_ml.bamako);
static_assert(!alone);
static_assert(alone.error == ambit::assumption_error::missing_prerequisite);
static_assert(alone.advice == "bamako" && alone.missing == "designate");

// The same by text, as a program that reads its arguments asks.
constexpr std::string_view by_text[] = {"bamako", "designate"};
static_assert(ambit::try_assume(nl_ml, std::span{by_text}).advices == both);
constexpr std::string_view misspelt[] = {"bamaco"};
static_assert(ambit::try_assume(nl_ml, std::span{misspelt}).error ==
              ambit::assumption_error::unknown_advice);
static_assert(ambit::try_assume(nl_ml, std::span{misspelt}).advice == "bamaco");

// A finding for a group stands beside the one for everyone; neither hides the other.
constexpr std::size_t findings_on(ambit::measure measure, std::string_view persons) {
  std::size_t number = 0;
  for (const ambit::finding found : classify(nl_ml, gao, "2023-06-22"_date).findings())
    number += found.measure == measure && found.persons == persons ? 1u : 0u;
  return number;
}
static_assert(findings_on(alternative, "") == 1);
static_assert(findings_on(alternative, "individual-grounds") == 1);
static_assert(findings_on(violence, "individual-grounds") == 0);

// The alternative is Bamako, under conditions that the source does not give in full.
constexpr auto answer = classify(nl_ml, gao, "2023-06-22"_date);
constexpr const ambit::rule_row& rule = *answer.rule(answer.finding(alternative));
static_assert(!rule.conditions_complete);
constexpr const ambit::alternative_row& there = nl_ml.alternatives()[rule.alternative.value];
static_assert(there.regions.count == 1 && there.places.empty());
static_assert(nl_ml.regions()[select(nl_ml.region_entries(), there.regions)[0].region.value].code ==
              bamako);

// The judgment on Kayes is shown with answers on Kayes, from its day on, once it is known.
constexpr std::size_t judgments(ambit::region region, ambit::date on, ambit::date known) {
  const auto asked = classify(nl_ml, region, on, {.known = known});
  std::size_t number = 0;
  for (const ambit::judgment_row& judgment : nl_ml.judgments())
    number += asked.concerns(judgment) ? 1u : 0u;
  return number;
}
static_assert(judgments(kayes, "2023-06-22"_date, everything) == 1);
static_assert(judgments(kayes, "2022-10-28"_date, everything) == 1);
static_assert(judgments(kayes, "2022-10-27"_date, everything) == 0);
static_assert(judgments(kayes, "2022-10-28"_date, "2022-11-22"_date) == 0);
static_assert(judgments(gao, "2023-06-22"_date, everything) == 0);

// Law 4 for citations: what was published later is not cited.
constexpr std::size_t citations(ambit::date known) {
  const auto asked =
      classify(nl_ml, gao, "2022-11-23"_date, {.known = known, .assume_unchanged = true});
  std::size_t number = 0;
  for (const ambit::citation place : asked.citations(asked.finding(violence)))
    number += place.published <= known ? 1u : 100u;
  return number;
}
static_assert(citations("2022-11-23"_date) == 3);
static_assert(citations(everything) == 3);

}  // namespace
