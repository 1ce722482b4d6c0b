// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include "ask.hpp"
#include "fixture.hpp"

#include <ambit/ostream.hpp>

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("every expected answer for Mali comes out of the rules themselves") {
  const fixture::policies all = fixture::load(fixture::root / "policy-src");
  const auto policy = std::ranges::find(all.sources, "nl-ml", &ambitc::policy_source::id);
  REQUIRE(policy != all.sources.end());
  for (const answers::expected& each : answers::cases) {
    ambitc::asked question{.region = each.region,
                           .on = each.on,
                           .known = each.known,
                           .assume_unchanged = each.assume_unchanged};
    for (std::size_t advice = 0; advice < answers::nl_ml.advices().size(); ++advice)
      if ((answers::answer_of(each).assumed() >> advice & 1) != 0) question.assuming.insert(advice);
    const ambitc::reply given = ambitc::ask(*policy, question);
    CAPTURE(each.region);
    CAPTURE(each.on);
    CAPTURE(each.known);
    CAPTURE(name(each.measure));
    std::size_t found = 0;
    for (const ambitc::told& told : given.findings) {
      if (told.measure != each.measure || told.persons || told.place) continue;
      ++found;
      CHECK(name(told.status) == name(each.status));
      CHECK(name(told.ground) == name(each.ground));
      CHECK((told.rule ? told.rule->id->text : "") == each.rule);
    }
    CHECK(found == 1);
  }
}

TEST_CASE(
    "where no rule speaks, excerpts leave the answer undetermined and whole texts are silent") {
  const auto where_nothing_is_said = [](const std::string& begins) {
    const fixture::policies all = fixture::policy(
        fixture::rule("a", "regions = [\"XX-A\"], closure = \"open\"", "in_force = 2020-01-01"),
        begins);
    const ambit::date day = *ambit::parse_date("2020-06-01");
    const ambitc::reply given =
        ambitc::ask(all.sources[0], {.region = *ambit::parse_region("XX-B"), .on = day});
    for (const ambitc::told& told : given.findings) CHECK(told.status == given.findings[0].status);
    CHECK(given.findings[0].ground == ambit::ground::nothing_said);
    return given.findings[0].status;
  };
  CHECK(where_nothing_is_said("{ by = 2020-01-01 }") == ambit::status::silent);
  CHECK(where_nothing_is_said("{ by = 2020-01-01 }\nexcerpt = true") ==
        ambit::status::undetermined);
}

TEST_CASE("an advice without its prerequisite is an error that names the missing one") {
  const fixture::policies all = fixture::load(fixture::root / "policy-src");
  const auto policy = std::ranges::find(all.sources, "nl-ml", &ambitc::policy_source::id);
  REQUIRE(policy != all.sources.end());
  std::string wrong;
  CHECK_FALSE(ambitc::advices_of(*policy, {"bamako"}, wrong));
  CHECK(wrong ==
        "the advice 'bamako' requires 'designate', which is not among them; write "
        "designate,bamako");
}
