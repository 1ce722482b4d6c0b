// SPDX-License-Identifier: BSL-1.0
#include "redact.hpp"

#include "bake.hpp"
#include "fixture.hpp"

#include <ambit/classify.hpp>

#include <doctest/doctest.h>

// What a confidential source says never reaches a table, and what is left out is never taken for
// absence.

namespace {

using namespace ambit::literals;
using fixture::rule;

const std::string secret =
    "[[source]]\nid = \"secret-letter\"\nkind = \"letter\"\npublished = 2021-06-07\n"
    "language = \"en\"\nreference = \"S-1\"\ntitle = { en = \"A secret letter\", nl = \"Geheim\" "
    "}\n"
    "confidential = true\n";

const std::string rules =
    rule("public", "regions = [\"XX-A\"], closure = \"open\"", "in_force = 2020-01-01") +
    rule("secret-rule", "regions = [\"XX-B\"], closure = \"exhaustive\"",
         "in_force = { on = 2021-07-01, source = \"secret-letter\" }\nsupersedes = [\"public\"]",
         "secret-letter") +
    rule("elsewhere", "country = true", "in_force = 2020-01-01", "first", "excludes", "return");

const std::string remark =
    "[[remark]]\nid = \"secret-remark\"\nkind = \"context\"\ntext = { en = \"Do not tell\", nl = "
    "\"Niet zeggen\" }\ncite = [{ source = \"secret-letter\", at = \"9\", terms = [\"x\"] }]\n";

ambitc::image redacted() {
  static const fixture::policies all = fixture::policy(secret + rules + remark);
  static ambitc::policy_source policy;
  ambitc::diagnostics found;
  policy = ambitc::redact(all.sources.front(), found);
  ambitc::image made = ambitc::to_rows(policy);
  ambitc::resolve(made, found);
  REQUIRE_FALSE(found.failed());
  return made;
}

std::string status(const ambitc::image& image, ambit::region region, ambit::date day,
                   ambit::measure measure = ambit::measure::indiscriminate_violence) {
  return std::string{
      ambit::name(ambit::classify(ambitc::shown_image{&image}, region, day)[measure])};
}

}  // namespace

TEST_CASE("a policy with a confidential source is refused for a public table") {
  const fixture::policies all = fixture::policy(secret + rules);
  ambitc::diagnostics found;
  ambitc::refuse_confidential(all.sources.front(), found);
  CHECK(found.errors() == 1);
}

TEST_CASE("nothing of a confidential source is in the table") {
  std::string bytes;
  for (const ambitc::baked_file& file : ambitc::bake({redacted()}, {}, "ambit::tables"))
    bytes += file.text;
  for (const char* word : {"secret", "Secret", "S-1", "Geheim", "Do not tell", "2021-06-07",
                           "2021-07-01", "XX-B\"_region, exhaustive"}) {
    CAPTURE(word);
    CHECK(bytes.find(word) == std::string::npos);
  }
  CHECK(bytes.find("withheld_rule_") != std::string::npos);
}

TEST_CASE("where a withheld rule may speak, the measure is undetermined and never silent") {
  const ambitc::image image = redacted();
  CHECK(status(image, "XX-B"_region, "2022-01-01"_date) == "undetermined");
  CHECK(status(image, "XX-C"_region, "2020-06-01"_date) == "undetermined");
  // The public rule may have been superseded.
  CHECK(status(image, "XX-A"_region, "2022-01-01"_date) == "undetermined");
}

TEST_CASE("other measures of a redacted policy are what they were") {
  const ambitc::image image = redacted();
  CHECK(status(image, "XX-B"_region, "2022-01-01"_date, ambit::measure::return_) ==
        "not_designated");
  CHECK(status(image, "XX-B"_region, "2022-01-01"_date, ambit::measure::risk_group) == "silent");
}

TEST_CASE("what is withheld is counted in a remark") {
  const ambitc::image image = redacted();
  REQUIRE(image.remarks.size() == 1);
  const ambitc::shown_image shown{&image};
  CHECK(text(shown, image.remarks[0].text, ambit::language::en) ==
        "Withheld here, as not public: 3 of the records and sources.");
}
