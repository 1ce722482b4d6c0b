// SPDX-License-Identifier: BSL-1.0
#pragma once

// The only place a version is written; CMake reads it from here.

#define AMBIT_VERSION "0.1.0"

namespace ambit::inline v1 {

/// Version of the table format. A generated table asserts that it was baked for this one.
inline constexpr int format_version = 7;

}  // namespace ambit::inline v1
