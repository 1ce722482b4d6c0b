// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/gazetteer.hpp>

namespace {

using namespace ambit;
using tables::gazetteer;

static_assert(find_code(gazetteer, "ML-7") == "ML-7"_region);
static_assert(find_code(gazetteer, "ML-BKO") == "ML-BKO"_region);

// Small letters are accepted; everything else must be as it is.
static_assert(find_code(gazetteer, "ml-7") == "ML-7"_region);
static_assert(find_code(gazetteer, "mL-bKo") == "ML-BKO"_region);
static_assert(!find_code(gazetteer, "ML\r7") && !find_code(gazetteer, "ML 7"));
static_assert(!find_code(gazetteer, "ML-\x17") && !find_code(gazetteer, "ML-w"));

static_assert(!find_code(gazetteer, "") && !find_code(gazetteer, "ML-"));
static_assert(!find_code(gazetteer, "ML-99") && !find_code(gazetteer, "ML-BKOO"));
static_assert(!find_code(gazetteer, {"ML-7\0", 5}) && !find_code(gazetteer, {"\0\0\0\0\0\0", 6}));

static_assert(contains(gazetteer, "ML-7"_region) && !contains(gazetteer, "ML-99"_region));
static_assert(!contains(gazetteer, region{}));

static_assert(parent_of(gazetteer, "IQ-AR"_region) == "IQ-KR"_region);
static_assert(!parent_of(gazetteer, "ML-7"_region) && !parent_of(gazetteer, "ML-99"_region));

// What became of a code of an earlier edition: a region, or a whole country.
static_assert(!contains(gazetteer, "CN-71"_region));
static_assert(successors_of(gazetteer, "CN-71"_region).size() == 1);
static_assert(successors_of(gazetteer, "CN-71"_region)[0].is_country());
static_assert(country_of(successors_of(gazetteer, "CN-71"_region)[0].code) == "TW"_country);
static_assert(!successor_row{"FR-A"_region}.is_country());
static_assert([] {  // each is found, and nothing before, behind or between them
  for (const withdrawn_row& each : gazetteer.withdrawn())
    if (find_withdrawn(gazetteer, each.code) != &each) return false;
  return true;
}());
static_assert(find_withdrawn(gazetteer, "AA-A"_region) == nullptr);
static_assert(find_withdrawn(gazetteer, "ZZ-ZZZ"_region) == nullptr);
static_assert(find_withdrawn(gazetteer, "ML-7"_region) == nullptr);
static_assert(successors_of(gazetteer, "ML-7"_region).empty());

static_assert(std::string_view{gazetteer.edition()}.starts_with("CLDR "));

static_assert([] {  // withdrawn codes are sorted, and none is a region of today
  const auto all = gazetteer.withdrawn();
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i - 1].code.unpacked() >= all[i].code.unpacked()) return false;
  return !all.empty();
}());

// Eight bytes a region, and the displacements.
static_assert(10 * (8 * gazetteer.code_slots().size() + 2 * gazetteer.displacements().size()) <
              86 * 5045);

}  // namespace
