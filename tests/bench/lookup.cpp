// SPDX-License-Identifier: BSL-1.0
#include "compare.hpp"

#include "gperf_codes.hpp"
#include "gperf_names.hpp"
#include "many_codes.hpp"

#include <ambit/classify.hpp>
#include <ambit/detail/in_code.hpp>
#include <ambit/tables/atlas_statuses.hpp>
#include <ambit/tables/gazetteer_names.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <absl/container/flat_hash_map.h>
#include <unicode/coll.h>
#include <utf8proc.h>
#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>

// The look-up of codes and names against what else a program could use. `ratio` is the time of the
// peer (or of the floor) as a multiple of ours: more than 1 says that ours is faster.

namespace {

using namespace ambit;
using tables::gazetteer;
using tables::gazetteer_names;
using probes = std::vector<std::string_view>;

// So many that no processor learns by heart which way their branches go.
constexpr std::size_t number_of_probes = 131'072;
constexpr std::size_t no_code = static_cast<std::size_t>(-1);

template <class Gazetteer>
std::vector<std::string> all_codes(const Gazetteer& of) {
  std::vector<std::string> all;
  for (const std::uint64_t slot : of.code_slots())
    if (slot != detail::empty_slot)
      all.emplace_back(to_text(detail::region_of_slot(slot)));
  std::ranges::sort(all);
  return all;
}

std::vector<std::string> all_names() {
  std::vector<std::string> all;
  for (const std::uint64_t slot : gazetteer_names.name_slots()) {
    const detail::name_slot name{slot};
    if (!name.is_empty())
      all.emplace_back(gazetteer_names.name_texts() + name.offset(), name.size());
  }
  std::ranges::sort(all);
  return all;
}

/// The names as people write them, with capitals, spaces and diacritics.
std::vector<std::string> all_written_names() {
  std::vector<std::string> all;
  std::ifstream file(BENCH_GAZETTEER);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t begin = line.find('\t') + 1;
    all.push_back(line.substr(begin, line.find('\t', begin) - begin));
  }
  return all;
}

/// Random keys, one in ten with another last letter, one after the other in memory.
probes random_probes(const std::vector<std::string>& keys) {
  static std::deque<std::string> kept;
  std::mt19937 random{7};
  std::vector<std::pair<std::size_t, std::size_t>> at;
  std::string bytes;
  for (std::size_t i = 0; i < number_of_probes; ++i) {
    std::string key = keys[random() % keys.size()];
    if (random() % 10 == 0) key.back() = static_cast<char>('a' + random() % 26);
    at.emplace_back(bytes.size(), key.size());
    bytes += key;
  }
  kept.push_back(std::move(bytes));
  probes all;
  for (const auto& [begin, size] : at) all.emplace_back(kept.back().data() + begin, size);
  return all;
}

const probes& codes() {
  static const probes all = random_probes(all_codes(gazetteer));
  return all;
}
const probes& names() {
  static const probes all = random_probes(all_names());
  return all;
}
const probes& written_names() {
  static const probes all = random_probes(all_written_names());
  return all;
}

template <class Map>
const Map& map_of(const std::vector<std::string>& keys) {
  static const std::vector<std::string> kept = keys;
  static const Map made = [] {
    Map all;
    for (std::size_t i = 0; i < kept.size(); ++i) all[kept[i]] = static_cast<std::uint32_t>(i);
    return all;
  }();
  return made;
}

// One type of map for codes and another for names, so that each has its own static object.
template <class Key, int Which>
struct keyed_hash : absl::Hash<Key> {};
template <int Which>
using absl_map =
    absl::flat_hash_map<std::string_view, std::uint32_t, keyed_hash<std::string_view, Which>>;
template <int Which>
struct boost_hash : boost::hash<std::string_view> {};
template <int Which>
using boost_map = boost::unordered_flat_map<std::string_view, std::uint32_t, boost_hash<Which>>;
template <int Which>
struct std_hash : std::hash<std::string_view> {};
template <int Which>
using std_map = std::unordered_map<std::string_view, std::uint32_t, std_hash<Which>>;

