// SPDX-License-Identifier: BSL-1.0
#include "tsv.hpp"

#include "outline.hpp"
#include "read.hpp"
#include "text.hpp"

#include <algorithm>
#include <system_error>

namespace ambitc {

namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

place tsv_row::at(std::size_t cell) const {
  return place_of(text, static_cast<std::size_t>(cells[cell].data() - text.data()), file);
}

bool is_plain_name(std::string_view text) {
  return !text.empty() && folded(text) == text && !first_unbakeable(text) &&
         !first_hidden_character(text);
}

void for_each_row(const std::filesystem::path& file, const std::string& shown, if_missing missing,
                  diagnostics& found, const std::function<void(const tsv_row&)>& visit) {
  std::error_code ignored;
  if (missing == if_missing::nothing && std::filesystem::symlink_status(file, ignored).type() ==
                                            std::filesystem::file_type::not_found)
    return;
  std::string reason;
  const std::optional<std::string> bytes = read_file(file, reason, largest_source);
  if (!bytes) return found.error({shown}, reason, "unreadable-file");
  if (!check_characters(*bytes, shown, found)) return;
  for (std::string_view rest = *bytes; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') visit({cells_of(line), *bytes, shown});
  }
}

}  // namespace ambitc
