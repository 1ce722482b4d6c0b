// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/absent.hpp>
#include <ambit/gazetteer.hpp>
#include <ambit/table.hpp>

// What all policies of an atlas say for everyone, with everything known: by jurisdiction, code and
// day in one look-up, for programs that ask of millions. It is what `classify` says, without the
// rules and documents behind it.
//
//   ambit::statuses(tables::atlas_statuses, "NL"_country, "ML-7", day)[measure::return_]

namespace ambit::inline v8 {

/// A generated index of an atlas: an empty object whose parts are functions. Its codes stand there
/// with their jurisdiction.
template <class T>
concept status_index = hashed_codes<T> && requires(const T& of) {
  /// The countries whose regions the index has, by jurisdiction.
  { of.countries() }
  noexcept->std::same_as<row_span<std::uint32_t>>;
  { of.country_hash() }
  noexcept->std::same_as<detail::small_hash>;
  /// Where the timeline of each slot begins among the words. Regions whose statuses change alike
  /// share one.
  { of.timelines() }
  noexcept->std::same_as<row_span<typename T::timeline_position>>;
  /// The day of which `periods` has the first period. It begins on the day before anything changes.
  { of.first_day() }
  noexcept->std::same_as<date>;
  /// How many times the statuses of any region have changed, day by day up to the last of them.
  { of.periods() }
  noexcept->std::same_as<row_span<typename T::period>>;
  /// What holds of an unknown region, then in each period: timeline after timeline.
  { of.words() }
  noexcept->std::same_as<row_span<status_word>>;
  /// What holds of the codes of other countries.
  { of.otherwise(country{}, region{}, date{}) }
  noexcept->std::same_as<status_word>;
};

namespace detail {

/// A code's country and a jurisdiction as one number. A slot without a country has 0.
constexpr std::uint32_t country_pair(country jurisdiction, region code) noexcept {
  return country_of(code).packed | std::uint32_t{jurisdiction.packed} << 16;
}

/// A code and a jurisdiction as one key: a jurisdiction stands where the gazetteer's slots have the
/// number of another slot.
constexpr std::uint64_t status_key(country jurisdiction, region code) noexcept {
  return code.packed | std::uint64_t{jurisdiction.packed} << code_bits;
}

/// Where a day has its period: days before the first count as the first, those past the last as it.
constexpr std::size_t period_index(date first, std::size_t days, date day) noexcept {
  const std::int64_t distance = std::int64_t{day.days} - first.days;
  const std::int64_t from_first = distance < 0 ? 0 : distance;
  const auto last = static_cast<std::int64_t>(days) - 1;
  return static_cast<std::size_t>(from_first < last ? from_first : last);
}

}  // namespace detail

/// The statuses of all measures for everyone, by the policy of a jurisdiction on a region's
/// country, with everything known. Total, as `classify` is: where there is no policy, `no_policy`;
/// for what is no region, `unknown_region`.
template <status_index Index>
constexpr status_word statuses(const Index& of, country jurisdiction, region code,
                               date day) noexcept {
  const std::uint32_t pair = detail::country_pair(jurisdiction, code);
  if (of.countries()[of.country_hash().slot(pair)] != pair) [[unlikely]]
    return of.otherwise(jurisdiction, code, day);
  const std::uint64_t key = detail::status_key(jurisdiction, code);
  const std::size_t slot = detail::slot_of_key(of, key);
  const std::size_t period =
      of.periods()[detail::period_index(of.first_day(), of.periods().size(), day)];
  // Whether it is a region is no branch: where some are none, it would be guessed wrong.
  const std::size_t if_region = 0 - std::size_t{of.code_slots()[slot] == key};
  return of.words()[(of.timelines()[slot] + period) & if_region];
}

/// The same for a code as a text, in capitals or small letters.
template <status_index Index>
constexpr status_word statuses(const Index& of, country jurisdiction, std::string_view code,
                               date day) noexcept {
  return statuses(of, jurisdiction, detail::pack_code(code), day);
}

namespace detail {
// Only its name matters: compilers print it where they refuse the call.
struct this_is_an_atlas_give_its_index_such_as_atlas_statuses {};
}  // namespace detail

/// An atlas in place of its index: does not compile.
template <detail::policy_chooser Atlas, class Code>
detail::this_is_an_atlas_give_its_index_such_as_atlas_statuses statuses(const Atlas&, country, Code,
                                                                        date) = delete;

}  // namespace ambit::inline v8
