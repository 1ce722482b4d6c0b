// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ambitc {

/// The next of the multipliers that are tried for a hash: the sequence of splitmix64, made odd.
/// `state` begins at 0, so that the same keys always find the same one.
std::uint64_t next_multiplier(std::uint64_t& state);

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

/// How it is written in a table.
std::string cpp_value(const ambit::detail::perfect_hash& of);

}  // namespace ambitc
