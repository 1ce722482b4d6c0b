// SPDX-License-Identifier: BSL-1.0

// Asks a policy from the command line, about a region by its code or its name:
// ask nl-ml ML-7 2023-06-22 [nl]

#include <ambit/ambit.hpp>
#include <ambit/names.hpp>
#include <ambit/tables/atlas.hpp>

#include <cstdio>
#include <string>

namespace {

int refuse(const char* sentence) {
  std::fprintf(stderr, "ask: %s\nusage: ask POLICY REGION DAY [nl]\n", sentence);
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4 && count != 5) return refuse("three arguments, please");
  const auto policy = ambit::tables::atlas.find(arguments[1]);
  const auto day = ambit::parse_date(arguments[3]);
  if (!policy) return refuse("there is no such policy; nl-ml is one");
  // A code is asked about even if the country has none such: then that is the answer.
  const auto code = ambit::parse_region(arguments[2]);
  const ambit::region region = code ? *code : ambit::find(*policy, arguments[2]).region();
  if (region == ambit::region{})
    return refuse("no region, or more than one, has that name; write its code, as in ML-7");
  if (!day) return refuse("write the day as YYYY-MM-DD");
  const auto language = count == 5 && arguments[4] == std::string_view{"nl"} ? ambit::language::nl
                                                                             : ambit::language::en;

  const auto answer = ambit::classify(*policy, region, *day);
  std::string text(ambit::explain(answer, language, {}), '\0');
  ambit::explain(answer, language, text);
  std::fputs(text.c_str(), stdout);
  return 0;
}
