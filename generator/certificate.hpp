// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "image.hpp"

#include <array>

namespace ambitc {

/// What a table answers, counted over all of it: for the reviewer's file.
struct certificate {
  std::size_t regions = 0;
  std::size_t editions = 0;
  std::size_t advice_sets = 0;
  std::size_t periods = 0;  ///< of all regions, measures, editions and sets of advices
  std::array<std::size_t, ambit::count<ambit::status>()> answers{};  ///< periods of each status
  bool total = true;  ///< every day is in exactly one period, and has one answer for everyone
};

/// Goes through the timeline of every region, measure, edition and set of advices.
certificate certify(const image& of);

/// The certificate in words, two lines.
std::string to_text(const certificate& of);

}  // namespace ambitc
