// SPDX-License-Identifier: BSL-1.0
#include "fixture.hpp"

#include <ambit/assess.hpp>

#include <doctest/doctest.h>

// How single rules bear on a claim, and what they leave open: what the shipped policies do not
// have.

namespace {

using namespace ambit::literals;
using ambit::fact;
using ambit::subject;
using fixture::rule;

constexpr ambit::date some_day = "2022-06-01"_date;
constexpr ambit::region alpha = "XX-A"_region, beta = "XX-B"_region;

const std::string in_alpha = "regions = [\"XX-A\"], closure = \"open\"";
const std::string only_alpha = "regions = [\"XX-A\"], closure = \"exhaustive\"";
const std::string in_zone = "places = [\"zone\"], closure = \"open\"";
const std::string from_area = "in_force = 2020-01-01\nresidence = [\"from_area\"]";

std::string group(const std::string& id, const std::string& more = "",
                  const std::string& cited = "first") {
  return "[[persons]]\nid = \"" + id + "\"\ndefinition = { en = \"some\", nl = \"sommigen\" }\n" +
         more + "cite = [{ source = \"" + cited + "\", at = \"1\", terms = [\"some\"] }]\n";
}

std::string condition(const std::string& id, const std::string& more = "") {
  return "[[condition]]\nid = \"" + id + "\"\ntext = { en = \"If\", nl = \"Als\" }\n" + more +
         "cite = [{ source = \"second\", at = \"1\", terms = [\"if\"] }]\n";
}

const std::string zone =
    "[[place]]\nid = \"zone\"\nname = { en = \"Zone\", nl = \"Zone\" }\nrelation = \"overlaps\"\n"
    "regions = [\"XX-A\"]\ncite = [{ source = \"third\", at = \"1\", terms = [\"zone\"] }]\n";

/// A policy, and an answer of it with a claim beside: for everyone unless told otherwise.
struct assessed {
  fixture::policies policies;
  ambitc::shown_image policy;
  ambit::answer<ambitc::shown_image> answer;
  ambit::claim_result<ambitc::shown_image> claim;
  ambit::assessment<ambitc::shown_image> beside;

  assessed(const std::string& text, ambit::region region, const ambit::facts& facts,
           const std::vector<ambit::membership>& groups = {}, ambit::date day = some_day)
      : policies(fixture::policy(text)),
        policy{&policies.images[0]},
        answer(ambit::classify(policy, region, day)),
        claim(ambit::try_establish(policy, facts, groups)),
        beside(ambit::assess(answer, claim.claim)) {}

  /// Whether the finding of a rule bears, for everyone in all of the region or for a place.
  fact bears(std::string_view rule, std::string_view place = {}) const {
    for (const ambit::bearing each : beside.findings())
      if (each.finding.rule == rule && each.finding.place == place) return each.bears;
    return fact::no;
  }
  /// The question about something, if it is open.
  std::optional<ambit::open_question> asks(subject about) const {
    for (const ambit::open_question& each : beside.questions())
      if (each.about == about) return each;
    return std::nullopt;
  }
  /// The source that demands an answer.
  std::string_view source_of(subject about) const {
    const auto question = asks(about);
    REQUIRE(question);
    return (*beside.citations(*question).begin()).source;
  }
};

}  // namespace

TEST_CASE("a rule tests where the person comes from") {
  const std::string text = rule("a", in_alpha, from_area);
  CHECK(assessed(text, alpha, {.origin = fact::no}).bears("a") == fact::no);
  CHECK(assessed(text, alpha, {.origin = fact::yes}).bears("a") == fact::yes);
}

TEST_CASE("a rule that leaves a region out has no test for the person") {
  const std::string text = rule("a", only_alpha, from_area);
  CHECK(assessed(text, beta, {.origin = fact::no}).bears("a") == fact::yes);
}

TEST_CASE("a rule that has ended has no test for the person") {
  const std::string text = rule("a", in_alpha, from_area + "\nuntil = 2021-06-01");
  CHECK(assessed(text, alpha, {.origin = fact::no}).bears("a") == fact::yes);
}

TEST_CASE("a rule that is silent has no test for the person") {
  const std::string text = rule("a", in_alpha, from_area, "first", "silent");
  CHECK(assessed(text, alpha, {.origin = fact::no}).bears("a") == fact::yes);
}

TEST_CASE(
    "whether the person comes from a place is open, and asked with what speaks of the place") {
  const assessed place(zone + rule("a", in_zone, "in_force = 2020-01-01", "first third"), alpha,
                       {});
  CHECK(place.bears("a", "zone") == fact::open);
  CHECK(place.source_of(subject::place) == "third");
}

