// SPDX-License-Identifier: BSL-1.0

// Answers on a serial line, without an operating system, a heap or a C library:
//
//   nl-ml ML-7 2022-12-01       the answer as sentences
//   nl-ml ML-7 2022-12-01 nl    the same in Dutch
//
// A byte 4 (end of transmission) ends the program; whatever else a line says gets a sentence.

#include "board.hpp"

#include <ambit/ambit.hpp>
#include <ambit/tables/atlas.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace {

constexpr char end_of_transmission = 4;

/// One line of the serial line, without its end.
class line_reader {
 public:
  /// Reads the next line; false at the end of transmission.
  bool next() noexcept {
    size_ = 0;
    for (char c = board::get(); c != '\n'; c = board::get()) {
      if (c == end_of_transmission) return false;
      if (c == '\r') continue;  // as terminals send it
      if (size_ < sizeof characters_) characters_[size_] = c;
      ++size_;
    }
    return true;
  }

  bool too_long() const noexcept { return size_ > sizeof characters_; }
  std::string_view text() const noexcept { return {characters_, size_}; }

 private:
  char characters_[40] = {};
  std::size_t size_ = 0;  // of the whole line; what has no room is counted and not kept
};

/// Takes the first word off a text.
std::string_view take_word(std::string_view& from) noexcept {
  std::size_t start = 0;
  while (start < from.size() && from[start] == ' ') ++start;
  std::size_t end = start;
  while (end < from.size() && from[end] != ' ') ++end;
  const std::string_view word{from.data() + start, end - start};
  from.remove_prefix(end);
  return word;
}

void answer(std::string_view line, std::span<char> buffer) noexcept {
  const std::string_view id = take_word(line), code = take_word(line), on = take_word(line),
                         in = take_word(line), more = take_word(line);
  if (on.empty() || !more.empty())
    return board::put("Write a policy, a region and a day, as in: nl-ml ML-7 2022-12-01\n");
  const auto policy = ambit::tables::atlas.find(id);
  const auto region = ambit::parse_region(code);
  const auto day = ambit::parse_date(on);
  if (!policy) return board::put("There is no such policy; nl-ml is one.\n");
  if (!region) return board::put("Write the region as its ISO 3166-2 code, as in ML-7.\n");
  if (!day) return board::put("Write the day as YYYY-MM-DD; it must be in the calendar.\n");
  if (!in.empty() && in != "en" && in != "nl") return board::put("The languages are en and nl.\n");

  const std::size_t size =
      ambit::explain(ambit::classify(*policy, *region, *day),
                     in == "nl" ? ambit::language::nl : ambit::language::en, buffer);
  board::put({buffer.data(), size < buffer.size() ? size : buffer.size()});
  if (size > buffer.size()) board::put("\n(The rest has no room here.)\n");
}

}  // namespace

int board::run() noexcept {
  char buffer[16 * 1024];
  for (line_reader line; line.next(); board::put("\n")) {
    if (line.too_long())
      board::put("The line is too long for a question.\n");
    else
      answer(line.text(), buffer);
  }
  return 0;
}
