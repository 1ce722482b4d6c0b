// SPDX-License-Identifier: BSL-1.0
#include "folding.hpp"

#include "read.hpp"
#include "text.hpp"
#include "tsv.hpp"

#include <ambit/tables/folding.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace ambitc {

namespace {

using namespace ambit::detail;

/// The number of U+00C0; nothing for any other text.
std::optional<std::int32_t> code_point(std::string_view text) {
  if (text.size() != 6 || !text.starts_with("U+")) return std::nullopt;
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, number, 16);
  return error == std::errc{} && end == text.data() + 6 ? std::optional{number} : std::nullopt;
}

bool are_letters(std::string_view text) {
  return text.size() <= 2 && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Headers fold these without the table.
bool is_ascii_letter(std::int32_t point) {
  const std::int32_t small = point | 0x20;
  return small >= 'a' && small <= 'z';
}

}  // namespace

folding::folding() {
  for (char c = 0; static_cast<unsigned char>(c) < 0x80; ++c)
    ascii_.push_back(static_cast<std::uint8_t>(is_capital(c) ? c - 'A' + 'a' : c));
  latin_.resize(latin_last - latin_first + 1);
  additional_.resize(additional_last - additional_first + 1);
}

folding folding::read(const std::filesystem::path& folder, const std::string& shown,
                      diagnostics& found) {
  folding all;
  const std::string name = shown + "/folding.tsv";
  std::string reason;
  const std::optional<std::string> text = read_text(folder / "folding.tsv", reason, largest_source);
  if (!text) found.error({name}, reason, "unreadable-file");
  if (!text) return all;
  const tsv file(*text, name);
  std::int32_t last = -1;
  file.for_each_line([&](tsv::cells cells) {
    const auto fail = [&](std::string sentence) {
      found.error(file.at(cells[0]), std::move(sentence), "folding");
    };
    const std::optional<std::int32_t> point =
        cells.size() == 3 ? code_point(cells[0]) : std::nullopt;
    if (!point || !are_letters(cells[2]))
      return fail(
          "a line has a code point as in U+00C0, the character, and one or two small letters of "
          "ASCII or nothing, separated by tabs");
    if (*point <= last) return fail("the code points must be sorted, each once");
    last = *point;
    if (is_ascii_letter(*point)) return fail("letters of ASCII stand for themselves, without case");
    const std::string_view letters = cells[2];
    std::uint16_t packed = dropped;
    if (!letters.empty()) packed = static_cast<unsigned char>(letters[0]);
    if (letters.size() == 2)
      packed = static_cast<std::uint16_t>(packed | static_cast<unsigned char>(letters[1]) << 8);
    if (*point >= latin_first && *point <= latin_last)
      all.latin_[static_cast<std::size_t>(*point - latin_first)] = packed;
    else if (*point >= additional_first && *point <= additional_last)
      all.additional_[static_cast<std::size_t>(*point - additional_first)] = packed;
    else if (!letters.empty())
      fail("letters are those of Latin-1 to Latin Extended-B and Latin Extended Additional");
    else if (*point < 0x80)
      all.ascii_[static_cast<std::size_t>(*point)] = 0;
    else
      all.others_.push_back(static_cast<std::uint16_t>(*point));
  });
  return all;
}

std::string comparable(std::string_view name) {
  folded_name folded{};
  fold(ambit::tables::folding, name, folded);
  return folded.is_name() ? std::string{folded.text()} : std::string{};
}

}  // namespace ambitc
