// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include <ambit/chrono.hpp>
#include <ambit/explain_string.hpp>
#include <ambit/format.hpp>
#include <ambit/hash.hpp>
#include <ambit/ostream.hpp>
#include <ambit/vocabularies.hpp>

#include <doctest/doctest.h>

#include <iomanip>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>

// What a program includes only if it wants it: streams, std::format, hashes, <chrono>, lists of all
// values, and answers as std::string.

namespace {

using namespace answers;

std::string streamed(const auto& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

}  // namespace

TEST_CASE("codes, days, words and texts go to a stream as sources write them") {
  CHECK(streamed(gao) == "ML-7");
  CHECK(streamed("NL"_country) == "NL");
  CHECK(streamed("2022-11-23"_date) == "2022-11-23");
  CHECK(streamed(ambit::distant_past) == "...");
  CHECK(streamed(status::not_designated) == "not_designated");
  CHECK(streamed(measure::return_) == "return");
  CHECK(streamed(to_text(gao)) == "ML-7");
  CHECK(streamed(text(nl_ml, nl_ml.title(), ambit::language::en)) ==
        "Policy of the Netherlands on Mali");
  std::ostringstream out;
  out << std::setw(6) << std::setfill('.') << gao;
  CHECK(out.str() == "..ML-7");
}

TEST_CASE("a forged code is shown without a byte that no code has") {
  for (const std::uint64_t bits :
       {std::uint64_t{0x4d4c'2d1b'5b32}, std::uint64_t{0xffff'ffff'ffff}, ~std::uint64_t{0},
        std::uint64_t{0x4d4c'2d37'0000} | std::uint64_t{1} << 60, std::uint64_t{0x0a0d'0908'0701}})
    for (const ambit::language in : {ambit::language::en, ambit::language::nl}) {
      const std::string said = explain(classify(nl_ml, ambit::region{bits}, "2022-11-23"_date), in);
      CHECK(said.find('?') != std::string::npos);
      for (const char c : said)
        CHECK((c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f' && c != '\xff')));
    }
  CHECK(streamed(ambit::country{0x1b0a}) == "??");
}

TEST_CASE("an answer as a string is all of the text that the buffer would have") {
  const auto answer = classify(nl_ml, gao, "2022-12-01"_date, {.known = "2022-12-01"_date});
  const std::string said = explain(answer, ambit::language::en);
  std::array<char, 8192> buffer{};
  const std::size_t size = explain(answer, ambit::language::en, buffer);
  CHECK(said == std::string_view{buffer.data(), size});
  CHECK(said.size() > 100);
  const auto assessed = ambit::assess(answer, ambit::establish(nl_ml, {}));
  const std::size_t needed = explain(assessed, ambit::language::nl, buffer);
  CHECK(explain(assessed, ambit::language::nl) == std::string_view{buffer.data(), needed});
}

TEST_CASE("regions, countries and days are keys of hashed and of ordered containers") {
  std::unordered_map<ambit::region, int> by_region{{gao, 1}, {kayes, 2}};
  CHECK(by_region.at(gao) == 1);
  CHECK(by_region.count(bamako) == 0);
  std::unordered_map<ambit::country, int> by_country{{"NL"_country, 1}, {"BE"_country, 2}};
  CHECK(by_country.at("BE"_country) == 2);
  std::unordered_map<ambit::date, int> by_day{{"2022-11-23"_date, 1}};
  CHECK(by_day.at("2022-11-23"_date) == 1);
  const std::map<ambit::region, int> ordered{{gao, 1}, {kayes, 2}, {bamako, 3}};
  CHECK(ordered.begin()->first == kayes);
  CHECK(*std::set<ambit::date>{"2022-11-23"_date, "2022-11-22"_date}.begin() == "2022-11-22"_date);
  CHECK(*std::set<ambit::country>{"NL"_country, "BE"_country}.begin() == "BE"_country);
}

TEST_CASE("days of chrono and of ambit are the same days, where both have them") {
  using namespace std::chrono;
  CHECK(ambit::from_chrono(2022y / November / 23) == "2022-11-23"_date);
  CHECK(ambit::from_chrono(sys_days{2022y / November / 23}) == "2022-11-23"_date);
  CHECK_FALSE(ambit::from_chrono(2026y / February / 30));
  CHECK_FALSE(ambit::from_chrono(sys_days{days{INT32_MAX}}));
  CHECK_FALSE(ambit::from_chrono(sys_days{days{INT32_MIN}}));
  CHECK(ambit::to_year_month_day("2024-02-29"_date) == 2024y / February / 29);
  CHECK(ambit::to_sys_days("1970-01-02"_date) == sys_days{days{1}});
  for (const ambit::date distant : {ambit::distant_past, ambit::distant_future}) {
    CHECK_FALSE(ambit::to_sys_days(distant));
    CHECK_FALSE(ambit::to_year_month_day(distant));
  }
  std::size_t wrong = 0;
  for (ambit::date day = "0001-01-01"_date; day < "9999-12-31"_date;
       day = ambit::date{day.days + 31})
    wrong += ambit::from_chrono(*ambit::to_year_month_day(day)) == day ? 0u : 1u;
  CHECK(wrong == 0);
}

TEST_CASE("all values of a vocabulary are there in order, each with a name") {
  CHECK(ambit::values<measure>.size() == ambit::measure_count);
  CHECK(ambit::values<status>.front() == status::designated);
  CHECK(ambit::values<status>.back() == status::unknown_region);
  CHECK(ambit::values<ambit::language>.size() == 2);
  for (const measure each : ambit::values<measure>)
    CHECK(ambit::parse<measure>(name(each)) == each);
  for (const status each : ambit::values<status>) CHECK(ambit::parse<status>(name(each)) == each);
}

TEST_CASE("a status is yes, no, or neither: what does not exist is never no") {
  for (const status each : ambit::values<status>)
    CHECK(ambit::designates(each) == (each == status::designated       ? ambit::fact::yes
                                      : each == status::not_designated ? ambit::fact::no
                                                                       : ambit::fact::open));
}

TEST_CASE("questions of an assessment that has no name outlive it") {
  const auto answer = classify(nl_ml, gao, "2022-12-01"_date, {.known = "2022-12-01"_date});
  const auto claim = ambit::establish(nl_ml, {.origin = ambit::fact::yes});
  const auto assessed = ambit::assess(answer, claim);
  std::size_t at = 0;
  for (const ambit::open_question& each : ambit::assess(answer, claim).questions())
    CHECK(each == assessed.questions()[at++]);
  CHECK(at > 0);
  CHECK(at == assessed.questions().size());
}

#ifdef __cpp_lib_format
TEST_CASE("std::format writes codes, days, words and texts, with width and fill") {
  CHECK(std::format("{} {} {}", gao, "NL"_country, "2022-11-23"_date) == "ML-7 NL 2022-11-23");
  CHECK(std::format("{:.>16}", status::designated) == "......designated");
  CHECK(std::format("{:<6}|", to_text(gao)) == "ML-7  |");
  CHECK(std::format("{}", text(nl_ml, nl_ml.title(), ambit::language::nl)) ==
        "Nederlands beleid over Mali");
}
#endif
