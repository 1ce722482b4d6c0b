// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fixture.hpp"

#include <rapidcheck.h>

#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

// A policy as a value that can be made at random and made simpler, written as TOML, and tried.

namespace random_policy {

/// Days in order. Those of the three sources are at 1, 3 and 5 (`day_of`).
inline constexpr std::array<const char*, 7> days{"2019-06-01", "2020-01-01", "2020-06-01",
                                                 "2021-01-01", "2021-06-01", "2022-01-01",
                                                 "2022-06-01"};
inline constexpr std::array<const char*, 3> sources{"first", "second", "third"};
inline constexpr std::array<const char*, 3> regions{"XX-A", "XX-B", "XX-C"};

constexpr std::size_t day_of(std::size_t source) {
  return 2 * source + 1;
}

using bits = unsigned;
constexpr bool has(bits set, std::size_t i) {
  return (set >> i & 1) != 0;
}
constexpr bits only(std::size_t i) {
  return bits{1} << i;
}

using maybe = std::optional<std::size_t>;

/// Indices, of days or of sources.
struct change {
  maybe on;
  maybe after, by;  // sources
  maybe source;

  bool given() const { return on || by; }
  std::size_t first_since() const { return on ? *on : day_of(*by); }
  friend bool operator==(const change&, const change&) = default;
};

/// The ids of rules and advices are numbers that stay when others are removed.
struct advice {
  std::size_t id = 0;
  std::size_t source = 0;
  std::set<std::size_t> needs;
  change given = {};

  std::size_t first_since() const { return given.given() ? given.first_since() : day_of(source); }
};

struct rule {
  std::size_t id = 0;
  std::size_t measure = 0, effect = 0;
  bits area = 0;     // none of regions and places: the whole country
  bits places = 0;   // of its area
  bits but_not = 0;  // regions that are left out of the whole country
  std::size_t closure = 0;
  bits persons = 0;  // none: everyone
  maybe level;
  bits alternatives = 0;
  bits cited = only(0);
  maybe advice, adopts;
  change decided, announced, published, in_force, until;
  std::set<std::size_t> supersedes;
};

/// The changes of a rule's life with their keys.
inline constexpr std::array<std::pair<const char*, change rule::*>, 5> life{
    {{"decided", &rule::decided},
     {"announced", &rule::announced},
     {"published", &rule::published},
     {"in_force", &rule::in_force},
     {"until", &rule::until}}};

struct policy {
  /// Two capitals: policies of several jurisdictions can stand in one folder.
  std::string jurisdiction = "NL";
  std::size_t sources = 3;  ///< how many of them
  bool excerpt = false;     ///< none of them is a whole text
  change begins{.on = {}, .after = {}, .by = 0, .source = {}};
  std::vector<advice> advices;
  std::vector<rule> rules;
};

/// The policy without that advice or rule, and without what refers to it.
void forget_advice(policy& of, std::size_t id);
void forget_rule(policy& of, std::size_t id);

/// Its id: the jurisdiction in small letters, and the country.
std::string id_of(const policy& of);

/// The policy as TOML.
std::string text_of(const policy& of);
std::ostream& operator<<(std::ostream& out, const policy& of);

/// A policy made at random; many of these are accepted.
policy make(const rc::Random& random, std::size_t most_rules);

/// Policies made at random, larger ones later; each can be made simpler.
rc::Gen<policy> policies();

/// The regions of policies made at random, as lines of a gazetteer.
inline constexpr const char* gazetteer =
    "XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\nXX-C\tGamma\tregion\n";

/// A folder with the regions, into which one policy after another is written.
class workshop {
 public:
  workshop() { folder_.write("gazetteer/iso-3166-2.tsv", gazetteer); }

  /// The policy with its answers; nothing if it is refused.
  std::optional<fixture::policies> accept(const policy& one) const {
    folder_.write("nl/xx.toml", text_of(one));
    std::string errors;
    fixture::policies all = fixture::load(folder_.path(), errors);
    if (!errors.empty()) return std::nullopt;
    return all;
  }

 private:
  fixture::temporary_folder folder_;
};

/// A number that the environment may set: the seed, or how many policies.
std::uint64_t number_from(const char* variable, std::uint64_t otherwise);

}  // namespace random_policy
