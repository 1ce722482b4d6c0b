// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "header.hpp"
#include "image.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ambitc {

/// The tables of some policies as C++: one header each, and atlas.hpp over all, which also knows
/// `countries`. The same input gives the same bytes: no clock, path, locale or address has a part
/// in it. `cpp_namespace`: where the tables stand, as in ambit::tables.
std::vector<baked_file> bake(const std::vector<image>& policies, std::span<const country> countries,
                             const std::string& cpp_namespace);

/// The names of these files, without making them: `policies` need not be resolved.
std::vector<std::string> names_of_tables(const std::vector<policy_source>& policies);

/// Writes files into a folder, all or none: each is written beside its place under another name,
/// then all are renamed. A file that already has these bytes is left untouched; what an earlier
/// call left that was killed is removed. Errors are in `found`.
void write_files(const std::vector<baked_file>& files, const std::filesystem::path& folder,
                 diagnostics& found);

/// Notes each generated table of a folder that is none of `files`: a glob would still take it up.
void note_leftovers(const std::vector<baked_file>& files, const std::filesystem::path& folder,
                    diagnostics& found);

/// Removes the generated tables of a folder that are none of `files`, and nothing else. Errors are
/// in `found`.
void remove_leftovers(const std::vector<baked_file>& files, const std::filesystem::path& folder,
                      diagnostics& found);

/// Checks that a folder has exactly these generated files, with these bytes. Errors are in `found`.
void check_files(const std::vector<baked_file>& files, const std::filesystem::path& folder,
                 diagnostics& found);

}  // namespace ambitc
