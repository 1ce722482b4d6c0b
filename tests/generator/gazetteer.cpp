// SPDX-License-Identifier: BSL-1.0
#include "gazetteer.hpp"

#include "bake_gazetteer.hpp"
#include "cldr.hpp"
#include "fixture.hpp"
#include "folding.hpp"
#include "sha256.hpp"
#include "text.hpp"
#include "tsv.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

// The gazetteer as it is committed, and how it is made.

namespace {

namespace fs = std::filesystem;
using ambitc::cat;

std::string printed(const ambitc::diagnostics& found) {
  std::ostringstream out;
  found.print(out);
  return out.str();
}

ambitc::gazetteer read_gazetteer(const fs::path& folder) {
  ambitc::diagnostics found;
  ambitc::gazetteer all = ambitc::gazetteer::read(folder, "gazetteer", found);
  REQUIRE(printed(found) == "");
  return all;
}

ambitc::gazetteer committed() {
  return read_gazetteer(fixture::root / "policy-src/gazetteer");
}

std::string code_of(ambit::region code) {
  return cat(ambit::to_text(code));
}

// ---- iso-codes: the same standard, by other hands

const fs::path iso_codes = "/usr/share/iso-codes/json";

/// The edition with which the differences of iso_codes.tsv were found: version 4.15.0.
constexpr const char* compared_edition =
    "078d2da1c3a868189765be5098ce9d551318d12be7e3c0b18e9282dd5481a831";

/// Whether that edition is installed; says so if not.
bool can_compare() {
  const fs::path file = iso_codes / "iso_3166-2.json";
  if (!fs::exists(file))
    MESSAGE("skipped: the package iso-codes is not installed");
  else if (ambitc::sha256(fixture::read(file)) != compared_edition)
    MESSAGE("skipped: the package iso-codes has another edition than 4.15.0");
  else
    return true;
  return false;
}

nlohmann::json entries_of(const std::string& part) {
  return nlohmann::json::parse(fixture::read(iso_codes / cat("iso_", part, ".json")))[part];
}

/// The parents of all regions by code, as iso-codes has them.
std::map<std::string, std::string> parents_in_iso_codes() {
  std::map<std::string, std::string> all;
  for (const auto& entry : entries_of("3166-2")) {
    const std::string code = entry["code"];
    std::string parent = entry.value("parent", "");
    // It writes some without the country.
    if (!parent.empty() && parent.find('-') == parent.npos) parent = code.substr(0, 3) + parent;
    all[code] = parent;
  }
  return all;
}

/// All differences that are listed, as "added IQ-KR".
std::set<std::string> listed_differences() {
  const std::string text = fixture::read(fixture::root / "tests/generator/iso_codes.tsv");
  std::set<std::string> all;
  ambitc::tsv(text, "iso_codes.tsv").for_each_line([&](ambitc::tsv::cells cells) {
    REQUIRE(cells.size() == 3);
    CHECK_FALSE(cells[2].empty());
    std::istringstream codes{std::string{cells[1]}};
    for (std::string code; codes >> code;) CHECK(all.insert(cat(cells[0], " ", code)).second);
  });
  return all;
}

// ---- Making it

const fs::path packages = fixture::root / "tests/generator/catalogue/good/packages";

/// The files made of the small packages and the authored lines, by name; errors in `errors`.
std::map<std::string, std::string> made(const fs::path& from, const std::string& authored,
                                        std::string& errors) {
  fixture::temporary_folder folder;
  folder.write("authored.tsv", authored);
  ambitc::diagnostics found;
  std::map<std::string, std::string> files;
  for (const ambitc::baked_file& each : ambitc::gazetteer_of_cldr(from, folder.path(), found))
    files[each.name] = each.text;
  errors = printed(found);
  return files;
}

/// The lines that are no comment.
std::string lines_of(const std::string& text) {
  std::istringstream in(text);
  std::string all;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with('#')) all += line + "\n";
  return all;
}

}  // namespace

