// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/atlas.hpp>

// What every generated table must be, proved here once so that no user's build has to.

namespace {

using namespace ambit;

/// Whether a claim holds for the table of every policy.
template <class Claim>
constexpr bool for_every_policy(Claim claim) {
  for (std::uint8_t index = 0; index < tables::atlas.size; ++index)
    if (!claim(tables::atlas_entry{index})) return false;
  return true;
}

static_assert(tables::atlas.size > 0);
static_assert(tables::atlas.find("nl-ml") && !tables::atlas.find("nl-xx"));
static_assert(for_every_policy([](tables::atlas_entry of) {
  return tables::atlas.find(text(of, of.id())).has_value();
}));

static_assert(for_every_policy([](tables::atlas_entry of) {
  return tables::atlas.of(of.jurisdiction(), of.country()) == of &&
         tables::atlas.of(of.jurisdiction(), of.regions()[0].code) == of;
}));

// Two jurisdictions on one country are two policies.
static_assert(text(tables::atlas.of("NL"_country, "ML-7"_region),
                   tables::atlas.of("NL"_country, "ML-7"_region).id()) == "nl-ml");
static_assert(text(tables::atlas.of("BE"_country, "ML-7"_region),
                   tables::atlas.of("BE"_country, "ML-7"_region).id()) == "be-ml");

static_assert([] {  // countries are sorted and unique
  const auto all = tables::atlas.countries();
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i - 1] >= all[i]) return false;
  return all.size() > 200;
}());

static_assert(for_every_policy([](tables::atlas_entry of) {  // regions are sorted and unique
  for (std::size_t i = 1; i < of.regions().size(); ++i)
    if (of.regions()[i - 1].code >= of.regions()[i].code) return false;
  return !of.regions().empty();
}));

static_assert(for_every_policy([](tables::atlas_entry of) {  // each region has its slot in the hash
  for (std::size_t i = 0; i < of.regions().size(); ++i)
    if (of.find_region(of.regions()[i].code).value != i) return false;
  return true;
}));

static_assert([](tables::nl_ml_table of) {  // no other code of the country has one
  for (char first = 'A'; first <= 'Z'; ++first)
    for (char second = '0'; second <= 'Z'; ++second) {
      const char code[] = {'M', 'L', '-', first, second};
      const auto parsed = parse_region({code, 5});
      if (!parsed) continue;
      bool known = false;
      for (const region_row& row : of.regions()) known = known || row.code == *parsed;
      if (static_cast<bool>(of.find_region(*parsed)) != known) return false;
    }
  return true;
}(tables::nl_ml));

static_assert(
    for_every_policy([](tables::atlas_entry of) {  // editions begin before all, and ascend
      for (std::size_t i = 1; i < of.editions().size(); ++i)
        if (of.editions()[i - 1].published >= of.editions()[i].published) return false;
      return of.editions()[0].published == distant_past;
    }));

static_assert(
    for_every_policy([](tables::atlas_entry of) {  // sets of advices hold their prerequisites
      if (of.advice_sets()[0].advices != 0) return false;
      for (const advice_set_row& set : of.advice_sets())
        for (std::size_t i = 0; i < of.advices().size(); ++i)
          if ((set.advices >> i & 1) != 0 && (of.advices()[i].prerequisites & ~set.advices) != 0)
            return false;
      return true;
    }));

static_assert(for_every_policy([](tables::atlas_entry of) {  // timelines are in order, and of all
  for (const timeline_row& timeline : of.timelines()) {
    const row_span<packed_day> days{of.days().begin() + timeline.first.value, timeline.count};
    for (std::size_t i = 1; i < days.size(); ++i)
      if (days[i - 1] >= days[i]) return false;
  }
  return of.timelines().size() == of.editions().size() * of.advice_sets().size() &&
         of.region_timelines().size() == of.timelines().size() * of.regions().size();
}));

static_assert(
    for_every_policy([](tables::atlas_entry of) {  // the measures of an answer are in order
      for (const answer_row& answer : of.answers()) {
        int last = -1;
        for (const measure_entry& entry : select(of.measure_entries(), answer.measures)) {
          const int on = static_cast<int>(of.measures()[entry.found.value].measure);
          if (on <= last) return false;
          last = on;
        }
      }
      return true;
    }));

static_assert(
    for_every_policy([](tables::atlas_entry of) {  // a general finding is the first, and has a rule
      for (const measure_row& on : of.measures()) {
        const auto findings = select(of.findings(), on.findings);
        for (std::size_t i = 0; i < findings.size(); ++i)
          if (const finding_row each = findings[i].unpacked();
              !each.rule || (i > 0 && each.is_general()))
            return false;
        if (findings.empty()) return false;
      }
      return true;
    }));

static_assert(
    for_every_policy([](tables::atlas_entry of) {  // every rule leads to a place in a document
      for (const rule_row& rule : of.rules()) {
        if (rule.citations.empty()) return false;
        for (const citation_row& cite : select(of.citations(), rule.citations))
          if (text(of, of.sources()[cite.source.value].id).empty() || text(of, cite.at).empty())
            return false;
      }
      return true;
    }));

// A code that differs in any way from one of the country is none of it.
static_assert([] {
  for (const region_row& row : tables::nl_ml.regions())
    for (std::uint64_t bits = 1; bits < 256; ++bits)
      for (const unsigned shift : {24u, 32u, 40u, 48u})
        if (tables::nl_ml.find_region(region{row.code.unpacked().packed ^ bits << shift}))
          return false;
  return true;
}());

// A policy is an empty object, and an entry of the atlas fits in a register.
static_assert(std::is_empty_v<tables::nl_ml_table>);
static_assert(sizeof(tables::atlas_entry) <= 8);
static_assert(tables::nl_ml.digest().size() == 64);

}  // namespace
