// SPDX-License-Identifier: BSL-1.0
#include "gazetteer.hpp"

#include "read.hpp"
#include "text.hpp"
#include "tsv.hpp"

#include <algorithm>
#include <cstdint>
#include <system_error>

namespace ambitc {

namespace {

constexpr const char* unsorted = "the codes must be sorted as text, each once";
constexpr const char* bad_name =
    "the name is empty, has a blank too many, or holds what could end a C++ literal";

std::string no_region(std::string_view text) {
  return cat("'", text, "' is no ISO 3166-2 code; write it as in ML-7");
}

/// Where in sorted entries the one of a code stands; null if there is none.
template <class Entry, class Code>
const Entry* find_sorted(const std::vector<Entry>& sorted, const Code& code) {
  const auto at = std::ranges::lower_bound(sorted, code, {}, &Entry::code);
  return at != sorted.end() && at->code == code ? &*at : nullptr;
}

}  // namespace

bool is_country(std::string_view text) {
  return ambit::parse_country(text).has_value();
}

gazetteer gazetteer::read(const std::filesystem::path& folder, const std::string& shown,
                          diagnostics& found) {
  std::map<std::string, std::string> files;
  for (const char* name : {"iso-3166-1.tsv", "iso-3166-2.tsv", "withdrawn.tsv"}) {
    const place at{cat(shown, "/", name)};
    std::error_code ignored;
    const bool is_there = std::filesystem::symlink_status(folder / name, ignored).type() !=
                          std::filesystem::file_type::not_found;
    if (!is_there && name != std::string_view{"iso-3166-2.tsv"}) continue;
    std::string reason;
    std::optional<std::string> text = read_text(folder / name, reason, largest_source);
    if (!text) found.error(at, reason, "unreadable-file");
    if (text && check_characters(*text, at.file, found)) files[name] = std::move(*text);
  }
  return read(files, shown, found);
}

gazetteer gazetteer::read(const std::map<std::string, std::string>& files, const std::string& shown,
                          diagnostics& found) {
  gazetteer all;
  const auto with = [&](const char* name, auto reader) {
    if (const auto file = files.find(name); file != files.end())
      (all.*reader)(file->second, cat(shown, "/", name), found);
  };
  with("iso-3166-1.tsv", &gazetteer::read_countries);
  with("iso-3166-2.tsv", &gazetteer::read_subdivisions);
  with("withdrawn.tsv", &gazetteer::read_withdrawn);
  return all;
}

void gazetteer::read_countries(const std::string& text, const std::string& shown,
                               diagnostics& found) {
  const tsv file(text, shown);
  file.for_each_line([&](tsv::cells cells) {
    const auto fail = [&](std::string_view at, std::string sentence) {
      found.error(file.at(at), std::move(sentence), "gazetteer");
    };
    if (cells.size() != 3)
      return fail(cells[0], "a line needs a code, an English and a Dutch name, separated by tabs");
    if (!is_country(cells[0]))
      return fail(cells[0], cat("'", cells[0], "' is no ISO 3166-1 code; write it as in ML"));
    for (const std::string_view name : cells.subspan(1))
      if (!is_plain_name(name)) return fail(name, bad_name);
    if (!countries_.empty() && countries_.back().code >= cells[0]) return fail(cells[0], unsorted);
    countries_.push_back({std::string{cells[0]}, std::string{cells[1]}, std::string{cells[2]}});
  });
}

void gazetteer::read_subdivisions(const std::string& text, const std::string& shown,
                                  diagnostics& found) {
  constexpr std::string_view edition = "# Edition: ";
  if (const std::size_t at = text.find(edition);
      at == 0 || (at != text.npos && text[at - 1] == '\n')) {
    const std::size_t begin = at + edition.size();
    edition_ = text.substr(begin, text.find('\n', begin) - begin);
    if (!is_plain_name(edition_))
      found.error({shown}, "the edition is empty, or holds what could end a C++ literal",
                  "gazetteer");
  }
  const tsv file(text, shown);
  const auto fail = [&](std::string_view at, std::string sentence) {
    found.error(file.at(at), std::move(sentence), "gazetteer");
  };
  std::vector<std::string_view> codes, parents;  // as they are written: for the place of an error
  file.for_each_line([&](tsv::cells cells) {
    if (cells.size() != 3 && cells.size() != 4)
      return fail(cells[0], "a line needs a code, a name, a kind and a parent, separated by tabs");
    const std::optional<ambit::region> code = ambit::parse_region(cells[0]);
    if (!code) return fail(cells[0], no_region(cells[0]));
    if (!is_plain_name(cells[1])) return fail(cells[1], bad_name);
    if (!cells[2].empty() && !is_plain_name(cells[2]))
      return fail(cells[2], "the kind has a blank too many, or holds what could end a C++ literal");
    if (!all_.empty() && all_.back().code >= *code) return fail(cells[0], unsorted);
    all_.push_back({*code, std::string{cells[1]}, std::string{cells[2]}});
    codes.push_back(cells[0]);
    parents.push_back(cells.size() == 4 ? cells[3] : std::string_view{});
  });
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (parents[i].empty()) continue;
    const std::optional<ambit::region> parent = ambit::parse_region(parents[i]);
    if (!parent)
      fail(parents[i], no_region(parents[i]));
    else if (country_of(*parent) != country_of(all_[i].code))
      fail(parents[i], cat("'", parents[i], "' lies in another country than ", codes[i]));
    else if (!find(*parent))
      fail(parents[i],
           cat("there is no '", parents[i], "' in this file, in which ", codes[i], " would lie"));
    else
      all_[i].parent = *parent;
  }
  // A walk upwards from each region, to where one has been before: a cycle if it was this walk.
  std::vector<std::size_t> walk_at(all_.size(), all_.size());
  for (std::size_t start = 0; start < all_.size(); ++start)
    for (const subdivision* at = &all_[start]; at; at = find(at->parent)) {
      const auto i = static_cast<std::size_t>(at - all_.data());
      if (walk_at[i] == start)
        fail(parents[i], cat("by its parents, ", codes[i], " lies in itself"));
      if (walk_at[i] != all_.size()) break;
      walk_at[i] = start;
    }
}

