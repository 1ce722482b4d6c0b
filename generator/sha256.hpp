// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace ambitc {

/// The SHA-256 digest of some bytes, as 64 small hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace ambitc
