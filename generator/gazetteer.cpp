// SPDX-License-Identifier: BSL-1.0
#include "gazetteer.hpp"

#include "text.hpp"
#include "tsv.hpp"

#include <algorithm>
#include <cstdint>

namespace ambitc {

namespace {

/// The two capitals of a country, as the packed codes of its regions begin; 0 for any other text.
std::uint64_t packed_country(std::string_view code) {
  return is_country(code) ? ambit::parse_region(cat(code, "-0"))->packed >> 32 : 0;
}

bool is_kind(std::string_view text) {
  return text.empty() || is_plain_name(text);
}

constexpr const char* bad_name =
    "the name is empty, has a blank too many, or holds what could end a C++ literal";
constexpr const char* unsorted = "the codes must be sorted as text, each once";

std::vector<subdivision> read_subdivisions(const std::filesystem::path& file,
                                           const std::string& shown, diagnostics& found) {
  std::vector<subdivision> all;
  for_each_row(file, shown, if_missing::error, found, [&](const tsv_row& row) {
    const auto fail = [&](std::size_t cell, std::string sentence) {
      found.error(row.at(cell), std::move(sentence), "gazetteer");
    };
    if (row.cells.size() != 3 && row.cells.size() != 4)
      return fail(0, "a line needs a code, a name, a kind and a parent, separated by tabs");
    const std::optional<ambit::region> code = ambit::parse_region(row.cells[0]);
    if (!code)
      return fail(0, cat("'", row.cells[0], "' is no ISO 3166-2 code; write it as in ML-7"));
    if (!is_plain_name(row.cells[1])) return fail(1, bad_name);
    if (!is_kind(row.cells[2])) return fail(2, "the kind is a word or two, or empty");
    if (!all.empty() && all.back().code >= *code) return fail(0, unsorted);
    all.push_back({*code, std::string{row.cells[1]}, std::string{row.cells[2]}, {}});
  });
  return all;
}

std::vector<country> read_countries(const std::filesystem::path& file, const std::string& shown,
                                    diagnostics& found) {
  std::vector<country> all;
  for_each_row(file, shown, if_missing::nothing, found, [&](const tsv_row& row) {
    const auto fail = [&](std::size_t cell, std::string sentence) {
      found.error(row.at(cell), std::move(sentence), "gazetteer");
    };
    if (row.cells.size() != 3)
      return fail(0, "a line needs a code, an English and a Dutch name, separated by tabs");
    if (!is_country(row.cells[0]))
      return fail(0, cat("'", row.cells[0], "' is no ISO 3166-1 code; write it as in ML"));
    for (const std::size_t name : {1u, 2u})
      if (!is_plain_name(row.cells[name])) return fail(name, bad_name);
    if (!all.empty() && all.back().code >= row.cells[0]) return fail(0, unsorted);
    all.push_back(
        {std::string{row.cells[0]}, std::string{row.cells[1]}, std::string{row.cells[2]}});
  });
  return all;
}

}  // namespace

bool is_country(std::string_view text) {
  return text.size() == 2 && std::ranges::all_of(text, ambit::detail::is_capital);
}

gazetteer gazetteer::read(const std::filesystem::path& folder, const std::string& shown,
                          diagnostics& found) {
  gazetteer all;
  all.all_ = read_subdivisions(folder / "iso-3166-2.tsv", shown + "/iso-3166-2.tsv", found);
  all.countries_ = read_countries(folder / "iso-3166-1.tsv", shown + "/iso-3166-1.tsv", found);
  return all;
}

std::span<const subdivision> gazetteer::of(std::string_view country) const {
  // Not std::ranges::equal_range, whose views clang 14 does not compile.
  const std::uint64_t packed = packed_country(country);
  const auto first = std::ranges::lower_bound(
      all_, packed, {}, [](const subdivision& each) { return each.code.packed >> 32; });
  const auto last = std::ranges::upper_bound(
      all_, packed, {}, [](const subdivision& each) { return each.code.packed >> 32; });
  return {first, last};
}

}  // namespace ambitc
