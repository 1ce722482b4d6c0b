// SPDX-License-Identifier: BSL-1.0
// rejects: a_day_is_written_YYYY_MM_DD_and_must_exist_in_the_calendar
#include <ambit/date.hpp>

using namespace ambit::literals;

#ifdef AMBIT_REJECT
constexpr ambit::date day = "23-11-2022"_date;
#else
constexpr ambit::date day = "2022-11-23"_date;
#endif
