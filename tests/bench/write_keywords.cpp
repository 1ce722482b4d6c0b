// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/gazetteer.hpp>

#include <cstdio>

// The codes of all regions as gperf takes them.

int main() {
  std::puts(
      "%{\n#include <cstring>\n%}\n%define lookup-function-name find\n%define class-name "
      "gperf_codes\n%readonly-tables\n"
      "%compare-strncmp\n%enum\n%language=C++\n%%");
  for (const std::uint64_t slot : ambit::tables::gazetteer.slots()) {
    const ambit::region_text code = to_text(ambit::detail::region_of_slot(slot));
    if (slot != ambit::detail::empty_slot)
      std::printf("%.*s\n", static_cast<int>(code.size), code.characters);
  }
}
