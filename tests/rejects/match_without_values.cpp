// SPDX-License-Identifier: BSL-1.0
// rejects: ambit::on: name at least one value
#include <ambit/match.hpp>

using namespace ambit;

#ifdef AMBIT_REJECT
constexpr auto a_case = on<>([] { return 1; });
#else
constexpr auto a_case = on<language::en>([] { return 1; });
#endif
