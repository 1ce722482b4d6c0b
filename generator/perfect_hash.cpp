// SPDX-License-Identifier: BSL-1.0
#include "perfect_hash.hpp"

#include "text.hpp"

#include <algorithm>
#include <bit>
#include <queue>
#include <stdexcept>
#include <utility>

namespace ambitc {

namespace {

// In tables that are shipped each byte counts; of very many keys the time to find their hash.
constexpr std::size_t few_keys = 1000, very_many_keys = 8000;
constexpr std::size_t of_few_in_a_bucket = 3, in_a_bucket = 5, of_very_many_in_a_bucket = 4;
constexpr std::size_t spare_thousandths = 23, spare_of_very_many = 80;

constexpr std::uint32_t slots_of_16_bits = 0x10000;
constexpr int multipliers_tried = 1'000'000;
constexpr std::size_t evictions_for_each_bucket = 24;
constexpr std::uint32_t windows_compared = 4096;
constexpr unsigned fewest_place_bits = 3, most_place_bits = 16;

/// The next of the multipliers that are tried: the sequence of splitmix64, made odd. `state` begins
/// at 0, so that the same keys always find the same one.
std::uint64_t next_multiplier(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15;
  std::uint64_t mixed = state;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
  return (mixed ^ mixed >> 31) | 1;
}

/// std::invalid_argument if two keys are the same: no hash is enough for these.
template <class Key>
void refuse_equal_keys(std::span<const Key> keys) {
  std::vector<Key> sorted{keys.begin(), keys.end()};
  std::ranges::sort(sorted);
  if (std::ranges::adjacent_find(sorted) != sorted.end())
    throw std::invalid_argument("two keys of a perfect hash are the same");
}

using bucket_number = std::uint32_t;

/// The places of each bucket's keys in its window: few, and all different.
class places_by_bucket {
 public:
  explicit places_by_bucket(std::size_t buckets = 0)
      : sizes_(buckets), endings_(buckets), places_(buckets * most) {}

  std::size_t size() const { return sizes_.size(); }
  std::span<const std::uint16_t> operator[](std::size_t bucket) const {
    return {places_.data() + bucket * most, sizes_[bucket]};
  }

  void clear() {
    std::ranges::fill(sizes_, std::uint8_t{0});
    std::ranges::fill(endings_, std::uint64_t{0});
  }
  /// Whether there is room in a bucket for another place, which it has not.
  bool add(std::size_t bucket, std::size_t place) {
    const auto added = static_cast<std::uint16_t>(place);
    const std::span<const std::uint16_t> others = (*this)[bucket];
    const std::uint64_t ending = std::uint64_t{1} << place % 64;
    if (others.size() == most) return false;
    if ((endings_[bucket] & ending) != 0 && std::ranges::find(others, added) != others.end())
      return false;
    endings_[bucket] |= ending;
    places_[bucket * most + sizes_[bucket]++] = added;
    return true;
  }

 private:
  static constexpr std::size_t most = 16;

  std::vector<std::uint8_t> sizes_;
  std::vector<std::uint64_t> endings_;  // the lowest six bits of places: most need no other look
  std::vector<std::uint16_t> places_;
};

/// Where the windows of buckets begin, so that no two keys share a slot. A bucket that finds no
/// room drives others out, which look for room again.
class placement {
 public:
  /// Windows begin before the slot `windows`.
  placement(const places_by_bucket& places, std::uint32_t slots, std::uint32_t windows)
      : places_(places),
        windows_(windows),
        taken_(slots / 64 + 2),
        owner_(slots, nobody),
        begin_(places.size()),
        times_driven_out_(places.size()) {}

  /// Whether all buckets found room.
  bool find() {
    const auto has_fewer = [this](bucket_number a, bucket_number b) {
      return std::pair{places_[a].size(), b} < std::pair{places_[b].size(), a};
    };
    // The fullest first, as they fit into few places.
    std::priority_queue<bucket_number, std::vector<bucket_number>, decltype(has_fewer)> waiting{
        has_fewer};
    for (bucket_number bucket = 0; bucket < places_.size(); ++bucket)
      if (places_[bucket].size() > 0) waiting.push(bucket);
    const std::size_t most_evictions = places_.size() * evictions_for_each_bucket;
    std::size_t evictions = 0;
    while (!waiting.empty()) {
      const bucket_number bucket = waiting.top();
      waiting.pop();
      // At first from the front, so that what is free stays together.
      const auto seed = static_cast<std::uint32_t>(evictions);
      std::uint32_t begin = free_one(bucket, seed);
      if (begin == windows_) {
        begin = cheapest(bucket, seed);
        for (const std::uint32_t place : places_[bucket]) {
          const bucket_number owner = owner_[begin + place];
          if (owner == nobody) continue;
          if (evictions++ == most_evictions) return false;
          drive_out(owner);
          waiting.push(owner);
        }
      }
      settle(bucket, begin);
    }
    return true;
  }

