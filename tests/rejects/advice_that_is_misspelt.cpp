// SPDX-License-Identifier: BSL-1.0
// rejects: bamaco
#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

using ambit::tables::nl_ml;

#ifdef AMBIT_REJECT
constexpr auto assumed = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamaco);
#else
constexpr auto assumed = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
#endif
