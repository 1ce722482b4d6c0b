// SPDX-License-Identifier: BSL-1.0
#include "gazetteer.hpp"

#include "read.hpp"
#include "text.hpp"

#include <algorithm>

namespace ambitc {

gazetteer gazetteer::read(const std::filesystem::path& folder, const std::string& shown,
                          diagnostics& found) {
  gazetteer all;
  const std::string name = shown + "/iso-3166-2.tsv";
  std::string reason;
  const std::optional<std::string> bytes =
      read_file(folder / "iso-3166-2.tsv", reason, largest_source);
  if (!bytes) found.error({name}, reason, "unreadable-file");
  if (!bytes || !check_characters(*bytes, name, found)) return all;
  std::uint32_t number = 0;
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto fail = [&](std::string sentence) {
      found.error({name, number, 1}, std::move(sentence), "gazetteer");
    };
    const std::size_t tab = line.find('\t');
    const std::size_t second = tab == std::string_view::npos ? tab : line.find('\t', tab + 1);
    if (second == std::string_view::npos) {
      fail("a line needs a code, a name and a kind, separated by tabs");
      continue;
    }
    const std::optional<ambit::region> code = ambit::parse_region(line.substr(0, tab));
    const std::string subdivision_name{line.substr(tab + 1, second - tab - 1)};
    if (!code)
      fail(cat("'", line.substr(0, tab), "' is no ISO 3166-2 code; write it as in ML-7"));
    else if (subdivision_name.empty() || first_unbakeable(subdivision_name))
      fail("the name is empty, or holds what could end a C++ literal");
    else if (!all.all_.empty() && all.all_.back().code >= *code)
      fail("the codes must be sorted as text, each once");
    else
      all.all_.push_back({*code, subdivision_name});
  }
  return all;
}

std::vector<subdivision> gazetteer::of(std::string_view country) const {
  std::vector<subdivision> matching;
  std::ranges::copy_if(all_, std::back_inserter(matching), [country](const subdivision& each) {
    return std::string_view{ambit::to_text(each.code)}.substr(0, 2) == country;
  });
  return matching;
}

}  // namespace ambitc
