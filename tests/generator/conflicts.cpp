// SPDX-License-Identifier: BSL-1.0
#include "fixture.hpp"

#include <doctest/doctest.h>

// Rules that contradict each other, and how an author says which one holds.

namespace {

using fixture::rule;

std::string errors_of(const std::string& more) {
  std::string errors;
  fixture::policy(more, errors);
  return errors;
}

}  // namespace

TEST_CASE("two rules in force on one day that say different things are a conflict naming both") {
  const std::string errors =
      errors_of(rule("a", "country = true", "in_force = 2020-01-01") +
                rule("b", "country = true", "in_force = 2021-01-01", "second", "excludes"));
  CHECK(errors.find("'a' (") != std::string::npos);
  CHECK(errors.find("and 'b' give XX-A different answers on 2021-01-01") != std::string::npos);
  CHECK(errors.find("[conflict]") != std::string::npos);
}

TEST_CASE("a region named by one rule and left out of another's exhaustive list is a conflict") {
  CHECK(errors_of(
            rule("a", "regions = [\"XX-A\"], closure = \"exhaustive\"", "in_force = 2020-01-01") +
            rule("b", "regions = [\"XX-B\"], closure = \"open\"", "in_force = 2020-01-01"))
            .find("[conflict]") != std::string::npos);
}

TEST_CASE("two advices that would contradict each other are a conflict if both are adopted") {
  const auto advice = [](const std::string& id) {
    return "[[advice]]\nid = \"" + id +
           "\"\ntitle = { en = \"x\", nl = \"x\" }\nsource = \"first\"\n" +
           "cite = [{ source = \"first\", at = \"1\", terms = [\"advice\"] }]\n";
  };
  const std::string errors =
      errors_of(advice("yes") + advice("no") + rule("a", "country = true", "advice = \"yes\"") +
                rule("b", "country = true", "advice = \"no\"", "first", "excludes"));
  CHECK(errors.find("if their advices are adopted") != std::string::npos);
}

TEST_CASE("one that supersedes, ends, or names a smaller area is no conflict") {
  CHECK(errors_of(rule("a", "country = true", "in_force = 2020-01-01") +
                  rule("b", "country = true", "in_force = 2021-01-01\nsupersedes = [\"a\"]",
                       "second", "excludes")) == "");
  CHECK(errors_of(rule("a", "country = true", "in_force = 2020-01-01\nuntil = 2021-01-01") +
                  rule("b", "country = true", "in_force = 2021-01-01", "second", "excludes")) ==
        "");
  CHECK(errors_of(rule("a", "country = true", "in_force = 2020-01-01") +
                  rule("b", "regions = [\"XX-B\"], closure = \"open\"", "in_force = 2021-01-01",
                       "second", "excludes")) == "");
}

TEST_CASE("two rules that say the same are no conflict") {
  CHECK(errors_of(rule("a", "country = true", "in_force = 2020-01-01") +
                  rule("b", "regions = [\"XX-B\"], closure = \"open\"", "in_force = 2020-01-01")) ==
        "");
}

TEST_CASE("a rule supersedes none on another measure, and none for other persons") {
  const std::string group =
      "[[persons]]\nid = \"teachers\"\ndefinition = { en = \"some\", nl = \"sommigen\" }\n"
      "cite = [{ source = \"first\", at = \"1\", terms = [\"x\"] }]\n";
  const auto superseding = [&](const std::string& persons, const std::string& measure) {
    return errors_of(group + rule("a", "country = true", "in_force = 2020-01-01") +
                     rule("b", "country = true",
                          "in_force = 2021-01-01\nsupersedes = [\"a\"]\n" + persons, "second",
                          "designates", measure));
  };
  CHECK(superseding("", "indiscriminate_violence") == "");
  for (const std::string& errors :
       {superseding("", "return"),
        superseding("persons = [\"teachers\"]", "indiscriminate_violence")})
    CHECK(errors.find("[supersedes-other-question]") != std::string::npos);
}

TEST_CASE("a source is of the horizon's day or earlier, and so are the days on which it was seen") {
  const auto source = [](const std::string& days) {
    return errors_of(
        "[[source]]\nid = \"last\"\nkind = \"circular\"\nlanguage = \"en\"\n"
        "reference = \"l\"\ntitle = { en = \"l\", nl = \"l\" }\n" +
        days + rule("a", "country = true", "in_force = 2020-01-01"));
  };
  CHECK(source("published = 2023-01-01\n") == "");
  CHECK(source("published = 2022-06-01\nseen = [2023-01-01]\n") == "");
  for (const std::string days :
       {"published = 2023-01-02\n", "published = 2022-06-01\nseen = [2023-01-02]\n"})
    CHECK(source(days).find("[source-past-horizon]") != std::string::npos);
}

TEST_CASE("a text is seen again on days after the one on which it was published") {
  const auto seen = [](const std::string& day) {
    return errors_of(
        "[[source]]\nid = \"copied\"\nkind = \"circular\"\nlanguage = \"en\"\n"
        "reference = \"c\"\ntitle = { en = \"c\", nl = \"c\" }\n"
        "published = 2022-06-01\nseen = [" +
        day + "]\n" + rule("a", "country = true", "in_force = 2020-01-01"));
  };
  CHECK(seen("2022-06-02") == "");
  CHECK(seen("2022-06-01").find("[impossible-date]") != std::string::npos);
}
