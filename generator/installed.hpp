// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <filesystem>

namespace ambitc {

/// The file of the program that runs: what `link` of the system leads to, else the path by which it
/// was called. Empty if neither is known.
std::filesystem::path running_program(const std::filesystem::path& link = "/proc/self/exe");

/// The gazetteer of policies that are given none by name: the folder `gazetteer` beside them, else
/// the one that is installed with this program. If neither is there, a note in `found` says where
/// both would be.
std::filesystem::path gazetteer_of(const std::filesystem::path& policies, diagnostics& found);

}  // namespace ambitc
