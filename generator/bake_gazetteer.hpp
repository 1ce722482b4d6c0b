// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "bake.hpp"
#include "folding.hpp"

namespace ambitc {

/// The gazetteer as C++: gazetteer.hpp with the codes, gazetteer_compact.hpp with the codes in
/// small room, gazetteer_names.hpp with the names, and folding.hpp by which names are compared.
/// What the headers cannot hold is in `found`.
std::vector<baked_file> bake_gazetteer(const gazetteer& of, const folding& by,
                                       const std::string& cpp_namespace, diagnostics& found);

}  // namespace ambitc