TEST_CASE("the gazetteer agrees with iso-codes but for the differences that are listed") {
  if (!can_compare()) return;
  const std::map<std::string, std::string> theirs = parents_in_iso_codes();
  const ambitc::gazetteer ours = committed();
  std::set<std::string> differences, here;
  for (const ambitc::subdivision& each : ours.all()) {
    const std::string code = code_of(each.code);
    here.insert(code);
    const auto there = theirs.find(code);
    if (there == theirs.end())
      differences.insert("added " + code);
    else if (there->second != code_of(each.parent))
      differences.insert("parent " + code);
  }
  for (const auto& [code, parent] : theirs)
    if (!here.contains(code)) differences.insert("gone " + code);
  CHECK(here.size() > 5000);

  const std::set<std::string> listed = listed_differences();
  for (const std::string& each : differences) CHECK_MESSAGE(listed.contains(each), each);
  for (const std::string& each : listed) CHECK_MESSAGE(differences.contains(each), each);
}

TEST_CASE("what iso-codes has and the gazetteer has not is withdrawn, and nothing else is") {
  if (!can_compare()) return;
  const std::map<std::string, std::string> theirs = parents_in_iso_codes();
  const ambitc::gazetteer ours = committed();
  const std::set<std::string> listed = listed_differences();
  for (const ambitc::withdrawn_code& each : ours.withdrawn()) {
    const std::string code = code_of(each.code);
    CHECK_MESSAGE((!theirs.contains(code) || listed.contains("gone " + code)), code);
  }
  for (const std::string& each : listed)
    if (each.starts_with("gone "))
      CHECK_MESSAGE(ours.withdrawn(*ambit::parse_region(each.substr(5))), each);
}

TEST_CASE("the countries are exactly those of iso-codes") {
  if (!can_compare()) return;
  std::set<std::string> theirs, ours;
  for (const auto& entry : entries_of("3166-1")) theirs.insert(entry["alpha_2"]);
  const ambitc::gazetteer all = committed();
  for (const ambitc::country& each : all.countries()) ours.insert(each.code);
  CHECK(ours == theirs);
}

TEST_CASE("the gazetteer gives the regions of each country, and all of them together") {
  const ambitc::gazetteer all = committed();
  std::size_t regions = 0;
  for (const ambitc::country& country : all.countries()) {
    for (const ambitc::subdivision& each : all.of(country.code))
      CHECK(code_of(each.code).starts_with(country.code + "-"));
    regions += all.of(country.code).size();
  }
  CHECK(regions == all.all().size());
  CHECK(all.of("ML").size() == 11);
  for (const char* none : {"", "M", "ML-", "MLI", "ml", "XX"}) CHECK(all.of(none).empty());

  const auto find = [&](std::string_view code) {
    const auto region = *ambit::parse_region(code);
    const auto found = std::ranges::find(all.all(), region, &ambitc::subdivision::code);
    REQUIRE(found != all.all().end());
    return *found;
  };
  CHECK(find("IQ-AR").name == "Erbil");
  CHECK(find("IQ-AR").kind == "governorate");
  CHECK(code_of(find("IQ-AR").parent) == "IQ-KR");
  CHECK(code_of(find("IQ-KR").parent) == "");

  const ambitc::withdrawn_code* orientale = all.withdrawn(*ambit::parse_region("CD-OR"));
  REQUIRE(orientale);
  CHECK(orientale->successors == std::vector<std::string>{"CD-BU", "CD-HU", "CD-IT", "CD-TO"});
  CHECK(all.withdrawn(*ambit::parse_region("CD-BU")) == nullptr);
  CHECK(all.may_be_country("CD"));
  CHECK_FALSE(all.may_be_country("EU"));
}

TEST_CASE("a folder with iso-3166-2.tsv alone, of three columns, is a gazetteer") {
  fixture::temporary_folder folder;
  folder.write("iso-3166-2.tsv", "XX-A\tAlpha\tregion\r\nXX-B\tBeta\t\tXX-A\n");
  const ambitc::gazetteer all = read_gazetteer(folder.path());
  REQUIRE(all.of("XX").size() == 2);
  CHECK(all.of("XX")[0].kind == "region");
  CHECK(code_of(all.of("XX")[0].parent) == "");
  CHECK(code_of(all.of("XX")[1].parent) == "XX-A");
  CHECK(all.withdrawn().empty());
  CHECK(all.countries().empty());
  CHECK(all.may_be_country("XX"));
}

