// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/short_text.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ambit::inline v8 {

/// An ISO 3166-1 alpha-2 code, two capitals: of a country, or of the jurisdiction that is one.
/// Packed with the first capital highest, so that packed codes sort as text.
struct [[nodiscard]] country {
  std::uint16_t packed = 0;

  constexpr country() = default;
  /// Of its packed code: "ML"_country is the way to write one, parse_country that to read one.
  constexpr explicit country(std::uint16_t code) noexcept : packed(code) {}

  friend constexpr auto operator<=>(country, country) = default;
};

namespace detail {

constexpr bool is_capital(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}

/// The country of that code; the default-constructed one for a text of any other form.
constexpr country read_country(std::string_view code) noexcept {
  if (code.size() != 2 || !is_capital(code[0]) || !is_capital(code[1])) return {};
  return country{static_cast<std::uint16_t>(static_cast<unsigned char>(code[0]) << 8 |
                                            static_cast<unsigned char>(code[1]))};
}

}  // namespace detail

/// Reads a code such as "ML". Nothing for any other form: lower case is refused too.
template <class Optional = std::optional<country>>  // so that only who calls it pays for it
[[nodiscard]] constexpr Optional parse_country(std::string_view code) noexcept {
  const country read = detail::read_country(code);
  return read == country{} ? Optional{} : Optional{read};
}

using country_text = short_text<2>;

/// A code as text. Empty for a default-constructed country; what no code can have is shown as '?'.
constexpr country_text to_text(country code) noexcept {
  if (code == country{}) return {};
  const auto shown = [](int bits) {
    const char c = static_cast<char>(bits & 0xff);
    return detail::is_capital(c) ? c : '?';
  };
  return {{shown(code.packed >> 8), shown(code.packed)}, 2};
}

namespace detail {
// Never defined: calling it while a literal is evaluated ends the compilation with its name.
void a_country_is_written_like_ML_two_capitals();
}  // namespace detail

inline namespace literals {

/// "ML"_country. A text that has not the form of an ISO 3166-1 alpha-2 code does not compile.
consteval country operator""_country(const char* code, std::size_t size) {
  const country read = detail::read_country({code, size});
  if (read == country{}) detail::a_country_is_written_like_ML_two_capitals();
  return read;
}

}  // namespace literals

}  // namespace ambit::inline v8
