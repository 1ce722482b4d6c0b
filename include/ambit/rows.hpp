// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/region.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>

// What all generated tables are made of, those of policies and those of all regions: rows in
// arrays, to which others refer by position, and codes in few bytes.

namespace ambit::inline v8 {

/// Consecutive rows, to read. What std::span would be: that one takes the compiler 15 ms for each
/// kind of row, a third of a second for a table, in every file that includes one.
template <class Row>
class [[nodiscard]] row_span {
 public:
  constexpr row_span() = default;
  constexpr row_span(const Row* first, std::size_t size) noexcept : first_(first), size_(size) {}

  constexpr const Row* begin() const noexcept { return first_; }
  constexpr const Row* end() const noexcept { return first_ + size_; }
  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr const Row& operator[](std::size_t at) const noexcept { return first_[at]; }

 private:
  const Row* first_ = nullptr;
  std::size_t size_ = 0;
};

/// At most 255 consecutive rows of one of a table's arrays, in three bytes: a table has many.
template <class Row>
struct rows {
  std::uint8_t first_low = 0, first_high = 0;
  std::uint8_t count = 0;

  constexpr rows() = default;
  constexpr rows(std::size_t first, std::size_t number) noexcept
      : first_low(static_cast<std::uint8_t>(first)),
        first_high(static_cast<std::uint8_t>(first >> 8)),
        count(static_cast<std::uint8_t>(number)) {}

  constexpr std::size_t first() const noexcept {
    return std::size_t{first_low} | std::size_t{first_high} << 8;
  }
  constexpr bool empty() const noexcept { return count == 0; }

  friend constexpr bool operator==(const rows&, const rows&) = default;
};

/// The rows that `which` selects of `all`.
template <class Row>
constexpr row_span<Row> select(row_span<Row> all, rows<Row> which) noexcept {
  return {all.begin() + which.first(), which.count};
}

/// A region code in six bytes.
struct packed_region {
  std::uint16_t high = 0, middle = 0, low = 0;

  constexpr packed_region() = default;
  constexpr packed_region(region code) noexcept
      : high(static_cast<std::uint16_t>(code.packed >> 32)),
        middle(static_cast<std::uint16_t>(code.packed >> 16)),
        low(static_cast<std::uint16_t>(code.packed)) {}
  /// Of its numbers: where a table has many, literals would take the compiler longer.
  constexpr packed_region(std::uint16_t first, std::uint16_t second, std::uint16_t third) noexcept
      : high(first), middle(second), low(third) {}
  constexpr region unpacked() const noexcept {
    return ambit::region{std::uint64_t{high} << 32 | std::uint64_t{middle} << 16 | low};
  }

  constexpr operator region() const noexcept { return unpacked(); }

  friend constexpr auto operator<=>(packed_region, packed_region) = default;
  friend constexpr bool operator==(packed_region, packed_region) = default;
  friend constexpr bool operator==(packed_region a, region b) noexcept { return a.unpacked() == b; }
};

namespace detail {
/// What stands in a slot of a hash that no key has: bits that no key gives.
inline constexpr std::uint64_t empty_slot = ~std::uint64_t{0};
}  // namespace detail

}  // namespace ambit::inline v8

template <class Row>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::row_span<Row>> = true;
template <class Row>
inline constexpr bool std::ranges::enable_view<ambit::row_span<Row>> = true;
