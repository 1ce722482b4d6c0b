// SPDX-License-Identifier: BSL-1.0
#include "perfect_hash.hpp"

#include <ambit/gazetteer.hpp>

#include <cstdio>
#include <random>
#include <set>
#include <string>
#include <vector>

// A gazetteer of a hundred thousand codes made at random, without parents: the same every time.

int main() {
  using namespace ambit::detail;
  std::mt19937 random{11};
  std::set<std::uint64_t> distinct;
  while (distinct.size() < 100'000) {
    std::string code;
    for (int i = 0; i < 2; ++i) code += static_cast<char>('A' + random() % 26);
    code += '-';
    for (auto left = 1 + random() % 3; left > 0; --left)
      code += "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[random() % 36];
    distinct.insert(pack_code(code).packed);
  }
  const std::vector<std::uint64_t> keys{distinct.begin(), distinct.end()};
  const ambitc::hashed_keys made = ambitc::make_perfect_hash(keys);
  std::vector<std::uint64_t> slots(made.slots, empty_slot);
  for (std::size_t i = 0; i < keys.size(); ++i)
    slots[made.slot_of[i]] = keys[i] | no_parent << code_bits;
  std::puts(
      "#pragma once\n#include <ambit/gazetteer.hpp>\nnamespace made_at_random {\n"
      "inline constexpr std::uint64_t slots[] = {");
  for (const std::uint64_t slot : slots)
    std::printf("0x%016llx,\n", static_cast<unsigned long long>(slot));
  const std::string type{made.displacement_type};
  std::printf("};\ninline constexpr %s displacements[] = {\n", type.c_str());
  for (const std::uint32_t each : made.displacements) std::printf("%uu,\n", each);
  std::printf(
      "};\nstruct many_codes_table {\n"
      "static constexpr const char* edition() noexcept { return \"\"; }\n"
      "static constexpr ambit::row_span<std::uint64_t> code_slots() noexcept { return "
      "{made_at_random::slots, %zu}; }\n"
      "static constexpr ambit::row_span<%s> displacements() noexcept { return "
      "{made_at_random::displacements, %zu}; }\n"
      "%s"
      "static constexpr ambit::row_span<ambit::withdrawn_row> withdrawn() noexcept { return {}; }\n"
      "static constexpr ambit::row_span<ambit::successor_row> successors() noexcept { return {}; "
      "}\n"
      "};\ninline constexpr many_codes_table many_codes{};\n}\n",
      slots.size(), type.c_str(), made.displacements.size(),
      ambitc::hash_function("hash", made.hash).c_str());
}
