// SPDX-License-Identifier: BSL-1.0
#include <ambit/tables/folding.hpp>

#include <utf8proc.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

// The folding of every character that the table can have, against utf8proc: decomposed, without
// case and without marks. Where Unicode makes letters of ASCII of it, so must the table. Where
// Unicode leaves another letter, as it decomposes none such as ø, the table may have what its
// authors say, or the letter itself: these are listed.

namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::string by_utf8proc(const std::string& text) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                  UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
  const std::string folded =
      size < 0 ? "?"
               : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return folded;
}

std::string authored, kept;
std::size_t asked = 0, wrong = 0;

void compare(std::int32_t first, std::int32_t last) {
  for (std::int32_t character = first; character <= last; ++character) {
    utf8proc_uint8_t bytes[4];
    const auto size = static_cast<std::size_t>(utf8proc_encode_char(character, bytes));
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    ambit::detail::folded_name folded{};
    ambit::detail::fold(ambit::tables::folding, text, folded);
    const std::string ours{folded.text()}, expected = by_utf8proc(text);
    ++asked;
    if (ours == expected) continue;
    if (is_ascii(expected)) {
      ++wrong;
      std::printf("U+%04X %s becomes '%s', and '%s' by Unicode\n", static_cast<unsigned>(character),
                  text.c_str(), ours.c_str(), expected.c_str());
    } else if (ours == text) {
      kept += ' ' + text;
    } else {
      authored += ' ' + text + ':' + ours;
    }
  }
}

}  // namespace

int main() {
  using namespace ambit::detail;
  compare(latin_first, latin_last);
  compare(additional_first, additional_last);
  std::printf("authored, as Unicode does not decompose them:%s\n", authored.c_str());
  std::printf("kept as they are, where Unicode takes their case or marks away:%s\n", kept.c_str());
  std::printf("%zu characters, %zu wrong\n", asked, wrong);
  return wrong == 0 ? 0 : 1;
}
