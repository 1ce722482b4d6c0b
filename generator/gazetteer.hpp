// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <ambit/region.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ambitc {

/// One subdivision of a country.
struct subdivision {
  ambit::region code;
  std::string name;
};

/// The subdivisions of countries, by ISO 3166-2 code.
class gazetteer {
 public:
  /// Reads `iso-3166-2.tsv` of a folder: code, name and kind, separated by tabs, sorted by code.
  static gazetteer read(const std::filesystem::path& folder, const std::string& shown,
                        diagnostics& found);

  /// The subdivisions of a country (two capitals), sorted by code.
  std::vector<subdivision> of(std::string_view country) const;

 private:
  std::vector<subdivision> all_;
};

}  // namespace ambitc
