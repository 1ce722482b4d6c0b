// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/tables/pieces.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>  // with the tags of iterators: <iterator> takes a compiler a tenth of a second

// A text for people, as a table keeps it: at about half its size. It is read from its beginning,
// character by character; nothing is unpacked into memory.
//
//   for (const char c : text) ...
//   std::string(text.begin(), text.end())
//   text == "no risk groups"

namespace ambit::inline v8 {
inline namespace AMBIT_PIECES {  // what reads by other pieces has another name

/// UTF-8 in pieces: some bytes stand for two others, each of which may again be such a byte
/// (`tables::pieces`).
class [[nodiscard]] packed_text {
 public:
  class iterator {
   public:
    using value_type = char;
    using reference = char;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr iterator() = default;

    constexpr char operator*() const noexcept { return static_cast<char>(byte_); }
    constexpr iterator& operator++() noexcept {
      next();
      return *this;
    }
    constexpr iterator operator++(int) noexcept {
      const iterator before = *this;
      next();
      return before;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      if (a.byte_ == 0 || b.byte_ == 0) return a.byte_ == b.byte_;  // one of them is at the end
      return a.rest_ == b.rest_ && a.waiting_ == b.waiting_;
    }

   private:
    friend class packed_text;
    constexpr explicit iterator(const char* from) noexcept : rest_(from) { next(); }

    constexpr void next() noexcept {
      constexpr const detail::pieces_table& pieces = tables::pieces;
      if (waiting_ != 0) {
        byte_ = static_cast<std::uint8_t>(waiting_ & 0xff);
        waiting_ >>= 8;
      } else {
        byte_ = static_cast<std::uint8_t>(*rest_);
        if (byte_ == 0) return;
        ++rest_;
        if (byte_ == detail::literal_follows) {
          byte_ = static_cast<std::uint8_t>(*rest_++);
          return;
        }
      }
      while (pieces.has(byte_)) {
        waiting_ = waiting_ << 8 | pieces[byte_].second;
        byte_ = pieces[byte_].first;
      }
    }

    const char* rest_ = nullptr;
    // What follows in the piece that is being read, the next byte lowest: there is no piece of
    // which more would wait than this holds.
    std::uint64_t waiting_ = 0;
    std::uint8_t byte_ = 0;  // 0: at the end
  };

  constexpr packed_text() = default;
  /// `bytes` end with a NUL.
  constexpr explicit packed_text(const char* bytes) noexcept : bytes_(bytes) {}

  constexpr iterator begin() const noexcept { return iterator{bytes_}; }
  constexpr iterator end() const noexcept { return {}; }
  [[nodiscard]] constexpr bool empty() const noexcept { return *bytes_ == '\0'; }

  /// Bytes of UTF-8. Reads the whole text.
  [[nodiscard]] constexpr std::size_t size() const noexcept {
    std::size_t count = 0;
    for (iterator at = begin(); at != end(); ++at) ++count;
    return count;
  }

  friend constexpr bool operator==(const packed_text& text, std::string_view other) noexcept {
    iterator at = text.begin();
    for (const char c : other) {
      if (at == text.end() || *at != c) return false;
      ++at;
    }
    return at == text.end();
  }
  friend constexpr bool operator==(const packed_text& a, const packed_text& b) noexcept {
    return std::string_view{a.bytes_} == std::string_view{b.bytes_};
  }

 private:
  const char* bytes_ = "";
};

}  // namespace AMBIT_PIECES
}  // namespace ambit::inline v8

template <>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::packed_text> = true;
template <>
inline constexpr bool std::ranges::enable_view<ambit::packed_text> = true;
