// SPDX-License-Identifier: BSL-1.0
#include "perfect_hash.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <stdexcept>

namespace ambitc {

namespace {

constexpr std::size_t keys_of_a_bucket = 5;
constexpr std::uint32_t displacements_tried = 0x10000;

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
  std::vector<bool> taken(made.hash.slots);
  for (const std::size_t bucket : order) {
    if (buckets[bucket].empty()) break;
    bool fits = false;
    for (std::uint32_t tried = 0; !fits && tried < displacements_tried; ++tried) {
      made.displacements[bucket] = static_cast<std::uint16_t>(tried);
      std::vector<std::uint32_t> slots;
      for (const std::size_t key : buckets[bucket]) {
        const std::uint32_t slot =
            made.hash.slot(made.hash.hash(keys[key]), made.displacements[bucket]);
        if (taken[slot] || std::ranges::find(slots, slot) != slots.end()) break;
        slots.push_back(slot);
      }
      fits = slots.size() == buckets[bucket].size();
      for (std::size_t i = 0; fits && i < slots.size(); ++i) {
        taken[slots[i]] = true;
        made.slot_of[buckets[bucket][i]] = slots[i];
      }
    }
    if (!fits) return false;
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

hashed_keys make_perfect_hash(std::span<const std::uint64_t> keys) {
  std::vector<std::uint64_t> sorted{keys.begin(), keys.end()};
  std::ranges::sort(sorted);
  if (std::ranges::adjacent_find(sorted) != sorted.end())  // no slots are enough for these
    throw std::invalid_argument("two keys of a perfect hash are the same");
  hashed_keys made;
  made.slot_of.resize(keys.size());
  const auto bits = static_cast<unsigned>(std::bit_width(keys.size() / keys_of_a_bucket | 1));
  made.hash.bucket_shift = 64 - bits;
  std::uint64_t state = 0;
  for (std::size_t spare = 0;; ++spare) {
    // A per cent of spare slots more for each multiplier that failed: this ends.
    made.hash.slots = static_cast<std::uint32_t>(keys.size() + keys.size() * (spare / 4) / 100);
    made.hash.multiplier = next_multiplier(state);
    made.displacements.assign(std::size_t{1} << bits, 0);
    if (place(keys, made)) return made;
  }
}

}  // namespace ambitc
