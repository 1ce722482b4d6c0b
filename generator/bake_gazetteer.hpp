// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "bake.hpp"
#include "folding.hpp"

#include <array>

namespace ambitc {

/// The files that bake_gazetteer makes.
inline constexpr std::array<std::string_view, 4> names_of_gazetteer_tables{
    "folding.hpp", "gazetteer.hpp", "gazetteer_compact.hpp", "gazetteer_names.hpp"};

/// The gazetteer as C++: gazetteer.hpp with the codes, gazetteer_compact.hpp with the codes in
/// small room, gazetteer_names.hpp with the names, and folding.hpp by which names are compared.
/// What the headers cannot hold is in `found`.
std::vector<baked_file> bake_gazetteer(const gazetteer& of, const folding& by,
                                       const std::string& cpp_namespace, diagnostics& found);

}  // namespace ambitc
