// SPDX-License-Identifier: BSL-1.0
#include "compare.hpp"

#include "fixture.hpp"

#include <doctest/doctest.h>

// What a rule's dates, area and companions mean, each on a small policy. The answer is asked of the
// table; that the rules say the same is checked on every question of each policy.

namespace {

using namespace ambit::literals;
using fixture::rule;

class answers {
 public:
  explicit answers(const std::string& more, const std::string& begins = "{ by = 2020-01-01 }")
      : all_(fixture::policy(more, begins)) {
    const compare::result compared = compare::every_question(all_.sources[0], all_.images[0]);
    CHECK(compared.difference == "");
  }

  ambit::finding finding(ambit::region region, ambit::date day,
                         std::vector<std::string_view> assuming = {},
                         ambit::date known = ambit::distant_future) const {
    return answer(region, day, assuming, known).finding(ambit::measure::indiscriminate_violence);
  }

  std::string status(ambit::region region, ambit::date day,
                     std::vector<std::string_view> assuming = {},
                     ambit::date known = ambit::distant_future) const {
    return std::string{name(finding(region, day, assuming, known).status)};
  }

  ambit::answer<ambitc::shown_image> answer(ambit::region region, ambit::date day,
                                            const std::vector<std::string_view>& assuming,
                                            ambit::date known) const {
    const ambitc::shown_image shown{&all_.images[0]};
    const auto assumed = ambit::try_assume(shown, std::span<const std::string_view>{assuming});
    CHECK(assumed);
    return ambit::classify(shown, region, day, {.known = known, .assuming = assumed.advices});
  }

 private:
  fixture::policies all_;
};

constexpr ambit::region alpha = "XX-A"_region, beta = "XX-B"_region, gamma = "XX-C"_region;

const std::string advice =
    "[[advice]]\nid = \"do-it\"\ntitle = { en = \"Do it\", nl = \"Doe het\" }\nsource = \"first\"\n"
    "cite = [{ source = \"first\", at = \"1\", terms = [\"advice\"] }]\n";

}  // namespace

TEST_CASE("an exact day: the day before it nothing holds, on it the rule does") {
  const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"", "in_force = 2020-06-01")};
  CHECK(are.status(alpha, "2020-05-31"_date) == "silent");
  CHECK(are.status(alpha, "2020-06-01"_date) == "designated");
  CHECK(are.status(beta, "2020-06-01"_date) == "silent");
}

TEST_CASE("a designation dropped between two snapshots is undetermined strictly between them") {
  const answers are{
      rule("before", "regions = [\"XX-A\", \"XX-B\"], closure = \"exhaustive\"",
           "in_force = { by = 2020-01-01 }") +
      rule("after", "regions = [\"XX-A\"], closure = \"exhaustive\"",
           "in_force = { after = 2020-01-01, by = 2021-01-01 }\nsupersedes = [\"before\"]",
           "second")};
  CHECK(are.status(beta, "2020-01-01"_date) == "designated");
  CHECK(are.status(beta, "2020-01-02"_date) == "undetermined");
  CHECK(are.status(beta, "2020-12-31"_date) == "undetermined");
  CHECK(are.status(beta, "2021-01-01"_date) == "not_designated");
  const ambit::finding between = are.finding(beta, "2020-07-01"_date);
  CHECK(between.rule == "after");
  CHECK(between.bounds.after == "2020-01-01"_date);
  CHECK(between.bounds.by == "2021-01-01"_date);
  // What both texts say needs no date: Alpha was designated under the one and is under the other.
  CHECK(are.status(alpha, "2020-07-01"_date) == "designated");
  CHECK(are.status(gamma, "2020-07-01"_date) == "not_designated");
  // With only the first snapshot known, the change is not known either.
  CHECK(are.status(beta, "2020-07-01"_date, {}, "2020-12-31"_date) == "designated");
}

TEST_CASE("before the first source that shows a rule it is undetermined since when it held") {
  const answers are{rule("a", "country = true", "in_force = { by = 2020-01-01 }")};
  CHECK(are.status(alpha, "1999-01-01"_date) == "undetermined");
  CHECK(are.finding(alpha, "1999-01-01"_date).bounds.after == ambit::distant_past);
  CHECK(are.status(alpha, "2020-01-01"_date) == "designated");
}

