// SPDX-License-Identifier: BSL-1.0
#include <ambit/region.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

// Codes are read several bytes at once; here one after the other.

namespace {

using namespace ambit;

bool is_code(std::string_view text) {
  if (text.size() < 4 || text.size() > 6) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool letter = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
    if (at == 2 ? c != '-' : !letter && (at < 2 || !digit)) return false;
  }
  return true;
}

std::uint64_t packed(std::string_view text) {
  std::uint64_t all = 0;
  for (std::size_t at = 0; at < 6; ++at)
    all = all << 8 | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0u);
  return all;
}

region read_slowly(std::string_view text) {
  return is_code(text) ? region{packed(text)} : region{};
}

region pack_slowly(std::string_view text) {
  if (text.size() < 4 || text.size() > 6 || text.back() == '\0') return {};
  std::string capitals{text};
  for (char& c : capitals)
    if ((c & 0x60) == 0x60) c = static_cast<char>(c & ~0x20);
  return region{packed(capitals)};
}

/// Texts near codes: of every size to eight, with every byte in every place and every two side by
/// side, and bytes at random.
template <class Ask>
void for_all_texts(Ask ask) {
  for (const std::string_view code : {"", "M", "ML", "ML-", "ML-7", "ML-10", "ML-BKO", "ML-BKOX"})
    for (std::size_t at = 0; at < std::max(code.size(), std::size_t{1}); ++at)
      for (int byte = 0; byte < 256; ++byte) {
        std::string text{code};
        if (at < text.size()) text[at] = static_cast<char>(byte);
        ask(text);
      }
  for (std::size_t at = 0; at < 5; ++at)
    for (int bytes = 0; bytes < 0x10000; ++bytes) {
      std::string text{"ML-BKO"};
      text[at] = static_cast<char>(bytes >> 8);
      text[at + 1] = static_cast<char>(bytes & 0xff);
      ask(text);
    }
  std::mt19937 random{3};
  constexpr std::string_view likely{"AZaz09-@[`{/:\x7f\x80\xff\0", 17};
  for (int i = 0; i < 300'000; ++i) {
    std::string text(random() % 8, '-');
    for (std::size_t at = 0; at < text.size(); ++at)
      if (at != 2 || random() % 4 == 0) text[at] = likely[random() % likely.size()];
    ask(text);
  }
}

/// The same bytes alone on the heap, so that a sanitizer sees what is read beside them.
template <class Read>
std::size_t count_wrong(Read read, region (*slowly)(std::string_view)) {
  std::size_t wrong = 0;
  for_all_texts([&](const std::string& text) {
    const std::vector<char> alone{text.begin(), text.end()};
    const std::string_view view{alone.data(), alone.size()};
    wrong += read(view) == slowly(view) ? 0u : 1u;
  });
  return wrong;
}

}  // namespace

TEST_CASE("a text is a region if and only if each of its characters is right for its place") {
  const auto read = [](std::string_view text) { return parse_region(text).value_or(region{}); };
  CHECK(count_wrong(read, read_slowly) == 0);
}

TEST_CASE(
    "of a text of four to six bytes small letters become capitals, and nothing else changes") {
  CHECK(count_wrong(detail::pack_code, pack_slowly) == 0);
}
