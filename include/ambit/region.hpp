// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/country.hpp>
#include <ambit/detail/read_bytes.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ambit::inline v8 {

/// An ISO 3166-2 subdivision code: the country's two capitals, a hyphen, one to three capitals or
/// digits. Packed into the low 48 bits, first character highest, so that packed codes sort as text;
/// the other bits are zero.
struct [[nodiscard]] region {
  std::uint64_t packed = 0;

  constexpr region() = default;
  /// Of its packed code: "ML-7"_region is the way to write one, parse_region that to read one.
  constexpr explicit region(std::uint64_t code) noexcept : packed(code) {}

  friend constexpr auto operator<=>(region, region) = default;
};

namespace detail {

constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

/// The bytes of a text of four to six, packed as those of a region. Its last two overlap the others
/// where it is shorter: two loads, and no branch that depends on the size.
constexpr std::uint64_t pack_bytes(std::string_view text) noexcept {
  const std::uint64_t first = read<std::uint32_t>(text.data());
  const std::uint64_t last = read<std::uint16_t>(text.data() + text.size() - 2);
  return reversed(first | last << 8 * (text.size() - 2)) >> 16;
}

/// A text of four to six bytes as a region, small letters as capitals; the default-constructed one
/// for any other size, and for a last byte of zero, which is what shorter codes are filled up with.
/// Other bytes may be no code: then no policy has them, nor any gazetteer.
constexpr region pack_code(std::string_view text) noexcept {
  if (text.size() - 4 > 2 || text.back() == '\0') [[unlikely]]
    return {};
  const std::uint64_t packed = pack_bytes(text);
  // Of the characters of codes small letters alone have the bits 0x40 and 0x20. Other characters
  // that have them become none of a code.
  return region{packed & ~(packed >> 1 & 0x2020'2020'2020)};
}

/// The region of that code; the default-constructed one for a text of any other form.
constexpr region read_region(std::string_view code) noexcept {
  if (code.size() - 4 > 2) return {};
  const std::uint64_t packed = pack_bytes(code);
  // All six bytes at once: each has its highest bit set for what it is. One of 0x80 or more has it
  // set for nothing, and what it carries into the one before it makes that no difference.
  constexpr std::uint64_t every_byte = 0x0101'0101'0101, highest = every_byte * 0x80;
  const auto from = [packed](char least) {
    return packed + every_byte * static_cast<std::uint64_t>(0x80 - least);
  };
  const std::uint64_t letters = from('A') & ~from('Z' + 1), digits = from('0') & ~from('9' + 1);
  const std::uint64_t right = (letters | (digits & 0xff'ffff)) & highest;
  const std::uint64_t characters = ~std::uint64_t{0} << 8 * (6 - code.size());
  const bool all_right = right == (0x8080'0080'8080 & characters) && code[2] == '-';
  return all_right ? region{packed} : region{};
}

}  // namespace detail

/// Reads a code such as "ML-7" or "ML-BKO". Nothing for any other form: lower case is refused too.
template <
    class Optional = std::optional<region>>  // so that only who calls it pays for std::optional
[[nodiscard]] constexpr Optional parse_region(std::string_view code) noexcept {
  const region read = detail::read_region(code);
  return read == region{} ? Optional{} : Optional{read};
}

/// The country that a region is of: the first two capitals of its code.
constexpr country country_of(region code) noexcept {
  return country{static_cast<std::uint16_t>(code.packed >> 32)};
}

/// A whole country where a region is asked for, as among the successors of a withdrawn code. It is
/// no region of any policy.
constexpr region region_of(country code) noexcept {
  return region{std::uint64_t{code.packed} << 32};
}

using region_text = short_text<6>;

/// A code as text. Empty for a default-constructed region; what no code can have is shown as '?'.
constexpr region_text to_text(region code) noexcept {
  if (code.packed >> 48 != 0) return {{'?'}, 1};
  region_text text;
  for (int shift = 40; shift >= 0; shift -= 8)
    if (const char c = static_cast<char>(code.packed >> shift & 0xff); c != '\0')
      text.characters[text.length++] =
          detail::is_capital(c) || detail::is_digit(c) || c == '-' ? c : '?';
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

}  // namespace ambit::inline v8