void gazetteer::read_withdrawn(const std::string& text, const std::string& shown,
                               diagnostics& found) {
  const tsv file(text, shown);
  const auto fail = [&](std::string_view at, std::string sentence) {
    found.error(file.at(at), std::move(sentence), "gazetteer");
  };
  std::vector<std::string_view> successors;  // as they are written
  file.for_each_line([&](tsv::cells cells) {
    if (cells.size() != 2)
      return fail(
          cells[0],
          "a line needs a code and its successors, separated by a tab; blanks between them");
    const std::optional<ambit::region> code = ambit::parse_region(cells[0]);
    if (!code) return fail(cells[0], no_region(cells[0]));
    if (find(*code))
      return fail(cells[0],
                  cat("'", cells[0], "' is a code of today too; remove it from one list"));
    if (!withdrawn_.empty() && withdrawn_.back().code >= *code) return fail(cells[0], unsorted);
    withdrawn_.push_back({*code, {}});
    successors.push_back(cells[1]);
  });
  for (std::size_t i = 0; i < withdrawn_.size(); ++i)
    for (std::string_view rest = successors[i]; !rest.empty();) {
      const std::string_view successor = rest.substr(0, rest.find(' '));
      const std::optional<ambit::region> region = ambit::parse_region(successor);
      const bool is_there = region ? find(*region) || withdrawn(*region)
                                   : is_country(successor) && may_be_country(successor);
      if (!is_there)
        fail(successor,
             cat("'", successor, "' is no code of the gazetteer; a successor is a region ",
                 "of today, a country, or withdrawn itself"));
      else
        withdrawn_[i].successors.emplace_back(successor);
      rest.remove_prefix(std::min(rest.size(), successor.size() + 1));
    }
}

std::span<const subdivision> gazetteer::of(std::string_view country) const {
  const std::optional<ambit::region> any = ambit::parse_region(cat(country, "-0"));
  if (!any) return {};
  // Not std::ranges::equal_range, whose views clang 14 does not compile.
  const auto country_in = [](const subdivision& each) { return country_of(each.code); };
  return {std::ranges::lower_bound(all_, country_of(*any), {}, country_in),
          std::ranges::upper_bound(all_, country_of(*any), {}, country_in)};
}

const withdrawn_code* gazetteer::withdrawn(ambit::region code) const {
  return find_sorted(withdrawn_, code);
}

bool gazetteer::may_be_country(std::string_view code) const {
  return countries_.empty() || find_sorted(countries_, code);
}

const subdivision* gazetteer::find(ambit::region code) const {
  return find_sorted(all_, code);
}

}  // namespace ambitc
