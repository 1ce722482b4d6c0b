// SPDX-License-Identifier: BSL-1.0
#include "cases.hpp"

#include "board.hpp"

void put(std::string_view text) noexcept {
  board::put(text);
}

int board::run() noexcept {
  answer_cases();
  return 0;
}