  /// Where a bucket's window begins.
  std::uint32_t begin(bucket_number bucket) const { return begin_[bucket]; }

 private:
  static constexpr bucket_number nobody = ~bucket_number{0};

  /// A window in which all places of a bucket are free; `windows_` if there is none. It looks at 64
  /// windows at once.
  std::uint32_t free_one(bucket_number bucket, std::uint32_t seed) const {
    const std::uint32_t all = (windows_ + 63) / 64;
    std::uint32_t at = seed * 0x9e37'79b9u % all;
    for (std::uint32_t left = all; left > 0; --left) {
      std::uint64_t taken = 0;
      for (const std::uint32_t place : places_[bucket]) taken |= taken_from(at * 64 + place);
      const std::uint32_t begin = at * 64 + static_cast<std::uint32_t>(std::countr_one(taken));
      if (~taken != 0 && begin < windows_) return begin;
      if (++at == all) at = 0;
    }
    return windows_;
  }

  /// Which of 64 slots are taken, from one on.
  std::uint64_t taken_from(std::uint32_t slot) const {
    const std::uint64_t low = taken_[slot / 64] >> slot % 64;
    return slot % 64 == 0 ? low : low | taken_[slot / 64 + 1] << (64 - slot % 64);
  }

  /// Of some windows the one that costs least to be had: small buckets that were seldom driven out.
  std::uint32_t cheapest(bucket_number bucket, std::uint32_t seed) const {
    std::uint32_t window = seed * 0x9e37'79b9u % windows_, best = 0;
    std::size_t best_cost = ~std::size_t{0};
    for (std::uint32_t left = std::min(windows_, windows_compared); left > 0; --left) {
      std::size_t cost = 0;
      for (const std::uint32_t place : places_[bucket]) {
        const bucket_number owner = owner_[window + place];
        if (owner != nobody)
          cost += places_[owner].size() * places_[owner].size() * (1 + times_driven_out_[owner]);
        if (cost >= best_cost) break;
      }
      if (cost < best_cost) {
        best_cost = cost;
        best = window;
      }
      if (++window == windows_) window = 0;
    }
    return best;
  }

  void settle(bucket_number bucket, std::uint32_t begin) {
    begin_[bucket] = begin;
    for (const std::uint32_t place : places_[bucket]) mark(begin + place, bucket);
  }
  void drive_out(bucket_number bucket) {
    ++times_driven_out_[bucket];
    for (const std::uint32_t place : places_[bucket]) mark(begin_[bucket] + place, nobody);
  }
  void mark(std::uint32_t slot, bucket_number owner) {
    owner_[slot] = owner;
    const std::uint64_t bit = std::uint64_t{1} << slot % 64;
    taken_[slot / 64] = owner == nobody ? taken_[slot / 64] & ~bit : taken_[slot / 64] | bit;
  }

  const places_by_bucket& places_;
  std::uint32_t windows_;
  std::vector<std::uint64_t> taken_;  // a bit for each slot, so that many are looked at at once
  std::vector<bucket_number> owner_;  // of each slot
  std::vector<std::uint32_t> begin_;  // of each bucket's window
  std::vector<std::size_t> times_driven_out_;
};

template <class Key>
class search {
 public:
  explicit search(std::span<const Key> keys) : keys_(keys) {
    refuse_equal_keys(keys);
    const bool very_many = keys.size() > very_many_keys;
    const std::size_t about = very_many                ? of_very_many_in_a_bucket
                              : keys.size() < few_keys ? of_few_in_a_bucket
                                                       : in_a_bucket;
    const auto bits = static_cast<unsigned>(std::bit_width(keys.size() / about | 1));
    made_.hash.bucket_shift = 64 - bits;
    made_.displacements.resize(std::size_t{1} << bits);
    made_.slot_of.resize(keys.size());
    places_ = places_by_bucket{made_.displacements.size()};
    spare_ = keys.size() * (very_many ? spare_of_very_many : spare_thousandths) / 1000;
  }

  /// With more and more spare slots: this ends.
  hashed_keys find() {
    for (;; spare_ += keys_.size() / 250 + 1) {
      set_windows();
      for (int i = 0; i < 4; ++i)
        if (find_multiplier() && place()) return std::move(made_);
    }
  }

