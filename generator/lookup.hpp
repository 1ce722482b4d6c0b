// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "ask.hpp"
#include "image.hpp"

#include <ambit/classify.hpp>

namespace ambitc {

/// What the table answers to a question of the command line; `ask` says what the rules do.
inline ambit::answer<shown_image> look_up(const image& of, const asked& question) {
  const shown_image shown{&of};
  std::uint32_t assumed = 0;
  for (const std::size_t advice : question.assuming) assumed |= std::uint32_t{1} << advice;
  return ambit::classify(shown, question.region, question.on,
                         {.known = question.known,
                          .assuming = ambit::assumption<shown_image>::of(shown, assumed).advices,
                          .assume_unchanged = question.assume_unchanged});
}

}  // namespace ambitc
