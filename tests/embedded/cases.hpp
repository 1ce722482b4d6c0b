// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

/// Where the cases write; each target has its own.
void put(std::string_view text) noexcept;

/// Asks the shipped policies, and writes each answer as a line of text. The same on every target.
void answer_cases() noexcept;
