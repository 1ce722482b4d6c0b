// SPDX-License-Identifier: BSL-1.0
#include <ambit/hana.hpp>
#include <ambit/tables/nl_ml.hpp>

namespace {

using namespace ambit;
using namespace ambit::literals;
using tables::nl_ml;
namespace hana = boost::hana;

constexpr auto violent = regions_with<measure::indiscriminate_violence, status::designated>(
    nl_ml, day_c<"2023-06-22"_date>);
static_assert(hana::size(violent) == hana::size_c<3>);
static_assert(hana::contains(violent, region_c<"ML-7"_region>));
static_assert(!hana::contains(violent, region_c<"ML-1"_region>));

// Sets of regions are compared as types: where the alternative holds, the violence does.
constexpr auto with_alternative =
    regions_with<measure::internal_protection, status::designated>(nl_ml, day_c<"2023-06-22"_date>);
static_assert(hana::is_subset(with_alternative, violent));

constexpr auto excluded = regions_with<measure::indiscriminate_violence, status::not_designated>(
    nl_ml, day_c<"2023-06-22"_date>);
static_assert(hana::size(hana::intersection(violent, excluded)) == hana::size_c<0>);
static_assert(hana::size(regions_of(nl_ml)) == hana::size_c<11>);

// Public records can be iterated.
static_assert(hana::length(hana::members(finding{})) == hana::size_c<10>);
static_assert(hana::length(hana::keys(citation{})) == hana::size_c<4>);

}  // namespace
