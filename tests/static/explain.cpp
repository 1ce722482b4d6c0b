// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

namespace {

using namespace answers;

// The text is the same whether the compiler writes it or the program does: tests/unit compares.
constexpr std::size_t needed(ambit::language in) {
  return explain(classify(nl_ml, gao, "2023-06-22"_date), in, {});
}
static_assert(needed(ambit::language::en) > 500);
static_assert(needed(ambit::language::nl) > 500);

// A buffer of any size gets what fits, and the size that would be needed does not change.
constexpr bool never_overruns() {
  const auto answer = classify(nl_ml, kayes, "2023-06-22"_date);
  std::array<char, 64> buffer{};
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{40}, buffer.size()}) {
    buffer.fill('#');
    const std::size_t whole = explain(answer, ambit::language::nl, std::span{buffer.data(), size});
    if (whole != explain(answer, ambit::language::nl, {})) return false;
    for (std::size_t past = size; past < buffer.size(); ++past)
      if (buffer[past] != '#') return false;
  }
  return true;
}
static_assert(never_overruns());

// A text is cut between two characters, never inside one: here before the two bytes of é.
constexpr std::size_t bytes_of_cut(std::string_view text, std::size_t room) {
  std::array<char, 16> buffer{};
  ambit::detail::writer out{std::span{buffer.data(), room}};
  out << text;
  std::size_t written = 0;
  while (buffer[written] != '\0') ++written;
  return written;
}
static_assert(bytes_of_cut("M\xC3\xA9naka", 1) == 1);
static_assert(bytes_of_cut("M\xC3\xA9naka", 2) == 1);
static_assert(bytes_of_cut("M\xC3\xA9naka", 3) == 3);
static_assert(bytes_of_cut("M\xC3\xA9naka", 16) == 7);

}  // namespace
