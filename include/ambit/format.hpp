// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/date.hpp>
#include <ambit/packed_text.hpp>
#include <ambit/region.hpp>
#include <ambit/status.hpp>

#include <version>
#ifdef __cpp_lib_format
#include <format>
#endif

// Codes, days, texts and the words of closed vocabularies for std::format, with the width and fill
// of a text: std::format("{}: {:>14}", gao, answer[measure::internal_protection]). A standard
// library without std::format, such as that of g++ 12, has nothing of this.

#ifdef __cpp_lib_format

namespace ambit::inline v8::detail {

/// Formats what `shown` makes of a value, as a std::string_view is.
template <class Value>
struct formatter_of_text : std::formatter<std::string_view> {
  template <class Context>
  auto format(const Value& value, Context& context) const {
    if constexpr (closed_vocabulary<Value>) {
      return std::formatter<std::string_view>::format(name(value), context);
    } else {
      const auto text = to_text(value);
      return std::formatter<std::string_view>::format(text.view(), context);
    }
  }
};

}  // namespace ambit::inline v8::detail

template <>
struct std::formatter<ambit::country> : ambit::detail::formatter_of_text<ambit::country> {};
template <>
struct std::formatter<ambit::region> : ambit::detail::formatter_of_text<ambit::region> {};
template <>
struct std::formatter<ambit::date> : ambit::detail::formatter_of_text<ambit::date> {};
template <ambit::closed_vocabulary Enum>
struct std::formatter<Enum> : ambit::detail::formatter_of_text<Enum> {};

template <std::size_t Capacity>
struct std::formatter<ambit::short_text<Capacity>> : std::formatter<std::string_view> {
  template <class Context>
  auto format(const ambit::short_text<Capacity>& text, Context& context) const {
    return std::formatter<std::string_view>::format(text.view(), context);
  }
};

/// A text for people: without width and fill, as it is not at hand as a whole.
template <>
struct std::formatter<ambit::packed_text> {
  template <class Context>
  constexpr auto parse(Context& context) {
    return context.begin();
  }
  template <class Context>
  auto format(const ambit::packed_text& text, Context& context) const {
    auto out = context.out();
    for (const char c : text) *out++ = c;
    return out;
  }
};

#endif