TEST_CASE("ended means ended: a designation that ran out leaves that status behind") {
  const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"",
                         "in_force = 2020-06-01\nuntil = 2020-09-01")};
  CHECK(are.status(alpha, "2020-08-31"_date) == "designated");
  CHECK(are.status(alpha, "2020-09-01"_date) == "ended");
  CHECK(are.finding(alpha, "2020-09-01"_date).rule == "a");
}

TEST_CASE("an announced rule is announced until it is in force") {
  const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"",
                         "announced = 2020-03-01\nin_force = 2020-06-01")};
  CHECK(are.status(alpha, "2020-02-28"_date) == "silent");
  CHECK(are.status(alpha, "2020-03-01"_date) == "announced");
  CHECK(are.status(alpha, "2020-06-01"_date) == "designated");
}

TEST_CASE("an advice is advised from its day on, and designates when it is assumed") {
  const answers are{advice +
                    rule("a", "regions = [\"XX-A\"], closure = \"open\"", "advice = \"do-it\"")};
  CHECK(are.status(alpha, "2020-01-01"_date) == "advised");
  CHECK(are.status(alpha, "2020-01-01"_date, {"do-it"}) == "designated");
  CHECK(are.status(beta, "2020-01-01"_date, {"do-it"}) == "silent");
  CHECK(are.status(alpha, "2022-06-01"_date) == "advised");
}

TEST_CASE("one rule may be advised first and in force later") {
  const answers are{advice +
                    rule("a", "regions = [\"XX-A\"], closure = \"exhaustive\"",
                         "advice = \"do-it\"\nin_force = { on = 2021-03-01, source = \"second\" }\n"
                         "until = { on = 2022-03-01, source = \"second\" }",
                         "first second")};
  CHECK(are.status(alpha, "2020-01-01"_date) == "advised");
  CHECK(are.status(alpha, "2021-03-01"_date) == "designated");
  CHECK(are.status(beta, "2021-03-01"_date) == "not_designated");
  CHECK(are.status(alpha, "2022-03-01"_date) == "ended");
}

TEST_CASE(
    "an advice that another rule carries out is no longer pending, nor after that rule ended") {
  const answers are{advice +
                    rule("a", "regions = [\"XX-A\"], closure = \"open\"", "advice = \"do-it\"") +
                    rule("b", "regions = [\"XX-B\"], closure = \"exhaustive\"",
                         "adopts = \"do-it\"\nin_force = { on = 2021-03-01, source = \"second\" }\n"
                         "until = { on = 2022-03-01, source = \"second\" }",
                         "second")};
  CHECK(are.status(alpha, "2021-02-28"_date) == "advised");
  // It was adopted for Beta alone: for Alpha nothing is pending, whatever is assumed.
  CHECK(are.status(alpha, "2021-03-01"_date) == "not_designated");
  CHECK(are.status(alpha, "2021-03-01"_date, {"do-it"}) == "not_designated");
  CHECK(are.status(alpha, "2022-03-01"_date) == "silent");
  CHECK(are.status(beta, "2022-03-01"_date) == "ended");
}

TEST_CASE("the more specific area wins: a named region over the whole country") {
  const answers are{rule("all", "country = true", "in_force = 2020-01-01") +
                    rule("but", "regions = [\"XX-B\"], closure = \"open\"", "in_force = 2020-01-01",
                         "first", "excludes")};
  CHECK(are.status(alpha, "2020-01-01"_date) == "designated");
  CHECK(are.status(beta, "2020-01-01"_date) == "not_designated");
}

TEST_CASE("\"nothing to report\" is silence with a paragraph to cite, not an exclusion") {
  const answers are{
      rule("none", "country = true", "in_force = { by = 2020-01-01 }", "first", "excludes") +
      rule("nothing", "country = true",
           "in_force = { after = 2020-01-01, by = 2021-01-01 }\nsupersedes = [\"none\"]", "second",
           "silent")};
  CHECK(are.status(alpha, "2020-01-01"_date) == "not_designated");
  CHECK(are.status(alpha, "2020-01-02"_date) == "undetermined");
  CHECK(are.status(alpha, "2021-01-01"_date) == "silent");
  CHECK(are.finding(alpha, "2021-01-01"_date).rule == "nothing");
}

TEST_CASE("an area that the source leaves unsettled is undetermined for the other regions") {
  const answers are{
      rule("a", "regions = [\"XX-A\"], closure = \"unsettled\"", "in_force = 2020-01-01")};
  CHECK(are.status(alpha, "2020-01-01"_date) == "designated");
  CHECK(are.status(beta, "2020-01-01"_date) == "undetermined");
  CHECK(are.finding(beta, "2020-01-01"_date).ground == ambit::ground::area_unsettled);
}

