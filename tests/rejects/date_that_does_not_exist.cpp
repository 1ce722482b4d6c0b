// SPDX-License-Identifier: BSL-1.0
// rejects: a_day_is_written_YYYY_MM_DD_and_must_exist_in_the_calendar
#include <ambit/date.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr ambit::date day = "2023-02-29"_date;
#else
constexpr ambit::date day = "2024-02-29"_date;
#endif
