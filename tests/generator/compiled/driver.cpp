// SPDX-License-Identifier: BSL-1.0
#include <answer_text.hpp>
#include <atlas_statuses.hpp>

#include <cstdlib>
#include <iostream>
#include <vector>

// Answers from baked tables alone: compiled.cpp bakes them, compiles this with them and compares
// what it prints with what the rules say.
//
//   driver POLICY known DAY... on DAY...
//
// prints the answer to every question with these days (counted from 1970-01-01), each after the
// question and before an empty line. Exit status 3 if the index of statuses says anything else.

int main(int count, char** arguments) {
  std::vector<ambit::date> known, days;
  std::vector<ambit::date>* into = nullptr;
  for (int i = 2; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "known")
      into = &known;
    else if (argument == "on")
      into = &days;
    else if (into)
      into->push_back(ambit::date{static_cast<std::int32_t>(std::atoi(arguments[i]))});
  }
  const auto policy = baked::atlas.find(count > 1 ? arguments[1] : "");
  if (!policy) return 2;

  std::vector<ambit::region> regions{*ambit::parse_region("ZZ-99")};
  for (const ambit::region_row& each : policy->regions()) regions.push_back(each.code);
  for (const auto advices : ambit::advice_sets(*policy))
    for (const ambit::region region : regions)
      for (const ambit::date day : days)
        for (const ambit::date by : known)
          for (const bool unchanged : {false, true})
            std::cout << compare::question_text(region, day, by, advices.bits(), unchanged)
                      << compare::text_of(ambit::classify(
                             *policy, region, day,
                             {.known = by, .assuming = advices, .assume_unchanged = unchanged}))
                      << "\n";
  for (const ambit::region region : regions)
    for (const ambit::date day : days)
      if (ambit::statuses(baked::atlas_statuses, policy->jurisdiction(), region, day) !=
          ambit::classify(*policy, region, day).statuses())
        return 3;
}
