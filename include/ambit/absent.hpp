// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/table.hpp>

namespace ambit::inline v8 {

namespace detail {

/// The rows behind every absent policy: one edition, in which one answer holds for ever.
struct absent_rows {
  static constexpr region_row regions[] = {{}};  // stands for each region of the country
  static constexpr edition_row editions[] = {{distant_past}};
  static constexpr advice_set_row advice_sets[] = {{0}};
  static constexpr timeline_row timelines[] = {{0, 0}};
  static constexpr region_timeline_row region_timelines[] = {{0}};
  static constexpr answer_entry answer_entries[] = {{0}};
  static constexpr answer_row answers[] = {{{}, 0}};
  static constexpr status_word statuses[] = {status_word::all(status::no_policy)};
  static constexpr packed_finding findings[] = {
      {{status::no_policy, ground::not_in_atlas, {}, {}, {}, {}}}};
};

template <class Row>
constexpr row_span<Row> one_row(const Row (&only)[1]) noexcept {
  return {only, 1};
}

}  // namespace detail

/// A policy of which no table is at hand: every region of the country has `no_policy` on every
/// measure, on the ground that it is `not_in_atlas`. That says nothing of the jurisdiction's own
/// policy.
struct [[nodiscard]] absent_policy {
  ambit::country of_jurisdiction = {};
  ambit::country on_country = {};  ///< default-constructed: there is no such country, nor a region

  enum class advice : std::uint8_t {};
  enum class group : std::uint8_t {};

  friend constexpr bool operator==(absent_policy, absent_policy) = default;

  constexpr ambit::country jurisdiction() const noexcept { return of_jurisdiction; }
  constexpr ambit::country country() const noexcept { return on_country; }
  constexpr position<region_row> find_region(region code) const noexcept {
    return on_country != ambit::country{} && country_of(code) == on_country
               ? position<region_row>{0}
               : position<region_row>{};
  }

  static constexpr const char* texts() noexcept { return ""; }
  static constexpr const char* prose() noexcept {
    return "\0";
  }  // one empty text in both languages
  static constexpr text_at id() noexcept { return {}; }
  static constexpr bilingual title() noexcept { return {}; }
  static constexpr date horizon() noexcept { return distant_future; }
  static constexpr position<change_row> begins() noexcept { return {}; }
  static constexpr rows<citation_row> existence() noexcept { return {}; }
  static constexpr rows<citation_row> absence() noexcept { return {}; }
  static constexpr row_span<region_row> regions() noexcept {
    return detail::one_row(detail::absent_rows::regions);
  }
  static constexpr row_span<alias_row> aliases() noexcept { return {}; }
  static constexpr row_span<edition_row> editions() noexcept {
    return detail::one_row(detail::absent_rows::editions);
  }
  static constexpr row_span<advice_set_row> advice_sets() noexcept {
    return detail::one_row(detail::absent_rows::advice_sets);
  }
  static constexpr row_span<timeline_row> timelines() noexcept {
    return detail::one_row(detail::absent_rows::timelines);
  }
  static constexpr row_span<region_timeline_row> region_timelines() noexcept {
    return detail::one_row(detail::absent_rows::region_timelines);
  }
  static constexpr row_span<packed_day> days() noexcept { return {}; }
  static constexpr row_span<answer_entry> answer_entries() noexcept {
    return detail::one_row(detail::absent_rows::answer_entries);
  }
  static constexpr row_span<answer_row> answers() noexcept {
    return detail::one_row(detail::absent_rows::answers);
  }
  static constexpr row_span<status_word> statuses() noexcept {
    return detail::one_row(detail::absent_rows::statuses);
  }
  static constexpr row_span<measure_entry> measure_entries() noexcept { return {}; }
  static constexpr row_span<measure_row> measures() noexcept { return {}; }
  static constexpr row_span<packed_finding> findings() noexcept {
    return detail::one_row(detail::absent_rows::findings);
  }
  static constexpr row_span<doubt_row> doubts() noexcept { return {}; }
  static constexpr row_span<change_row> changes() noexcept { return {}; }
  static constexpr row_span<rule_row> rules() noexcept { return {}; }
  static constexpr row_span<alternative_row> alternatives() noexcept { return {}; }
  static constexpr row_span<citation_row> citations() noexcept { return {}; }
  static constexpr row_span<source_row> sources() noexcept { return {}; }
  static constexpr row_span<digest_row> digests() noexcept { return {}; }
  static constexpr row_span<advice_row> advices() noexcept { return {}; }
  static constexpr row_span<persons_row> persons() noexcept { return {}; }
  static constexpr row_span<persons_entry> persons_entries() noexcept { return {}; }
  static constexpr row_span<place_row> places() noexcept { return {}; }
  static constexpr row_span<place_entry> place_entries() noexcept { return {}; }
  static constexpr row_span<condition_row> conditions() noexcept { return {}; }
  static constexpr row_span<condition_entry> condition_entries() noexcept { return {}; }
  static constexpr row_span<region_entry> region_entries() noexcept { return {}; }
  static constexpr row_span<judgment_row> judgments() noexcept { return {}; }
  static constexpr row_span<figure_row> figures() noexcept { return {}; }
  static constexpr row_span<remark_row> remarks() noexcept { return {}; }
};
static_assert(policy<absent_policy>);

/// The absent policy of a jurisdiction on a country, if that is one of `countries`, which are in
/// order.
constexpr absent_policy absent(country jurisdiction, country on,
                               row_span<country> countries) noexcept {
  std::size_t first = 0, size = countries.size();
  while (size > 1) {  // the half of them in which it would be
    const std::size_t half = size / 2;
    first += countries[first + half] <= on ? half : 0;
    size -= half;
  }
  return size == 1 && countries[first] == on ? absent_policy{jurisdiction, on} : absent_policy{};
}

/// Whose policy, and on what country.
struct jurisdiction_and_country {
  country jurisdiction, on;

  friend constexpr bool operator==(jurisdiction_and_country, jurisdiction_and_country) = default;
};

namespace detail {

/// A generated atlas: an empty object that has many policies, and chooses one by jurisdiction and
/// country.
template <class T>
concept policy_chooser = requires(const T& of) {
  { of.of(country{}, region{}) } -> policy;
};

// Only its name matters: compilers print it where they refuse the call.
struct an_atlas_has_many_policies_give_one_as_atlas_of_jurisdiction_and_code {};

}  // namespace detail

/// An atlas in place of one of its policies: does not compile.
template <detail::policy_chooser Atlas, class... Asked>
detail::an_atlas_has_many_policies_give_one_as_atlas_of_jurisdiction_and_code classify(
    const Atlas&, const Asked&...) = delete;

}  // namespace ambit::inline v8
