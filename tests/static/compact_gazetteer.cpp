// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/gazetteer_compact.hpp>

namespace {

using namespace ambit;
using tables::gazetteer_compact;

static_assert(find_code(gazetteer_compact, "ML-7") == "ML-7"_region);
static_assert(find_code(gazetteer_compact, "ml-bko") == "ML-BKO"_region);
static_assert(!find_code(gazetteer_compact, "ML-99") && !find_code(gazetteer_compact, ""));
static_assert(!find_code(gazetteer_compact, "ML\r7") && !find_code(gazetteer_compact, "ML-"));

// Small letters from the first to the last, and what stands beside them and beside capitals.
static_assert(find_code(gazetteer_compact, "za-wc") == "ZA-WC"_region);
static_assert(find_code(gazetteer_compact, "az-bar") == "AZ-BAR"_region);
static_assert(!find_code(gazetteer_compact, "1L-7") && !find_code(gazetteer_compact, "M1-7"));
static_assert(!find_code(gazetteer_compact, "[L-7") && !find_code(gazetteer_compact, "M`-7"));
static_assert(!find_code(gazetteer_compact, "ML-BKOO") && !find_code(gazetteer_compact, "ML_7"));

// Little more than two bytes a region.
static_assert(10 * 2 * (gazetteer_compact.suffixes().size() + gazetteer_compact.firsts().size()) <
              24 * gazetteer_compact.suffixes().size());

}  // namespace
