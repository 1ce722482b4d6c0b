// SPDX-License-Identifier: BSL-1.0

// Arm MPS2 with a Cortex-M4 (AN386), as `qemu-system-arm -M mps2-an386` has it: vectors, serial
// line, and the end of the run. There is nothing to copy and nothing to clear before `run`: the
// linker script refuses a program with initial values, and stacks need none.

#include "board.hpp"

#include <cstdint>

namespace {

/// The first serial line, a CMSDK UART.
struct uart_registers {
  std::uint32_t data, state, control, interrupts, divider;
};
uart_registers volatile& uart() noexcept {
  return *reinterpret_cast<uart_registers volatile*>(0x4000'4000);
}
constexpr std::uint32_t sending = 1, received = 2;  // of `state`
constexpr std::uint32_t enabled = 3;                // of `control`: both directions

/// Ends the emulator by a semihosting call; on a real board, a debugger stops here.
[[noreturn]] void end_of_run(std::uint32_t status) noexcept {
  const std::uint32_t reason_and_status[] = {0x20026, status};  // application exit
  register std::uint32_t operation asm("r0") = 0x20;            // SYS_EXIT_EXTENDED
  register const std::uint32_t* block asm("r1") = reason_and_status;
  asm volatile("bkpt 0xab" : : "r"(operation), "r"(block) : "memory");
  for (;;) {
  }
}

void reset() noexcept;
void fault() noexcept {
  end_of_run(99);
}

}  // namespace

extern "C" char stack_end[];  // of the linker script

namespace {

/// The stack, reset and the exceptions up to the system timer, all but the first unexpected.
struct vectors {
  const char* stack;
  void (*handlers[15])() noexcept;
};
[[gnu::used, gnu::section(".vectors")]] const vectors at_address_0{
    stack_end,
    {reset, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault,
     fault, fault}};

void reset() noexcept {
  uart().divider = 16;
  uart().control = enabled;
  end_of_run(static_cast<std::uint32_t>(board::run()));
}

}  // namespace

void board::put(std::string_view text) noexcept {
  for (const char c : text) {
    while ((uart().state & sending) != 0) {
    }
    uart().data = static_cast<unsigned char>(c);
  }
}

char board::get() noexcept {
  while ((uart().state & received) == 0) {
  }
  return static_cast<char>(uart().data);
}
