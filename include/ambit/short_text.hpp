// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

// The texts of codes, days and digests: so short that an object holds them.
//
//   const auto code = ambit::to_text(gao);       code.view(), std::string{code}, code == "ML-7"
//   std::string_view view = to_text(gao);        does not compile: the text would be gone

namespace ambit::inline v8 {

/// A text of at most `Capacity` bytes. It is a std::string_view for as long as it exists: of a
/// temporary object there is none.
template <std::size_t Capacity>
struct [[nodiscard]] short_text {
  char characters[Capacity] = {};
  std::uint8_t length = 0;

  constexpr const char* data() const noexcept { return characters; }
  constexpr std::size_t size() const noexcept { return length; }
  constexpr bool empty() const noexcept { return length == 0; }
  constexpr const char* begin() const noexcept { return characters; }
  constexpr const char* end() const noexcept { return characters + length; }
  constexpr char operator[](std::size_t at) const noexcept { return characters[at]; }

  constexpr std::string_view view() const& noexcept {
    return {characters, std::size_t{length}};  // of another type it costs 25 ms to compile
  }
  constexpr std::string_view view() const&& = delete;  // the text would be gone: give it a name
  constexpr operator std::string_view() const& noexcept { return view(); }
  constexpr operator std::string_view() const&& = delete;  // the text would be gone

  friend constexpr bool operator==(const short_text& a, const short_text& b) noexcept {
    return a.view() == b.view();
  }
  friend constexpr bool operator==(const short_text& a, std::string_view b) noexcept {
    return a.view() == b;
  }
};

}  // namespace ambit::inline v8
