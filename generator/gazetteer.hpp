// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <ambit/region.hpp>

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ambitc {

/// One subdivision of a country.
struct subdivision {
  ambit::region code;
  std::string name;
  std::string kind;        ///< as in "region"; empty where it is not known
  ambit::region parent{};  ///< the subdivision in which it lies; none where directly in its country
};

/// A code that ISO 3166-2 had in an earlier edition.
struct withdrawn_code {
  ambit::region code;
  std::vector<std::string> successors;  ///< codes of subdivisions or countries; none if not known
};

/// A country by its ISO 3166-1 code, two capitals, with its name in both languages.
struct country {
  std::string code, en, nl;
};

/// Whether a text has the form of an ISO 3166-1 code.
bool is_country(std::string_view text);

/// The countries and their subdivisions, by ISO 3166 code.
class gazetteer {
 public:
  /// Reads the files of a folder: `iso-3166-2.tsv`, and `withdrawn.tsv` and `iso-3166-1.tsv` if
  /// they are there; nothing is known of what a missing one would list.
  static gazetteer read(const std::filesystem::path& folder, const std::string& shown,
                        diagnostics& found);
  /// The same from texts by the name of their file.
  static gazetteer read(const std::map<std::string, std::string>& files, const std::string& shown,
                        diagnostics& found);

  /// The subdivisions of a country, sorted by code.
  std::span<const subdivision> of(std::string_view country) const;
  /// The subdivisions of all countries, sorted by code.
  std::span<const subdivision> all() const { return all_; }
  /// The withdrawn code; null if it is none that is known.
  const withdrawn_code* withdrawn(ambit::region code) const;
  /// All withdrawn codes, sorted.
  std::span<const withdrawn_code> withdrawn() const { return withdrawn_; }
  /// Which edition of the codes it has, as the file says; empty if it does not.
  const std::string& edition() const { return edition_; }
  /// All countries, sorted by code.
  std::span<const country> countries() const { return countries_; }
  /// Whether a code is that of a country, as far as countries are known.
  bool may_be_country(std::string_view code) const;

 private:
  const subdivision* find(ambit::region code) const;

  // Each reads one file, and checks it against what was read before, in this order.
  void read_countries(const std::string& text, const std::string& shown, diagnostics& found);
  void read_subdivisions(const std::string& text, const std::string& shown, diagnostics& found);
  void read_withdrawn(const std::string& text, const std::string& shown, diagnostics& found);

  std::string edition_;
  std::vector<subdivision> all_;
  std::vector<withdrawn_code> withdrawn_;
  std::vector<country> countries_;
};

}  // namespace ambitc
