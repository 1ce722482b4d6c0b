// SPDX-License-Identifier: BSL-1.0
#include "fixture.hpp"

#include "perfect_hash.hpp"

#include <ambit/tables/gazetteer_compact.hpp>
#include <ambit/tables/gazetteer_names.hpp>

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <vector>

// The generated tables of all regions against the files that they were made of.

namespace {

using namespace ambit;
using tables::gazetteer_names;

const ambitc::gazetteer& source() {
  static const ambitc::gazetteer read = [] {
    ambitc::diagnostics found;
    return ambitc::gazetteer::read(fixture::root / "policy-src/gazetteer", "gazetteer", found);
  }();
  return read;
}

std::string folded(std::string_view name) {
  detail::folded_name into{};
  detail::fold(tables::folding, name, into);
  return std::string{into.text()};
}

/// Where a table with these displacements looks for a key.
std::size_t slot_of(const ambitc::hashed_keys& of, std::uint64_t key) {
  const std::uint64_t hash = of.hash.hash(key);
  if (of.displacement_type == "std::uint32_t") return of.hash.slot(hash, of.displacements);
  REQUIRE(of.displacement_type == "std::uint16_t");
  return of.hash.slot(hash,
                      std::vector<std::uint16_t>(of.displacements.begin(), of.displacements.end()));
}

/// The same by the table alone, one character after the other; nothing for what is no text.
std::optional<std::string> folded_slowly(std::string_view name) {
  std::string text;
  while (!name.empty()) {
    std::size_t size = 1;
    if (const auto c = static_cast<unsigned char>(name[0]); c < 0x80) {
      if (c == 0) return std::nullopt;
      if (const std::uint8_t folded = tables::folding.ascii()[c]) text += static_cast<char>(folded);
    } else {
      const detail::decoded next = detail::decode(name);
      if (next.character < 0) return std::nullopt;
      size = next.size;
      const std::uint16_t folded = detail::folding_of(tables::folding, next.character);
      if (folded == 0) text += name.substr(0, size);
      if (folded != 0 && folded != detail::dropped) {
        text += static_cast<char>(folded & 0xff);
        if (folded >> 8 != 0) text += static_cast<char>(folded >> 8);
      }
    }
    name.remove_prefix(size);
  }
  return text;
}

}  // namespace

