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
        if (!skip_text(c)) break;
        line_begins = false;
      } else if (c == '[' && line_begins && open_.empty()) {
        check_header();
      } else {
        if (static_cast<unsigned char>(c) >= 0x80) fail_beyond_ascii();
        if (!follow(c)) break;
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

  /// Follows what brackets, '=' and ',' make of the text; false where nobody can tell any more.
  bool follow(char c) {
    if (c == '[' || c == '{') {
      if (!begins_word()) return false;
      open_.push_back(at_);
      in_value_.push_back(c == '[');
    } else if (c == ']' || c == '}') {
      if (!close(c)) return false;
      in_value_.pop_back();
    } else if (c == '=') {
      in_value_.back() = true;
    } else if (open_.empty() ? c == '\n' : c == ',' && text_[open_.back()] == '{') {
      in_value_.back() = false;
    }
    return true;
  }

  /// Whether a word may begin here; an error where it is within one. The parser takes quotes and
  /// brackets within a word for a part of it.
  bool begins_word() {
    const std::string_view before = in_value_.back() ? " \t\r\n=[{," : " \t\r\n=[{,.";
    if (at_ == 0 || before.find(text_[at_ - 1]) != std::string_view::npos) return true;
    error(at_,
          cat("'", text_.substr(at_, 1), "' stands within a word; put text into double quotes"),
          "toml-syntax");
    return false;
  }

  /// Skips a value or a key in quotes; false where there is an error. A key stands on one line: the
  /// parser takes three quotes for an empty key and the beginning of another.
  bool skip_text(char quote) {
    if (!begins_word()) return false;
    if (!in_value_.back() && text_.substr(at_).starts_with(std::string(3, quote))) {
      error(at_, "a key stands on one line; write it in one pair of quotes", "toml-syntax");
      return false;
    }
    skip_string(quote);
    return true;
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool long_form = text_.substr(at_).starts_with(three);
    const std::string_view end =
        long_form ? std::string_view{three} : std::string_view{three}.substr(2);
    at_ += end.size();
    while (at_ < text_.size() && !text_.substr(at_).starts_with(end)) {
      if (!long_form && text_[at_] == '\n') {  // not closed: the parser says so, and ends there
        at_ = text_.size();
        return;
      }
      const bool escapes = quote == '"' && text_[at_] == '\\';
      if (escapes && at_ + 1 < text_.size() && static_cast<unsigned char>(text_[at_ + 1]) >= 0x80)
        return fail_escape();
      at_ += escapes ? 2 : 1;
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

  /// After a backslash the parser tells white space from other characters, and cannot beyond ASCII.
  void fail_escape() {
    error(at_, "this backslash escapes nothing; write it twice, or the text in single quotes",
          "toml-syntax");
    at_ = text_.size();
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
        if (!skip_text(text_[at_])) break;
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
  std::vector<bool> in_value_{false};  // of the text itself, and of what each bracket opens
  std::vector<std::size_t> open_;      // where the brackets stand that are not yet closed
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
