// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/perfect_hash.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ambitc {

/// A perfect hash of some keys: where each has its slot.
struct hashed_keys {
  ambit::detail::perfect_hash hash;
  std::uint32_t slots;                 ///< how many there are, empty ones included
  std::string_view displacement_type;  ///< that holds them, as C++ writes it
  std::vector<std::uint32_t> displacements;
  std::vector<std::uint32_t> slot_of;  ///< by the position of the key
};

/// A perfect hash of keys that are all different (std::invalid_argument if two are not). Few slots
/// are empty: of thousands of keys about one in 40. The same keys always give the same one.
hashed_keys make_perfect_hash(std::span<const std::uint64_t> keys);
hashed_keys make_perfect_hash(std::span<const ambit::detail::wide_key> keys);

/// The same without displacements, with as few slots as it finds; a policy has at most 254 keys.
ambit::detail::small_hash make_small_hash(std::span<const std::uint32_t> keys);
std::size_t slots_of(ambit::detail::small_hash hash);

/// The functions of a table that show its hashes.
std::string hash_function(std::string_view name, const ambit::detail::perfect_hash& hash);
std::string hash_function(std::string_view name, ambit::detail::small_hash hash);

}  // namespace ambitc
