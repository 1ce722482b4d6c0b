// SPDX-License-Identifier: BSL-1.0
#include "text.hpp"

#include <utf8cpp/utf8.h>

#include <algorithm>
#include <array>
#include <vector>

namespace ambitc {

std::string hexadecimal(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string all = "0x";
  for (int shift = 60; shift >= 0; shift -= 4) all += digits[value >> shift & 0xf];
  return all;
}

std::string join(std::span<const std::string> texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    if (&text != texts.data()) all += between;
    all += text;
  }
  return all;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const auto at = utf8::find_invalid(text.begin(), text.end());
  if (at == text.end()) return std::nullopt;
  return static_cast<std::size_t>(at - text.begin());
}

namespace {

std::string code_point_name(char32_t c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name = "U+";
  for (int shift = c > 0xffff ? 20 : 12; shift >= 0; shift -= 4) name += digits[c >> shift & 0xf];
  return name;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7f && c < 0xa0) ||
         c == 0x2028 || c == 0x2029;
}

/// Unicode's Bidi_Control property.
bool is_bidi_control(char32_t c) {
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// What takes no room on the page: a soft hyphen, zero-width characters, tags.
bool is_invisible(char32_t c) {
  return c == 0xad || (c >= 0x200b && c <= 0x200d) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff ||
         (c >= 0xe0000 && c <= 0xe007f);
}

}  // namespace

std::string visible(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    const std::size_t valid = first_invalid_utf8(text).value_or(text.size());
    for (std::string_view part = text.substr(0, valid); !part.empty();) {
      auto next = part.begin();
      const char32_t c = utf8::unchecked::next(next);
      const auto size = static_cast<std::size_t>(next - part.begin());
      const bool shows = c >= 0x20 && !is_control(c) && !is_bidi_control(c) && !is_invisible(c);
      all += shows ? std::string{part.substr(0, size)} : cat("<", code_point_name(c), ">");
      part.remove_prefix(size);
    }
    text.remove_prefix(valid);
    if (!text.empty()) {
      all += "<?>";
      text.remove_prefix(1);
    }
  }
  return all;
}

std::optional<bad_character> first_hidden_character(std::string_view text) {
  for (auto at = text.begin(); at != text.end();) {
    const auto offset = static_cast<std::size_t>(at - text.begin());
    const char32_t c = utf8::unchecked::next(at);
    if (is_control(c)) return bad_character{offset, "a control character " + code_point_name(c)};
    if (is_bidi_control(c))
      return bad_character{offset, "a bidirectional formatting character " + code_point_name(c)};
    if (is_invisible(c) && !(c == 0xfeff && offset == 0))
      return bad_character{offset, "an invisible character " + code_point_name(c)};
  }
  return std::nullopt;
}

std::optional<std::string> first_unbakeable(std::string_view text) {
  constexpr std::array<std::string_view, 7> endings{"\"", "\\", "*/", "/*", "??", "\n", "\r"};
  std::size_t first = std::string_view::npos;
  std::string found;
  for (const std::string_view ending : endings)
    if (const std::size_t at = text.find(ending); at < first) {
      first = at;
      found = ending == "\n" || ending == "\r" ? "a line end" : cat("'", ending, "'");
    }
  if (first == std::string_view::npos) return std::nullopt;
  return found;
}

std::string underscored(std::string_view text) {
  std::string all{text};
  std::ranges::replace(all, '-', '_');
  return all;
}

std::string plain_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string all;
  all.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!is_pair) all += text[at] == '\r' ? '\n' : text[at];
  }
  if (!all.empty() && all.back() != '\n') all += '\n';
  return all;
}

std::string folded(std::string_view text) {
  std::string all;
  bool blank = false;
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      blank = !all.empty();
      continue;
    }
    if (blank) all += ' ';
    blank = false;
    all += c;
  }
  return all;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);  // Levenshtein, one row at a time
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  if (word.size() > 64) return std::nullopt;
  std::optional<std::string> best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates)
    if (const std::size_t d = edit_distance(word, candidate); d < least) {
      least = d;
      best = candidate;
    }
  return best;
}

std::string some_of(std::span<const std::string> candidates) {
  constexpr std::size_t most = 12;
  if (candidates.size() <= most) return join(candidates, ", ");
  return cat(join(candidates.first(most), ", "), " and ", std::to_string(candidates.size() - most),
             " more");
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::optional<std::string> near = nearest(word, candidates);
  return near ? cat("; did you mean '", *near, "'?") : std::string{};
}

}  // namespace ambitc
