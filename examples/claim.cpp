// SPDX-License-Identifier: BSL-1.0

// One claim beside the policy: what bears on it, and what remains to be established.

#include <ambit/ambit.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdio>
#include <string>

namespace {

using namespace ambit::literals;
using ambit::fact;
using ambit::tables::nl_ml;

// The memo as of its day, with its first two advices taken as adopted.
constexpr auto advised = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
constexpr auto answer = ambit::classify(nl_ml, "ML-7"_region, "2022-12-01"_date,
                                        {.known = "2022-12-01"_date, .assuming = advised});

// The first interview has established nothing yet; after research, origin and grounds are known.
constexpr auto at_first = ambit::establish(nl_ml, {});
constexpr auto researched = ambit::establish(
    nl_ml, {.origin = fact::yes, .fixed_residence = fact::yes, .individual_fear = fact::yes});

// Who fears on individual grounds falls outside the presumption: it is examined individually.
static_assert(ambit::assess(answer, researched).questions()[0].about ==
              ambit::subject::examination);

void print(const char* title, const ambit::claim<ambit::tables::nl_ml_table>& claim) {
  const auto assessed = ambit::assess(answer, claim);
  std::string text(ambit::explain(assessed, ambit::language::en, {}), '\0');
  ambit::explain(assessed, ambit::language::en, text);
  std::printf("%s\n%s\n", title, text.c_str());
}

}  // namespace

int main() {
  print("At first:", at_first);
  print("After research:", researched);
  return 0;
}
