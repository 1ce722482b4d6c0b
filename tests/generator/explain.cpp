// SPDX-License-Identifier: BSL-1.0
#include "fixture.hpp"

#include <ambit/explain.hpp>

#include <doctest/doctest.h>

// What an explanation says of rules that the shipped policies do not have, and what it leaves out.

namespace {

using namespace ambit::literals;
using fixture::rule;

const std::string in_alpha = "regions = [\"XX-A\"], closure = \"open\"";

/// The explanation of region Alpha on a day.
std::string explained(const std::string& text, ambit::date day,
                      ambit::date known = ambit::distant_future) {
  const fixture::policies policies = fixture::policy(text);
  const ambitc::shown_image shown{&policies.images[0]};
  const auto nothing = ambit::try_assume(shown, std::span<const std::string_view>{});
  const auto answer =
      ambit::classify(shown, "XX-A"_region, day,
                      {.known = known, .assuming = nothing.advices, .assume_unchanged = true});
  std::string written(ambit::explain(answer, ambit::language::en, {}), '\0');
  ambit::explain(answer, ambit::language::en, written);
  return written;
}

bool has(const std::string& text, const std::string& part) {
  const bool found = text.find(part) != std::string::npos;
  CAPTURE(text);
  return found;
}

std::string condition(const std::string& id, const std::string& text) {
  return "[[condition]]\nid = \"" + id + "\"\ntext = { en = \"" + text + "\", nl = \"" + text +
         "\" }\ncite = [{ source = \"first\", at = \"1\", terms = [\"if\"] }]\n";
}

const std::string zone =
    "[[place]]\nid = \"zone\"\nname = { en = \"The zone\", nl = \"Zone\" }\n"
    "relation = \"overlaps\"\nregions = [\"XX-A\"]\n"
    "cite = [{ source = \"first\", at = \"1\", terms = [\"zone\"] }]\n";

}  // namespace

TEST_CASE(
    "an explanation has the dates that are known, and no date of which the source came later") {
  const std::string text = rule("a", in_alpha,
                                "in_force = 2020-01-01\n"
                                "until = { on = 2021-06-01, source = \"second\" }",
                                "first second");
  const std::string until = "no longer in force on 2021-06-01";
  CHECK(has(explained(text, "2020-06-01"_date), until));
  CHECK(has(explained(text, "2020-06-01"_date, "2021-01-01"_date), until));
  CHECK(!has(explained(text, "2020-06-01"_date, "2020-12-31"_date), until));
  CHECK(has(explained(text, "2020-06-01"_date, "2020-12-31"_date), "in force on 2020-01-01"));
}

TEST_CASE("an explanation has the day on which an advice was given") {
  const std::string advice =
      "[[advice]]\nid = \"do-it\"\ntitle = { en = \"Do it\", nl = \"Doe het\" }\n"
      "source = \"first\"\ncite = [{ source = \"first\", at = \"1\", terms = [\"advice\"] }]\n";
  CHECK(has(explained(advice + rule("a", in_alpha, "advice = \"do-it\""), "2020-06-01"_date),
            "Dates: advised on 2020-01-01."));
}

TEST_CASE("an explanation says between which days a change fell, as far as there are such days") {
  const std::string both =
      rule("a", in_alpha, "in_force = { after = 2020-01-01, by = 2021-01-01 }", "second");
  CHECK(has(explained(both, "2020-06-01"_date),
            "The change fell after 2020-01-01 and at the latest on 2021-01-01."));
  const std::string by = rule("a", in_alpha, "in_force = { by = 2021-01-01 }", "second");
  CHECK(has(explained(by, "2020-06-01"_date), "The change fell at the latest on 2021-01-01."));
  const std::string seen = rule("a", in_alpha, "in_force = 2020-01-01\nlast_seen = 2020-01-01");
  CHECK(has(explained(seen, "2020-06-01"_date), "The change fell after 2020-01-01, if at all."));
}

