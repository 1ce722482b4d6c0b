// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>

#include <optional>
#include <string>
#include <vector>

// What a command line that ambitc does not understand was meant to be.

namespace ambitc {

/// The arguments as CLI11 takes them, in order: `help` and `help COMMAND`, `version` and `-V`
/// become the options that say the same.
std::vector<std::string> with_usual_words(const std::vector<std::string>& arguments);

/// A sentence where the first argument is neither a command nor an option of `app`.
std::optional<std::string> unknown_command(const CLI::App& app,
                                           const std::vector<std::string>& arguments);

/// The sentence for a command line on which CLI11 gave up: what is wrong, and what was meant.
std::string what_is_wrong(const CLI::App& app, const CLI::ParseError& error);

}  // namespace ambitc
