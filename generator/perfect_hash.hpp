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

/// A perfect hash of keys that are all different (std::invalid_argument if two are not), with as
/// few slots as it finds: of few keys often as many as there are, of many a per cent more. The same
/// keys always give the same one. Keys that are hashes already are not multiplied.
hashed_keys make_perfect_hash(std::span<const std::uint64_t> keys, bool are_hashes = false);

/// How it is written in a table.
std::string cpp_value(const ambit::detail::perfect_hash& of);

}  // namespace ambitc
