// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <ambit/region.hpp>

#include <filesystem>
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
  ambit::region parent{};  ///< the subdivision in which it lies; none directly in its country
};

/// A country by its ISO 3166-1 code, two capitals.
struct country {
  std::string code, en, nl;
};

/// Whether a text has the form of an ISO 3166-1 code.
bool is_country(std::string_view text);

/// The countries and their subdivisions, by ISO 3166 code.
class gazetteer {
 public:
  /// Reads the files of a folder: `iso-3166-2.tsv`, and `iso-3166-1.tsv` if it is there. Everything
  /// wrong is in `found`.
  static gazetteer read(const std::filesystem::path& folder, const std::string& shown,
                        diagnostics& found);

  /// The subdivisions of a country, sorted by code.
  std::span<const subdivision> of(std::string_view country) const;
  /// The subdivisions of all countries, sorted by code.
  std::span<const subdivision> all() const { return all_; }
  /// All countries, sorted by code; none where no file lists them.
  std::span<const country> countries() const { return countries_; }

 private:
  std::vector<subdivision> all_;
  std::vector<country> countries_;
};

}  // namespace ambitc
