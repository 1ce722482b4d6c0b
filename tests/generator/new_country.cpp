// SPDX-License-Identifier: BSL-1.0
#include "run.hpp"

#include <ambit/assess.hpp>

#include <doctest/doctest.h>

// A country is added by what people write: new_country/xn/xz.toml, its scenarios, and rows of a
// gazetteer. The compiled tables of the same folder are asked in compiled.cpp.

namespace {

using namespace ambit::literals;

const fixture::fs::path folder = fixture::root / "tests/generator/new_country";

}  // namespace

TEST_CASE("a country is added by a TOML file, and its scenarios hold") {
  const run::output checked = run::ambitc("check " + folder.string());
  CHECK(checked.err == "");
  CHECK(checked.status == 0);
  CHECK(checked.out.find("5 scenarios") != std::string::npos);
}

TEST_CASE("a group in a zone of control has a finding that names both, beside that of the region") {
  const fixture::policies all = fixture::load(folder);
  const ambitc::shown_image policy{&all.images.front()};
  const auto answer = classify(policy, "XZ-E"_region, "2031-06-01"_date);
  std::size_t found = 0;
  for (const ambit::finding each : answer.findings())
    if (each.persons == "teachers" && each.place == "held-by-insurgents") {
      ++found;
      CHECK(each.status == ambit::status::designated);
    }
  CHECK(found == 1);
  CHECK(answer[ambit::measure::group_persecution] == ambit::status::silent);
}
