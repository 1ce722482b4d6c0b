// SPDX-License-Identifier: BSL-1.0
#include "tsv.hpp"

#include "outline.hpp"
#include "text.hpp"

#include <algorithm>
#include <vector>

namespace ambitc {

void tsv::for_each_line(const std::function<void(cells)>& visit) const {
  std::vector<std::string_view> parts;
  for (std::string_view rest = text_; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    parts.clear();
    for (;;) {
      const std::size_t tab = line.find('\t');
      parts.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    visit(parts);
  }
}

place tsv::at(std::string_view cell) const {
  return place_of(text_, static_cast<std::size_t>(cell.data() - text_.data()), shown_);
}

bool is_plain_name(std::string_view text) {
  return !text.empty() && folded(text) == text && !first_unbakeable(text) &&
         !first_hidden_character(text);
}

}  // namespace ambitc
