// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "bake.hpp"
#include "diagnostics.hpp"

#include <filesystem>
#include <vector>

namespace ambitc {

/// The files of the gazetteer, made from unpacked npm packages of Unicode CLDR (cldr-core,
/// cldr-localenames-full and cldr-subdivisions-full, all of one version) and from the
/// `authored.tsv` of a folder, if it is there. Everything wrong is in `found`; then nothing must be
/// written.
std::vector<baked_file> gazetteer_of_cldr(const std::filesystem::path& packages,
                                          const std::filesystem::path& authored,
                                          diagnostics& found);

/// Checks that a folder has these files, with these bytes. Errors are in `found`.
void check_gazetteer(const std::vector<baked_file>& files, const std::filesystem::path& folder,
                     diagnostics& found);

}  // namespace ambitc
