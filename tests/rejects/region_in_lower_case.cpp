// SPDX-License-Identifier: BSL-1.0
// rejects: a_region_is_written_like_ML_7_two_capitals_a_hyphen_then_one_to_three_capitals_or_digits
#include <ambit/region.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr ambit::region gao = "ml-7"_region;
#else
constexpr ambit::region gao = "ML-7"_region;
#endif
