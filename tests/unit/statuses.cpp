// SPDX-License-Identifier: BSL-1.0
#include <ambit/statuses.hpp>
#include <ambit/tables/atlas_statuses.hpp>
#include <ambit/tables/gazetteer.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

// The index of an atlas says what its tables say.

namespace {

using namespace ambit;
using tables::atlas;
using tables::atlas_statuses;

/// What the tables say of a code as written.
status_word by_classify(country jurisdiction, std::string_view code, date day) {
  const region packed = detail::pack_code(code);
  return classify(atlas.of(jurisdiction, packed), packed, day).statuses();
}

/// Every day on which something may change, the days beside them, and the ends of time.
std::set<date> days_that_matter() {
  std::set<date> days{distant_past, distant_future, "1900-01-01"_date, "2500-01-01"_date,
                      atlas_statuses.first_day()};
  for (std::uint8_t i = 0; i < atlas.size; ++i) {
    const tables::atlas_entry of{i};
    days.insert(of.horizon());
    days.insert(day_after(of.horizon()));
    for (const packed_day& each : of.days())
      if (each != distant_past && each != distant_future)
        for (const std::int32_t beside : {-1, 0, 1})
          days.insert(date{each.unpacked().days + beside});
  }
  return days;
}

}  // namespace

TEST_CASE("the index says of every region, jurisdiction and day what classify says") {
  std::size_t asked = 0, wrong = 0;
  const std::set<date> days = days_that_matter();
  for (std::uint8_t i = 0; i < atlas.size; ++i)
    for (const region_row& row : tables::atlas_entry{i}.regions()) {
      const region_text code = to_text(row.code);
      std::string small{code};
      for (char& c : small) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
      for (const country jurisdiction :
           {"NL"_country, "BE"_country, "DE"_country, country{},
            country{static_cast<std::uint16_t>("NL"_country.packed ^ 0x4000)}})
        for (const date day : days) {
          const status_word told = by_classify(jurisdiction, code, day);
          wrong += statuses(atlas_statuses, jurisdiction, row.code, day) == told ? 0u : 1u;
          wrong += statuses(atlas_statuses, jurisdiction, small, day) == told ? 0u : 1u;
          ++asked;
        }
    }
  CHECK(asked > 20'000);
  CHECK(wrong == 0);
}

TEST_CASE("the index says of every other code what classify says") {
  std::size_t wrong = 0;
  for (const std::uint64_t slot : tables::gazetteer.code_slots()) {
    if (slot == detail::empty_slot) continue;
    std::string code{to_text(detail::region_of_slot(slot))};
    for (const char last : {code.back(), '!', 'z', '\xff'}) {
      code.back() = last;
      for (const country jurisdiction : {"NL"_country, "FR"_country})
        wrong += statuses(atlas_statuses, jurisdiction, code, "2015-01-01"_date) ==
                         by_classify(jurisdiction, code, "2015-01-01"_date)
                     ? 0u
                     : 1u;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("what is no code has an unknown region, whatever bytes it has") {
  const status_word unknown = status_word::all(status::unknown_region);
  for (const std::string_view text :
       {std::string_view{}, std::string_view{"ML"}, std::string_view{"ML-"},
        std::string_view{"ML-12345"}, std::string_view{"\0\0\0\0", 4},
        std::string_view{"\xff\xff\xff\xff\xff\xff"}, std::string_view{"ML-7\0", 5}})
    CHECK(statuses(atlas_statuses, "NL"_country, text, "2015-01-01"_date) == unknown);
  CHECK(statuses(atlas_statuses, "NL"_country, region{}, "2015-01-01"_date) == unknown);
}
