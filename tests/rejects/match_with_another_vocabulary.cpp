// SPDX-License-Identifier: BSL-1.0
// rejects: ambit::match: a case is made of values of another vocabulary
#include <ambit/match.hpp>

using namespace ambit;

constexpr int number(language in) {
#ifdef AMBIT_REJECT
  return match(in, on<language::en>([] { return 1; }), on<closure::open>([] { return 2; }));
#else
  return match(in, on<language::en>([] { return 1; }), on<language::nl>([] { return 2; }));
#endif
}
static_assert(number(language::en) == 1);
