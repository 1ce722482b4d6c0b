// SPDX-License-Identifier: BSL-1.0
#include "bake.hpp"

#include "fixture.hpp"

#include <doctest/doctest.h>

#include <clocale>
#include <locale>

// Law 8: the same sources, the same bytes.

namespace {

namespace fs = std::filesystem;

std::string baked(const fs::path& folder) {
  const fixture::policies all = fixture::load(folder);
  std::string bytes;
  for (const ambitc::baked_file& file : ambitc::bake(all.images, {}, "ambit::tables"))
    bytes += file.name + "\n" + file.text;
  return bytes;
}

const fs::path shipped = fixture::root / "policy-src";

/// The shipped policies, and copies of one for more countries, so that their order could matter.
void write_many(const fixture::temporary_folder& into, const std::vector<std::string>& order) {
  const std::string policy = fixture::read(shipped / "nl/ml.toml");
  into.write("gazetteer/iso-3166-2.tsv", fixture::read(shipped / "gazetteer/iso-3166-2.tsv"));
  for (const std::string& jurisdiction : order) {
    std::string copy = policy;
    const auto replace = [&copy](const std::string& what, const std::string& with) {
      copy.replace(copy.find(what), what.size(), with);
    };
    replace("id = \"nl-ml\"", "id = \"" + jurisdiction + "-ml\"");
    std::string capitals = jurisdiction;
    for (char& c : capitals) c = static_cast<char>(c - 'a' + 'A');
    replace("jurisdiction = \"NL\"", "jurisdiction = \"" + capitals + "\"");
    into.write(jurisdiction + "/ml.toml", copy);
  }
}

/// The changed lines between two texts of as many lines.
std::vector<std::string> changed_lines(const std::string& before, const std::string& after) {
  std::istringstream a(before), b(after);
  std::vector<std::string> changed;
  for (std::string old_line, new_line; std::getline(b, new_line);) {
    REQUIRE(std::getline(a, old_line));
    if (old_line != new_line) changed.push_back(new_line);
  }
  return changed;
}

std::string baked_with(const std::string& what, const std::string& with) {
  fixture::temporary_folder folder;
  std::string policy = fixture::read(shipped / "nl/ml.toml");
  if (!what.empty()) {
    REQUIRE(policy.find(what) != std::string::npos);
    policy.replace(policy.find(what), what.size(), with);
  }
  folder.write("gazetteer/iso-3166-2.tsv", fixture::read(shipped / "gazetteer/iso-3166-2.tsv"));
  folder.write("nl/ml.toml", policy);
  return baked(folder.path());
}

}  // namespace

TEST_CASE("law 8: baking twice gives the same bytes") {
  CHECK(baked(shipped) == baked(shipped));
}

TEST_CASE("law 8: the folder's path has no part in the bytes") {
  fixture::temporary_folder elsewhere;
  fs::copy(shipped, elsewhere.path() / "a folder", fs::copy_options::recursive);
  const fs::path before = fs::current_path();
  fs::current_path(elsewhere.path());
  const std::string relative = baked("a folder");
  fs::current_path(before);
  CHECK(relative == baked(shipped));
}

TEST_CASE("law 8: the locale has no part in the bytes") {
  struct thousands : std::numpunct<char> {
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
  };
  const std::string plain = baked(shipped);
  const std::locale before =
      std::locale::global(std::locale(std::locale::classic(), new thousands));
  const std::string grouped = baked(shipped);
  std::locale::global(before);
  CHECK(grouped == plain);
}

TEST_CASE("law 8: the order in which files were made has no part in the bytes") {
  fixture::temporary_folder first, second;
  write_many(first, {"nl", "be", "de", "fr", "at"});
  write_many(second, {"at", "de", "nl", "fr", "be"});
  CHECK(baked(first.path()) == baked(second.path()));
}

TEST_CASE(
    "a corrected day or text changes its own line of the table, the digest and the editions") {
  const std::string before = baked_with("", "");
  const auto is_edition = [](const std::string& line) {
    return line.find("AMBIT_EDITION") != std::string::npos ||
           line.find("inline edition_") != std::string::npos;
  };
  const auto corrected = [&](const std::string& what, const std::string& with) {
    std::vector<std::string> changed = changed_lines(before, baked_with(what, with));
    // Three in each of table, atlas and index, and one in each of the latter of what it includes.
    CHECK(std::erase_if(changed, is_edition) == 11);
    REQUIRE(changed.size() == 2);
    CHECK(changed[0].starts_with("#define AMBIT_DIGEST"));
    return changed[1];
  };
  CHECK(corrected("Assume in principle an alternative", "In principle, assume an alternative")
            .find("In principle, assume an alternative") != std::string::npos);
  CHECK(corrected("value = 339", "value = 340").find("340") != std::string::npos);
  CHECK(corrected("given = 2022-05-16", "given = 2022-05-17").find("2022-05-17") !=
        std::string::npos);
}

TEST_CASE("writing leaves fresh tables untouched, and a check finds each difference") {
  const fixture::policies all = fixture::load(shipped);
  const auto files = ambitc::bake(all.images, {}, "ambit::tables");
  fixture::temporary_folder into;
  ambitc::diagnostics written;
  ambitc::write_files(files, into.path(), written);
  CHECK_FALSE(written.failed());
  const auto stamp = fs::last_write_time(into.path() / "nl_ml.hpp");
  ambitc::write_files(files, into.path(), written);
  CHECK(fs::last_write_time(into.path() / "nl_ml.hpp") == stamp);

  ambitc::diagnostics fresh;
  ambitc::check_files(files, into.path(), fresh);
  CHECK_FALSE(fresh.failed());

  into.write("nl_ml.hpp", fixture::read(into.path() / "nl_ml.hpp") + "\n");
  into.write("xx_yy.hpp", "// Generated by ambitc 0.0.0 from xx/yy.toml.\n");
  fs::remove(into.path() / "atlas.hpp");
  ambitc::diagnostics stale;
  ambitc::check_files(files, into.path(), stale);
  CHECK(stale.errors() == 3);
}

TEST_CASE("law 8: line ends and a byte-order mark have no part in the bytes") {
  const std::vector<std::string> sources{"nl/ml.toml", "gazetteer/iso-3166-1.tsv",
                                         "gazetteer/iso-3166-2.tsv", "gazetteer/withdrawn.tsv"};
  const auto baked_as = [&](auto write_line_ends) {
    fixture::temporary_folder folder;
    for (const std::string& file : sources)
      folder.write(file, write_line_ends(fixture::read(shipped / file)));
    return baked(folder.path());
  };
  const auto with = [](const std::string& line_end) {
    return [line_end](const std::string& text) {
      std::string all;
      for (const char c : text) all += c == '\n' ? line_end : std::string(1, c);
      return all;
    };
  };
  const std::string plain = baked_as([](const std::string& text) { return text; });
  CHECK(baked_as(with("\r\n")) == plain);
  CHECK(baked_as(with("\r")) == plain);
  CHECK(baked_as([](const std::string& text) { return "\xEF\xBB\xBF" + text; }) == plain);
  CHECK(baked_as([](const std::string& text) { return text.substr(0, text.size() - 1); }) == plain);
}
