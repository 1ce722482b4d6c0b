// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "files.hpp"

#include "load.hpp"
#include "resolve.hpp"

#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>

// What the tests of the generator share: the shipped policies, policies written in a test, and a
// folder for them.

namespace fixture {

namespace fs = std::filesystem;
using files::read;
using files::temporary_folder;

inline const fs::path root = AMBIT_ROOT;

/// Policies with all their answers worked out.
struct policies {
  std::vector<ambitc::policy_source> sources;
  std::vector<ambitc::image> images;
};

/// The policies of a folder; what is wrong with them is in `errors` (empty if nothing is).
inline policies load(const fs::path& folder, std::string& errors) {
  policies all;
  ambitc::diagnostics found;
  all.sources = ambitc::load(folder, {}, found).policies;
  if (!found.failed())
    for (const ambitc::policy_source& policy : all.sources) {
      all.images.push_back(ambitc::to_rows(policy));
      ambitc::resolve(all.images.back(), found);
    }
  std::ostringstream printed;
  if (found.failed()) found.print(printed);
  errors = printed.str();
  return all;
}

inline policies load(const fs::path& folder) {
  std::string errors;
  policies all = load(folder, errors);
  if (!errors.empty()) throw std::runtime_error(errors);
  return all;
}

/// A small country with three regions, and a policy on it: `more` is the rest of its file. Three
/// documents are there to cite: `first` of 2020-01-01, `second` of 2021-01-01, `third` of
/// 2022-01-01.
inline policies policy(const std::string& more, std::string& errors,
                       const std::string& begins = "{ by = 2020-01-01 }") {
  std::string sources;
  for (const char* source : {"first 2020", "second 2021", "third 2022"}) {
    const std::string id{source, std::string_view{source}.find(' ')};
    const std::string year{source + id.size() + 1};
    sources += "[[source]]\nid = \"" + id + "\"\nkind = \"circular\"\npublished = " + year +
               "-01-01\nlanguage = \"en\"\nreference = \"" + id + "\"\ntitle = { en = \"" + id +
               "\", nl = \"" + id + "\" }\n";
  }
  temporary_folder folder;
  folder.write("gazetteer/iso-3166-2.tsv",
               "XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\nXX-C\tGamma\tregion\n");
  folder.write("nl/xx.toml",
               "[policy]\nid = \"nl-xx\"\njurisdiction = \"NL\"\ncountry = \"XX\"\n"
               "title = { en = \"Policy on X\", nl = \"Beleid over X\" }\nhorizon = 2023-01-01\n"
               "begins = " +
                   begins + "\ncite = [" +
                   "{ source = \"first\", at = \"1\", terms = [\"policy\"] }," +
                   "{ source = \"second\", at = \"1\", terms = [\"policy\"] }]\n" + sources + more);
  return load(folder.path(), errors);
}

inline policies policy(const std::string& more, const std::string& begins = "{ by = 2020-01-01 }") {
  std::string errors;
  policies all = policy(more, errors, begins);
  if (!errors.empty()) throw std::runtime_error(errors);
  return all;
}

/// A rule of such a policy, on indiscriminate violence unless told otherwise. `cited` names one or
/// more of the documents, separated by blanks; `more` is what else the rule has.
inline std::string rule(const std::string& id, const std::string& area, const std::string& more,
                        const std::string& cited = "first",
                        const std::string& effect = "designates",
                        const std::string& measure = "indiscriminate_violence") {
  std::string cites;
  std::istringstream documents(cited);
  for (std::string document; documents >> document;)
    cites += "{ source = \"" + document + "\", at = \"1\", terms = [\"rule\"] },";
  return "[[rule]]\nid = \"" + id + "\"\ntitle = { en = \"" + id + "\", nl = \"" + id +
         "\" }\nmeasure = \"" + measure + "\"\neffect = \"" + effect + "\"\narea = { " + area +
         " }\ncite = [" + cites + "]\n" + more + "\n";
}

}  // namespace fixture
