// SPDX-License-Identifier: BSL-1.0
#include <ambit/absent.hpp>
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

// What begins like a name is none.
static_assert(find(nl_ml, "Mopt").result() == name_result::none);
static_assert(find(nl_ml, "M").result() == name_result::none);

// A list of regions is no region, the first list neither.
static_assert(detail::result_of(detail::list_found, detail::list_found) == name_result::ambiguous);
static_assert(detail::result_of(detail::list_found - 1, detail::list_found) == name_result::one);

// A policy's regions too may share a name.
struct two_of_a_name : absent_policy {
  static constexpr region_row region_of_name[] = {
      {"ML-1"_region, 1}, {"ML-2"_region, 7}, {"ML-3"_region, 1}, {"ML-4"_region, 1}};
  constexpr position<region_row> find_region(region) const noexcept { return {}; }
  static constexpr const char* texts() noexcept { return "\0North\0South"; }
  static constexpr row_span<region_row> regions() noexcept { return {region_of_name, 4}; }
};
constexpr auto north = find(two_of_a_name{}, "North");
static_assert(north.result() == name_result::ambiguous && north.size() == 3);
static_assert(north[0] == "ML-1"_region && north[1] == "ML-3"_region && north[2] == "ML-4"_region);
static_assert(find(two_of_a_name{}, "South").region() == "ML-2"_region);

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

// Bytes that would be a character, were there no shorter way to write it, or had it a number.
constexpr bool is_malformed(std::string_view character) {
  const std::string_view before = "Gao";
  char text[8] = {};
  for (std::size_t i = 0; i < before.size(); ++i) text[i] = before[i];
  for (std::size_t i = 0; i < character.size(); ++i) text[before.size() + i] = character[i];
  return find(gazetteer_names, {text, before.size() + character.size()}).result() ==
         name_result::malformed;
}
static_assert(is_malformed("\xc1\xbf") && !is_malformed("\xc2\x80"));
static_assert(is_malformed("\xe0\x9f\xbf") && !is_malformed("\xe0\xa0\x80"));
static_assert(is_malformed("\xed\xa0\x80") && !is_malformed("\xed\x9f\xbf"));
static_assert(is_malformed("\xed\xbf\xbf") && !is_malformed("\xee\x80\x80"));
static_assert(is_malformed("\xf0\x8f\xbf\xbf") && !is_malformed("\xf0\x90\x80\x80"));
static_assert(is_malformed("\xf4\x90\x80\x80") && !is_malformed("\xf4\x8f\xbf\xbf"));
static_assert(is_malformed("\xf5\x80\x80\x80"));
static_assert(find(gazetteer_names, "Gao\xff, and more than is read at once").result() ==
              name_result::malformed);

// Diacritics that combine, from the first to the last; what follows them stands for itself.
static_assert(find(gazetteer_names, "Ga\xcc\x80o").region() == "ML-7"_region);
static_assert(find(gazetteer_names, "Ga\xcd\xafo").region() == "ML-7"_region);
static_assert(find(gazetteer_names, "Ga\xcd\xb0o").result() == name_result::none);

// The longest name, and one that is too long.
constexpr detail::folded_name folded(std::size_t size) {
  constexpr char letters[] =
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  detail::folded_name into = {};
  detail::fold(tables::folding, {letters, size}, into);
  return into;
}
static_assert(folded(96).is_name() && folded(96).size == 96);
static_assert(!folded(97).is_name() && folded(97).size == 97 && folded(150).size == 97);
static_assert(!folded(0).is_name());

// Names whose size is at a bound of how they are read.
static_assert(find(gazetteer_names, "Santiago Rodríguez").region() == "DO-26"_region);  // 17
static_assert(find(gazetteer_names, "Agadir-Ida Ou Tanane").region() == "MA-AGD"_region);
static_assert(find(gazetteer_names, "Federation of Bosnia and Herzegovina").region() ==
              "BA-BIH"_region);  // 32
static_assert(find(gazetteer_names, "                             Gao-").region() ==
              "ML-7"_region);  // 33 bytes, of which the last is no letter

// Bytes are compared to the last, whatever their number.
static_assert([] {
  for (std::size_t size = 1; size <= 40; ++size) {
    char a[40] = {}, b[40] = {};
    if (!detail::same_bytes(a, b, size)) return false;
    for (std::size_t i = 0; i < size; ++i) {
      b[i] = 1;
      if (detail::same_bytes(a, b, size)) return false;
      b[i] = 0;
    }
  }
  return true;
}());

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
