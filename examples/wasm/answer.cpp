// SPDX-License-Identifier: BSL-1.0

// A WebAssembly module that imports nothing: the caller writes a question into `place`, calls
// `answer` with its size, and reads as many bytes of text there as that gives.

#include <ambit/ambit.hpp>
#include <ambit/tables/atlas.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace {

char memory[16 * 1024];

std::size_t say(std::string_view sentence) noexcept {
  for (std::size_t at = 0; at < sentence.size(); ++at) memory[at] = sentence[at];
  return sentence.size();
}

}  // namespace

/// Where questions are read and answers written.
extern "C" [[clang::export_name("place")]] char* place() noexcept {
  return memory;
}

/// A question is a region and a day of the Dutch policies: "ML-7 2022-12-01".
extern "C" [[clang::export_name("answer")]] std::size_t answer(std::size_t size) noexcept {
  // No substr: it may throw, and there is nothing here that ends a program.
  std::string_view code{memory, size < sizeof memory ? size : 0}, on = code;
  const std::size_t space = code.find(' ');
  if (space == std::string_view::npos) return say("Write a region and a day: ML-7 2022-12-01\n");
  code.remove_suffix(code.size() - space);
  on.remove_prefix(space + 1);
  const auto region = ambit::parse_region(code);
  const auto day = ambit::parse_date(on);
  if (!region) return say("Write the region as its ISO 3166-2 code, as in ML-7.\n");
  if (!day) return say("Write the day as YYYY-MM-DD; it must be in the calendar.\n");

  using namespace ambit::literals;
  const auto policy = ambit::tables::atlas.of("NL"_country, *region);
  const std::size_t needed = explain(classify(policy, *region, *day), ambit::language::en, memory);
  return needed < sizeof memory ? needed : sizeof memory;
}
