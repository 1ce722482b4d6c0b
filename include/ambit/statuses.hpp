// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/gazetteer.hpp>
#include <ambit/table.hpp>

// What all policies of an atlas say for everyone, with everything known: by jurisdiction, code and
// day in one look-up, for programs that ask of millions. It is what `classify` says, without the
// rules and documents behind it.
//
//   ambit::statuses(tables::atlas_statuses, "NL"_country, "ML-7", day)[measure::return_]

namespace ambit::inline v1 {

/// The days on which the statuses of some regions become others; the regions share it.
struct status_timeline_row {
  /// The first eight of those days, four in each word, counted from the first day of all; 15 bits
  /// each.
  std::uint64_t days[2];
  ambit::country jurisdiction;
  std::uint16_t first;        ///< where in `words` the statuses before those days stand
  std::uint16_t later;        ///< where in `later_days` those begin that do not fit here
  std::uint16_t later_count;  ///< and their number
};

/// A generated index of an atlas: an empty object whose parts are functions.
template <class T>
concept status_index = requires(const T& of) {
  /// Codes with their jurisdiction by their hash (see detail).
  { of.slots() }
  noexcept->std::same_as<row_span<std::uint64_t>>;
  { of.displacements() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
  { of.hash() }
  noexcept->std::same_as<detail::perfect_hash>;
  { of.timelines() }
  noexcept->std::same_as<row_span<status_timeline_row>>;
  { of.later_days() }
  noexcept->std::same_as<row_span<packed_day>>;
  { of.words() }
  noexcept->std::same_as<row_span<status_word>>;
  /// The day of which the timelines count the first as 1.
  { of.first_day() }
  noexcept->std::same_as<date>;
  /// What holds of a code that is not in the index.
  { of.otherwise(country{}, region{}, date{}) }
  noexcept->std::same_as<status_word>;
};

namespace detail {

// A slot has the word of the code as the gazetteer's slots have it, and the position of its timeline
// where those have the region above. Jurisdictions differ in 14 bits, as they are capitals: those
// bits make one key of code and jurisdiction.

constexpr std::uint64_t status_key(country jurisdiction, std::uint64_t word) noexcept {
  return word ^ std::rotr(std::uint64_t{jurisdiction.packed} & no_parent, parent_rotation);
}

inline constexpr std::size_t days_counted = 8;
inline constexpr std::uint64_t each_day = 0x0001'0001'0001'0001;
inline constexpr std::uint64_t above_each_day = each_day << 15;

/// A day after all that a timeline can count.
inline constexpr std::int32_t past_counted_days = 0x7fff;

/// A day as timelines count it: 0 before the first of all.
constexpr std::int32_t counted_from(date first, date day) noexcept {
  constexpr std::int32_t last = past_counted_days - 1;
  if (day < first) return 0;
  return day > date{first.days + last - 1} ? last : day.days - first.days + 1;
}

/// How many of eight days have come: without a branch, as no day guesses another.
constexpr std::size_t days_come(const status_timeline_row& of, std::int32_t counted) noexcept {
  // In each 16 bits the difference leaves the highest one where the day has come.
  const std::uint64_t asked = static_cast<std::uint64_t>(counted) * each_day | above_each_day;
  const std::uint64_t come = (((asked - of.days[0]) & above_each_day) >> 15) +
                             (((asked - of.days[1]) & above_each_day) >> 15);
  return static_cast<std::size_t>(come * each_day >> 48);
}

}  // namespace detail

/// The statuses of all measures for everyone, by the policy of a jurisdiction on the country of a
/// code (in capitals or small letters), with everything known. Total, as `classify` is: where there
/// is no policy, `no_policy`; for what is no code, `unknown_region`.
template <status_index Index>
constexpr status_word statuses(const Index& of, country jurisdiction, std::string_view code,
                               date day) noexcept {
  if (code.size() - 4 > 2) return status_word::all(status::unknown_region);
  const std::uint64_t word = detail::word_in_slot(detail::word_as_written(code));
  const detail::perfect_hash hash = of.hash();
  const std::uint64_t mixed = hash.hash(detail::status_key(jurisdiction, word));
  const std::uint64_t slot =
      of.slots()[hash.slot(mixed, of.displacements()[hash.bucket(mixed)])];
  if (((slot ^ word) & detail::code_of_slot) == 0) {
    const status_timeline_row& timeline =
        of.timelines()[static_cast<std::size_t>(detail::parent_of_slot(slot))];
    if (timeline.jurisdiction == jurisdiction) {
      std::size_t at = timeline.first +
                       detail::days_come(timeline, detail::counted_from(of.first_day(), day));
      for (std::size_t i = 0; i < timeline.later_count; ++i)
        at += of.later_days()[timeline.later + i] <= day ? 1u : 0u;
      return of.words()[at];
    }
  }
  return of.otherwise(jurisdiction, region{detail::pack_code(code)}, day);
}

/// The same for a region.
template <status_index Index>
constexpr status_word statuses(const Index& of, country jurisdiction, region code,
                               date day) noexcept {
  return statuses(of, jurisdiction, to_text(code), day);
}

}  // namespace ambit::inline v1
