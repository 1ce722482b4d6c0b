// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace ambitc {

/// A text whose lines have columns separated by tabs. Empty lines and those that begin with '#' are
/// none. The text must outlive it.
class tsv {
 public:
  /// `shown`: the name of the file in messages.
  tsv(std::string_view text, std::string shown) : text_(text), shown_(std::move(shown)) {}

  using cells = std::span<const std::string_view>;
  void for_each_line(const std::function<void(cells)>& visit) const;

  /// Where one of its cells stands.
  place at(std::string_view cell) const;

 private:
  std::string_view text_;
  std::string shown_;
};

/// Whether a text can be the name of something in a table: not empty, single blanks and none at its
/// ends, nothing that could end a C++ literal, no hidden character.
bool is_plain_name(std::string_view text);

}  // namespace ambitc
