// SPDX-License-Identifier: BSL-1.0
// rejects: the_policy_has_no_region_of_that_code
#include <ambit/tables/nl_ml.hpp>

#ifdef AMBIT_REJECT
constexpr ambit::region gao = ambit::region_in(ambit::tables::nl_ml, "ML-77");
#else
constexpr ambit::region gao = ambit::region_in(ambit::tables::nl_ml, "ML-7");
#endif
