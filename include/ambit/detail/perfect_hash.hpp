// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/version.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>

// A perfect hash with displacements, as the generator computes it and the headers read it ("hash,
// displace, and compress", Belazzougui and others, 2009). The highest bits of a key's hash number
// its bucket, of about five keys; the bits below them are the key's place in a window of slots.
// Where that begins is the bucket's displacement, less the bucket's number above the place: so it
// is added to both, and no bit must be taken out. Two shifts, one load and one sum lead to the
// slot.

namespace ambit::inline v8::detail {

/// Both halves of the product of two words, one laid over the other.
constexpr std::uint64_t mixed_product(std::uint64_t a, std::uint64_t b) noexcept {
#if defined __SIZEOF_INT128__ && !defined __wasm__  // there it is a call of a library
  __extension__ using wide = unsigned __int128;
  const wide product = static_cast<wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
  const std::uint64_t a0 = a & 0xffff'ffff, a1 = a >> 32, b0 = b & 0xffff'ffff, b1 = b >> 32;
  const std::uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32);
  const std::uint64_t middle_low = (middle & 0xffff'ffff) + a0 * b1;
  const std::uint64_t high = a1 * b1 + (middle >> 32) + (middle_low >> 32);
  return (middle_low << 32 | (low & 0xffff'ffff)) ^ high;
#endif
}

/// A key of two words.
struct wide_key {
  std::uint64_t first, second;

  friend constexpr auto operator<=>(const wide_key&, const wide_key&) = default;
};

/// What a displacement is added in: sixteen bits, where there are no more slots than these number.
template <class T>
concept displacement_number = std::same_as<T, std::uint16_t> || std::same_as<T, std::uint32_t>;

struct perfect_hash {
  std::uint64_t multiplier;  ///< chosen so that the keys' hashes fit
  unsigned bucket_shift;     ///< 64 less the bits that number the buckets
  unsigned place_shift;      ///< the same, less the bits that number the places of a window

  constexpr std::uint64_t hash(std::uint64_t key) const noexcept { return key * multiplier; }
  constexpr std::uint64_t hash(wide_key key) const noexcept {
    return mixed_product(key.first, key.second ^ multiplier);
  }
  constexpr std::size_t bucket(std::uint64_t hash) const noexcept {
    return static_cast<std::size_t>(hash >> bucket_shift);
  }
  /// The place of a hash in its window, below the number of its bucket.
  constexpr std::uint32_t bucket_and_place(std::uint64_t hash) const noexcept {
    return static_cast<std::uint32_t>(hash >> place_shift);
  }
  /// Less than the number of slots, whatever the hash: each bucket has its window in them.
  template <class Displacements>
  constexpr std::size_t slot(std::uint64_t hash, const Displacements& of) const noexcept {
    const displacement_number auto displacement = of[bucket(hash)];
    return static_cast<decltype(displacement)>(bucket_and_place(hash) + displacement);
  }
};

/// A perfect hash of few keys, without displacements.
struct small_hash {
  std::uint32_t multiplier;
  unsigned shift;  ///< 32 less the bits that number the slots

  /// Less than the number of slots, whatever the key.
  constexpr std::size_t slot(std::uint32_t key) const noexcept { return key * multiplier >> shift; }
};

}  // namespace ambit::inline v8::detail
