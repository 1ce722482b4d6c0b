// SPDX-License-Identifier: BSL-1.0
// rejects: the_gazetteer_has_no_region_of_that_code
#include <ambit/tables/gazetteer.hpp>

#ifdef AMBIT_REJECT
constexpr ambit::region gao = ambit::region_in(ambit::tables::gazetteer, "ML-77");
#else
constexpr ambit::region gao = ambit::region_in(ambit::tables::gazetteer, "ML-7");
#endif
