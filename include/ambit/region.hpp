// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/country.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ambit::inline v1 {

/// An ISO 3166-2 subdivision code: the country's two capitals, a hyphen, one to three capitals or
/// digits. Packed into the low 48 bits, first character highest, so that packed codes sort as text;
/// the other bits are zero.
struct region {
  std::uint64_t packed = 0;

  friend constexpr auto operator<=>(region, region) = default;
};

namespace detail {

constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

/// The region of that code; the default-constructed one for a text of any other form.
constexpr region read_region(std::string_view code) noexcept {
  if (code.size() < 4 || code.size() > 6 || code[2] != '-') return {};
  std::uint64_t packed = 0;
  for (std::size_t place = 0; place < code.size(); ++place) {
    const char c = code[place];
    if (place != 2 && !is_capital(c) && (place < 2 || !is_digit(c))) return {};
    packed = packed << 8 | static_cast<unsigned char>(c);
  }
  return {packed << 8 * (6 - code.size())};
}

}  // namespace detail

/// Reads a code such as "ML-7" or "ML-BKO". Nothing for any other form: lower case is refused too.
template <
    class Optional = std::optional<region>>  // so that only who calls it pays for std::optional
constexpr Optional parse_region(std::string_view code) noexcept {
  const region read = detail::read_region(code);
  return read == region{} ? Optional{} : Optional{read};
}

/// The country that a region is of: the first two capitals of its code.
constexpr country country_of(region code) noexcept {
  return {static_cast<std::uint16_t>(code.packed >> 32)};
}

/// A whole country where a region is asked for, as among the successors of a withdrawn code. It is
/// no region of any policy.
constexpr region region_of(country code) noexcept {
  return {std::uint64_t{code.packed} << 32};
}

/// A code as text. Empty for a default-constructed region.
struct region_text {
  char characters[6] = {};
  std::uint8_t size = 0;

  constexpr operator std::string_view() const noexcept {
    return {characters, std::size_t{size}};  // of another type it costs 25 ms to compile
  }
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
  const region read = detail::read_region({code, size});
  if (read == region{})
    detail::
        a_region_is_written_like_ML_7_two_capitals_a_hyphen_then_one_to_three_capitals_or_digits();
  return read;
}

}  // namespace literals

}  // namespace ambit::inline v1
