// SPDX-License-Identifier: BSL-1.0
// rejects: match_has_no_case_for<.*nl
#include <ambit/match.hpp>

using namespace ambit;

constexpr int number(language in) {
#ifdef AMBIT_REJECT
  return match(in, on<language::en>([] { return 1; }));
#else
  return match(in, on<language::en>([] { return 1; }), on<language::nl>([] { return 2; }));
#endif
}
static_assert(number(language::en) == 1);
