// SPDX-License-Identifier: BSL-1.0
#include <ambit/statuses.hpp>
#include <ambit/tables/atlas_statuses.hpp>

// One look-up by code and day, at compile time too.

namespace {

using namespace ambit;
using tables::atlas_statuses;

constexpr status gao_on(date day, country jurisdiction = "NL"_country) {
  return statuses(atlas_statuses, jurisdiction, "ML-7", day)[measure::indiscriminate_violence];
}
static_assert(gao_on("2026-04-04"_date) == status::designated);
static_assert(gao_on("2024-01-15"_date) == status::undetermined);
static_assert(gao_on("2026-04-05"_date) == status::undetermined);  // past the horizon
static_assert(gao_on("2026-04-04"_date, "FR"_country) == status::no_policy);
static_assert(statuses(atlas_statuses, "NL"_country, "FR-75", "2026-04-04"_date) ==
              status_word::all(status::no_policy));
static_assert(statuses(atlas_statuses, "NL"_country, "ML-77", "2026-04-04"_date) ==
              status_word::all(status::unknown_region));
static_assert(statuses(atlas_statuses, "NL"_country, "QQ-1", "2026-04-04"_date) ==
              status_word::all(status::unknown_region));

// An index of one region with more days than are counted at once, one of them a hundred years on.
struct long_index {
  static constexpr std::uint64_t slot[] = {
      detail::word_in_slot(detail::word_as_written("ML-7"))};
  static constexpr std::uint16_t displacement[] = {0};
  static constexpr status_timeline_row timeline[] = {
      {{0x0004'0003'0002'0001, 0x0008'0007'0006'0005}, "NL"_country, 0, 0, 2}};
  static constexpr packed_day later[] = {"2000-01-09"_date, "2100-01-01"_date};
  static constexpr status_word word[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  static constexpr row_span<std::uint64_t> slots() noexcept { return {slot, 1}; }
  static constexpr row_span<std::uint16_t> displacements() noexcept { return {displacement, 1}; }
  static constexpr detail::perfect_hash hash() noexcept { return {1, 63, 0, 1}; }
  static constexpr row_span<status_timeline_row> timelines() noexcept { return {timeline, 1}; }
  static constexpr row_span<packed_day> later_days() noexcept { return {later, 2}; }
  static constexpr row_span<status_word> words() noexcept { return {word, 11}; }
  static constexpr date first_day() noexcept { return "2000-01-01"_date; }
  static constexpr status_word otherwise(country, region, date) noexcept { return 99; }
};
static_assert(status_index<long_index>);

constexpr std::uint64_t word_on(date day) {
  return statuses(long_index{}, "NL"_country, "ML-7", day).bits;
}
static_assert(word_on(distant_past) == 0 && word_on("1999-12-31"_date) == 0);
static_assert(word_on("2000-01-01"_date) == 1 && word_on("2000-01-04"_date) == 4);
static_assert(word_on("2000-01-05"_date) == 5 && word_on("2000-01-08"_date) == 8);
static_assert(word_on("2000-01-09"_date) == 9 && word_on("2099-12-31"_date) == 9);
static_assert(word_on("2100-01-01"_date) == 10 && word_on(distant_future) == 10);
static_assert(statuses(long_index{}, "BE"_country, "ML-7", "2000-01-01"_date).bits == 99);
static_assert(statuses(long_index{}, "NL"_country, "ML-8", "2000-01-01"_date).bits == 99);

}  // namespace
