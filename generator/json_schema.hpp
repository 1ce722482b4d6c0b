// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

namespace ambitc {

// The source format as JSON Schemas, for editors that complete and check TOML by one.

/// That of a policy file.
std::string policy_schema();
/// That of a file of scenarios.
std::string scenarios_schema();

}  // namespace ambitc