TEST_CASE("an explanation says why a rule ended, and what took its place") {
  const std::string lapsed =
      rule("a", in_alpha, "in_force = 2020-01-01\nuntil = 2021-06-01\nending = \"lapsed\"");
  CHECK(has(explained(lapsed, "2022-01-01"_date), "Its term ran out.\n"));
  const std::string elsewhere = "regions = [\"XX-B\"], closure = \"open\"";
  const std::string superseded =
      rule("a", in_alpha, "in_force = 2020-01-01") +
      rule("b", elsewhere, "in_force = 2021-01-01\nsupersedes = [\"a\"]", "second");
  CHECK(has(explained(superseded, "2022-01-01"_date), "It was superseded by b.\n"));
}

TEST_CASE("an explanation says which rule says the same since an uncertain change") {
  const std::string replaced =
      rule("a", in_alpha, "in_force = 2020-01-01") +
      rule("b", in_alpha,
           "in_force = { after = 2020-01-01, by = 2021-01-01 }\nsupersedes = [\"a\"]", "second");
  CHECK(has(explained(replaced, "2020-06-01"_date),
            "Since that change the rule b holds, which says the same.\n"));
}

TEST_CASE("an explanation has what is to be assessed, what speaks against it, and the note") {
  const std::string text = condition("if", "If it rains") + condition("not", "If it snows") +
                           rule("a", in_alpha,
                                "in_force = 2020-01-01\nconditions = [\"if\"]\nunless = [\"not\"]\n"
                                "note = { en = \"Read the annex\", nl = \"Lees de bijlage\" }");
  const std::string said = explained(text, "2020-06-01"_date);
  CHECK(has(said, "To be assessed: If it rains\n"));
  CHECK(has(said, "Unless: If it snows\n"));
  CHECK(has(said, "  Read the annex\n"));
  CHECK(!has(said, "further conditions"));
}

TEST_CASE("an explanation has the level and its scale") {
  const std::string scale =
      "[[scale]]\nid = \"s\"\ntitle = { en = \"S\", nl = \"S\" }\nlevels = [\"most\", \"less\"]\n";
  const std::string text =
      scale + rule("a", in_alpha, "in_force = 2020-01-01\nscale = \"s\"\nlevel = \"less\"");
  CHECK(has(explained(text, "2020-06-01"_date), "; level: less, scale s.\n"));
}

TEST_CASE("an explanation of a place says that the rule holds for the place") {
  const std::string text =
      zone + rule("a", "places = [\"zone\"], closure = \"open\"", "in_force = 2020-01-01");
  CHECK(has(explained(text, "2020-06-01"_date),
            "everyone, in The zone: designated; the rule holds for this place.\n"));
}

TEST_CASE(
    "an explanation says what an alternative is: regions, places, and whether there are more") {
  const auto with = [](const std::string& closure) {
    return explained(zone + rule("a", "country = true",
                                 "in_force = 2020-01-01\nalternatives = { regions = [\"XX-B\", "
                                 "\"XX-C\"], places = [\"zone\"], closure = \"" +
                                     closure + "\" }",
                                 "first", "designates", "internal_protection"),
                     "2020-06-01"_date);
  };
  CHECK(has(with("open"), "Alternative: Beta (XX-B), Gamma (XX-C), The zone.\n"));
  CHECK(has(with("in_any_case"), "The zone (at least this).\n"));
  CHECK(has(with("exhaustive"), "The zone (exclusively this).\n"));
}

TEST_CASE("an explanation has a judgment on the region from its day on, and none on another") {
  const auto judgment = [](const std::string& region) {
    return "[[judgment]]\nid = \"j\"\ncourt = \"The court\"\ncase_number = \"1/2020\"\n"
           "given = 2020-06-01\nmeasure = \"return\"\nregions = [\"" +
           region +
           "\"]\nholding = { en = \"It held\", nl = \"Zo is het\" }\n"
           "cite = [{ source = \"second\", at = \"1\", terms = [\"court\"] }]\n" +
           rule("a", "country = true", "in_force = 2020-01-01");
  };
  const std::string here = judgment("XX-A");
  CHECK(has(explained(here, "2020-06-01"_date), "The court, 2020-06-01, 1/2020: It held\n"));
  CHECK(!has(explained(here, "2020-05-31"_date), "It held"));
  CHECK(!has(explained(here, "2020-06-01"_date, "2020-12-31"_date), "It held"));
  CHECK(!has(explained(judgment("XX-B"), "2020-06-01"_date), "It held"));
}