template <class Map, class Key>
std::size_t find_in(const Map& map, const Key& key) {
  const auto at = map.find(key);
  return at == map.end() ? no_code : at->second;
}

// ---- Codes

// Objects, not functions: so all of them are inlined into the loop that is timed.

constexpr auto our_code = [](std::string_view code) {
  return find_code(gazetteer, code).value_or(region{}).packed;
};

// Not known when it is compiled, and as large as tables are: a cache does not hold it better.
template <std::size_t Bits>
const std::uint64_t* some_words() {
  static std::uint64_t words[std::size_t{1} << Bits];
  for (std::uint64_t& word : words)
    word = ~std::uint64_t{0} - static_cast<std::uint64_t>(&word - words);
  return detail::in_code(&words[0]);
}

constexpr std::uint64_t mix = 0x9e37'79b9'7f4a'7c15;

/// What any look-up must do: pack the key as the region that is its answer, mix it, load once.
/// `place` mixes.
template <class Place>
auto packed_and_loaded(const std::uint64_t* words, Place place) {
  return [words, place](std::string_view code) { return words[place(detail::pack_code(code))]; };
}

template <std::size_t Bits>
auto floor_of_codes() {
  return packed_and_loaded(some_words<Bits>(),
                           [](region code) { return code.packed * mix >> (64 - Bits); });
}

/// The same where nobody may write anything else than a code in capitals.
template <std::size_t Bits>
auto floor_of_known_capitals() {
  return [words = some_words<Bits>()](std::string_view code) {
    return words[detail::pack_bytes(code) * mix >> (64 - Bits)];
  };
}

/// The least that a hash with displacements must do: it loads twice, and compares nothing. A single
/// product has no such small table without: of 5,000 keys two would always share a slot.
auto two_loads() {
  return packed_and_loaded(gazetteer.code_slots().begin(),
                           [](region code) { return detail::slot_of_key(gazetteer, code.packed); });
}

std::size_t sorted_code(const std::vector<std::string>& all, std::string_view code) {
  const auto at = std::ranges::lower_bound(all, code);
  return at != all.end() && *at == code ? static_cast<std::size_t>(at - all.begin()) : no_code;
}

template <class Peer>
void code_peer(benchmark::State& state, Peer peer) {
  bench::compare(state, codes(), our_code, peer);
}

void codes_floor(benchmark::State& state) {
  code_peer(state, floor_of_codes<13>());
}
void codes_floor_of_known_capitals(benchmark::State& state) {
  code_peer(state, floor_of_known_capitals<13>());
}
void codes_two_loads(benchmark::State& state) {
  code_peer(state, two_loads());
}
void codes_boost_flat_map(benchmark::State& state) {
  const auto& map = map_of<boost_map<0>>(all_codes(gazetteer));
  code_peer(state, [&map](std::string_view key) { return find_in(map, key); });
}
void codes_absl_flat_map(benchmark::State& state) {
  const auto& map = map_of<absl_map<0>>(all_codes(gazetteer));
  code_peer(state, [&map](std::string_view key) { return find_in(map, key); });
}
void codes_unordered_map(benchmark::State& state) {
  const auto& map = map_of<std_map<0>>(all_codes(gazetteer));
  code_peer(state, [&map](std::string_view key) { return find_in(map, key); });
}
void codes_gperf(benchmark::State& state) {
  code_peer(state, [](std::string_view key) {
    return gperf_codes::find(key.data(), key.size()) != nullptr;
  });
}
void codes_sorted_array(benchmark::State& state) {
  const std::vector<std::string> all = all_codes(gazetteer);
  code_peer(state, [&all](std::string_view code) { return sorted_code(all, code); });
}

/// Each look-up must wait for the one before it.
template <class Find>
auto in_a_chain(Find find) {
  return [find, last = std::uint64_t{0}](std::string_view key) mutable {
    std::uint64_t nothing = 0;
    asm("and %1, %0" : "+r"(nothing) : "r"(last));
    last = find(std::string_view{key.data() + nothing, key.size()});
    return last;
  };
}
void codes_latency_floor(benchmark::State& state) {
  bench::compare(state, codes(), in_a_chain(our_code), in_a_chain(floor_of_codes<13>()));
}

