// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/gazetteer_names.hpp>

#include <cstdio>
#include <string_view>

// The codes or the folded names of all regions, as gperf takes them; its class is named gperf_codes
// or gperf_names.

int main(int count, char** arguments) {
  using ambit::tables::gazetteer_names;
  if (count != 2) return 2;
  const std::string_view which = arguments[1];
  std::printf(
      "%%{\n#include <cstring>\n%%}\n%%define lookup-function-name find\n%%define class-name "
      "gperf_%s\n%%readonly-tables\n"
      "%%compare-strncmp\n%%enum\n%%language=C++\n%%%%\n",
      arguments[1]);
  if (which == "codes") {
    for (const std::uint64_t slot : gazetteer_names.code_slots()) {
      const ambit::region_text code = to_text(ambit::detail::region_of_slot(slot));
      if (slot != ambit::detail::empty_slot)
        std::printf("%.*s\n", static_cast<int>(code.size()), code.data());
    }
  } else {
    for (const std::uint64_t bits : gazetteer_names.name_slots()) {
      const ambit::detail::name_slot slot{bits};
      if (!slot.is_empty())
        std::printf("\"%.*s\"\n", static_cast<int>(slot.size()),
                    gazetteer_names.name_texts() + slot.offset());
    }
  }
}
