// SPDX-License-Identifier: BSL-1.0
// rejects: would use explicit constructor|chosen constructor is explicit
#include <ambit/region.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr ambit::region mali = ambit::region_of({123});
#else
constexpr ambit::region mali = ambit::region_of("ML"_country);
#endif
