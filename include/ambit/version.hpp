// SPDX-License-Identifier: BSL-1.0
#pragma once

// The only place a version is written; CMake reads it from here. Every header includes it before
// anything that only C++20 can read.

#if __cplusplus < 202002L && (!defined _MSVC_LANG || _MSVC_LANG < 202002L)
#error "ambit needs C++20: compile with -std=c++20 or later"
#include <ambit/nothing_more_can_be_said_without_c++20>  // ends it here: no such file
#endif

#define AMBIT_VERSION "0.1.0"

namespace ambit::inline v8 {

/// Version of the table format. A generated table asserts that it was baked for this one. All names
/// of the library stand in an inline namespace of that number, v8: what was compiled with headers
/// of another format has other names, and no linker takes the one for the other.
inline constexpr int format_version = 8;

}  // namespace ambit::inline v8
