// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/gazetteer_names.hpp>
#include <ambit/tables/nl_ml.hpp>

namespace {

using namespace ambit;
using tables::gazetteer_names;
using tables::nl_ml;

constexpr region timbuktu = "ML-6"_region, menaka = "ML-9"_region;

// A policy's regions: by code, by name, by alias.
static_assert(find(nl_ml, "ML-6").region() == timbuktu);
static_assert(find(nl_ml, "ml-6").region() == timbuktu);
static_assert(find(nl_ml, "Tombouctou").region() == timbuktu);
static_assert(find(nl_ml, "Timboektoe").region() == timbuktu);
static_assert(find(nl_ml, "TIMBUKTU").region() == timbuktu);
static_assert(find(nl_ml, "Paris").result() == name_result::none);

// Case, diacritics, apostrophes, hyphens and spaces make no difference, precomposed or not.
static_assert(find(nl_ml, "Ménaka").region() == menaka);
static_assert(find(nl_ml, "menaka").region() == menaka);
static_assert(find(nl_ml, "MÉNAKA").region() == menaka);
static_assert(find(nl_ml, "Me\xcc\x81naka").region() == menaka);
static_assert(find(nl_ml, " Me-na ka’").region() == menaka);

static_assert(find(gazetteer_names, "Gao").region() == "ML-7"_region);
static_assert(find(gazetteer_names, "ml-7").region() == "ML-7"_region);
static_assert(find(gazetteer_names, "haut-uele").region() == "CD-HU"_region);
static_assert(find(gazetteer_names, "Haut Uélé").region() == "CD-HU"_region);

// Never a guess: all that have the name, or none.
constexpr auto centre = find(gazetteer_names, "Centre");
static_assert(centre.result() == name_result::ambiguous && !centre);
static_assert(centre.region() == region{} && centre.size() >= 3);
static_assert([] {
  bool cameroon = false;
  for (std::size_t i = 0; i < centre.size(); ++i) {
    if (i > 0 && centre[i - 1] >= centre[i]) return false;
    cameroon = cameroon || centre[i] == "CM-CE"_region;
  }
  return cameroon;
}());
static_assert(find(gazetteer_names, "Goa0").size() == 0);

// What is no name, and what is no text.
static_assert(find(gazetteer_names, "").result() == name_result::none);
static_assert(find(gazetteer_names, " -’").result() == name_result::none);
static_assert(find(gazetteer_names, "gAO").region() == "ML-7"_region);
static_assert(find(gazetteer_names, "Ga").result() == name_result::none);
static_assert(find(gazetteer_names, "Ga'").result() == name_result::none);
static_assert(find(gazetteer_names, {"Ga\0", 3}).result() == name_result::malformed);
static_assert(find(gazetteer_names, {"\0ao", 3}).result() == name_result::malformed);
static_assert(find(gazetteer_names, "Ga\xff").result() == name_result::malformed);
static_assert(find(gazetteer_names, {"Gao\0", 4}).result() == name_result::malformed);
static_assert(find(gazetteer_names, "Gao\xff").result() == name_result::malformed);
static_assert(find(gazetteer_names, "Gao\xc3").result() == name_result::malformed);
static_assert(find(gazetteer_names, "\xc0\x80").result() == name_result::malformed);
static_assert(find(gazetteer_names, "\xed\xa0\x80").result() == name_result::malformed);
static_assert(find(nl_ml, "Gao\xff").result() == name_result::malformed);

// A name is read in words, in which a byte can carry into the next: not from one end to the other.
static_assert(find(gazetteer_names, "`Drôme").region() == "FR-26"_region);
static_assert(find(gazetteer_names, "Drôme`").region() == "FR-26"_region);

// Whatever stands where, a name of 17 bytes or more is found as it is without that.
static_assert(find(gazetteer_names, "’-Centre-Val de Loire '").region() == "FR-CVL"_region);
static_assert(find(gazetteer_names, "                       Gao      ").region() == "ML-7"_region);
static_assert(find(gazetteer_names, "                        Gao        ").region() ==
              "ML-7"_region);

// Other scripts stand for themselves.
static_assert(find(gazetteer_names, "Гао").result() == name_result::none);

// Of a name of four to 16 bytes every byte counts, and none around it. Its hash would hide a byte
// that is not compared.
static_assert([] {
  for (std::size_t size = 4; size <= 16; ++size) {
    char room[8 + 16 + 16] = {};
    char* const text = room + 8;
    for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>('a' + i);
    const detail::two_ends ends = detail::ends_of(text, size);
    text[-1] = text[size] = '!';
    if (detail::difference(text, ends, size) != 0) return false;
    for (std::size_t i = 0; i < size; ++i) {
      text[i] = static_cast<char>(text[i] ^ 1);
      if (detail::difference(text, ends, size) == 0) return false;
      text[i] = static_cast<char>(text[i] ^ 1);
    }
  }
  return true;
}());

}  // namespace