/// Only misses over only hits.
void codes_misses_over_hits(benchmark::State& state) {
  static const probes hits = [] {
    static const std::vector<std::string> all = all_codes(gazetteer);
    std::mt19937 random{3};
    probes some;
    for (std::size_t i = 0; i < number_of_probes; ++i) some.push_back(all[random() % all.size()]);
    return some;
  }();
  static const probes misses = [] {
    static std::deque<std::string> kept;
    probes some;
    for (const std::string_view hit : hits) {
      kept.emplace_back(hit).back() = '!';
      some.push_back(kept.back());
    }
    return some;
  }();
  std::vector<double> ratios;
  for (auto _ : state) {
    const double before = bench::nanoseconds(hits, our_code);
    const double cost = bench::nanoseconds(misses, our_code);
    const double after = bench::nanoseconds(hits, our_code);
    ratios.push_back(2 * cost / (before + after));
    state.SetIterationTime(cost * 1e-9);
  }
  state.counters["ratio"] = bench::median(ratios);
}

// ---- Many codes, few, and two threads

/// A hundred thousand codes made at random.
const probes& many_codes() {
  static const probes all = random_probes(all_codes(made_at_random::many_codes));
  return all;
}

/// The floor loads from all of the same table, as this one is larger than the nearest caches.
void many_codes_floor(benchmark::State& state) {
  constexpr std::size_t slots_of_many = made_at_random::many_codes.code_slots().size();
  const std::uint64_t* words = detail::in_code(made_at_random::many_codes.code_slots().begin());
  bench::compare(
      state, many_codes(),
      [](std::string_view code) {
        return find_code(made_at_random::many_codes, code).value_or(region{}).packed;
      },
      packed_and_loaded(
          words, [](region code) { return (code.packed * mix >> 32) * slots_of_many >> 32; }));
}

/// The codes of one country, which a policy has. The floor compares too, as no slot has any code.
void one_country_floor(benchmark::State& state) {
  static const std::vector<region> codes = [] {
    std::mt19937 random{9};
    const auto rows = tables::nl_ml.regions();
    std::vector<region> all;
    for (std::size_t i = 0; i < number_of_probes; ++i)
      all.push_back(random() % 10 == 0 ? "ML-99"_region
                                       : rows[random() % rows.size()].code.unpacked());
    return all;
  }();
  const std::uint64_t* words = some_words<4>();
  bench::compare(
      state, codes, [](region code) { return tables::nl_ml.find_region(code).value; },
      [words](region code) { return words[code.packed * mix >> 60] == code.packed; });
}

/// What two threads look up in the time in which one looks up 1.
void codes_two_threads(benchmark::State& state) {
  const probes& all = codes();
  const auto look_up = [&all] {  // for so long that starting a thread is nothing beside it
    for (int round = 0; round < 200; ++round) bench::nanoseconds(all, our_code);
  };
  const auto elapsed = [&look_up](bool two) {
    const bench::clock::time_point start = bench::clock::now();
    std::thread other;
    if (two) other = std::thread(look_up);
    look_up();
    if (two) other.join();
    return std::chrono::duration<double>(bench::clock::now() - start).count();
  };
  std::vector<double> ratios;
  for (auto _ : state) {
    const double before = elapsed(false), both = elapsed(true), after = elapsed(false);
    ratios.push_back((before + after) / both);
    state.SetIterationTime(both);
  }
  state.counters["ratio"] = bench::median(ratios);
}

// ---- Names that are folded already

constexpr auto our_folded_name = [](std::string_view name) {
  return find_folded(gazetteer_names, name);
};

template <class Peer>
void name_peer(benchmark::State& state, Peer peer) {
  bench::compare(state, names(), our_folded_name, peer);
}

