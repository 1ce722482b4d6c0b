// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ambitc {

/// A perfect hash of some keys: where each has its slot.
struct hashed_keys {
  ambit::detail::perfect_hash hash;
  std::uint32_t slots;  ///< how many there are, empty ones included
  std::vector<std::uint16_t> displacements;
  std::vector<std::uint32_t> slot_of;  ///< by the position of the key
};

/// A perfect hash of keys that are all different (std::invalid_argument if two are not). Few slots
/// are empty: of thousands of keys about one in 40. The same keys always give the same one.
hashed_keys make_perfect_hash(std::span<const std::uint64_t> keys);
hashed_keys make_perfect_hash(std::span<const ambit::detail::wide_key> keys);

/// A hash of few keys, without displacements: each has its own slot (key * multiplier) >> shift.
struct small_hash {
  std::uint32_t multiplier;
  unsigned shift;

  std::size_t slots() const { return std::size_t{1} << (32 - shift); }
  std::size_t slot(std::uint32_t key) const { return key * multiplier >> shift; }
};

/// With as few slots as it finds; a policy has at most 254 keys. std::invalid_argument if two are
/// the same.
small_hash make_small_hash(std::span<const std::uint32_t> keys);

/// How it is written in a table.
std::string cpp_value(const ambit::detail::perfect_hash& of);

}  // namespace ambitc
