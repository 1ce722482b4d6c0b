// SPDX-License-Identifier: BSL-1.0
// rejects: a_gazetteer_has_no_policy_give_one_such_as_nl_ml
#include <ambit/ambit.hpp>
#include <ambit/tables/gazetteer.hpp>
#include <ambit/tables/nl_ml.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr auto answer = ambit::classify(ambit::tables::gazetteer, "ML-7"_region, "2026-04-04"_date);
#else
constexpr auto answer = ambit::classify(ambit::tables::nl_ml, "ML-7"_region, "2026-04-04"_date);
#endif
