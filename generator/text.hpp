// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ambitc {

/// All parts in a row.
template <class... Parts>
std::string cat(const Parts&... parts) {
  std::string all;
  (all.append(std::string_view{parts}), ...);
  return all;
}

/// A number as C++ writes it in sixteen hexadecimal digits: 0x00000000000000ff.
std::string hexadecimal(std::uint64_t value);

/// The texts in a row, with `between` between each two.
std::string join(std::span<const std::string> texts, std::string_view between);

/// Where the first byte stands that is not UTF-8; nothing if all of `text` is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// A character that must not stand in a source: where, and what it is called (with its article).
struct bad_character {
  std::size_t offset;
  std::string name;
};

/// The first control character (line ends and tabs apart), bidirectional formatting or invisible
/// character of a valid UTF-8 text: they make a reviewer see another text than the compiler does.
std::optional<bad_character> first_hidden_character(std::string_view text);

/// `text` with every character that a reader would not see, and every byte that is no UTF-8, in a
/// form that shows: <U+202E>, <?>. For messages, which quote what was written.
std::string visible(std::string_view text);

/// What in `text` could end or change a C++ literal or comment, as a reader would write it; nothing
/// if the text can be baked. Newlines and tabs count.
std::optional<std::string> first_unbakeable(std::string_view text);

/// `text` with '_' for each '-', as C++ names need it.
std::string underscored(std::string_view text);

/// `text` without a byte-order mark, and with '\n' at the end of each line, whatever ended it
/// before: CRLF, CR or the end of the text.
std::string plain_lines(std::string_view text);

/// `text` with each run of white space as one blank, and none at either end.
std::string folded(std::string_view text);

/// How many bytes are to be put in, left out or changed to make one text of the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that is most like `word`, if one is like it at all (at most a third of it
/// differs).
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// The candidates in a row, those past the twelfth as a number.
std::string some_of(std::span<const std::string> candidates);

/// "; did you mean 'x'?", or nothing where no candidate is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace ambitc
