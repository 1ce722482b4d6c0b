// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ambit::inline v1 {

/// An ISO 3166-2 subdivision code: the country's two capitals, a hyphen, one to three capitals or
/// digits. Packed into the low 48 bits, first character highest, so that packed codes sort as text.
struct region {
  std::uint64_t packed = 0;

  friend constexpr auto operator<=>(region, region) = default;
};

namespace detail {

constexpr bool is_capital(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

}  // namespace detail

/// Reads a code such as "ML-7" or "ML-BKO". Nothing for any other form: lower case is refused too.
constexpr std::optional<region> parse_region(std::string_view code) noexcept {
  if (code.size() < 4 || code.size() > 6 || code[2] != '-' || !detail::is_capital(code[0]) ||
      !detail::is_capital(code[1]))
    return std::nullopt;
  std::uint64_t packed = 0;
  for (std::size_t place = 0; place < 6; ++place) {
    const char c = place < code.size() ? code[place] : '\0';
    if (place > 2 && c != '\0' && !detail::is_capital(c) && !detail::is_digit(c))
      return std::nullopt;
    packed = packed << 8 | static_cast<unsigned char>(c);
  }
  return code.find('\0') == std::string_view::npos ? std::optional{region{packed}} : std::nullopt;
}

/// A code as text. Empty for a default-constructed region.
struct region_text {
  char characters[6] = {};
  std::uint8_t size = 0;

  constexpr operator std::string_view() const noexcept { return {characters, size}; }
};

constexpr region_text to_text(region code) noexcept {
  region_text text;
  for (int shift = 40; shift >= 0; shift -= 8)
    if (const char c = static_cast<char>(code.packed >> shift & 0xff); c != '\0')
      text.characters[text.size++] = c;
  return text;
}

namespace detail {
// Never defined: calling it while a literal is evaluated ends the compilation with its name.
void a_region_is_written_like_ML_7_two_capitals_a_hyphen_then_one_to_three_capitals_or_digits();
}  // namespace detail

inline namespace literals {

/// "ML-7"_region. A text that has not the form of an ISO 3166-2 code does not compile.
consteval region operator""_region(const char* code, std::size_t size) {
  const std::optional<region> parsed = parse_region({code, size});
  if (!parsed)
    detail::
        a_region_is_written_like_ML_7_two_capitals_a_hyphen_then_one_to_three_capitals_or_digits();
  return *parsed;
}

}  // namespace literals

}  // namespace ambit::inline v1
