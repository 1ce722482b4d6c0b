// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "records.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ambitc {

/// The largest policy or gazetteer, in bytes.
inline constexpr std::uintmax_t largest_source = std::uintmax_t{4} << 20;

/// The bytes of a file. Nothing, and why in `reason`, for what is no regular file, cannot be read
/// or has more than `most` bytes.
std::optional<std::string> read_file(const std::filesystem::path& file, std::string& reason,
                                     std::uintmax_t most);

/// The text of a file: the same, whatever its line ends (LF, CRLF or CR, the last one or none), and
/// whether or not it begins with a byte-order mark.
std::optional<std::string> read_text(const std::filesystem::path& file, std::string& reason,
                                     std::uintmax_t most);

/// Whether `text` is UTF-8 without hidden characters; an error where it is not.
bool check_characters(std::string_view text, const std::string& shown, diagnostics& found);

/// Reads a policy from its TOML. Everything that one file can show on its own is checked: syntax,
/// keys, types and forms. What was not readable stays at its default, with an error for each.
document read_document(std::string_view toml, const std::string& shown, diagnostics& found);

/// The same for the questions of a policy with the answers that are expected.
scenarios read_scenarios(std::string_view toml, const std::string& shown, diagnostics& found);

}  // namespace ambitc