void names_boost_flat_map(benchmark::State& state) {
  const auto& map = map_of<boost_map<1>>(all_names());
  name_peer(state, [&map](std::string_view key) { return find_in(map, key); });
}
void names_absl_flat_map(benchmark::State& state) {
  const auto& map = map_of<absl_map<1>>(all_names());
  name_peer(state, [&map](std::string_view key) { return find_in(map, key); });
}
void names_gperf(benchmark::State& state) {
  name_peer(state, [](std::string_view key) {
    return gperf_names::find(key.data(), key.size()) != nullptr;
  });
}

// ---- Names as people write them

constexpr auto our_written_name = [](std::string_view name) {
  return find_name(gazetteer_names, name);
};

template <class Peer>
void written_name_peer(benchmark::State& state, Peer peer) {
  bench::compare(state, written_names(), our_written_name, peer);
}

/// What folding adds: a map of folded names.
void written_names_over_folded(benchmark::State& state) {
  bench::compare(state, written_names(), our_folded_name, our_written_name);
}

void written_names_icu(benchmark::State& state) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator{
      icu::Collator::createInstance(icu::Locale::getRoot(), error)};
  collator->setStrength(icu::Collator::PRIMARY);
  const auto key_of = [&collator](std::string_view name) {
    std::array<std::uint8_t, 512> key;
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece{name.data(), static_cast<std::int32_t>(name.size())});
    const std::int32_t size = collator->getSortKey(wide, key.data(), key.size());
    return std::string(reinterpret_cast<const char*>(key.data()), static_cast<std::size_t>(size));
  };
  absl::flat_hash_map<std::string, std::uint32_t> map;
  for (const std::string& name : all_written_names()) map[key_of(name)] = 1;
  written_name_peer(state, [&](std::string_view key) { return find_in(map, key_of(key)); });
}

void written_names_utf8proc(benchmark::State& state) {
  const auto key_of = [](std::string_view name) {
    std::uint8_t* mapped = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const std::uint8_t*>(name.data()),
                     static_cast<utf8proc_ssize_t>(name.size()), &mapped,
                     static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                    UTF8PROC_STRIPMARK));
    std::string key(reinterpret_cast<const char*>(mapped),
                    size < 0 ? 0 : static_cast<std::size_t>(size));
    std::free(mapped);
    return key;
  };
  absl::flat_hash_map<std::string, std::uint32_t> map;
  for (const std::string& name : all_written_names()) map[key_of(name)] = 1;
  written_name_peer(state, [&](std::string_view key) { return find_in(map, key_of(key)); });
}

// ---- Code and day over the atlas

struct question_of_all {
  std::string_view code;
  date day;
};

const std::vector<question_of_all>& questions_of_all() {
  static const std::vector<question_of_all> made = [] {
    static std::vector<std::string> kept;
    for (std::uint8_t i = 0; i < tables::atlas.size; ++i)
      for (const region_row& row : tables::atlas_entry{i}.regions())
        kept.emplace_back(to_text(row.code));
    std::mt19937 random{5};
    std::vector<question_of_all> all;
    for (const std::string_view code : random_probes(kept))
      all.push_back({code, {"2013-01-01"_date.days + static_cast<std::int32_t>(random() % 4700)}});
    return all;
  }();
  return made;
}

/// Our bare look-up of the code over code and day in the atlas.
void atlas_classify_over_code(benchmark::State& state) {
  bench::compare(
      state, questions_of_all(), [](const question_of_all& each) { return our_code(each.code); },
      [](const question_of_all& each) {
        const region code = detail::pack_code(each.code);
        return classify(tables::atlas.of("NL"_country, code), code,
                        each.day)[measure::indiscriminate_violence];
      });
}

constexpr auto our_statuses = [](const question_of_all& each) {
  return statuses(tables::atlas_statuses, "NL"_country, each.code,
                  each.day)[measure::indiscriminate_violence];
};

