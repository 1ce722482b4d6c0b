// SPDX-License-Identifier: BSL-1.0
#include "bake_statuses.hpp"

#include "fixture.hpp"

#include <doctest/doctest.h>

// The index of statuses: what it has, and what it leaves to the tables of the policies.

namespace {

constexpr std::string_view asks_the_tables = "classify(of, code, day)";

/// The index of the policy on Mali with that horizon.
std::string index_with_horizon(const std::string& horizon) {
  const auto shipped = fixture::root / "policy-src";
  std::string policy = fixture::read(shipped / "nl/ml.toml");
  const std::string here = "horizon = 2023-06-22";
  policy.replace(policy.find(here), here.size(), "horizon = " + horizon);
  const fixture::temporary_folder folder;
  folder.write("gazetteer/iso-3166-2.tsv", fixture::read(shipped / "gazetteer/iso-3166-2.tsv"));
  folder.write("nl/ml.toml", policy);
  const ambitc::baked_file atlas{"atlas.hpp", ""};
  return ambitc::bake_statuses(fixture::load(folder.path()).images, atlas, "ambit::tables").text;
}

}  // namespace

TEST_CASE("an index that has every region asks no table") {
  const std::string index = index_with_horizon("2023-06-22");
  CHECK(index.find("ML-7 by NL") != std::string::npos);
  CHECK(index.find(asks_the_tables) == std::string::npos);
}

TEST_CASE("regions whose days lie too far apart for an index are left to their tables") {
  const std::string index = index_with_horizon("2128-12-31");
  CHECK(index.find("ML-7 by NL") == std::string::npos);
  CHECK(index.find(asks_the_tables) != std::string::npos);
  CHECK(index.size() < 10'000);
}
