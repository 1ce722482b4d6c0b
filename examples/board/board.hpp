// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

// What the programs in this repository ask of a machine without an operating system: a serial line,
// and an end. One file a machine; each also has what runs after reset and calls `run`.

namespace board {

/// Sends to the serial line; returns when the last byte is on its way.
void put(std::string_view text) noexcept;

/// The next byte of the serial line; waits for it.
char get() noexcept;

/// The program: each one defines it. Its result is the exit status of the emulator.
int run() noexcept;

}  // namespace board
