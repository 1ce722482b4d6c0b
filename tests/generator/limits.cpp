// SPDX-License-Identifier: BSL-1.0
#include "fixture.hpp"

#include <doctest/doctest.h>

// As many as there may be are accepted, and one more is refused.

namespace {

using fixture::rule;

const std::string the_rule = rule("the-rule", "country = true", "in_force = 2020-01-01");

std::string errors_of(const std::string& more) {
  std::string errors;
  fixture::policy(more + the_rule, errors);
  return errors;
}

bool refused(const std::string& more, const std::string& name) {
  const std::string errors = errors_of(more);
  if (errors.find(": error: ") == std::string::npos) return false;
  CHECK_MESSAGE(errors.find("[" + name + "]") != std::string::npos, errors);
  return true;
}

std::string some(std::size_t number, auto each) {
  std::string all;
  for (std::size_t i = 0; i < number; ++i) all += each(i);
  return all;
}

const std::string cite = "cite = [{ source = \"first\", at = \"1\", terms = [\"x\"] }]\n";

std::string group(std::size_t i) {
  return "[[persons]]\nid = \"g" + std::to_string(i) +
         "\"\ndefinition = { en = \"some\", nl = \"sommigen\" }\n" + cite;
}

/// An advice that requires the one before it, or none.
std::string advice(std::size_t i, bool requires_last) {
  return "[[advice]]\nid = \"a" + std::to_string(i) +
         "\"\ntitle = { en = \"x\", nl = \"x\" }\nsource = \"first\"\n" +
         (requires_last && i > 0 ? "requires = [\"a" + std::to_string(i - 1) + "\"]\n" : "") + cite;
}

std::string uncertain_rule(std::size_t i) {
  std::string id{"r"};  // "r" + ... makes g++ 12 warn of what is not so, under -O3
  id += std::to_string(i);
  return rule(id, "country = true",
              "in_force = { after = 2020-01-01, by = 2021-01-01 }", "second");
}

}  // namespace

TEST_CASE("a policy has 64 groups of persons, and not 65") {
  CHECK(!refused(some(64, group), "too-many-groups"));
  CHECK(refused(some(65, group), "too-many-groups"));
}

TEST_CASE("a policy has 32 advices, and not 33") {
  const auto chained = [](std::size_t i) { return advice(i, true); };
  CHECK(!refused(some(32, chained), "too-many-advices"));
  CHECK(refused(some(33, chained), "too-many-advices"));
}

TEST_CASE("advices are adopted in 256 combinations, and not in 257") {
  const std::string eight = some(8, [](std::size_t i) { return advice(i, false); });
  CHECK(!refused(eight, "too-many-advices"));
  const std::string all_of_them =
      "[[advice]]\nid = \"last\"\ntitle = { en = \"x\", nl = \"x\" }\nsource = \"first\"\n"
      "requires = [\"a0\", \"a1\", \"a2\", \"a3\", \"a4\", \"a5\", \"a6\", \"a7\"]\n" +
      cite;
  CHECK(refused(eight + all_of_them, "too-many-advices"));
}

TEST_CASE("of one question 12 changes are uncertain, and not 13") {
  CHECK(!refused(some(12, uncertain_rule), "too-many-uncertain-changes"));
  CHECK(refused(some(13, uncertain_rule), "too-many-uncertain-changes"));
}

TEST_CASE("a list has 255 entries, and not 256") {
  const auto remark = [](std::size_t number) {
    return "[[remark]]\nid = \"r\"\nkind = \"context\"\ntext = { en = \"x\", nl = \"x\" }\ncite = "
           "[" +
           some(number,
                [](std::size_t i) {
                  return "{ source = \"first\", at = \"" + std::to_string(i) +
                         "\", terms = [\"x\"] },\n";
                }) +
           "]\n";
  };
  CHECK(!refused(remark(255), "list-too-long"));
  CHECK(refused(remark(256), "list-too-long"));
}

TEST_CASE("a table has 254 places, and not 255") {
  const auto place = [](std::size_t i) {
    return "[[place]]\nid = \"p" + std::to_string(i) + "\"\nname = { en = \"P" + std::to_string(i) +
           "\", nl = \"P\" }\nrelation = \"unknown\"\n" + cite;
  };
  CHECK(!refused(some(254, place), "table-too-large"));
  CHECK(refused(some(255, place), "table-too-large"));
}

TEST_CASE("a table has 65,536 bytes of names and references, and not one more") {
  const auto source = [](std::size_t i, std::size_t size) {
    return "[[source]]\nid = \"s" + std::to_string(i) +
           "\"\nkind = \"circular\"\npublished = 2020-01-01\nlanguage = \"en\"\nreference = \"" +
           std::string(size, static_cast<char>('a' + i)) +
           "\"\ntitle = { en = \"t\", nl = \"t\" }\n";
  };
  const std::string eight = some(8, [&](std::size_t i) { return source(i, 8'000); });
  const std::size_t bytes = fixture::policy(eight + source(8, 1) + the_rule).images[0].texts.size();
  const std::size_t left = 0x10000 - bytes + 1;
  CHECK(!refused(eight + source(8, left), "table-too-large"));
  CHECK(refused(eight + source(8, left + 1), "table-too-large"));
}
