// SPDX-License-Identifier: BSL-1.0

// The virtual RISC-V machine, as `qemu-system-riscv32 -M virt -bios none` has it, and the same with
// 64 bits: reset, serial line, and the end of the run.

#include "board.hpp"

#include <cstdint>

namespace {

/// The serial line, an NS16550: one register a byte.
volatile std::uint8_t& uart(std::uintptr_t at) noexcept {
  return *reinterpret_cast<volatile std::uint8_t*>(0x1000'0000 + at);
}
constexpr std::uintptr_t data = 0, line_status = 5;
constexpr std::uint8_t received = 0x01, may_send = 0x20;  // of `line_status`

/// The device with which the emulator ends; the status is above its word for a failure.
[[noreturn]] void end_of_run(std::uint32_t status) noexcept {
  *reinterpret_cast<volatile std::uint32_t*>(0x10'0000) =
      status == 0 ? 0x5555 : status << 16 | 0x3333;
  for (;;) {
  }
}

}  // namespace

extern "C" {

[[noreturn, gnu::used]] void after_reset() noexcept {
  end_of_run(static_cast<std::uint32_t>(board::run()));
}

[[noreturn, gnu::used]] void fault() noexcept {
  end_of_run(99);
}

}  // extern "C"

// All that must come before the first function: a stack, and where exceptions go.
asm(R"(
  .section .vectors, "ax"
  .globl at_reset
at_reset:
  la sp, stack_end
  .option arch, +zicsr
  la t0, at_fault
  csrw mtvec, t0
  j after_reset
  .balign 4
at_fault:
  j fault
)");

void board::put(std::string_view text) noexcept {
  for (const char c : text) {
    while ((uart(line_status) & may_send) == 0) {
    }
    uart(data) = static_cast<std::uint8_t>(c);
  }
}

char board::get() noexcept {
  while ((uart(line_status) & received) == 0) {
  }
  return static_cast<char>(uart(data));
}
