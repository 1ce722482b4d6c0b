// SPDX-License-Identifier: BSL-1.0
#include <ambit/region.hpp>

#include <type_traits>

namespace {

using namespace ambit::literals;
using ambit::parse_region;
using ambit::region;
using ambit::to_text;

static_assert(to_text("ML-7"_region) == std::string_view{"ML-7"});
static_assert(to_text("ML-10"_region) == std::string_view{"ML-10"});
static_assert(to_text("ML-BKO"_region) == std::string_view{"ML-BKO"});
static_assert(to_text(region{}).empty());

// What no code can have is never written as it is.
static_assert(to_text(region{0x4d4c'2d37'0a1b}) == "ML-7??");
static_assert(to_text(region{0x1'4d4c'2d37'0000}) == "?");
static_assert(to_text(region{0xff00'0000'0000}) == "?");
static_assert(!std::is_convertible_v<std::uint64_t, region>);

// Codes sort as text.
static_assert("ML-1"_region < "ML-10"_region && "ML-10"_region < "ML-2"_region);
static_assert("ML-9"_region < "ML-BKO"_region && "FR-75"_region < "ML-1"_region);

// Only the form of ISO 3166-2; lower case is refused.
static_assert(parse_region("AA-A") && parse_region("ZZ-Z") && parse_region("AZ-0A9"));
static_assert(!parse_region("@A-A") && !parse_region("[A-A") && !parse_region("AA-@"));
static_assert(!parse_region("AA-[") && !parse_region("AA-/") && !parse_region("AA-:"));
static_assert(!parse_region("AA.A") && !parse_region("AAAA") && !parse_region("AA1A"));
static_assert(!parse_region("") && !parse_region("ML") && !parse_region("ML-"));
static_assert(!parse_region("ml-7") && !parse_region("ML-bko") && !parse_region("ML7"));
static_assert(!parse_region("ML-BKOX") && !parse_region("M1-7") && !parse_region("ML-7 "));
static_assert(!parse_region(std::string_view{"ML-7\0", 5}));
static_assert(!parse_region(std::string_view{"ML-\0", 4}));
static_assert(!parse_region("ML-\xC3\xA9"));

}  // namespace
