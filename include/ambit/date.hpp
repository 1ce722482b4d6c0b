// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/short_text.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ambit::inline v8 {

/// A civil day, as the number of days since 1970-01-01 in the proleptic Gregorian calendar.
struct [[nodiscard]] date {
  std::int32_t days = 0;

  constexpr date() = default;
  /// Of the number of days: 20221123 is none. "2022-11-23"_date is the way to write a day,
  /// parse_date and make_date are those to read one.
  constexpr explicit date(std::int32_t days_since_1970) noexcept : days(days_since_1970) {}

  friend constexpr auto operator<=>(date, date) = default;
};

/// Earlier and later than every day that can be written; as bounds they mean "no bound known".
inline constexpr date distant_past{INT32_MIN};
inline constexpr date distant_future{INT32_MAX};

/// The day before, the day after. The two distant days stay where they are.
constexpr date day_before(date day) noexcept {
  return day == distant_past || day == distant_future ? day : date{day.days - 1};
}
constexpr date day_after(date day) noexcept {
  return day == distant_past || day == distant_future ? day : date{day.days + 1};
}

struct [[nodiscard]] year_month_day {
  std::int32_t year;
  std::int32_t month;
  std::int32_t day;
};

namespace detail {

/// The number of a day of the years 1 to 9999; of three numbers that the calendar has not together,
/// any number. Both directions after Howard Hinnant,
/// https://howardhinnant.github.io/date_algorithms.html: years begin in March, so the leap day is
/// the last of its year; 400 years (an era) have 146,097 days.
constexpr std::int32_t days_from_civil(year_month_day civil) noexcept {
  const std::int32_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int32_t era = year / 400;
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t day_of_year =
      (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
  const std::int32_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

}  // namespace detail

constexpr year_month_day to_civil(date day) noexcept {
  const std::int64_t shifted = std::int64_t{day.days} + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march + (month_from_march < 10 ? 3 : -9);
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<std::int32_t>(year), static_cast<std::int32_t>(month),
          static_cast<std::int32_t>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

namespace detail {

/// The day that three numbers are; distant_past where the calendar has none, and for years that
/// cannot be written.
constexpr date read_civil(year_month_day civil) noexcept {
  if (civil.year < 1 || civil.year > 9999 || civil.month < 1 || civil.month > 12 || civil.day < 1 ||
      civil.day > 31)
    return distant_past;
  const date read{days_from_civil(civil)};
  return to_civil(read).day == civil.day ? read : distant_past;  // 30 February is 2 March
}

/// The day that a text of the form YYYY-MM-DD writes; distant_past for every other text.
constexpr date read_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return distant_past;
  std::int32_t numbers[3] = {};
  std::size_t part = 0;
  for (std::size_t place = 0; place < 10; ++place) {
    if (place == 4 || place == 7) {
      ++part;
      continue;
    }
    if (text[place] < '0' || text[place] > '9') return distant_past;
    numbers[part] = numbers[part] * 10 + (text[place] - '0');
  }
  return read_civil({numbers[0], numbers[1], numbers[2]});
}

}  // namespace detail

/// Reads a day written as YYYY-MM-DD (years 0001 to 9999). Nothing for any other text, and nothing
/// for a day that the calendar does not have.
template <class Optional = std::optional<date>>  // so that only who calls it pays for std::optional
[[nodiscard]] constexpr Optional parse_date(std::string_view text) noexcept {
  const date read = detail::read_date(text);
  return read == distant_past ? Optional{} : Optional{read};
}

/// The day of three numbers (years 1 to 9999). Nothing for a day that the calendar does not have.
template <class Optional = std::optional<date>>  // see parse_date
[[nodiscard]] constexpr Optional make_date(std::int32_t year, std::int32_t month,
                                           std::int32_t day) noexcept {
  const date made = detail::read_civil({year, month, day});
  return made == distant_past ? Optional{} : Optional{made};
}

using date_text = short_text<10>;

/// A day as text: YYYY-MM-DD, or "..." for the two distant days.
constexpr date_text to_text(date day) noexcept {
  if (day == distant_past || day == distant_future) return {{'.', '.', '.'}, 3};
  const year_month_day civil = to_civil(day);
  if (civil.year < 1 || civil.year > 9999) return {{'.', '.', '.'}, 3};
  date_text text{{}, 10};
  const auto write = [&text](std::int32_t value, std::size_t from, std::size_t size) {
    for (std::size_t place = from + size; place-- > from; value /= 10)
      text.characters[place] = static_cast<char>('0' + value % 10);
  };
  write(civil.year, 0, 4);
  write(civil.month, 5, 2);
  write(civil.day, 8, 2);
  text.characters[4] = text.characters[7] = '-';
  return text;
}

namespace detail {
// Never defined: calling it while a literal is evaluated ends the compilation with its name.
void a_day_is_written_YYYY_MM_DD_and_must_exist_in_the_calendar();
}  // namespace detail

/// The day of three numbers as a constant: to_date({2022, 11, 23}). One that the calendar does not
/// have does not compile; `make_date` takes numbers at run time.
consteval date to_date(year_month_day civil) {
  const date day = detail::read_civil(civil);
  if (day == distant_past) detail::a_day_is_written_YYYY_MM_DD_and_must_exist_in_the_calendar();
  return day;
}

inline namespace literals {

/// "2022-11-23"_date. Any other form, or a day that does not exist, does not compile.
consteval date operator""_date(const char* text, std::size_t size) {
  const date day = detail::read_date({text, size});
  if (day == distant_past) detail::a_day_is_written_YYYY_MM_DD_and_must_exist_in_the_calendar();
  return day;
}

}  // namespace literals

}  // namespace ambit::inline v8
