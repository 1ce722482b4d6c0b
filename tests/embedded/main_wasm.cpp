// SPDX-License-Identifier: BSL-1.0
#include "cases.hpp"

#include <cstddef>

// The one function that the module takes from outside: it is told where in the memory a text is.
extern "C" [[clang::import_module("host"), clang::import_name("put")]] void host_put(
    const char* text, std::size_t size);

void put(std::string_view text) noexcept {
  host_put(text.data(), text.size());
}

extern "C" [[clang::export_name("run")]] void run() {
  answer_cases();
}
