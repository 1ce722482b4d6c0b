// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

// A perfect hash with displacements, as the generator computes it and the headers read it ("hash,
// displace, and compress", Belazzougui and others, 2009). The top bits of a key's hash choose a
// displacement, one for about five keys. Its low six bits say which bits of the hash choose a slot
// in a window of slots; all of it, scaled, where the window begins. That is a shift and a sum,
// where another product would take longer.

namespace ambit::inline v1::detail {

struct perfect_hash {
  std::uint64_t multiplier;
  unsigned bucket_shift;  ///< 64 less the bits that number the displacements
  std::uint32_t window;   ///< slots of a window, less one: a power of two less one
  std::uint32_t scale;    ///< 64ths of a slot by which a displacement moves the window

  constexpr std::uint64_t hash(std::uint64_t key) const noexcept { return key * multiplier; }
  constexpr std::size_t bucket(std::uint64_t hash) const noexcept {
    return static_cast<std::size_t>(hash >> bucket_shift);
  }
  /// Where the window of a displacement begins.
  constexpr std::size_t moved(std::uint32_t displacement) const noexcept {
    return scale < 64 ? displacement / (64 / scale) : displacement * (scale / 64);
  }
  /// Less than the number of slots, whatever the key: each displacement has its window in them.
  constexpr std::size_t slot(std::uint64_t hash, std::uint32_t displacement) const noexcept {
    const std::size_t in_window = static_cast<std::size_t>(hash >> (displacement & 63) & window);
    // One sum and one shift: compilers take three shifts for the displacement alone.
    if (scale < 64) return (in_window * (64 / scale) + displacement) / (64 / scale);
    return in_window + moved(displacement);
  }
};

}  // namespace ambit::inline v1::detail