TEST_CASE("two names that no hash tells apart are refused with a sentence") {
  fixture::temporary_folder folder;
  folder.write("iso-3166-2.tsv", "XX-A\taaaaaaaaa\t\nXX-B\tbaaaaaaaaa\t\nXX-C\tcaaaaaaaaa\t\n");
  ambitc::diagnostics found;
  const auto by = ambitc::folding::read(fixture::root / "policy-src/gazetteer", "gazetteer", found);
  ambitc::bake_gazetteer(read_gazetteer(folder.path()), by, "ambit::tables", found);
  CHECK(
      printed(found) ==
      "gazetteer/iso-3166-2.tsv: error: no table can hold both names 'aaaaaaaaa' and 'baaaaaaaaa'; "
      "write one of them in another way in authored.tsv [gazetteer]\n");
}

TEST_CASE("the same packages and authored lines make the same bytes") {
  const std::string authored =
      "# By hand.\n"
      "XM-12\t\tgrove\t\tCLDR has no kinds\n"
      "XM-C\tCedar\tregion\t\tas in the sources of the policy\n"
      "XM-E\t\t\tXM-A XN\tan older map\n"
      "XM-F\t\t\t-\tnot withdrawn\n"
      "XM-G\tGum\t\t\tthe policy refers to it\n"
      "XM-H\t\t\t\tno edition says what became of it\n";
  std::string errors;
  const auto files = made(packages, authored, errors);
  CHECK(errors == "");
  REQUIRE(files.size() == 3);
  CHECK(files.at("iso-3166-1.tsv") ==
        "# Countries by ISO 3166-1 code: code, English name, Dutch name; separated by tabs, sorted "
        "by code.\n"
        "# Made by `ambitc gazetteer` from Unicode CLDR 1.2.0 (npm packages cldr-core, "
        "cldr-localenames-full;\n"
        "# licence Unicode-3.0, see UNICODE-LICENSE). Do not edit.\n"
        "XM\tNorthmark\tNoordmark\n"
        "XN\tNorthland\tNoordland\n");
  CHECK(lines_of(files.at("iso-3166-2.tsv")) ==
        "XM-12\tTwelve Oaks\tgrove\t\n"
        "XM-A\tAlder\t\t\n"
        "XM-B\tBirch\t\t\n"
        "XM-C\tCedar\tregion\tXM-B\n"
        "XM-G\tGum\t\t\n"
        "XM-N\tNorthland\t\t\n");
  CHECK(lines_of(files.at("withdrawn.tsv")) == "XM-D\t\nXM-E\tXM-A XN\nXM-H\t\n");
  CHECK(made(packages, authored, errors) == files);
}

TEST_CASE("packages that are broken anywhere are refused with a sentence") {
  fixture::temporary_folder folder;
  const fs::path copy = folder.path() / "packages";
  fs::copy(packages, copy, fs::copy_options::recursive);
  std::string errors;
  REQUIRE(made(copy, "", errors).size() == 3);
  for (const auto& entry : fs::recursive_directory_iterator(packages)) {
    if (!entry.is_regular_file()) continue;
    const fs::path file = entry.path().lexically_relative(packages);
    const std::string good = fixture::read(packages / file);
    std::vector<std::string> broken{"",
                                    "\xff",
                                    "[]",
                                    "{}",
                                    "null",
                                    "1",
                                    "1e999",
                                    "\"\"",
                                    "[[1]]",
                                    good + "}",
                                    std::string(100'000, '[')};
    for (std::size_t end = 1; end + 2 < good.size(); end += 7)
      broken.push_back(good.substr(0, end));
    for (const std::string& bytes : broken) {
      files::write(copy / file, bytes);
      made(copy, "", errors);
      CHECK_MESSAGE(errors.find(": error: ") != errors.npos, file.string(), ": ",
                    bytes.substr(0, 1000));
    }

    // Values of other types are refused where they are read.
    const nlohmann::json whole = nlohmann::json::parse(good);
    const nlohmann::json flat = whole.flatten();
    std::set<std::string> seen;
    for (const auto& [path, value] : flat.items())
      for (nlohmann::json::json_pointer at{path}; seen.insert(at.to_string()).second && !at.empty();
           at = at.parent_pointer())
        for (const char* other : {"null", "[]", "{}", "7", "\"?\"", "[{}]", "{ \"\": [[]] }"}) {
          nlohmann::json changed = whole;
          changed[at] = nlohmann::json::parse(other);
          files::write(copy / file, changed.dump());
          std::map<std::string, std::string> written;
          CHECK_NOTHROW(written = made(copy, "", errors));
          CHECK((errors.empty() ? written.size() == 3 : errors.find(": error: ") != errors.npos));
        }
    files::write(copy / file, good);
  }
}
