// SPDX-License-Identifier: BSL-1.0
#include <ambit/region.hpp>

namespace {

using namespace ambit;

static_assert(parse_country("ML") == "ML"_country);
static_assert(to_text("ML"_country) == "ML");
static_assert(to_text(country{}).empty());

static_assert(!parse_country("ml") && !parse_country("") && !parse_country("M"));
static_assert(!parse_country("1L") && !parse_country("@A") && !parse_country("[A"));
static_assert(parse_country("AA") && parse_country("ZZ"));
static_assert(!parse_country("MLI") && !parse_country("M1") && !parse_country("M-"));

// Packed codes sort as text.
static_assert("AD"_country < "AE"_country && "AZ"_country < "BA"_country);

static_assert(country_of("ML-BKO"_region) == "ML"_country);
static_assert(country_of(region{}) == country{});
static_assert(to_text(region_of("ML"_country)) == "ML");
static_assert(country_of(region_of("ML"_country)) == "ML"_country);

}  // namespace
