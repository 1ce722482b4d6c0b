// SPDX-License-Identifier: BSL-1.0
// rejects: a_day_is_written_YYYY_MM_DD_and_must_exist_in_the_calendar
#include <ambit/date.hpp>

#ifdef AMBIT_REJECT
constexpr ambit::date day = ambit::to_date({2026, 2, 30});
#else
constexpr ambit::date day = ambit::to_date({2026, 2, 28});
#endif