TEST_CASE("two independent uncertain changes are both tried") {
  const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"",
                         "in_force = { after = 2020-01-01, by = 2022-01-01 }", "third") +
                    rule("b", "regions = [\"XX-A\", \"XX-B\"], closure = \"open\"",
                         "in_force = { after = 2020-01-01, by = 2021-01-01 }", "second")};
  CHECK(are.status(alpha, "2020-06-01"_date) == "undetermined");
  // By the second snapshot one of them holds for certain, and the other would say the same.
  CHECK(are.status(alpha, "2021-01-01"_date) == "designated");
  CHECK(are.finding(alpha, "2021-01-01"_date).rule == "b");
}

TEST_CASE("a change of level between two snapshots is undetermined, though both designate") {
  const std::string scale =
      "[[scale]]\nid = \"s\"\ntitle = { en = \"S\", nl = \"S\" }\nlevels = [\"most\", \"less\"]\n";
  const answers are{
      scale +
      rule("most", "country = true",
           "in_force = { by = 2020-01-01 }\nscale = \"s\"\nlevel = \"most\"") +
      rule("less", "country = true",
           "in_force = { after = 2020-01-01, by = 2021-01-01 }\nscale = \"s\"\nlevel = \"less\"\n"
           "supersedes = [\"most\"]",
           "second")};
  CHECK(are.status(alpha, "2020-06-01"_date) == "undetermined");
  CHECK(are.status(alpha, "2021-06-01"_date) == "designated");
}

TEST_CASE("before the policy began there was none, and between its bounds nobody can tell") {
  const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"", "in_force = 2022-01-01"),
                    "{ after = 2020-01-01, by = 2021-01-01 }"};
  CHECK(are.status(beta, "2020-01-01"_date) == "no_policy");
  CHECK(are.status(beta, "2020-06-01"_date) == "undetermined");
  CHECK(are.status(beta, "2021-01-01"_date) == "silent");
}

TEST_CASE("a finding for a group stands beside the one for everyone") {
  const std::string group =
      "[[persons]]\nid = \"g\"\ndefinition = { en = \"the group\", nl = \"de groep\" }\n"
      "cite = [{ source = \"first\", at = \"1\", terms = [\"group\"] }]\n";
  const answers are{group +
                    rule("all", "country = true", "in_force = 2020-01-01", "first", "excludes") +
                    rule("some", "regions = [\"XX-A\"], closure = \"open\"",
                         "in_force = 2020-01-01\npersons = [\"g\"]")};
  std::vector<std::string> said;
  for (const ambit::finding found :
       are.answer(alpha, "2020-01-01"_date, {}, ambit::distant_future).findings())
    if (found.measure == ambit::measure::indiscriminate_violence)
      said.push_back(std::string{found.persons} + ":" + std::string{name(found.status)});
  CHECK(said == std::vector<std::string>{":not_designated", "g:designated"});
  CHECK(are.status(beta, "2020-01-01"_date) == "not_designated");
}

TEST_CASE(
    "two rules that may both be in force and disagree leave it undetermined, in either order") {
  const std::string a = rule("a", "regions = [\"XX-A\"], closure = \"open\"",
                             "in_force = 2019-06-01\nuntil = 2021-01-01");
  const std::string b =
      rule("b", "regions = [\"XX-A\"], closure = \"open\"",
           "in_force = { after = 2020-01-01, by = 2021-01-01 }", "second", "excludes");
  for (const std::string& both : {a + b, b + a}) {
    const answers are{both};
    CHECK(are.status(alpha, "2020-01-01"_date) == "designated");
    CHECK(are.status(alpha, "2020-06-15"_date) == "undetermined");
    CHECK(are.finding(alpha, "2020-06-15"_date).rule == "b");
    CHECK(are.status(alpha, "2021-01-01"_date) == "not_designated");
  }
}

