// SPDX-License-Identifier: BSL-1.0
// rejects: match_has_two_cases_for<.*en
#include <ambit/match.hpp>

using namespace ambit;

constexpr int number(language in) {
#ifdef AMBIT_REJECT
  return match(in, on<language::en, language::nl>([] { return 1; }),
               on<language::en>([] { return 2; }));
#else
  return match(in, on<language::en, language::nl>([] { return 1; }));
#endif
}
static_assert(number(language::en) == 1);
