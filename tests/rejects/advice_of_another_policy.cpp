// SPDX-License-Identifier: BSL-1.0
// rejects: no matching function for call to .*assume
#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

using ambit::tables::nl_ml;

enum class advice_of_elsewhere { designate };

#ifdef AMBIT_REJECT
constexpr auto assumed = ambit::assume(nl_ml, advice_of_elsewhere::designate);
#else
constexpr auto assumed = ambit::assume(nl_ml, nl_ml.designate);
#endif
