// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

namespace ambitc {

/// The source format as a JSON Schema, for editors that complete and check TOML by one.
std::string json_schema();

}  // namespace ambitc
