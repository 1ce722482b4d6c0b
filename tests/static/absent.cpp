// SPDX-License-Identifier: BSL-1.0
#include <ambit/explain.hpp>
#include <ambit/tables/atlas.hpp>

// A jurisdiction has an answer on every country: where the atlas has no table, `no_policy`.

namespace {

using namespace ambit;
using tables::atlas;

constexpr auto absent =
    classify(atlas.of("NL"_country, "FR-75"_region), "FR-75"_region, "2024-01-01"_date);

static_assert([] {
  for (const finding found : absent.findings())
    if (found.status != status::no_policy || found.ground != ground::not_in_atlas ||
        !found.rule.empty() || !absent.citations(found).empty())
      return false;
  return true;
}());
static_assert(absent[measure::return_] == status::no_policy);
static_assert(absent.next_change() == distant_future);

// Every country, and a jurisdiction of which there is no table at all.
static_assert([] {
  for (const country on : atlas.countries()) {
    const region some{std::uint64_t{on.packed} << 32 | std::uint64_t{'-'} << 24 |
                      std::uint64_t{'1'} << 16};
    const status said =
        classify(atlas.of("FR"_country, some), some, "2024-01-01"_date)[measure::risk_group];
    if (said != status::no_policy) return false;
  }
  return true;
}());

// A region of another country than asked about, and what is no country.
static_assert(classify(atlas.of("NL"_country, "FR"_country), "BE-VAN"_region,
                       "2024-01-01"_date)[measure::risk_group] == status::unknown_region);
static_assert(classify(atlas.of("NL"_country, "ZZ-1"_region), "ZZ-1"_region,
                       "2024-01-01"_date)[measure::risk_group] == status::unknown_region);

// There is no country of no name, whatever code is asked for.
static_assert(!absent_policy{}.find_region(region{}));
static_assert(!absent_policy{}.find_region(region{'-'}));

// A question about what was known vouches no further than that day, here too.
static_assert(classify(atlas.of("NL"_country, "FR-75"_region), "FR-75"_region, "2024-01-01"_date,
                       {.known = "2023-01-01"_date})[measure::risk_group] == status::undetermined);

constexpr bool explains(language in, std::string_view expected) {
  char buffer[300] = {};
  const std::size_t size = explain(absent, in, buffer);
  return std::string_view{buffer, size} == expected;
}
static_assert(explains(language::en,
                       "NL, FR: FR-75 on 2024-01-01, with everything known.\n"
                       "- Everything else: no policy; no table of such a policy is at hand; "
                       "whether there is one, this does not say.\n"));

}  // namespace
