// SPDX-License-Identifier: BSL-1.0
#include "cldr.hpp"

#include "gazetteer.hpp"
#include "outline.hpp"
#include "read.hpp"
#include "text.hpp"
#include "tsv.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ambitc {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A JSON file of a package. What is wrong with it is said once; then it is as if it were empty.
class package_file {
 public:
  package_file(const fs::path& file, diagnostics& found)
      : shown_(file.generic_string()), found_(found) {
    std::string reason;
    const std::optional<std::string> bytes = read_file(file, reason, largest_source);
    if (!bytes) {
      fail(reason, "unreadable-file");
      return;
    }
    try {
      all_ = json::parse(*bytes);
    } catch (const json::parse_error& error) {
      const std::size_t offset = std::min(bytes->size(), error.byte > 0 ? error.byte - 1 : 0);
      found_.error(place_of(*bytes, offset, shown_), "this is not JSON; unpack the package again",
                   "json-syntax");
      all_ = nullptr;
      said_ = true;
    }
  }

  /// The object below some keys; an empty one where it is not there.
  const json& object(std::initializer_list<const char*> keys) {
    const json* at = &all_;
    std::string path;
    for (const char* key : keys) {
      path += cat(path.empty() ? "" : ".", key);
      const auto next = at->is_object() ? at->find(key) : at->end();
      if (!at->is_object() || next == at->end()) return missing(path);
      at = &*next;
    }
    return at->is_object() ? *at : missing(path);
  }

  /// The text of a key of an object; empty where it has none.
  static std::string text(const json& object, const std::string& key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_string()
               ? found->get<std::string>()
               : std::string{};
  }

  void fail(std::string sentence, std::string rule) {
    if (!said_) found_.error({shown_}, std::move(sentence), std::move(rule));
    said_ = true;
  }

  const json& all() const { return all_; }
  const std::string& shown() const { return shown_; }

 private:
  const json& missing(const std::string& path) {
    static const json nothing = json::object();
    fail(cat("there is no object '", path, "' here; this is no file of CLDR as it is known"),
         "cldr");
    return nothing;
  }

  std::string shown_;
  diagnostics& found_;
  json all_;
  bool said_ = false;
};

/// What the packages say.
class edition {
 public:
  edition(const fs::path& packages, diagnostics& found) : packages_(packages), found_(found) {}

  /// The version that all packages have.
  std::string version() {
    std::string version;
    for (const char* package : {"cldr-core", "cldr-localenames-full", "cldr-subdivisions-full"}) {
      package_file file = open(cat(package, "/package.json"));
      const std::string here = package_file::text(file.all(), "version");
      if (!is_version(here))
        file.fail("there is no 'version' of digits, letters, dots and hyphens here", "cldr");
      else if (!version.empty() && here != version)
        file.fail(cat("this is version ", here, ", and cldr-core ", version,
                      "; install one version of all"),
                  "cldr");
      else
        version = here;
    }
    return version;
  }

  /// The countries to which ISO 3166-1 assigns a code: those with a number of the United Nations
  /// (from 900 on are CLDR's own) that is not of the past.
  std::vector<country> countries() {
    package_file codes = open("cldr-core/supplemental/codeMappings.json");
    package_file aliases = open("cldr-core/supplemental/aliases.json");
    package_file english = open("cldr-localenames-full/main/en/territories.json");
    package_file dutch = open("cldr-localenames-full/main/nl/territories.json");
    const json& former = aliases.object({"supplemental", "metadata", "alias", "territoryAlias"});
    const json& en = english.object({"main", "en", "localeDisplayNames", "territories"});
    const json& nl = dutch.object({"main", "nl", "localeDisplayNames", "territories"});
    std::vector<country> all;
    for (const auto& [code, known] : codes.object({"supplemental", "codeMappings"}).items()) {
      const std::string number = package_file::text(known, "_numeric");
      if (!is_country(code) || number.empty() || number >= "900" || former.contains(code)) continue;
      all.push_back({code, name_of(code, en, english), name_of(code, nl, dutch)});
    }
    return all;
  }

 private:
  static bool is_version(std::string_view text) {
    return !text.empty() && text.size() <= 32 && std::ranges::all_of(text, [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
             c == '.' || c == '-';
    });
  }

  package_file open(const std::string& file) { return {packages_ / file, found_}; }

  static std::string name_of(const std::string& code, const json& names, package_file& in) {
    std::string name = package_file::text(names, code);
    if (!is_plain_name(name))
      in.fail(cat("there is no name of '", code, "' here that can stand in a table"), "cldr");
    return name;
  }

  fs::path packages_;
  diagnostics& found_;
};

std::string made_from(const std::string& version, const std::string& packages) {
  return cat("# Made by `ambitc gazetteer` from Unicode CLDR ", version, " (npm packages ",
             packages, ";\n# licence Unicode-3.0, see UNICODE-LICENSE). Do not edit.\n");
}

baked_file file_of(const std::vector<country>& countries, const std::string& version) {
  std::string text =
      cat("# Countries by ISO 3166-1 code: code, English name, Dutch name; separated by tabs, "
          "sorted by code.\n",
          made_from(version, "cldr-core, cldr-localenames-full"));
  for (const country& each : countries) text += cat(each.code, "\t", each.en, "\t", each.nl, "\n");
  return {"iso-3166-1.tsv", text};
}

}  // namespace

std::vector<baked_file> gazetteer_of_cldr(const fs::path& packages, diagnostics& found) {
  edition cldr(packages, found);
  const std::string version = cldr.version();
  return {file_of(cldr.countries(), version)};
}

void check_gazetteer(const std::vector<baked_file>& files, const fs::path& folder,
                     diagnostics& found) {
  for (const baked_file& file : files) {
    std::string reason;
    const std::optional<std::string> there = read_file(folder / file.name, reason, largest_source);
    const place at{(folder / file.name).generic_string()};
    if (!there)
      found.error(at, reason, "unreadable-file");
    else if (*there != file.text)
      found.error(at, "this is not what the packages say; make the gazetteer again",
                  "stale-gazetteer");
  }
}

}  // namespace ambitc
