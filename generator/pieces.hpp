// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "bake.hpp"

#include <span>
#include <string>
#include <string_view>

namespace ambitc {

/// A text in UTF-8 as ambit::packed_text reads it, without the NUL at its end: in the fewest bytes
/// that the pieces of ambit/tables/pieces.hpp allow.
std::string packed(std::string_view text);

/// That header with pieces chosen anew, for texts like these. Tables that were packed with other
/// pieces do not compile beside it.
baked_file bake_pieces(std::span<const std::string> texts);

/// The same with the pieces by which `packed` packs.
baked_file pieces_in_use();

}  // namespace ambitc
