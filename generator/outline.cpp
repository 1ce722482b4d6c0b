// SPDX-License-Identifier: BSL-1.0
#include "outline.hpp"

#include "text.hpp"

#include <algorithm>
#include <vector>

namespace ambitc {

namespace {

class outline {
 public:
  outline(std::string_view text, const std::string& shown, diagnostics& found)
      : text_(text), shown_(shown), found_(found) {}

  bool check() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // a byte-order mark
    bool line_begins = true;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        skip_line();
      } else if (c == '"' || c == '\'') {
        skip_string(c);
        line_begins = false;
      } else if (c == '[' && line_begins && open_.empty()) {
        check_header();
      } else {
        if (static_cast<unsigned char>(c) >= 0x80) fail_beyond_ascii();
        if (c == '[' || c == '{') open_.push_back(at_);
        // From a bracket that is not the right one on, nobody can tell what belongs to what.
        if ((c == ']' || c == '}') && !close(c)) break;
        line_begins = c == '\n' || (line_begins && (c == ' ' || c == '\t' || c == '\r'));
        ++at_;
      }
    }
    check_lines();
    return good_;
  }

 private:
  void error(std::size_t at, std::string sentence, std::string rule) {
    found_.error(place_of(text_, at, shown_), std::move(sentence), std::move(rule));
    good_ = false;
  }

  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool long_form = text_.substr(at_).starts_with(three);
    const std::string_view end =
        long_form ? std::string_view{three} : std::string_view{three}.substr(2);
    at_ += end.size();
    while (at_ < text_.size() && !text_.substr(at_).starts_with(end)) {
      if (!long_form && text_[at_] == '\n') return;  // not closed: the parser says so
      at_ += quote == '"' && text_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_ + end.size(), text_.size());
  }

  /// Closes what was opened last; an error where that is closed by the other bracket, or nothing is
  /// open.
  bool close(char by) {
    if (open_.empty()) {
      error(at_, cat("nothing is open that this '", std::string(1, by), "' could close; remove it"),
            "toml-syntax");
      return false;
    }
    const std::size_t opened = open_.back();
    const std::string right = text_[opened] == '[' ? "]" : "}";
    if (right.front() != by) {
      error(at_,
            cat("'", std::string(1, by), "' stands where the '", text_.substr(opened, 1), "' at ",
                to_text(place_of(text_, opened, shown_)), " is still open; close that with '",
                right, "'"),
            "toml-syntax");
      return false;
    }
    open_.pop_back();
    return true;
  }

  /// Looks at the line of a heading, and goes to its end.
  void check_header() {
    std::size_t name = at_ + 1;
    if (name < text_.size() && text_[name] == '[') ++name;
    while (name < text_.size() && (text_[name] == ' ' || text_[name] == '\t')) ++name;
    const char c = name < text_.size() ? text_[name] : '\0';
    const bool begins_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '"' ||
                             c == '\'';
    if (!begins_name)
      error(at_, "a table's heading has a name, as in [policy] or [[rule]]; write it",
            "toml-syntax");
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '#') {
      if (text_[at_] == '"' || text_[at_] == '\'') {
        skip_string(text_[at_]);
        continue;
      }
      if (static_cast<unsigned char>(text_[at_]) >= 0x80 && begins_name) fail_beyond_ascii();
      ++at_;
    }
    skip_line();
  }

  void fail_beyond_ascii() {
    const std::size_t from = at_;
    while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80) ++at_;
    error(from,
          cat("'", text_.substr(from, at_ - from), "' stands outside of quotes; put text into ",
              "double quotes"),
          "toml-syntax");
    --at_;  // the caller moves on by one
  }

  void check_lines() {
    for (std::size_t from = 0; from < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', from), text_.size());
      if (end - from > longest_line)
        error(from,
              cat("this line has more than ", std::to_string(longest_line),
                  " bytes; write it on several"),
              "line-too-long");
      from = end + 1;
    }
  }

  std::string_view text_;
  const std::string& shown_;
  diagnostics& found_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  // where the brackets stand that are not yet closed
  bool good_ = true;
};

}  // namespace

bool check_outline(std::string_view toml, const std::string& shown, diagnostics& found) {
  return outline{toml, shown, found}.check();
}

place place_of(std::string_view text, std::size_t offset, const std::string& shown) {
  const std::string_view before = text.substr(0, offset);
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto is_character = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  return {shown, static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
          static_cast<std::uint32_t>(
              std::ranges::count_if(before.substr(line_start), is_character) + 1)};
}

}  // namespace ambitc
