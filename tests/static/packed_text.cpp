// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/nl_iq.hpp>

#include <iterator>

// Texts for people are read from their pieces.

namespace {

using namespace ambit;

static_assert(std::forward_iterator<packed_text::iterator>);

constexpr packed_text title(language in) {
  return text(tables::nl_iq, tables::nl_iq.title(), in);
}
static_assert(title(language::en) == "Policy of the Netherlands on Iraq");
static_assert(title(language::nl) == "Nederlands beleid over Irak");
static_assert(title(language::nl) != "Nederlands beleid over Ira");
static_assert(title(language::nl) != "Nederlands beleid over Irak ");
static_assert(title(language::en).size() == 33 && !title(language::en).empty());
static_assert(title(language::en) == title(language::en));
static_assert(title(language::en) != title(language::nl));

// Of one table, the empty text is that of position 0.
static_assert(text(tables::nl_iq, bilingual{}, language::en).empty());
static_assert(text(tables::nl_iq, bilingual{}, language::nl).empty());
static_assert(packed_text{}.empty() && packed_text{}.begin() == packed_text{}.end());

// A byte that is otherwise a piece stands for itself behind a mark, and so does the mark.
constexpr char a_piece = [] {
  std::uint8_t byte = 2;
  while (!tables::pieces.has(byte)) ++byte;
  return static_cast<char>(byte);
}();
constexpr char marked[] = {'a', detail::literal_follows, a_piece, 'z', '\0'};
constexpr char plain[] = {'a', a_piece, 'z', '\0'};
static_assert(packed_text{marked} == plain && packed_text{plain}.size() > 3);
static_assert(packed_text{"\x01\x01"} == "\x01");

// Two places in one piece are not the same, and the last character is not the end.
constexpr packed_text::iterator after(packed_text::iterator at) {
  return ++at;
}
constexpr char one_piece[] = {a_piece, '\0'};
static_assert(packed_text{one_piece}.begin() != after(packed_text{one_piece}.begin()));
constexpr packed_text letter{"z"};
static_assert(after(letter.begin()) == letter.end() && after(letter.begin()) != letter.begin());

// As it is with characters beyond ASCII.
constexpr bool has_yezidis() {
  for (const persons_row& each : tables::nl_iq.persons())
    if (text(tables::nl_iq, each.definition, language::nl) == "yezidi’s") return true;
  return false;
}
static_assert(has_yezidis());

}  // namespace
