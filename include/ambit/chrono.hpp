// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/date.hpp>

#include <chrono>

// Days of this library as those of <chrono>, and the other way round. Both count days since
// 1970-01-01. The two distant days are not days of a calendar: they have no std::chrono::sys_days.

namespace ambit::inline v8 {

/// The day; nothing for one that is further away than this library counts.
[[nodiscard]] constexpr std::optional<date> from_chrono(std::chrono::sys_days day) noexcept {
  const auto days = day.time_since_epoch().count();
  if (days <= distant_past.days || days >= distant_future.days) return std::nullopt;
  return date{static_cast<std::int32_t>(days)};
}

/// The day; nothing for one that the calendar does not have, as 30 February.
[[nodiscard]] constexpr std::optional<date> from_chrono(std::chrono::year_month_day day) noexcept {
  if (!day.ok()) return std::nullopt;
  return from_chrono(std::chrono::sys_days{day});
}

/// The day; nothing for distant_past and distant_future.
[[nodiscard]] constexpr std::optional<std::chrono::sys_days> to_sys_days(date day) noexcept {
  if (day == distant_past || day == distant_future) return std::nullopt;
  return std::chrono::sys_days{std::chrono::days{day.days}};
}

/// The same in year, month and day; nothing also for years that <chrono> does not have, before
/// -32767 and after 32767.
[[nodiscard]] constexpr std::optional<std::chrono::year_month_day> to_year_month_day(
    date day) noexcept {
  const year_month_day civil = to_civil(day);
  constexpr auto least = static_cast<int>((std::chrono::year::min)());
  constexpr auto most = static_cast<int>((std::chrono::year::max)());
  if (civil.year < least || civil.year > most) return std::nullopt;
  return std::chrono::year_month_day{std::chrono::year{civil.year},
                                     std::chrono::month{static_cast<unsigned>(civil.month)},
                                     std::chrono::day{static_cast<unsigned>(civil.day)}};
}

}  // namespace ambit::inline v8
