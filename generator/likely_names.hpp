// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ambitc {

/// Those of some names of regions that a text is a likely typing error of: as many words, none of
/// them another word (a word of 4 to 7 letters has one wrong, a longer one two, a shorter one
/// none). The nearest, and all that are as near; none where more than two are. Another region's
/// name is worse than none.
std::vector<std::string> likely_names(std::string_view typed, std::span<const std::string> names);

}  // namespace ambitc