TEST_CASE(
    "an uncertain answer names a change that bears on it, though only several make it another") {
  const std::string life = "in_force = 2019-06-01\nuntil = { after = 2020-01-01, by = 2021-01-01 }";
  const answers are{rule("other", "regions = [\"XX-A\"], closure = \"open\"",
                         "in_force = { after = 2020-01-01, by = 2022-01-01 }", "third",
                         "designates", "internal_protection") +
                    rule("x", "regions = [\"XX-A\"], closure = \"open\"", life, "first second") +
                    rule("y", "regions = [\"XX-A\"], closure = \"open\"", life, "first second")};
  const ambit::finding found = are.finding(alpha, "2020-06-15"_date);
  CHECK(found.status == ambit::status::undetermined);
  CHECK(found.rule == "x");
  CHECK(found.uncertain == ambit::event::until);
  CHECK(found.bounds.by == "2021-01-01"_date);
}

TEST_CASE(
    "a rule is announced from the first day on which it was decided, announced or published") {
  for (const std::string key : {"decided", "announced", "published"}) {
    const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"",
                           key + " = 2020-03-01\nin_force = 2020-06-01")};
    CHECK(are.status(alpha, "2020-02-29"_date) == "silent");
    CHECK(are.status(alpha, "2020-03-01"_date) == "announced");
    CHECK(are.status(alpha, "2020-06-01"_date) == "designated");
  }
  const answers are{
      rule("a", "regions = [\"XX-A\"], closure = \"open\"",
           "decided = { after = 2020-01-01, by = 2021-01-01 }\nannounced = 2021-01-01\n"
           "published = 2021-02-01\nin_force = 2021-06-01",
           "first second")};
  CHECK(are.status(alpha, "2020-01-01"_date) == "silent");
  CHECK(are.status(alpha, "2020-01-02"_date) == "undetermined");
  CHECK(are.finding(alpha, "2020-01-02"_date).uncertain == ambit::event::decided);
  CHECK(are.status(alpha, "2021-01-01"_date) == "announced");
}

TEST_CASE("a decision may take effect on its day, and be published later") {
  const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"",
                         "decided = 2020-03-01\nin_force = 2020-03-01\npublished = 2020-04-01")};
  CHECK(are.status(alpha, "2020-02-29"_date) == "silent");
  CHECK(are.status(alpha, "2020-03-01"_date) == "designated");
}

TEST_CASE("an advice of which the day is not known is undetermined between its bounds") {
  const std::string told =
      "[[advice]]\nid = \"do-it\"\ntitle = { en = \"Do it\", nl = \"Doe het\" }\n"
      "source = \"second\"\ngiven = { after = 2020-01-01, by = 2021-01-01 }\n"
      "cite = [{ source = \"second\", at = \"1\", terms = [\"advice\"] }]\n";
  const answers are{
      told + rule("a", "regions = [\"XX-A\"], closure = \"open\"", "advice = \"do-it\"", "second")};
  CHECK(are.status(alpha, "2020-01-01"_date) == "silent");
  CHECK(are.status(alpha, "2020-06-01"_date) == "undetermined");
  CHECK(are.finding(alpha, "2020-06-01"_date).uncertain == ambit::event::advised);
  CHECK(are.finding(alpha, "2020-06-01"_date).rule == "a");
  CHECK(are.status(alpha, "2020-06-01"_date, {"do-it"}) == "undetermined");
  CHECK(are.status(alpha, "2021-01-01"_date) == "advised");
  CHECK(are.status(alpha, "2021-01-01"_date, {"do-it"}) == "designated");
}

TEST_CASE("what has ended says why: lapsed, withdrawn, superseded, or not stated") {
  const std::string area = "regions = [\"XX-A\"], closure = \"open\"";
  const std::string life = "in_force = 2020-01-01\nuntil = 2020-06-01\n";
  const auto ending = [&](const std::string& rules) {
    const answers are{rules};
    CHECK(are.finding(alpha, "2020-05-31"_date).ending == ambit::ending::unstated);
    const ambit::finding ended = are.finding(alpha, "2020-06-01"_date);
    CHECK(ended.status == ambit::status::ended);
    return std::string{name(ended.ending)};
  };
  CHECK(ending(rule("a", area, life)) == "unstated");
  CHECK(ending(rule("a", area, life + "ending = \"lapsed\"")) == "lapsed");
  CHECK(ending(rule("a", area, life + "ending = \"withdrawn\"")) == "withdrawn");
  CHECK(ending(rule("a", area, "in_force = 2020-01-01") +
               rule("b", "regions = [\"XX-B\"], closure = \"open\"",
                    "in_force = 2020-06-01\nsupersedes = [\"a\"]")) == "superseded");
}

