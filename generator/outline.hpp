// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <string>
#include <string_view>

namespace ambitc {

/// The longest line of a source, in bytes. A source is made to be read; and a key of thousands of
/// parts, which has to stand on one line, would exhaust the stack of the TOML parser.
inline constexpr std::size_t longest_line = 8192;

/// Looks over the outline of a TOML text (its strings, comments and table headers) for what
/// toml++ 3.3 answers with an abort or undefined behaviour instead of an error: headers without a
/// name, characters beyond ASCII outside of quotes, brackets that close others or nothing, endless
/// keys. Everything else is left to the parser.
bool check_outline(std::string_view toml, const std::string& shown, diagnostics& found);

/// The place of a byte of a text; columns count characters, as editors do.
place place_of(std::string_view text, std::size_t offset, const std::string& shown);

}  // namespace ambitc
