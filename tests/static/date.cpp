// SPDX-License-Identifier: BSL-1.0
#include <ambit/date.hpp>

#include <type_traits>

namespace {

using namespace ambit::literals;
using ambit::date;
using ambit::parse_date;
using ambit::to_text;

static_assert("1970-01-01"_date == date{0});
static_assert("1969-12-31"_date == date{-1});
static_assert("2000-03-01"_date == date{11017});
static_assert("0001-01-01"_date < "9999-12-31"_date);
static_assert("2022-11-23"_date < "2022-11-24"_date);

// Only days that the calendar has, in the one form.
static_assert(parse_date("2024-02-29") && !parse_date("2023-02-29"));
static_assert(parse_date("2000-02-29") && !parse_date("1900-02-29"));
static_assert(!parse_date("2022-02-30") && !parse_date("2022-04-31"));
static_assert(!parse_date("2022-13-01") && !parse_date("2022-00-01") && !parse_date("2022-01-00"));
static_assert(!parse_date("0000-01-01"));
static_assert(!parse_date("") && !parse_date("2022-1-1") && !parse_date("2022/11/23"));
static_assert(!parse_date("2022x11-23") && !parse_date("2022-11x23") && !parse_date("2022-01x01"));
static_assert(!parse_date("2022-11-2:") && !parse_date("2022-11-2/") && !parse_date("2022-1:-01"));
static_assert(!parse_date("2021-02-29") && !parse_date("2022-06-31"));
static_assert(!parse_date("2022-11-23 ") && !parse_date("-022-11-23") && !parse_date("２022-11-2"));

// Three numbers are a day only if the calendar has it; no number overflows.
using ambit::make_date;
using ambit::to_date;
static_assert(to_date({2022, 11, 23}) == "2022-11-23"_date);
static_assert(make_date(2024, 2, 29) == "2024-02-29"_date && !make_date(2026, 2, 30));
static_assert(make_date(1, 1, 1) == "0001-01-01"_date && make_date(9999, 12, 31));
static_assert(!make_date(0, 1, 1) && !make_date(10000, 1, 1) && !make_date(-2022, 11, 23));
static_assert(!make_date(INT32_MAX, INT32_MAX, INT32_MAX) && !make_date(INT32_MIN, 1, 1));
static_assert(!make_date(2022, 0, 1) && !make_date(2022, 13, 1) && !make_date(2022, 1, 0) &&
              !make_date(2022, 1, 32) && !make_date(2022, 4, 31) && !make_date(2022, 1, INT32_MIN));

// A number is no day by itself.
static_assert(!std::is_convertible_v<int, date> && std::is_trivially_copyable_v<date>);

// Every day around the three kinds of century comes back as it was.
constexpr bool round_trip(date first, date last) {
  for (date day = first; day < last; day = day_after(day)) {
    const ambit::year_month_day civil = to_civil(day);
    if (date{ambit::detail::days_from_civil(civil)} != day || day_before(day_after(day)) != day)
      return false;
  }
  return true;
}
static_assert(round_trip("1899-12-30"_date, "1904-03-02"_date));
static_assert(round_trip("1999-12-30"_date, "2004-03-02"_date));
static_assert(round_trip("2099-12-30"_date, "2104-03-02"_date));

static_assert(to_text("2022-11-23"_date) == std::string_view{"2022-11-23"});
static_assert(to_text("0001-01-01"_date) == std::string_view{"0001-01-01"});
static_assert(to_text("9999-12-31"_date) == std::string_view{"9999-12-31"});
static_assert(to_text(day_after("9999-12-31"_date)) == std::string_view{"..."});
static_assert(to_text(day_before("0001-01-01"_date)) == std::string_view{"..."});
static_assert(to_text(ambit::distant_past) == std::string_view{"..."});

// The distant days are no days: nothing is before or after them.
static_assert(day_before(ambit::distant_past) == ambit::distant_past);
static_assert(day_after(ambit::distant_future) == ambit::distant_future);
static_assert(day_after(ambit::distant_past) == ambit::distant_past);
static_assert(day_before(ambit::distant_future) == ambit::distant_future);

}  // namespace
