// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace answers;

std::string text_of(const auto& answer, ambit::language in) {
  std::string text(explain(answer, in, {}), '\0');
  explain(answer, in, text);
  return text;
}

constexpr auto written_by_the_compiler = [] {
  std::array<char, 4096> text{};
  explain(classify(nl_ml, kayes, "2023-06-22"_date), ambit::language::nl, text);
  return text;
}();

}  // namespace

TEST_CASE("the compiler and the program write the same text") {
  CHECK(text_of(classify(nl_ml, kayes, "2023-06-22"_date), ambit::language::nl) ==
        written_by_the_compiler.data());
}

TEST_CASE("a buffer of any size is never overrun and holds the beginning of the text") {
  const auto answer = classify(nl_ml, kayes, "2023-06-22"_date);
  const std::string whole = text_of(answer, ambit::language::nl);
  std::string buffer;
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    buffer.assign(whole.size() + 8, '\0');
    REQUIRE(explain(answer, ambit::language::nl, std::span{buffer.data(), size}) == whole.size());
    const std::size_t written = buffer.find('\0');
    REQUIRE(written <= size);
    REQUIRE(size - written < 4);  // at most one UTF-8 character is left out
    REQUIRE(whole.starts_with(buffer.substr(0, written)));
  }
}

TEST_CASE("an explanation names region, day, status, rule, bounds and document") {
  const std::string text = text_of(classify(nl_ml, gao, "2023-03-01"_date), ambit::language::en);
  for (const char* part :
       {"Gao (ML-7) on 2023-03-01", "undetermined", "exceptional-situation-c7-23",
        "after 2022-11-23", "on 2023-06-22", "(BWBR0012288, 2023-06-22), C7/23"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("an explanation says what was assumed and as known when") {
  const std::string text =
      text_of(classify(nl_ml, gao, "2022-12-01"_date,
                       {.known = "2022-12-01"_date, .assuming = both, .assume_unchanged = true}),
              ambit::language::en);
  CHECK(text.find("as known on 2022-12-01; assuming adopted: designate, bamako; assuming that "
                  "nothing changed") != std::string::npos);
  CHECK(text.find("Alternative: Bamako (ML-BKO)") != std::string::npos);
  CHECK(text.find("presumed in principle") != std::string::npos);
  CHECK(text.find("solely because of the general situation") != std::string::npos);
}

TEST_CASE("an explanation of the alternative says that conditions are not known") {
  const std::string text = text_of(classify(nl_ml, gao, "2023-06-22"_date), ambit::language::en);
  CHECK(text.find("further conditions; they are not known here") != std::string::npos);
  CHECK(text.find("on individual grounds") != std::string::npos);
}

TEST_CASE("an explanation of an unknown region claims nothing of the policy") {
  const std::string text =
      text_of(classify(nl_ml, "FR-75"_region, "2023-06-22"_date), ambit::language::en);
  CHECK(text ==
        "Policy of the Netherlands on Mali: FR-75 on 2023-06-22, with everything known.\n"
        "- unknown region: the country has no such code.\n");
}

TEST_CASE("no explanation of any region, day or language advises an outcome") {
  for (const ambit::region_row& region : nl_ml.regions())
    for (const ambit::date day : {"2022-06-01"_date, "2022-12-01"_date, "2023-06-22"_date})
      for (const ambit::language in : {ambit::language::en, ambit::language::nl}) {
        const std::string text = text_of(classify(nl_ml, region.code, day), in);
        for (const char* word : {"safe", "grant", "refuse", "veilig", "inwillig", "afwijz"})
          CHECK(text.find(word) == std::string::npos);
      }
}
