// SPDX-License-Identifier: BSL-1.0
#include "cldr.hpp"

#include "gazetteer.hpp"
#include "read.hpp"
#include "text.hpp"
#include "tsv.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <system_error>

namespace ambitc {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// ---- The packages

const json no_object = json::object();

/// The value of a key of an object; an empty object where there is none.
const json& part(const json& of, const std::string& key) {
  const auto at = of.find(key);  // the end, if it is no object
  return at != of.end() ? *at : no_object;
}

/// The text of a key of an object; empty where there is none.
std::string text(const json& of, const std::string& key) {
  const json& value = part(of, key);
  return value.is_string() ? value.get<std::string>() : std::string{};
}

/// A JSON file of a package. Once it is said that it cannot be read, it is as if it were empty, and
/// nothing more is said of it.
class package_file {
 public:
  package_file(const fs::path& file, diagnostics& found)
      : shown_(file.generic_string()), found_(found) {
    std::string reason;
    const std::optional<std::string> bytes = read_file(file, reason, largest_source);
    if (!bytes) found_.error({shown_}, reason, "unreadable-file");
    if (bytes) all_ = json::parse(*bytes, nullptr, false);
    if (all_.is_discarded()) fail("this is not JSON; unpack the package again");
    is_read_ = bytes && !all_.is_discarded();
    if (!is_read_) all_ = no_object;
  }

  /// The object below some keys; an empty one, and an error, where it is not there.
  const json& object(std::initializer_list<const char*> keys) {
    const json* at = &all_;
    std::string path;
    for (const char* key : keys) {
      path += cat(path.empty() ? "" : ".", key);
      at = &part(*at, key);
    }
    if (at->is_object() && !at->empty()) return *at;
    fail(cat("there is no object '", path, "' in this file; unpack the package again"));
    is_read_ = false;
    return no_object;
  }

  const json& all() const { return all_; }

  void fail(std::string sentence) {
    if (is_read_) found_.error({shown_}, std::move(sentence), "cldr");
  }

