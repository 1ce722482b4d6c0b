// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ambitc {

/// One line of a text in columns, with the place of each.
struct tsv_row {
  std::vector<std::string_view> cells;
  std::string_view text;  ///< the whole of which the cells are parts
  const std::string& file;

  place at(std::size_t cell = 0) const;
};

/// Whether a text can be a name for people in a table and in this form: not empty, on one line,
/// single blanks, no hidden character, nothing that could end a C++ literal.
bool is_plain_name(std::string_view text);

enum class if_missing { error, nothing };

/// Calls `visit` for each line of a file whose columns are separated by tabs; empty lines and those
/// that begin with '#' are none. A file that cannot be read is an error, or has no line.
void for_each_row(const std::filesystem::path& file, const std::string& shown, if_missing missing,
                  diagnostics& found, const std::function<void(const tsv_row&)>& visit);

}  // namespace ambitc
