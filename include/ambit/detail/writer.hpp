// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/packed_text.hpp>
#include <ambit/short_text.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace ambit::inline v8::detail {

/// Writes text into a buffer as far as it fits and counts what would be needed in all. Text is cut
/// at most once, and never inside a UTF-8 character.
class writer {
 public:
  constexpr explicit writer(std::span<char> buffer) noexcept : buffer_(buffer) {}

  constexpr writer& operator<<(std::string_view text) noexcept {
    needed_ += text.size();
    if (cut_) return *this;
    std::size_t fitting = text.size();
    if (const std::size_t room = buffer_.size() - written_; fitting > room) {
      cut_ = true;
      fitting = room;
      while (fitting > 0 && continues_character(text[fitting])) --fitting;
    }
    for (std::size_t i = 0; i < fitting; ++i) buffer_[written_++] = text[i];
    return *this;
  }

  template <std::size_t Capacity>
  constexpr writer& operator<<(const short_text<Capacity>& text) noexcept {
    return *this << text.view();
  }

  /// Character by character: a text is packed.
  constexpr writer& operator<<(const packed_text& text) noexcept {
    for (packed_text::iterator at = text.begin(); at != text.end();) {
      char character[4] = {};
      std::size_t size = 0;
      do character[size++] = *at++;
      while (size < 4 && at != text.end() && continues_character(*at));
      *this << std::string_view{character, size};
    }
    return *this;
  }

  constexpr std::size_t needed() const noexcept { return needed_; }

 private:
  static constexpr bool continues_character(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
  }

  std::span<char> buffer_;
  std::size_t written_ = 0;
  std::size_t needed_ = 0;
  bool cut_ = false;
};

}  // namespace ambit::inline v8::detail
