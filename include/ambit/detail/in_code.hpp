// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/table.hpp>

#include <type_traits>

namespace ambit::inline v8::detail {

/// The same address, of which the compiler forgets that it is a constant. Else clang gathers the
/// addresses of all policies into an array, which a loader would have to relocate.
template <class T>
constexpr const T* in_code(const T* address) noexcept {
  if (!std::is_constant_evaluated()) asm("" : "+r"(address));
  return address;
}

template <class Row>
constexpr row_span<Row> in_code(row_span<Row> rows) noexcept {
  return {in_code(rows.begin()), rows.size()};
}

/// What holds no address.
template <class Value>
constexpr Value in_code(Value value) noexcept {
  return value;
}

}  // namespace ambit::inline v8::detail