/// The same by the index of statuses: `ratio` is its time over that of our bare look-up.
void atlas_statuses_over_code(benchmark::State& state) {
  bench::compare(
      state, questions_of_all(), [](const question_of_all& each) { return our_code(each.code); },
      our_statuses);
}

/// A std::map of days for each region, in the fastest hash map, over the index of statuses.
void atlas_statuses_std_map(benchmark::State& state) {
  using by_day = std::map<date, status>;
  static const boost::unordered_flat_map<std::string_view, by_day, boost_hash<2>> regions = [] {
    static std::deque<std::string> kept;
    boost::unordered_flat_map<std::string_view, by_day, boost_hash<2>> all;
    for (std::uint8_t i = 0; i < tables::atlas.size; ++i) {
      const tables::atlas_entry of{i};
      if (of.jurisdiction() != "NL"_country) continue;
      for (const region_row& row : of.regions()) {
        by_day& days = all[kept.emplace_back(to_text(row.code))];
        for (date day = distant_past; day != distant_future;) {
          const auto answer = classify(of, row.code, day);
          days[day] = answer[measure::indiscriminate_violence];
          day = answer.next_change();
        }
      }
    }
    return all;
  }();
  bench::compare(state, questions_of_all(), our_statuses, [](const question_of_all& each) {
    const auto region = regions.find(each.code);
    if (region == regions.end()) return status::unknown_region;
    return std::prev(region->second.upper_bound(each.day))->second;
  });
}

/// The same from a text: both pack it as a region.
template <class Answer>
void one_country_peer(benchmark::State& state, Answer answer) {
  static const probes codes = [] {
    std::vector<std::string> all;
    for (const region_row& row : tables::nl_ml.regions())
      all.emplace_back(to_text(row.code));
    return random_probes(all);
  }();
  const std::uint64_t* words = some_words<4>();
  bench::compare(
      state, codes,
      [](std::string_view text) {
        return tables::nl_ml.find_region(detail::pack_code(text)).value;
      },
      [words, answer](std::string_view text) {
        const region code = detail::pack_code(text);
        return answer(words[code.packed * mix >> 60], code);
      });
}
void one_country_floor_of_texts(benchmark::State& state) {
  one_country_peer(state, [](std::uint64_t word, region) { return word; });
}
/// The least that a look-up that compares must do: what differs from a slot, and no answer chosen.
void one_country_compared(benchmark::State& state) {
  one_country_peer(state, [](std::uint64_t word, region code) { return word ^ code.packed << 8; });
}

#define AMBIT_BENCHMARK(name) BENCHMARK(name)->UseManualTime()->Iterations(31)
AMBIT_BENCHMARK(codes_floor);
AMBIT_BENCHMARK(codes_floor_of_known_capitals);
AMBIT_BENCHMARK(codes_two_loads);
AMBIT_BENCHMARK(codes_boost_flat_map);
AMBIT_BENCHMARK(codes_absl_flat_map);
AMBIT_BENCHMARK(codes_unordered_map);
AMBIT_BENCHMARK(codes_gperf);
AMBIT_BENCHMARK(codes_sorted_array);
AMBIT_BENCHMARK(codes_latency_floor);
AMBIT_BENCHMARK(codes_misses_over_hits);
AMBIT_BENCHMARK(many_codes_floor);
AMBIT_BENCHMARK(one_country_floor);
AMBIT_BENCHMARK(one_country_floor_of_texts);
AMBIT_BENCHMARK(one_country_compared);
AMBIT_BENCHMARK(names_boost_flat_map);
AMBIT_BENCHMARK(names_absl_flat_map);
AMBIT_BENCHMARK(names_gperf);
AMBIT_BENCHMARK(written_names_over_folded);
AMBIT_BENCHMARK(written_names_icu);
AMBIT_BENCHMARK(written_names_utf8proc);
BENCHMARK(codes_two_threads)->UseManualTime()->Iterations(15);
AMBIT_BENCHMARK(atlas_classify_over_code);
AMBIT_BENCHMARK(atlas_statuses_over_code);
AMBIT_BENCHMARK(atlas_statuses_std_map);

}  // namespace
