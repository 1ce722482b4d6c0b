// SPDX-License-Identifier: BSL-1.0
// rejects: would use explicit constructor|chosen constructor is explicit
#include <ambit/region.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr ambit::country mali = ambit::country_of({123});
#else
constexpr ambit::country mali = ambit::country_of("ML-7"_region);
#endif
