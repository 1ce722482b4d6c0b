// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include <ambit/names.hpp>
#include <ambit/tables/atlas.hpp>
#include <ambit/tables/gazetteer_names.hpp>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <vector>

// What answers are made of are ranges of the standard library: their algorithms, views and
// containers take them.

namespace {

using namespace answers;
using ambit::region;

template <class Range>
concept forward_view = std::ranges::forward_range<Range> && std::ranges::common_range<Range> &&
    std::ranges::view<Range> && std::ranges::borrowed_range<Range> &&
    std::default_initializable<std::ranges::iterator_t<Range>> &&
    std::same_as<typename std::iterator_traits<std::ranges::iterator_t<Range>>::iterator_category,
                 std::input_iterator_tag>;

template <class Policy>
constexpr bool all_of_a_policy = forward_view<ambit::finding_range<Policy>>&& forward_view<
    ambit::citation_range<Policy>>&& forward_view<ambit::period_range<Policy>>&&
    forward_view<ambit::edition_range<Policy>>&& forward_view<ambit::disclosure_range<Policy>>&&
        forward_view<ambit::advice_set_range<Policy>>&& forward_view<ambit::bearing_range<Policy>>&&
            forward_view<ambit::name_match<Policy>>;
static_assert(all_of_a_policy<ambit::tables::nl_ml_table>);
static_assert(all_of_a_policy<ambit::tables::atlas_entry>);
static_assert(all_of_a_policy<ambit::absent_policy>);
static_assert(forward_view<ambit::name_match<ambit::tables::gazetteer_names_table>>);
static_assert(forward_view<ambit::packed_text>);

using row_span = ambit::row_span<ambit::region_row>;
static_assert(std::ranges::contiguous_range<row_span> && std::ranges::sized_range<row_span> &&
              std::ranges::view<row_span> && std::ranges::borrowed_range<row_span>);
static_assert(std::ranges::sized_range<ambit::edition_range<ambit::tables::nl_ml_table>> &&
              std::ranges::sized_range<ambit::advice_set_range<ambit::tables::nl_ml_table>> &&
              std::ranges::sized_range<ambit::name_match<ambit::tables::nl_ml_table>>);

// An iterator outlives its range, and the answer too: what was found is no dangling.
constexpr auto answer_on(ambit::date day) {
  return classify(nl_ml, gao, day, {.known = "2022-12-01"_date});
}
constexpr auto found =
    std::ranges::find_if(answer_on("2022-12-01"_date).findings(),
                         [](const ambit::finding& each) { return each.measure == alternative; });
static_assert((*found).status == status::advised && (*found).rule == advised_alternative);

constexpr auto last_period = [] {
  auto last = timeline(nl_ml, gao, violence).begin();
  for (auto at = last; at != timeline(nl_ml, gao, violence).end(); ++at) last = at;
  return *last;
}();
static_assert(last_period.last == everything);

// A copy is passed a second time, and what was read before it++ is what it gives.
template <class Range>
constexpr bool goes_twice(const Range& range) {
  auto at = range.begin();
  const auto first = at++;
  auto again = range.begin();
  return first == again && ++again == at &&
         std::ranges::distance(range) == std::ranges::distance(first, range.end());
}
constexpr auto asked = answer_on("2022-12-01"_date);
static_assert(goes_twice(asked.findings()));
static_assert(goes_twice(asked.citations(asked.finding(violence))));
static_assert(goes_twice(timeline(nl_ml, gao, violence)));
static_assert(goes_twice(ambit::editions(nl_ml)));
static_assert(goes_twice((*++ambit::editions(nl_ml).begin()).disclosures()));
static_assert(goes_twice(ambit::advice_sets(nl_ml)));
static_assert(goes_twice(ambit::assess(asked, ambit::establish(nl_ml, {})).findings()));
static_assert(goes_twice(ambit::find(ambit::tables::gazetteer_names, "Centre")));
static_assert(goes_twice(text(nl_ml, nl_ml.title(), ambit::language::en)));

static_assert(std::ranges::distance(asked.findings()) >= std::ptrdiff_t{ambit::measure_count});
static_assert(std::ranges::count(ambit::find(ambit::tables::gazetteer_names, "Centre"),
                                 "CM-CE"_region) == 1);
static_assert(std::ranges::distance(ambit::find(nl_ml, "Timboektoe")) == 1);
static_assert(std::ranges::distance(ambit::find(nl_ml, "nowhere")) == 0);

// Containers and views.
[[maybe_unused]] std::vector<ambit::finding> all_of(const decltype(asked)& of) {
  const auto findings = of.findings();
  return std::vector(findings.begin(), findings.end());
}
#if !defined __clang__ || __clang_major__ >= 16  // earlier ones do not compile these views
constexpr std::size_t advised_in_gao = [] {
  std::size_t number = 0;
  for (const ambit::measure each :
       answer_on("2022-12-01"_date).findings() | std::views::filter([](const auto& of) {
         return of.status == status::advised;
       }) | std::views::transform([](const auto& of) { return of.measure; }))
    number += each == violence || each == alternative ? 1u : 100u;
  return number;
}();
static_assert(advised_in_gao == 2);
#endif

}  // namespace
