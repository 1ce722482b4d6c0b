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

/// A generated index of an atlas: an empty object whose parts are functions. Its codes stand there
/// with their jurisdiction.
template <class T>
concept status_index = hashed_codes<T> && requires(const T& of) {
  /// The jurisdiction of each timeline; regions whose statuses change alike share one.
  { of.jurisdictions() }
  noexcept->std::same_as<row_span<country>>;
  /// The day of which `periods` has the first period. It begins on the day before anything changes.
  { of.first_day() }
  noexcept->std::same_as<date>;
  /// How many times the statuses of any region have changed, day by day up to the last of them.
  { of.periods() }
  noexcept->std::same_as<row_span<typename T::period>>;
  /// Where each timeline has its word in each period: by timeline, `stride` to each.
  { of.positions() }
  noexcept->std::same_as<row_span<typename T::word_position>>;
  { of.stride() }
  noexcept->std::same_as<std::size_t>;
  { of.words() }
  noexcept->std::same_as<row_span<status_word>>;
  /// What holds of a code that is not in the index.
  { of.otherwise(country{}, region{}, date{}) }
  noexcept->std::same_as<status_word>;
};

namespace detail {

// A slot has the word of the code as the gazetteer's slots have it, and the position of its
// timeline where those have the region above. Jurisdictions differ in 14 bits, as they are
// capitals: those bits make one key of code and jurisdiction.

constexpr std::uint64_t status_key(country jurisdiction, std::uint64_t word) noexcept {
  return word ^ std::rotr(std::uint64_t{jurisdiction.packed} & no_parent, parent_rotation);
}

/// What stands in a slot that no code has: the first timeline, which can be read, and no code.
inline constexpr std::uint64_t no_status_slot = code_of_slot;

/// Where a day has its period: days before the first count as the first, those past the last as it.
constexpr std::size_t period_index(date first, std::size_t days, date day) noexcept {
  const std::int64_t distance = std::int64_t{day.days} - first.days;
  const std::int64_t from_first = distance < 0 ? 0 : distance;
  const auto last = static_cast<std::int64_t>(days) - 1;
  return static_cast<std::size_t>(from_first < last ? from_first : last);
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
  const std::uint64_t slot = of.slots()[hash.slot(mixed, of.displacements()[hash.bucket(mixed)])];
  const auto timeline = static_cast<std::size_t>(detail::parent_of_slot(slot));
  // One branch, not two: a miss is either.
  const std::uint64_t other_code = (slot ^ word) & detail::code_of_slot;
  const auto other_jurisdiction =
      static_cast<std::uint64_t>(of.jurisdictions()[timeline].packed ^ jurisdiction.packed);
  if ((other_code | other_jurisdiction) != 0)
    return of.otherwise(jurisdiction, region{detail::pack_code(code)}, day);
  const std::size_t period =
      of.periods()[detail::period_index(of.first_day(), of.periods().size(), day)];
  return of.words()[of.positions()[timeline * of.stride() + period]];
}

/// The same for a region.
template <status_index Index>
constexpr status_word statuses(const Index& of, country jurisdiction, region code,
                               date day) noexcept {
  return statuses(of, jurisdiction, to_text(code), day);
}

}  // namespace ambit::inline v1
