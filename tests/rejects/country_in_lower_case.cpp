// SPDX-License-Identifier: BSL-1.0
// rejects: a_country_is_written_like_ML_two_capitals
#include <ambit/country.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr ambit::country mali = "ml"_country;
#else
constexpr ambit::country mali = "ML"_country;
#endif