TEST_CASE("names of any size and script are folded as the table says") {
  // Letters, what is dropped, other ASCII, and characters of two, three and four bytes: of one
  // letter, of two, dropped, of another script; and bytes that are no text.
  const std::string_view pieces[] = {
      "a", "Z", "k", "M", " ", "'", "-",  "`", "7",        "(",        "@",        "é",
      "Æ", "ß", "ẞ", "’", "ạ", "Г", "ツ", "𐍈", "\xcc\x81", "\xc2\xad", "\xe2\x80", "\xff"};
  std::mt19937 random{4};
  std::size_t wrong = 0, texts = 0;
  for (std::size_t i = 0; i < 300'000; ++i) {
    std::string name;
    const std::size_t kinds = i % 3 == 0 ? 4 : i % 3 == 1 ? 22 : std::size(pieces);
    for (std::size_t left = random() % 45; left > 0; --left) name += pieces[random() % kinds];
    if (i % 1000 == 0) name.append(100, 'x');
    const std::vector<char> exact{name.begin(), name.end()};  // a sanitizer sees its end
    const std::string_view view{exact.data(), exact.size()};
    detail::folded_name into{};
    detail::fold(tables::folding, view, into);
    const std::optional<std::string> expected = folded_slowly(view);
    const auto found = find_name(gazetteer_names, view);
    if (!expected) {
      wrong += into.malformed && found.result() == name_result::malformed ? 0u : 1u;
      continue;
    }
    ++texts;
    wrong += into.malformed ? 1u : 0u;
    const bool is_long = expected->size() > detail::folded_name::most;
    wrong += is_long ? (into.is_name() ? 1u : 0u) : (into.text() == *expected ? 0u : 1u);
    wrong += found.result() == find_folded(gazetteer_names, *expected).result() ? 0u : 1u;
  }
  CHECK(texts > 200'000);
  CHECK(wrong == 0);
}

TEST_CASE("every name is found as its folded form is, whatever folds away stands in it") {
  // What becomes nothing, of one to three bytes, and letters of two and three bytes.
  const std::string_view nothing[] = {" ", "-", "'", "`", "’", "\xcc\x81", "\xc2\xad"};
  const std::map<char, std::vector<std::string_view>> written = {
      {'a', {"A", "á", "Å", "ạ", "Ậ"}}, {'e', {"E", "é", "Ě", "ế"}}, {'i', {"I", "í", "İ", "ị"}},
      {'l', {"L", "Ł", "ľ"}},           {'o', {"O", "ø", "Ő", "ợ"}}, {'s', {"S", "ș", "Š", "ṣ"}},
      {'t', {"T", "ț", "ť"}},           {'u', {"U", "ü", "Ů", "ự"}}, {'z', {"Z", "Ž", "ż"}}};
  std::mt19937 random{6};
  std::size_t found = 0, wrong = 0;
  for (int round = 0; round < 40; ++round)
    for (const std::uint64_t bits : gazetteer_names.name_slots()) {
      const detail::name_slot slot{bits};
      std::string name{gazetteer_names.name_texts() + slot.offset(), slot.size()};
      if (round % 4 == 3 && !name.empty()) {
        char& c = name[random() % name.size()];
        if (written.contains(c)) c = 'q';  // then most are of no region
      }
      std::string text;
      for (const char c : name) {
        const bool continues = (c & 0xc0) == 0x80;
        if (!continues && random() % 8 == 0) text += nothing[random() % std::size(nothing)];
        const auto others = written.find(c);
        if (others == written.end() || random() % 4 != 0)
          text += c;
        else
          text += others->second[random() % others->second.size()];
      }
      if (random() % 8 == 0) text += nothing[random() % std::size(nothing)];
      const std::vector<char> exact{text.begin(), text.end()};  // a sanitizer sees its end
      const auto is = find_name(gazetteer_names, {exact.data(), exact.size()});
      const auto expected = find_folded(gazetteer_names, name);
      found += is.size() > 0 ? 1u : 0u;
      bool same = is.result() == (name.empty() ? name_result::none : expected.result()) &&
                  is.size() == expected.size();
      for (std::size_t i = 0; same && i < is.size(); ++i) same = is[i] == expected[i];
      wrong += same ? 0u : 1u;
    }
  CHECK(found > 100'000);
  CHECK(wrong == 0);
}

TEST_CASE("every region is found by its code, in capitals and small letters, with its parent") {
  std::size_t wrong = 0;
  for (const ambitc::subdivision& each : source().all()) {
    std::string code{to_text(each.code)};
    wrong += find_code(gazetteer_names, code) == each.code ? 0u : 1u;
    for (char& c : code) c = static_cast<char>(std::tolower(c));
    wrong += find_code(gazetteer_names, code) == each.code ? 0u : 1u;
    wrong += parent_of(gazetteer_names, each.code).value_or(region{}) == each.parent ? 0u : 1u;
  }
  CHECK(source().all().size() > 5000);
  CHECK(wrong == 0);
}

TEST_CASE(
    "no code is found that the gazetteer has not: all of four characters, near misses of all") {
  std::set<std::string> known;
  for (const ambitc::subdivision& each : source().all())
    known.emplace(to_text(each.code));
  std::size_t asked = 0, wrong = 0;
  const auto ask = [&](const std::string& code) {
    ++asked;
    wrong += find_code(gazetteer_names, code).has_value() == known.contains(code) ? 0u : 1u;
    wrong +=
        find_code(tables::gazetteer_compact, code).has_value() == known.contains(code) ? 0u : 1u;
  };
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  for (const char a : letters)
    for (const char b : letters)
      for (const char c : letters) ask({a, b, '-', c});
  for (const std::string& code : known)
    for (std::size_t at = 0; at < code.size(); ++at)
      for (const char c : letters + "-") {
        std::string near = code;
        near[at] = c;
        ask(near);
        ask(code.substr(0, at) + c + code.substr(at));
      }
  CHECK(asked > 1'000'000);
  CHECK(wrong == 0);
}

TEST_CASE("every name is found: by one region, or by exactly those that share it") {
  std::map<std::string, std::vector<region>> by_name;
  for (const ambitc::subdivision& each : source().all())
    by_name[folded(each.name)].push_back(each.code);
  std::size_t wrong = 0, ambiguous = 0;
  for (const ambitc::subdivision& each : source().all()) {
    const auto found = find_name(gazetteer_names, each.name);
    const std::vector<region>& expected = by_name[folded(each.name)];
    const bool one = expected.size() == 1;
    ambiguous += one ? 0u : 1u;
    wrong += found.result() == (one ? name_result::one : name_result::ambiguous) ? 0u : 1u;
    wrong += found.size() == expected.size() ? 0u : 1u;
    for (std::size_t i = 0; i < found.size(); ++i) wrong += found[i] == expected[i] ? 0u : 1u;
    // A letter more is another name, or one that is known.
    const std::string more = each.name + "q";
    wrong +=
        (find_name(gazetteer_names, more).size() > 0) == by_name.contains(folded(more)) ? 0u : 1u;
  }
  CHECK(ambiguous > 50);
  CHECK(wrong == 0);
}

TEST_CASE("any bytes are answered, and what is no UTF-8 is refused") {
  std::mt19937_64 random{1};
  std::size_t answered = 0;
  for (std::size_t i = 0; i < 200'000; ++i) {
    // On the heap, so that a sanitizer sees each byte read past the end.
    std::string text(random() % 24, '\0');
    for (char& c : text) c = static_cast<char>(random() % (i % 2 == 0 ? 256 : 128));
    const std::vector<char> exact{text.begin(), text.end()};
    const std::string_view view{exact.data(), exact.size()};
    answered += find_code(gazetteer_names, view) ? 1u : 0u;
    answered += find(gazetteer_names, view).result() <= name_result::malformed ? 1u : 0u;
  }
  CHECK(answered >= 200'000);
  const std::string long_one(1'000'000, 'a');
  CHECK(find(gazetteer_names, long_one).result() == name_result::none);
  const std::string blanks(1'000'000, ' ');
  CHECK(find(gazetteer_names, blanks + "Gao").region() == "ML-7"_region);
}

TEST_CASE("a perfect hash gives each key its own slot, up to 100,000 keys") {
  std::mt19937_64 random{2};
  for (const std::size_t size : {0u, 1u, 2u, 5u, 11u, 100u, 1000u, 5127u, 100'000u}) {
    std::set<std::uint64_t> distinct;
    while (distinct.size() < size) distinct.insert(random() & 0xffff'ffff'ffff);
    const std::vector<std::uint64_t> keys{distinct.begin(), distinct.end()};
    const ambitc::hashed_keys made = ambitc::make_perfect_hash(keys);
    std::set<std::uint32_t> slots;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      CHECK(slot_of(made, keys[i]) == made.slot_of[i]);
      slots.insert(made.slot_of[i]);
    }
    CHECK(slots.size() == size);
    // Of many keys it is found at once with more spare slots; few have at least those of a window.
    const std::size_t spare = size > 8000 ? size / 8 : size / 40 + 2;
    CHECK(made.slots <= std::max(size + spare, std::size_t{8}));
  }
}

TEST_CASE("equal keys have no perfect hash, which is said at once") {
  const std::vector<std::uint64_t> keys{1, 2, 1};
  CHECK_THROWS_AS(ambitc::make_perfect_hash(keys), std::invalid_argument);
}