 private:
  std::string shown_;
  diagnostics& found_;
  json all_ = no_object;
  bool is_read_ = true;
};

/// "mlbko" as ISO 3166-2 writes it; nothing for a text of another form.
std::optional<std::string> iso_code(std::string_view of_cldr) {
  std::string code;
  for (const char c : of_cldr) {
    if (ambit::detail::is_capital(c)) return std::nullopt;
    if (code.size() == 2) code += '-';
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return ambit::parse_region(code) ? std::optional{code} : std::nullopt;
}

/// A name without the digit by which CLDR tells equal names of one country apart, as in "Rakvere²".
std::string without_digit(std::string name) {
  for (const std::string_view digit : {"²", "³"})
    if (name.ends_with(digit)) name.resize(name.size() - digit.size());
  return name;
}

/// CLDR's code for a part of a country that is not known.
bool is_unknown(std::string_view of_cldr) {
  return of_cldr.ends_with("zzzz");
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all;
  for (text = text.substr(std::min(text.size(), text.find_first_not_of(' '))); !text.empty();
       text = text.substr(std::min(text.size(), text.find_first_not_of(' ')))) {
    all.emplace_back(text.substr(0, text.find(' ')));
    text.remove_prefix(all.back().size());
  }
  return all;
}

// ---- What is written by hand

/// A line of authored.tsv: it goes before what CLDR says of its code.
struct authored_line {
  place at;
  std::string name, kind;
  std::vector<std::string> successors;
};

/// The successors of a code that CLDR has in no country although it was not withdrawn.
const std::vector<std::string> never_withdrawn{"-"};

using authored_lines = std::map<std::string, authored_line>;

authored_lines read_authored(const fs::path& folder, diagnostics& found) {
  authored_lines all;
  const fs::path path = folder / "authored.tsv";
  const std::string shown = path.generic_string();
  std::error_code ignored;
  if (fs::symlink_status(path, ignored).type() == fs::file_type::not_found) return all;
  std::string reason;
  const std::optional<std::string> text = read_text(path, reason, largest_source);
  if (!text) found.error({shown}, reason, "unreadable-file");
  if (!text || !check_characters(*text, shown, found)) return all;
  const tsv file(*text, shown);
  file.for_each_line([&](tsv::cells cells) {
    const auto fail = [&](std::string_view at, std::string sentence) {
      found.error(file.at(at), std::move(sentence), "authored-line");
    };
    if (cells.size() != 5)
      return fail(
          cells[0],
          "a line needs a code, a name, a kind, successors and a reason, separated by tabs");
    if (!ambit::parse_region(cells[0]))
      return fail(cells[0], cat("'", cells[0], "' is no ISO 3166-2 code; write it as in ML-7"));
    if (!all.empty() && all.rbegin()->first >= cells[0])
      return fail(cells[0], "the codes must be sorted as text, each once");
    if (cells[4].empty()) return fail(cells[4], "write the reason, why this is not left to CLDR");
    all[std::string{cells[0]}] = {file.at(cells[0]), std::string{cells[1]}, std::string{cells[2]},
                                  words(cells[3])};
  });
  return all;
}

// ---- Both together

class compilation {
 public:
  compilation(const fs::path& packages, const fs::path& folder, diagnostics& found)
      : core_(packages / "cldr-core/package.json", found),
        codes_(packages / "cldr-core/supplemental/codeMappings.json", found),
        aliases_(packages / "cldr-core/supplemental/aliases.json", found),
        containment_(packages / "cldr-core/supplemental/subdivisionContainment.json", found),
        localenames_(packages / "cldr-localenames-full/package.json", found),
        english_(packages / "cldr-localenames-full/main/en/territories.json", found),
        dutch_(packages / "cldr-localenames-full/main/nl/territories.json", found),
        subdivisions_(packages / "cldr-subdivisions-full/package.json", found),
        names_(packages / "cldr-subdivisions-full/subdivisions/en/en.json", found),
        authored_(read_authored(folder, found)),
        found_(found) {}

  std::vector<baked_file> run() {
    read_version();
    read_countries();
    read_regions();
    read_withdrawn();
    if (found_.failed()) return {};
    merge_authored();
    check_names();
    check_successors();
    return {{"iso-3166-1.tsv", countries_text()},
            {"iso-3166-2.tsv", regions_text()},
            {"withdrawn.tsv", withdrawn_text()}};
  }

 private:
  struct region {
    std::string name, kind, parent;
  };

  // ---- Reading

  void read_version() {
    for (package_file* package : {&core_, &localenames_, &subdivisions_}) {
      const std::string here = text(package->all(), "version");
      const bool plain = !here.empty() && std::ranges::all_of(here, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == '-';
      });
      if (!plain)
        package->fail("there is no 'version' as in 48.2.0 in this file; unpack the package again");
      else if (version_.empty())
        version_ = here;
      else if (here != version_)
        package->fail(cat("this is version ", here, ", and another package has ", version_,
                          "; install one version of all"));
    }
  }

  /// The countries to which ISO 3166-1 assigns a code: those with a number of the United Nations
  /// that is not of the past. From 900 on, numbers are CLDR's own.
  void read_countries() {
    const json& former = aliases_.object({"supplemental", "metadata", "alias", "territoryAlias"});
    const json& en = english_.object({"main", "en", "localeDisplayNames", "territories"});
    const json& nl = dutch_.object({"main", "nl", "localeDisplayNames", "territories"});
    for (const auto& [code, known] : codes_.object({"supplemental", "codeMappings"}).items()) {
      const std::string number = text(known, "_numeric");
      if (!is_country(code) || number.empty() || number >= "900" || former.contains(code)) continue;
      countries_[code] = {code, text(en, code), text(nl, code)};
      for (package_file* names : {&english_, &dutch_})
        if (!is_plain_name(names == &english_ ? countries_[code].en : countries_[code].nl))
          names->fail(cat("there is no name of '", code, "' in this file that a table can have"));
    }
  }

  void read_regions() {
    for (const auto& [whole, parts] :
         containment_.object({"supplemental", "subdivisionContainment"}).items()) {
      const std::string parent = is_country(whole) ? "" : iso(whole, containment_).value_or("");
      const json& contained = part(parts, "_contains");
      if (!contained.is_array())
        containment_.fail(cat("'", whole, "' has no list '_contains'; unpack the package again"));
      for (const json& each : contained)
        if (const auto code = iso(each.is_string() ? each.get<std::string>() : "", containment_))
          if (!regions_.insert({*code, {.name = "", .kind = "", .parent = parent}}).second)
            containment_.fail(cat("'", *code, "' stands in two regions or countries"));
    }
  }

  /// Withdrawn is what CLDR replaces or still names, and has in no country.
  void read_withdrawn() {
    const json& territories =
        part(part(part(part(english_.all(), "main"), "en"), "localeDisplayNames"), "territories");
    for (const auto& [old, alias] :
         aliases_.object({"supplemental", "metadata", "alias", "subdivisionAlias"}).items()) {
      const std::optional<std::string> code = iso(old, aliases_);
      if (!code) continue;
      const std::vector<std::string> replacements = words(text(alias, "_replacement"));
      if (const auto of_today = regions_.find(*code); of_today != regions_.end()) {
        // ISO has a code for it as a region and one as a territory; CLDR names it by the latter.
        if (!replacements.empty()) of_today->second.name = text(territories, replacements.front());
        continue;
      }
      for (const std::string& each : replacements)
        withdrawn_[*code].push_back(is_country(each) ? each : iso(each, aliases_).value_or(each));
    }
    for (const auto& [code_of_cldr, name] :
         names_.object({"subdivisions", "localeDisplayNames", "subdivisions"}).items())
      if (const std::optional<std::string> code = iso(code_of_cldr, names_)) {
        if (const auto of_today = regions_.find(*code); of_today == regions_.end())
          withdrawn_.insert({*code, {}});
        else if (name.is_string())
          of_today->second.name = without_digit(name.get<std::string>());
      }
  }

  /// A code of CLDR as ISO 3166-2 writes it; nothing where it is of no country, and an error where
  /// it has another form.
  std::optional<std::string> iso(const std::string& of_cldr, package_file& in) const {
    if (is_unknown(of_cldr)) return std::nullopt;
    std::optional<std::string> code = iso_code(of_cldr);
    if (!code) in.fail(cat("'", of_cldr, "' is no code of a region; CLDR writes them as in ml7"));
    if (code && !countries_.contains(code->substr(0, 2))) code.reset();
    return code;
  }

  // ---- Merging

  void merge_authored() {
    for (const auto& [code, line] : authored_) {
      const auto fail = [&, at = line.at](std::string sentence) {
        found_.error(at, std::move(sentence), "authored-line");
      };
      if (line.successors == never_withdrawn) {
        if (withdrawn_.erase(code) == 0)
          fail(cat("'", code, "' is not withdrawn; remove this line"));
        continue;
      }
      const bool is_region = regions_.contains(code) || !line.name.empty();
      if (is_region && !line.successors.empty())
        fail(cat("'", code, "' is a region of today, and has no successor"));
      else if (!is_region && !line.kind.empty())
        fail(cat("'", code, "' is no region of today; write its name to have it as one"));
      else if (!is_region)
        withdrawn_[code] = line.successors;
      else {
        withdrawn_.erase(code);
        region& merged = regions_[code];
        if (!line.name.empty()) merged.name = line.name;
        merged.kind = line.kind;
        if (!merged.kind.empty() && !is_plain_name(merged.kind))
          fail("the kind has a blank too many, or holds what could end a C++ literal");
      }
    }
  }

  void check_names() {
    for (const auto& [code, each] : regions_)
      if (!is_plain_name(each.name)) {
        const auto line = authored_.find(code);
        const std::string sentence = cat("there is no name of '", code,
                                         "' that a table can have; write one in authored.tsv");
        if (line != authored_.end() && !line->second.name.empty())
          found_.error(line->second.at, sentence, "authored-line");
        else
          names_.fail(sentence);
      }
  }

  void check_successors() {
    for (const auto& [code, successors] : withdrawn_)
      for (const std::string& each : successors) {
        if (regions_.contains(each) || withdrawn_.contains(each) || countries_.contains(each))
          continue;
        const auto line = authored_.find(code);
        const std::string sentence = cat(
            "the successor '", each, "' of '", code, "' is no region of today, no country, and ",
            "not withdrawn; write in authored.tsv which it is, or none");
        if (line != authored_.end())
          found_.error(line->second.at, sentence, "authored-line");
        else
          aliases_.fail(sentence);
      }
  }

  // ---- Writing

  std::string made_from(const char* packages) const {
    return cat("# Made by `ambitc gazetteer` from Unicode CLDR ", version_, " (npm packages ",
               packages, ";\n# licence Unicode-3.0, see UNICODE-LICENSE). Do not edit.\n");
  }

  std::string countries_text() const {
    std::string all = cat(
        "# Countries by ISO 3166-1 code: code, English name, Dutch name; separated by tabs, sorted "
        "by code.\n",
        made_from("cldr-core, cldr-localenames-full"));
    for (const auto& [code, each] : countries_)
      all += cat(code, "\t", each.en, "\t", each.nl, "\n");
    return all;
  }

  std::string regions_text() const {
    std::string all =
        cat("# Regions by ISO 3166-2 code: code, name, kind, parent; separated by tabs, sorted by "
            "code.\n# The parent is the region in which it lies: empty, where directly in its "
            "country. An empty kind is not known.\n",
            made_from("cldr-core, cldr-subdivisions-full, cldr-localenames-full"),
            "# What differs from CLDR, and all kinds: see authored.tsv.\n# Edition: CLDR ",
            version_, "\n");
    for (const auto& [code, each] : regions_)
      all += cat(code, "\t", each.name, "\t", each.kind, "\t", each.parent, "\n");
    return all;
  }

  std::string withdrawn_text() const {
    std::string all = cat(
        "# Codes that ISO 3166-2 had in earlier editions: code, successors; separated by a tab, "
        "sorted by code.\n# Between successors stands a blank; without any, none is known.\n",
        made_from("cldr-core, cldr-subdivisions-full"),
        "# What differs from CLDR: see authored.tsv.\n");
    for (const auto& [code, successors] : withdrawn_)
      all += cat(code, "\t", join(successors, " "), "\n");
    return all;
  }

  package_file core_, codes_, aliases_, containment_, localenames_, english_, dutch_, subdivisions_,
      names_;
  authored_lines authored_;
  diagnostics& found_;

  // By code, which is the order of the files.
  std::string version_;
  std::map<std::string, country> countries_;
  std::map<std::string, region> regions_;
  std::map<std::string, std::vector<std::string>> withdrawn_;
};

}  // namespace

std::vector<baked_file> gazetteer_of_cldr(const fs::path& packages, const fs::path& authored,
                                          diagnostics& found) {
  std::vector<baked_file> files = compilation(packages, authored, found).run();
  if (found.failed()) return files;
  // What is written can be read.
  std::map<std::string, std::string> texts;
  for (const baked_file& each : files) texts[each.name] = each.text;
  gazetteer::read(texts, authored.generic_string(), found);
  return files;
}

void check_gazetteer(const std::vector<baked_file>& files, const fs::path& folder,
                     diagnostics& found) {
  for (const baked_file& file : files) {
    std::string reason;
    const std::optional<std::string> there = read_text(folder / file.name, reason, largest_source);
    const place at{(folder / file.name).generic_string()};
    if (!there)
      found.error(at, reason, "unreadable-file");
    else if (*there != file.text)
      found.error(at, "this is not what the packages say; make the gazetteer again",
                  "stale-gazetteer");
  }
}

}  // namespace ambitc
