// SPDX-License-Identifier: BSL-1.0
// rejects: the_parts_of_a_claim_contradict_each_other
#include <ambit/assess.hpp>
#include <ambit/tables/nl_ml.hpp>

using ambit::tables::nl_ml;
constexpr auto group = ambit::tables::nl_ml_table::group::individual_grounds;

#ifdef AMBIT_REJECT
constexpr auto claim =
    ambit::establish(nl_ml, {.individual_fear = ambit::fact::no}, ambit::member(group));
#else
constexpr auto claim =
    ambit::establish(nl_ml, {.individual_fear = ambit::fact::no}, ambit::not_member(group));
#endif
