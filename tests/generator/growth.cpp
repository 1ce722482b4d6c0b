// SPDX-License-Identifier: BSL-1.0
#include "growth.hpp"

#include "fixture.hpp"
#include "judge.hpp"

#include <doctest/doctest.h>

#include <sstream>

// What a policy may have, and how the work of the resolver grows with it. `./build.sh bench` prints
// the times.

namespace {

std::string errors_of(std::size_t editions, std::size_t rules) {
  ambitc::diagnostics found;
  const ambitc::policy_source policy = growth::policy(editions, rules, found);
  REQUIRE_FALSE(found.failed());
  ambitc::image answers = ambitc::to_rows(policy);
  ambitc::resolve(answers, found);
  std::ostringstream printed;
  found.print(printed);
  return printed.str();
}

}  // namespace

TEST_CASE("a chain of rules has a table up to its limit, and one more edition has a sentence") {
  CHECK(errors_of(100, 100) == "");
  const std::string errors = errors_of(380, 380);
  CHECK(errors.find("this policy has more than 65534 periods of its answers") != std::string::npos);
  CHECK(errors.find("[table-too-large]") != std::string::npos);
}

TEST_CASE("4095 rules have a table, and 4096 a sentence before anything is resolved") {
  CHECK(errors_of(1, 4095) == "");
  const std::string errors = errors_of(1, 4096);
  CHECK(errors.find("this policy has 4096 rules; a table has at most 4095") != std::string::npos);
}

TEST_CASE("on a day of a long chain few claims can be the answer, and few days change a question") {
  ambitc::diagnostics found;
  const ambitc::policy_source policy = growth::policy(50, 50, found);
  const ambitc::image rows = ambitc::to_rows(policy);
  ambitc::known_policy known(rows);
  known.look(ambit::distant_future, 0);
  std::vector<std::size_t> rules(50);
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i] = i;
  ambitc::question_over_time chain(known, known.claims(rules, {0}), known.fallback());
  CHECK(chain.days().size() == 51);  // that of each rule, and all early days
  ambitc::question_over_time one(known, known.claims({7}, {0}), known.fallback());
  CHECK(one.days().size() == 4);  // begun, ended, the policy begun
}
