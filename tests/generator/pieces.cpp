// SPDX-License-Identifier: BSL-1.0
#include "pieces.hpp"

#include "run.hpp"

#include <ambit/packed_text.hpp>
#include <ambit/tables/atlas.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

// Texts for people are packed, and read again as they were.

namespace {

std::string read_again(std::string_view text) {
  const std::string bytes = ambitc::packed(text);
  const ambit::packed_text read{bytes.c_str()};
  return std::string(read.begin(), read.end());
}

/// The most bytes that wait while a byte of a packed text is read.
unsigned waiting(std::uint8_t byte) {
  const auto& pieces = ambit::tables::pieces;
  if (!pieces.has(byte)) return 0;
  return std::max(waiting(pieces[byte].first) + 1, waiting(pieces[byte].second));
}

}  // namespace

TEST_CASE("any bytes but NUL are read as they were packed") {
  const auto bytes = rc::gen::container<std::string>(
      rc::gen::map(rc::gen::inRange(1, 256), [](int byte) { return static_cast<char>(byte); }));
  CHECK(rc::check("any bytes", [&] {
    const std::string text = *bytes;
    RC_ASSERT(read_again(text) == text);
  }));
}

TEST_CASE("scripts without pieces of their own are read as they were packed") {
  for (const char* text : {"", "a", "غاو", "Чечня", "‘Kaka’i’ – «mandeeërs»", "\xf0\x9f\x97\xba"})
    CHECK(read_again(text) == text);
}

TEST_CASE(
    "no piece leaves more bytes waiting than a word holds, and none holds the end of a text") {
  for (unsigned byte = 0; byte < 256; ++byte) {
    const auto each = static_cast<std::uint8_t>(byte);
    CHECK(waiting(each) <= sizeof(std::uint64_t));
    if (ambit::tables::pieces.has(each)) CHECK(ambit::tables::pieces[each].second != 0);
  }
  CHECK(!ambit::tables::pieces.has(0));
  CHECK(!ambit::tables::pieces.has(ambit::detail::literal_follows));
}

TEST_CASE("the texts of the shipped policies take about half their bytes") {
  std::size_t plain = 0, packed = 0;
  for (std::uint8_t i = 0; i < ambit::tables::atlas.size; ++i) {
    const ambit::tables::atlas_entry of{i};
    for (const ambit::rule_row& rule : of.rules())
      for (const auto in : {ambit::language::en, ambit::language::nl}) {
        const ambit::packed_text title = text(of, rule.title, in);
        const std::string whole(title.begin(), title.end());
        plain += whole.size();
        packed += ambitc::packed(whole).size();
      }
  }
  CHECK(packed * 10 < plain * 6);
}

TEST_CASE("pieces are chosen from the texts of policies, the same ones each time") {
  const fixture::temporary_folder once, twice;
  CHECK(run::ambitc("pieces policy-src --into " + once.path().string()).status == 0);
  CHECK(run::ambitc("pieces policy-src --into " + twice.path().string()).status == 0);
  const std::string chosen = fixture::read(once.path() / "pieces.hpp");
  CHECK(chosen.starts_with("// Chosen by ambitc"));
  CHECK(chosen == fixture::read(twice.path() / "pieces.hpp"));
}

TEST_CASE("pieces of texts that say little are few") {
  const std::vector<std::string> texts(8, "abab");
  const ambitc::baked_file made = ambitc::bake_pieces(texts);
  CHECK(made.name == "pieces.hpp");
  CHECK(made.text.find("{97, 98}, {2, 2}, {0, 0}") != std::string::npos);
}
