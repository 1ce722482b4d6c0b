// SPDX-License-Identifier: BSL-1.0
// rejects: an_assumed_advice_requires_another_advice_that_is_not_assumed_with_it
#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

using ambit::tables::nl_ml;

#ifdef AMBIT_REJECT
constexpr auto assumed = ambit::assume(nl_ml, nl_ml.bamako);
#else
constexpr auto assumed = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
#endif