TEST_CASE("what does not bear leaves nothing open, though something else of it is") {
  const std::string text =
      zone + rule("a", in_zone, "in_force = 2020-01-01\nfear = \"individual_grounds\"");
  CHECK(assessed(text, alpha, {.individual_fear = fact::no}).bears("a", "zone") == fact::no);
}

TEST_CASE("whether the person belongs to a group is asked with what says who belongs to it") {
  const assessed one(group("teachers", "", "second") +
                         rule("a", in_alpha, "in_force = 2020-01-01\npersons = [\"teachers\"]"),
                     alpha, {});
  CHECK(one.source_of(subject::membership) == "second");
  CHECK(!one.asks(subject::fear));
}

TEST_CASE("a group that is made of a fear is asked about as the fear") {
  const assessed one(group("afraid", "fear = \"individual_grounds\"\n") +
                         rule("a", in_alpha, "in_force = 2020-01-01\npersons = [\"afraid\"]"),
                     alpha, {});
  CHECK(one.asks(subject::fear));
  CHECK(!one.asks(subject::membership));
}

TEST_CASE("a rule for a fear bears on it, not on the other, and is open until it is known") {
  const std::string situation =
      rule("a", in_alpha, "in_force = 2020-01-01\nfear = \"general_situation_only\"");
  CHECK(assessed(situation, alpha, {}).bears("a") == fact::open);
  CHECK(assessed(situation, alpha, {.individual_fear = fact::no}).bears("a") == fact::yes);
  CHECK(assessed(situation, alpha, {.individual_fear = fact::yes}).bears("a") == fact::no);
  const std::string grounds =
      rule("a", in_alpha, "in_force = 2020-01-01\nfear = \"individual_grounds\"");
  CHECK(assessed(grounds, alpha, {}).bears("a") == fact::open);
  CHECK(assessed(grounds, alpha, {.individual_fear = fact::yes}).bears("a") == fact::yes);
}

TEST_CASE("whom only the individual fear puts outside a rule is to be examined, and nobody else") {
  const std::string text =
      group("teachers") + rule("a", in_alpha,
                               "in_force = 2020-01-01\nfear = \"general_situation_only\"\n"
                               "residence = [\"from_area\"]\npersons = [\"teachers\"]");
  const std::vector<ambit::membership> in{{"teachers", fact::yes}}, out{{"teachers", fact::no}};
  const ambit::facts here{.origin = fact::yes, .individual_fear = fact::yes};
  const ambit::facts elsewhere{.origin = fact::no, .individual_fear = fact::yes};
  CHECK(assessed(text, alpha, here, in).asks(subject::examination));
  CHECK(!assessed(text, alpha, here, out).asks(subject::examination));
  CHECK(!assessed(text, alpha, elsewhere, in).asks(subject::examination));
}

TEST_CASE("a rule for individual grounds examines nobody who has none") {
  const std::string text =
      rule("a", in_alpha, "in_force = 2020-01-01\nfear = \"individual_grounds\"");
  CHECK(!assessed(text, alpha, {.individual_fear = fact::no}).asks(subject::examination));
}

TEST_CASE(
    "a condition is asked about with what demands it, whether it is for or against the rule") {
  for (const std::string key : {"conditions", "unless"}) {
    CAPTURE(key);
    const assessed one(
        condition("if") +
            rule("a", in_alpha, "in_force = 2020-01-01\n" + key + " = [\"if\"]", "first second"),
        alpha, {});
    CHECK(one.source_of(subject::circumstances) == "second");
  }
}

TEST_CASE("an individual test is asked about, unless a condition puts it into words") {
  const std::string tested = "in_force = 2020-01-01\ntest = \"individual\"";
  CHECK(assessed(rule("a", in_alpha, tested), alpha, {}).asks(subject::examination));
  const std::string worded =
      rule("a", in_alpha, tested + "\nconditions = [\"if\"]", "first second");
  CHECK(!assessed(condition("if") + worded, alpha, {}).asks(subject::examination));
}

TEST_CASE("of several contradictions the first is named") {
  const std::vector<ambit::membership> said{
      {"nurses", fact::yes}, {"nurses", fact::no}, {"teachers", fact::yes}, {"teachers", fact::no}};
  const assessed one(
      group("teachers") + group("nurses") +
          rule("a", in_alpha, "in_force = 2020-01-01\npersons = [\"teachers\", \"nurses\"]"),
      alpha, {}, said);
  CHECK(one.claim.error == ambit::claim_error::contradiction);
  CHECK(one.claim.group == "nurses");
}
