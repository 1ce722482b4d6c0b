// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"

#include <ambit/detail/fold.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ambitc {

/// What the characters of names become when names are compared: folding.tsv of a gazetteer, in the
/// form in which the headers read it (ambit::detail::folding).
class folding {
 public:
  /// Reads `folding.tsv` of a folder; everything wrong is in `found`.
  static folding read(const std::filesystem::path& folder, const std::string& shown,
                      diagnostics& found);

  ambit::row_span<std::uint8_t> ascii() const noexcept { return {ascii_.data(), ascii_.size()}; }
  ambit::row_span<std::uint16_t> latin() const noexcept { return {latin_.data(), latin_.size()}; }
  ambit::row_span<std::uint16_t> additional() const noexcept {
    return {additional_.data(), additional_.size()};
  }
  ambit::row_span<std::uint16_t> others() const noexcept {
    return {others_.data(), others_.size()};
  }

 private:
  folding();

  std::vector<std::uint8_t> ascii_;
  std::vector<std::uint16_t> latin_, additional_, others_;
};

/// A name as the headers compare it; empty if they do not.
std::string comparable(std::string_view name);

}  // namespace ambitc
