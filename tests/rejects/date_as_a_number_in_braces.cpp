// SPDX-License-Identifier: BSL-1.0
// rejects: would use explicit constructor|no matching function for call to .classify
#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr auto answer = ambit::classify(ambit::tables::nl_ml, "ML-7"_region, {20221123});
#else
constexpr auto answer = ambit::classify(ambit::tables::nl_ml, "ML-7"_region, "2022-11-23"_date);
#endif
