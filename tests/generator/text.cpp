// SPDX-License-Identifier: BSL-1.0
#include "text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

// Texts: what is like a word, what is hidden in one, and what no table can hold.

TEST_CASE("a candidate is like a word if at most a third of it differs, the first of those alike") {
  const auto near = [](std::string_view word, const std::vector<std::string>& candidates) {
    return ambitc::nearest(word, candidates).value_or("");
  };
  CHECK(near("abcdef", {"xbcdex"}) == "xbcdex");
  CHECK(near("abcdef", {"xxcdex"}) == "");
  CHECK(near("ab", {"ax"}) == "ax");
  CHECK(near("ab", {"xy"}) == "");
  CHECK(near("abcdef", {"abcdxx", "abcdex", "abcdey"}) == "abcdex");
  CHECK(near("abcdef", {"bcdef"}) == "bcdef");
  CHECK(near("abcdef", {"abcde"}) == "abcde");
  CHECK(near("abcdef", {"abcdefg"}) == "abcdefg");
  CHECK(near(std::string(64, 'a'), {std::string(63, 'a')}) != "");
  CHECK(near(std::string(65, 'a'), {std::string(64, 'a')}) == "");
}

TEST_CASE("of more than twelve candidates twelve are listed, and the others counted") {
  std::vector<std::string> all(12, "x");
  CHECK(ambitc::some_of(all) == "x, x, x, x, x, x, x, x, x, x, x, x");
  all.push_back("y");
  CHECK(ambitc::some_of(all) == "x, x, x, x, x, x, x, x, x, x, x, x and 1 more");
}

TEST_CASE("runs of white space are one blank, and none at the ends") {
  CHECK(ambitc::folded(" a \t\r\n b\v\f") == "a b");
  CHECK(ambitc::folded("ab") == "ab");
  CHECK(ambitc::folded("  ") == "");
}

TEST_CASE("what does not show is a finding, at its first byte: the first and last of each range") {
  const auto hidden = [](std::string_view character) {
    const std::string text = "ab" + std::string{character};
    const auto found = ambitc::first_hidden_character(text);
    return found && found->offset == 2;
  };
  for (const char* const each : {"\x01",
                                 "\x1f",
                                 "\x7f",
                                 "\xc2\x80",
                                 "\xc2\x9f",
                                 "\xe2\x80\xa8",
                                 "\xe2\x80\xa9",  // controls
                                 "\xd8\x9c",
                                 "\xe2\x80\x8e",
                                 "\xe2\x80\x8f",
                                 "\xe2\x80\xaa",
                                 "\xe2\x80\xae",
                                 "\xe2\x81\xa6",
                                 "\xe2\x81\xa9",  // of direction
                                 "\xc2\xad",
                                 "\xe2\x80\x8b",
                                 "\xe2\x80\x8d",
                                 "\xe2\x81\xa0",
                                 "\xe2\x81\xa4",
                                 "\xef\xbb\xbf",
                                 "\xf3\xa0\x80\x80",
                                 "\xf3\xa0\x81\xbf"})  // without width
    CHECK_MESSAGE(hidden(each), ambitc::visible(each));
  for (const char* const each :
       {" ", "\t", "\n", "\r", "~", "\xc2\xa0", "\xe2\x80\x8a", "\xe2\x80\x90", "\xe2\x80\xa7",
        "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe2\x81\xa5", "\xf3\xa0\x82\x80"})
    CHECK_MESSAGE(!hidden(each), ambitc::visible(each));
  CHECK(
      !ambitc::first_hidden_character("\xef\xbb\xbf"
                                      "a"));  // a byte-order mark
}

TEST_CASE("what does not show is shown by its number, and what is no character as such") {
  CHECK(ambitc::visible("a\x01"
                        "b") == "a<U+0001>b");
  CHECK(ambitc::visible("\xf3\xa0\x80\x81") == "<U+0E0001>");
  CHECK(ambitc::visible("a\nb") == "a<U+000A>b");
  CHECK(ambitc::visible("a\xff\xffz") == "a<?><?>z");
}

TEST_CASE("of what no table can hold the first is named") {
  CHECK(!ambitc::first_unbakeable("a / * ? b"));
  CHECK(ambitc::first_unbakeable("a*/\"") == "'*/'");
  CHECK(ambitc::first_unbakeable("a\"*/") == "'\"'");
  CHECK(ambitc::first_unbakeable("a\r") == "a line end");
  CHECK(ambitc::first_unbakeable("a?"
                                 "?b") ==
        "'?"
        "?'");
}
