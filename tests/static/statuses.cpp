// SPDX-License-Identifier: BSL-1.0
#include <ambit/statuses.hpp>
#include <ambit/tables/atlas_statuses.hpp>

// One look-up by code and day, at compile time too.

namespace {

using namespace ambit;
using tables::atlas_statuses;

constexpr status gao_on(date day, country jurisdiction) {
  return statuses(atlas_statuses, jurisdiction, "ML-7", day)[measure::indiscriminate_violence];
}
static_assert(gao_on("2023-06-22"_date, "NL"_country) == status::designated);
static_assert(gao_on("2023-03-01"_date, "NL"_country) == status::undetermined);
static_assert(gao_on("2023-06-23"_date, "NL"_country) == status::undetermined);  // past the horizon
static_assert(gao_on("2023-06-22"_date, "FR"_country) == status::no_policy);
static_assert(statuses(atlas_statuses, "NL"_country, "FR-75", "2023-06-22"_date) ==
              status_word::all(status::no_policy));
static_assert(statuses(atlas_statuses, "NL"_country, "ML-77", "2023-06-22"_date) ==
              status_word::all(status::unknown_region));
static_assert(statuses(atlas_statuses, "NL"_country, "QQ-1", "2023-06-22"_date) ==
              status_word::all(status::unknown_region));

// A day has the period of its place; those before and after all of them that of the next to them.
constexpr std::size_t index_of(date day) {
  return detail::period_index("2000-01-01"_date, 10, day);
}
static_assert(index_of(distant_past) == 0 && index_of("1999-12-31"_date) == 0);
static_assert(index_of("2000-01-01"_date) == 0 && index_of("2000-01-02"_date) == 1);
static_assert(index_of("2000-01-09"_date) == 8 && index_of("2000-01-10"_date) == 9);
static_assert(index_of("2000-01-11"_date) == 9 && index_of(distant_future) == 9);

// An index of one region: other codes of its country are unknown, other countries are asked for.
struct short_index {
  using timeline_position = std::uint8_t;
  using period = std::uint8_t;
  static constexpr region gao = "ML-7"_region;
  static constexpr std::uint64_t slot[] = {detail::status_key("NL"_country, gao),
                                           detail::empty_slot};
  static constexpr std::uint16_t displacement[] = {0, 0};
  static constexpr std::uint32_t country_slot[] = {detail::country_pair("NL"_country, gao), 0};
  static constexpr timeline_position timeline[] = {1, 0};
  static constexpr period period_of_day[] = {0, 1, 1, 2};
  static constexpr status_word word[] = {status_word::all(status::unknown_region), 12, 11, 10};

  static constexpr row_span<std::uint64_t> code_slots() noexcept { return {slot, 2}; }
  static constexpr row_span<std::uint16_t> displacements() noexcept { return {displacement, 2}; }
  static constexpr detail::perfect_hash hash() noexcept { return {0, 63, 62}; }
  static constexpr row_span<std::uint32_t> countries() noexcept { return {country_slot, 2}; }
  static constexpr detail::small_hash country_hash() noexcept { return {0, 31}; }
  static constexpr row_span<timeline_position> timelines() noexcept { return {timeline, 2}; }
  static constexpr date first_day() noexcept { return "2000-01-01"_date; }
  static constexpr row_span<period> periods() noexcept { return {period_of_day, 4}; }
  static constexpr row_span<status_word> words() noexcept { return {word, 4}; }
  static constexpr status_word otherwise(country, region, date) noexcept { return 99; }
};
static_assert(status_index<short_index>);

constexpr std::uint64_t word_of(country jurisdiction, std::string_view code, date day) {
  return statuses(short_index{}, jurisdiction, code, day).bits;
}
constexpr std::uint64_t unknown = status_word::all(status::unknown_region).bits;
static_assert(word_of("NL"_country, "ML-7", "1999-01-01"_date) == 12);
static_assert(word_of("NL"_country, "ml-7", "2000-01-02"_date) == 11);
static_assert(word_of("NL"_country, "ML-7", "2000-01-03"_date) == 11);
static_assert(word_of("NL"_country, "ML-7", distant_future) == 10);
static_assert(word_of("BE"_country, "ML-7", "2000-01-02"_date) == 99);
static_assert(word_of("NL"_country, "MM-7", "2000-01-02"_date) == 99);
static_assert(word_of("NL"_country, "ML-8", "2000-01-02"_date) == unknown);
static_assert(word_of("NL"_country, "ML-\x17", "2000-01-02"_date) == unknown);
static_assert(word_of("NL"_country, "ML-77", distant_past) == unknown);

}  // namespace
