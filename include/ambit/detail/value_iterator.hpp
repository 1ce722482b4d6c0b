// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/version.hpp>

#include <cstddef>
#include <string_view>  // with the tags of iterators, and what says of a range that it is a view

namespace ambit::inline v8::detail {

/// What an iterator derives from whose elements are made when they are read: a forward iterator, of
/// which older algorithms see an input iterator. It holds all that it needs, and stays valid when
/// the range that made it is gone.
template <class Iterator, class Value>
struct value_iterator {
  using value_type = Value;
  using reference = Value;
  using pointer = void;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::forward_iterator_tag;

  friend constexpr Iterator operator++(Iterator& at, int) noexcept {
    const Iterator before = at;
    ++at;
    return before;
  }
  friend constexpr bool operator==(const value_iterator&, const value_iterator&) = default;
};

}  // namespace ambit::inline v8::detail
