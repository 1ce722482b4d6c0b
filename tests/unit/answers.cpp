// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include <ambit/ostream.hpp>

#include <doctest/doctest.h>

namespace {

/// The value, by a way that the compiler cannot follow: what is asked of it is asked at run time.
template <class T>
T at_run_time(const T& value) {
  volatile bool never = false;
  static T other = value;
  return never ? other : value;
}

}  // namespace

TEST_CASE("every expected answer for Mali comes out at run time") {
  for (const answers::expected& constant : answers::cases) {
    const answers::expected each = at_run_time(constant);
    const auto answer = answers::answer_of(each);
    const ambit::finding found = answer.finding(each.measure);
    CAPTURE(each.region);
    CAPTURE(each.on);
    CAPTURE(each.known);
    CAPTURE(name(each.measure));
    CHECK(name(found.status) == name(each.status));
    CHECK(name(answer[each.measure]) == name(each.status));
    CHECK(found.rule == each.rule);
    CHECK(name(found.ground) == name(each.ground));
  }
}

TEST_CASE("an advice without its prerequisite is an error at run time that names the missing one") {
  const std::string_view ids[] = {at_run_time(std::string_view{"bamako"})};
  const auto assumed = ambit::try_assume(answers::nl_ml, std::span{ids});
  CHECK_FALSE(assumed);
  CHECK(assumed.error == ambit::assumption_error::missing_prerequisite);
  CHECK(assumed.advice == "bamako");
  CHECK(assumed.missing == "designate");
}

TEST_CASE("the whole set of advices can be assumed by name, in any order") {
  const std::string_view ids[] = {"inform", "designate", "bamako", "designate"};
  CHECK(ambit::try_assume(answers::nl_ml, std::span{ids}).advices == answers::all);
}
