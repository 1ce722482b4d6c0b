// SPDX-License-Identifier: BSL-1.0
// rejects: The policy on Mali changed since 1 January 2023: read the Circular, C7/23, again
#include <ambit/tables/nl_ml.hpp>
#include <ambit/timeline.hpp>

// A downstream build that relies on a span of days without a change.

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr ambit::date until = "2023-06-22"_date;
#else
constexpr ambit::date until = "2023-06-21"_date;
#endif
static_assert(ambit::changes_between(ambit::tables::nl_ml, "2023-01-01"_date, until) == 0,
              "The policy on Mali changed since 1 January 2023: read the Circular, C7/23, again");