TEST_CASE("where only the text changed between two snapshots the status is certain, the rule not") {
  const std::string area = "regions = [\"XX-A\"], closure = ";
  const answers are{
      rule("old", area + "\"open\"",
           "in_force = { by = 2020-01-01 }\nlegal_basis = \"Article 3\"") +
      rule("new", area + "\"exhaustive\"",
           "in_force = { after = 2020-01-01, by = 2021-01-01 }\nsupersedes = [\"old\"]\n"
           "legal_basis = \"Article 29\"",
           "second")};
  CHECK(are.finding(alpha, "2020-01-01"_date).instead == "");
  const ambit::finding between = are.finding(alpha, "2020-06-01"_date);
  CHECK(between.status == ambit::status::designated);
  CHECK(between.rule == "old");
  CHECK(between.instead == "new");
  CHECK(between.uncertain == ambit::event::in_force);
  CHECK(between.bounds.by == "2021-01-01"_date);
  CHECK(are.finding(alpha, "2021-01-01"_date).rule == "new");
  CHECK(are.finding(alpha, "2021-01-01"_date).instead == "");
  // The closure changed, not the list: the others were not spoken of, and are left out since.
  CHECK(are.status(beta, "2020-01-01"_date) == "silent");
  CHECK(are.status(beta, "2020-06-01"_date) == "undetermined");
  CHECK(are.status(beta, "2021-01-01"_date) == "not_designated");
}

TEST_CASE("of two lists the shorter is the more specific one") {
  const std::string two = "regions = [\"XX-A\", \"XX-B\"], closure = \"open\"";
  const std::string one = "regions = [\"XX-A\"], closure = \"open\"";
  const answers are{rule("two", two, "in_force = 2020-01-01") +
                    rule("one", one, "in_force = 2020-01-01", "first", "excludes")};
  CHECK(are.status(alpha, "2020-06-01"_date) == "not_designated");
  CHECK(are.status(beta, "2020-06-01"_date) == "designated");
}

TEST_CASE("of what has ended that which began last is shown, of two alike the earlier rule") {
  const std::string area = "regions = [\"XX-A\"], closure = \"open\"";
  const answers are{rule("a", area, "in_force = 2020-01-01\nuntil = 2020-03-01") +
                    rule("b", area, "in_force = 2020-04-01\nuntil = 2020-05-01") +
                    rule("c", area, "in_force = 2020-04-01\nuntil = 2020-05-01")};
  CHECK(are.finding(alpha, "2020-03-15"_date).rule == "a");
  CHECK(are.finding(alpha, "2020-05-01"_date).rule == "b");
}

TEST_CASE(
    "a rule that was last seen on a day is vouched for until then, once a later source is known") {
  const answers are{rule("a", "regions = [\"XX-A\"], closure = \"open\"",
                         "in_force = 2020-01-01\nlast_seen = 2021-01-01", "first second")};
  CHECK(are.status(alpha, "2021-01-01"_date) == "designated");
  CHECK(are.status(alpha, "2021-01-02"_date) == "undetermined");
  CHECK(are.finding(alpha, "2021-01-02"_date).bounds.after == "2021-01-01"_date);
  // The source of the day itself is not later, and of those that are the first one counts.
  CHECK(are.status(alpha, "2021-06-01"_date, {}, "2021-12-31"_date) == "designated");
  CHECK(are.status(alpha, "2021-06-01"_date, {}, "2022-01-01"_date) == "undetermined");
}

TEST_CASE(
    "the later days on which a text was seen are days of its source: bounds may be such days") {
  const std::string seen =
      "[[source]]\nid = \"copied\"\nkind = \"circular\"\npublished = 2020-02-01\n"
      "seen = [2020-03-01]\nlanguage = \"en\"\nreference = \"c\"\n"
      "title = { en = \"c\", nl = \"c\" }\n";
  const answers are{seen + rule("a", "country = true",
                                "in_force = { after = 2020-03-01, by = 2021-01-01 }",
                                "copied second")};
  CHECK(are.status(alpha, "2020-03-01"_date) == "silent");
  CHECK(are.status(alpha, "2020-03-02"_date) == "undetermined");
}

TEST_CASE("of several sources of a rule the first that was published makes it known") {
  const answers are{rule("a", "country = true", "in_force = 2020-01-01", "third second second")};
  CHECK(are.status(alpha, "2020-06-01"_date, {}, "2020-12-31"_date) == "silent");
  CHECK(are.status(alpha, "2020-06-01"_date, {}, "2021-01-01"_date) == "designated");
}
