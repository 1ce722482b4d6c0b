// SPDX-License-Identifier: BSL-1.0
#include "perfect_hash.hpp"

#include "text.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <stdexcept>

namespace ambitc {

namespace {

constexpr std::size_t keys_of_a_bucket = 5;
constexpr std::size_t few_keys = 3000;
constexpr std::uint32_t most_of_a_window = 256;
constexpr std::uint32_t displacements = 0x10000;
constexpr unsigned first_useful_bit = 16;  // the bits below depend on few bits of a key

/// Windows of so many slots that cover all of them.
void set_windows(hashed_keys& made) {
  // Half of few slots, so that there is a choice of windows; of very few all.
  const std::uint32_t part = made.slots < 32 ? made.slots : made.slots / 2;
  made.hash.window = std::bit_floor(std::min(part, most_of_a_window)) - 1;
  const std::uint32_t movable = made.slots - made.hash.window - 1;
  made.hash.scale = std::bit_ceil(movable * 64 / displacements + 1);  // no product is needed
}

/// Gives each key its slot; the fullest buckets first, as they fit into few places. Whether all
/// found one.
bool place(std::span<const std::uint64_t> keys, hashed_keys& made) {
  std::vector<std::vector<std::size_t>> buckets(made.displacements.size());
  for (std::size_t key = 0; key < keys.size(); ++key)
    buckets[made.hash.bucket(made.hash.hash(keys[key]))].push_back(key);
  std::vector<std::size_t> order(buckets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{},
                           [&](std::size_t bucket) { return buckets[bucket].size(); });
  const auto window_bits = static_cast<unsigned>(std::bit_width(made.hash.window));
  const unsigned last_shift = made.hash.bucket_shift - window_bits;
  std::uint32_t first_free = 0;  // no slot before it is
  std::vector<bool> taken(made.slots);
  std::vector<std::uint64_t> hashes;
  std::vector<std::size_t> slots;
  for (const std::size_t bucket : order) {
    const std::vector<std::size_t>& members = buckets[bucket];
    if (members.empty()) break;
    hashes.clear();
    for (const std::size_t key : members) hashes.push_back(made.hash.hash(keys[key]));
    // The first window that has room: so the slots fill up from the front, and what is free stays
    // together for the buckets to come.
    const auto fits = [&](std::uint32_t displacement) {
      slots.clear();
      for (const std::uint64_t hash : hashes) {
        const std::size_t slot = made.hash.slot(hash, displacement);
        if (taken[slot] || std::ranges::find(slots, slot) != slots.end()) return false;
        slots.push_back(slot);
      }
      return true;
    };
    while (taken[first_free]) ++first_free;
    bool placed = false;
    std::uint32_t tried =
        (first_free - std::min(first_free, made.hash.window)) * 64 / made.hash.scale & ~63u;
    for (; !placed && tried < displacements; ++tried) {
      const unsigned shift = tried & 63;
      if (shift < first_useful_bit || shift > last_shift) continue;
      if (made.hash.moved(tried) + made.hash.window >= made.slots) break;
      if (!fits(tried)) continue;
      placed = true;
      made.displacements[bucket] = static_cast<std::uint16_t>(tried);
      for (std::size_t i = 0; i < slots.size(); ++i) {
        taken[slots[i]] = true;
        made.slot_of[members[i]] = static_cast<std::uint32_t>(slots[i]);
      }
    }
    if (!placed) return false;
  }
  return true;
}

}  // namespace

std::uint64_t next_multiplier(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15;
  std::uint64_t mixed = state;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
  return (mixed ^ mixed >> 31) | 1;
}

hashed_keys make_perfect_hash(std::span<const std::uint64_t> keys, bool are_hashes) {
  std::vector<std::uint64_t> sorted{keys.begin(), keys.end()};
  std::ranges::sort(sorted);
  if (std::ranges::adjacent_find(sorted) != sorted.end())  // no slots are enough for these
    throw std::invalid_argument("two keys of a perfect hash are the same");
  hashed_keys made;
  made.slot_of.resize(keys.size());
  const auto bits = static_cast<unsigned>(std::bit_width(keys.size() / keys_of_a_bucket | 1));
  made.hash.bucket_shift = 64 - bits;
  std::uint64_t state = 0;
  // Four multipliers, then a per cent of spare slots more, and so on: this ends. Thousands of keys
  // never fit without.
  for (std::size_t spare = keys.size() < few_keys ? 0 : 4;; spare += are_hashes ? 4 : 1) {
    made.slots = static_cast<std::uint32_t>(std::max(keys.size(), std::size_t{1}) +
                                            keys.size() * (spare / 4) / 100);
    set_windows(made);
    made.hash.multiplier = are_hashes ? 1 : next_multiplier(state);
    made.displacements.assign(std::size_t{1} << bits, 0);
    if (place(keys, made)) return made;
  }
}

std::string cpp_value(const ambit::detail::perfect_hash& of) {
  return cat("{", hexadecimal(of.multiplier), ", ", std::to_string(of.bucket_shift), ", ",
             std::to_string(of.window), ", ", std::to_string(of.scale), "}");
}

}  // namespace ambitc
