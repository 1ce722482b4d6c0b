// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/rows.hpp>
#include <ambit/version.hpp>

#include <optional>

// The codes of all regions in little more than two bytes each, for small flash: a quarter of what
// the table of gazetteer.hpp takes, and without parents, names and withdrawn codes. A look-up takes
// about seven steps, a bisection of one country's codes, where the other takes two loads.
//
//   #include <ambit/tables/gazetteer_compact.hpp>
//   ambit::find_code(ambit::tables::gazetteer_compact, "ml-7")

namespace ambit::inline v8 {

/// A generated list of codes in small room: an empty object whose parts are functions.
template <class T>
concept compact_code_list = requires(const T& of) {
  /// Edition of the codes, as in "CLDR 48.2.0".
  { of.edition() }
  noexcept->std::same_as<const char*>;
  /// What stands after the hyphen in each code, as a number (detail::suffix_of); by country, and
  /// sorted within each.
  { of.suffixes() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
  /// Where the suffixes of a country (detail::country_number) begin; those of the last one end at
  /// the last entry.
  { of.firsts() }
  noexcept->std::same_as<row_span<std::uint16_t>>;
};

namespace detail {

constexpr char to_capital(char c) noexcept {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

inline constexpr std::size_t country_numbers = 26 * 26;

/// The number of a country's two letters, in alphabetical order; `country_numbers` for others.
constexpr std::size_t country_number(char first, char second) noexcept {
  first = to_capital(first);
  second = to_capital(second);
  if (!is_capital(first) || !is_capital(second)) return country_numbers;
  return static_cast<std::size_t>(first - 'A') * 26 + static_cast<std::size_t>(second - 'A');
}

/// One to three letters or digits to the base of 37, in the order of ASCII, shorter ones first: 0
/// for any other text.
constexpr std::uint16_t suffix_of(std::string_view text) noexcept {
  if (text.empty() || text.size() > 3) return 0;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < 3; ++at) {
    std::uint32_t digit = 0;  // past the end
    if (at < text.size()) {
      const char c = to_capital(text[at]);
      if (is_digit(c))
        digit = static_cast<std::uint32_t>(c - '0' + 1);
      else if (is_capital(c))
        digit = static_cast<std::uint32_t>(c - 'A' + 11);
      else
        return 0;
    }
    number = number * 37 + digit;
  }
  return static_cast<std::uint16_t>(number);  // at most 37 * 37 * 37 - 1
}

}  // namespace detail

/// The region of that code, in capitals or small letters; nothing for any other text.
template <compact_code_list Gazetteer>
[[nodiscard]] constexpr std::optional<region> find_code(const Gazetteer& of,
                                                        std::string_view code) noexcept {
  if (code.size() < 4 || code.size() > 6 || code[2] != '-') return std::nullopt;
  const std::size_t country = detail::country_number(code[0], code[1]);
  const std::uint16_t suffix = detail::suffix_of({code.data() + 3, code.size() - 3});
  if (country == detail::country_numbers || suffix == 0) return std::nullopt;
  std::size_t first = of.firsts()[country], last = of.firsts()[country + 1];
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (of.suffixes()[middle] < suffix)
      first = middle + 1;
    else
      last = middle;
  }
  if (first == of.firsts()[country + 1] || of.suffixes()[first] != suffix) return std::nullopt;
  return detail::pack_code(code);
}

/// Whether the gazetteer has a region.
template <compact_code_list Gazetteer>
[[nodiscard]] constexpr bool contains(const Gazetteer& of, region code) noexcept {
  const region_text text = to_text(code);
  return find_code(of, text).has_value();
}

}  // namespace ambit::inline v8
