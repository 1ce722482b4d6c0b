// SPDX-License-Identifier: BSL-1.0

// What one policy costs in flash: a question from outside, and everything that its answer says
// but for the texts for people, citations included. It is linked and measured.

#include "board.hpp"

#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdint>

using ambit::tables::nl_ml;

namespace {

/// Two ports of the board. What the compiler does not see it can neither foresee nor leave out.
volatile std::uint32_t& in() noexcept {
  return *reinterpret_cast<volatile std::uint32_t*>(0x4001'0000);
}
volatile std::uint32_t& out() noexcept {
  return *reinterpret_cast<volatile std::uint32_t*>(0x4001'0004);
}

[[gnu::noinline]] void show(std::string_view text) noexcept {
  for (const char c : text) out() = static_cast<unsigned char>(c);
}

}  // namespace

int board::run() noexcept {
  const std::uint64_t high = in();
  const ambit::region region{high << 32 | in()};
  const ambit::date day{static_cast<std::int32_t>(in())};
  const auto answer = classify(nl_ml, region, day);
  for (const ambit::finding found : answer.findings()) {
    out() = static_cast<std::uint32_t>(found.measure);
    out() = static_cast<std::uint32_t>(found.status);
    out() = static_cast<std::uint32_t>(found.ground);
    out() = static_cast<std::uint32_t>(found.bounds.after.days);
    out() = static_cast<std::uint32_t>(found.bounds.by.days);
    show(found.rule);
    show(found.persons);
    for (const ambit::citation place : answer.citations(found)) {
      show(place.source);
      show(place.reference);
      show(place.at);
    }
  }
  return 0;
}
