// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

// A perfect hash with displacements, as the generator computes it and the headers read it ("hash,
// displace, and compress", Belazzougui and others, 2009). The top bits of a key's hash choose a
// displacement, one for about five keys; with it the bits below choose the key's own slot.

namespace ambit::inline v1::detail {

struct perfect_hash {
  std::uint64_t multiplier;
  unsigned bucket_shift;  ///< 64 less the bits that number the displacements
  std::uint32_t slots;

  constexpr std::uint64_t hash(std::uint64_t key) const noexcept { return key * multiplier; }
  constexpr std::size_t bucket(std::uint64_t hash) const noexcept {
    return static_cast<std::size_t>(hash >> bucket_shift);
  }
  /// Less than `slots`.
  constexpr std::uint32_t slot(std::uint64_t hash, std::uint16_t displacement) const noexcept {
    const auto mixed = static_cast<std::uint32_t>(hash >> 22) ^ std::uint32_t{displacement} << 16;
    return static_cast<std::uint32_t>(std::uint64_t{mixed} * slots >> 32);
  }
};

}  // namespace ambit::inline v1::detail