 private:
  /// Slots, and windows of about a fifth of them: so large that one multiplier in some thousands
  /// leads no two keys of a bucket to one place, and so small that there is a choice of windows.
  void set_windows() {
    const std::size_t wanted = keys_.size() + spare_;
    const auto bits = std::clamp(static_cast<unsigned>(std::bit_width(wanted / 6)),
                                 fewest_place_bits, most_place_bits);
    window_ = std::size_t{1} << bits;
    made_.slots = static_cast<std::uint32_t>(std::max(wanted, window_));
    made_.hash.place_shift = made_.hash.bucket_shift - bits;
  }

  /// The next multiplier that leads no two keys of a bucket to one place, and no more to one bucket
  /// than fit. It fills `places_`.
  bool find_multiplier() {
    for (int tried = 0; tried < multipliers_tried; ++tried) {
      made_.hash.multiplier = next_multiplier(state_);
      places_.clear();
      const auto has_room = [this](const Key& key) {
        const std::uint64_t hash = made_.hash.hash(key);
        return places_.add(made_.hash.bucket(hash), place_of(hash));
      };
      if (std::ranges::all_of(keys_, has_room)) return true;
    }
    return false;
  }

  std::size_t place_of(std::uint64_t hash) const {
    return made_.hash.bucket_and_place(hash) & (window_ - 1);
  }

  bool place() {
    const auto windows = static_cast<std::uint32_t>(made_.slots - window_ + 1);
    placement found{places_, made_.slots, windows};
    if (!found.find()) return false;
    const bool in_16_bits = made_.slots <= slots_of_16_bits;
    made_.displacement_type = in_16_bits ? "std::uint16_t" : "std::uint32_t";
    for (bucket_number bucket = 0; bucket < places_.size(); ++bucket) {
      const std::size_t displacement = found.begin(bucket) - bucket * window_;
      made_.displacements[bucket] =
          static_cast<std::uint32_t>(displacement & (in_16_bits ? slots_of_16_bits - 1 : ~0u));
    }
    for (std::size_t key = 0; key < keys_.size(); ++key) {
      const std::uint64_t hash = made_.hash.hash(keys_[key]);
      const auto bucket = static_cast<bucket_number>(made_.hash.bucket(hash));
      made_.slot_of[key] = static_cast<std::uint32_t>(found.begin(bucket) + place_of(hash));
    }
    return true;
  }

  std::span<const Key> keys_;
  std::size_t spare_ = 0;
  std::size_t window_ = 0;  // slots of one
  std::uint64_t state_ = 0;
  places_by_bucket places_;
  hashed_keys made_;
};

}  // namespace

hashed_keys make_perfect_hash(std::span<const std::uint64_t> keys) {
  return search<std::uint64_t>{keys}.find();
}
hashed_keys make_perfect_hash(std::span<const ambit::detail::wide_key> keys) {
  return search<ambit::detail::wide_key>{keys}.find();
}

ambit::detail::small_hash make_small_hash(std::span<const std::uint32_t> keys) {
  refuse_equal_keys(keys);
  // More slots than keys, and at least two, as no number is shifted by all of its bits.
  for (auto bits = std::max(1u, static_cast<unsigned>(std::bit_width(keys.size())));; ++bits) {
    std::vector<int> last_try(std::size_t{1} << bits);
    std::uint64_t state = 0;
    for (int tried = 1; tried <= multipliers_tried; ++tried) {
      const ambit::detail::small_hash found{
          static_cast<std::uint32_t>(next_multiplier(state) >> 32) | 1, 32 - bits};
      const auto is_alone = [&](std::uint32_t key) {
        return std::exchange(last_try[found.slot(key)], tried) != tried;
      };
      if (std::ranges::all_of(keys, is_alone)) return found;
    }
  }
}

std::size_t slots_of(ambit::detail::small_hash hash) {
  return std::size_t{1} << (32 - hash.shift);
}

std::string hash_function(std::string_view name, const ambit::detail::perfect_hash& hash) {
  return cat("  static constexpr ::ambit::detail::perfect_hash ", name, "() noexcept { return {",
             hexadecimal(hash.multiplier), ", ", std::to_string(hash.bucket_shift), ", ",
             std::to_string(hash.place_shift), "}; }\n");
}
std::string hash_function(std::string_view name, ambit::detail::small_hash hash) {
  return cat("  static constexpr ::ambit::detail::small_hash ", name, "() noexcept { return {",
             std::to_string(hash.multiplier), ", ", std::to_string(hash.shift), "}; }\n");
}

}  // namespace ambitc
