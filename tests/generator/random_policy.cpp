// SPDX-License-Identifier: BSL-1.0
#include "random_policy.hpp"

#include <algorithm>
#include <cstdlib>

namespace random_policy {

void forget_advice(policy& of, std::size_t id) {
  std::erase_if(of.advices, [id](const advice& each) { return each.id == id; });
  for (advice& each : of.advices) each.needs.erase(id);
  for (rule& each : of.rules) {
    if (each.advice == id) each.advice.reset();
    if (each.adopts == id) each.adopts.reset();
  }
}

void forget_rule(policy& of, std::size_t id) {
  std::erase_if(of.rules, [id](const rule& each) { return each.id == id; });
  for (rule& each : of.rules) each.supersedes.erase(id);
}

// ---- As TOML

namespace {

constexpr std::array<const char*, 2> measures{"indiscriminate_violence", "internal_protection"};
constexpr std::array<const char*, 3> effects{"designates", "excludes", "silent"};
constexpr std::array<const char*, 4> closures{"open", "in_any_case", "exhaustive", "unsettled"};
constexpr std::array<const char*, 2> groups{"women", "men"};

/// Places, one of each relation.
struct place {
  const char* id;
  const char* relation;
  bits regions;
};
constexpr std::array<place, 4> places{{{"city", "within", only(0)},
                                       {"zone", "unknown", 0},
                                       {"valley", "overlaps", only(0) | only(1)},
                                       {"land", "equals", only(1) | only(2)}}};
constexpr std::array<const char*, 2> levels{"most", "less"};

std::string in_quotes(const std::string& text) {
  return "\"" + text + "\"";
}

std::string both(const std::string& text) {
  return "{ en = " + in_quotes(text) + ", nl = " + in_quotes(text) + " }";
}

std::string cite(bits cited, const std::string& term) {
  std::string all;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (has(cited, i))
      all += "{ source = " + in_quotes(sources[i]) + ", at = \"1\", terms = [\"" + term + "\"] }, ";
  return "cite = [" + all + "]\n";
}

std::string text_of(const change& of) {
  const std::string source = of.source ? ", source = " + in_quotes(sources[*of.source]) : "";
  if (of.on && !of.source) return days[*of.on];
  if (of.on) return std::string{"{ on = "} + days[*of.on] + source + " }";
  const std::string after =
      of.after ? std::string{"after = "} + days[day_of(*of.after)] + ", " : "";
  return "{ " + after + "by = " + days[day_of(*of.by)] + source + " }";
}

std::string listed_codes(bits area) {
  std::string all;
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (has(area, i)) all += in_quotes(regions[i]) + ", ";
  return all;
}
std::string listed(bits area) {
  return "regions = [" + listed_codes(area) + "]";
}

std::string rule_id(std::size_t id) {
  return std::string{"r"}.append(std::to_string(id));
}
std::string advice_id(std::size_t id) {
  return std::string{"a"}.append(std::to_string(id));
}

std::string text_of(const rule& of) {
  std::string cited, more;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (has(of.cited, i)) cited += std::string{sources[i]} + " ";
  const auto key = [&](const std::string& name, const std::string& value) {
    more += name + " = " + value + "\n";
  };
  std::string made_for;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (has(of.persons, i)) made_for += in_quotes(groups[i]) + ", ";
  if (!made_for.empty()) key("persons", "[" + made_for + "]");
  if (of.level) more += "scale = \"s\"\nlevel = " + in_quotes(levels[*of.level]) + "\n";
  if (of.alternatives != 0) key("alternatives", "{ " + listed(of.alternatives) + " }");
  if (of.advice) key("advice", in_quotes(advice_id(*of.advice)));
  if (of.adopts) key("adopts", in_quotes(advice_id(*of.adopts)));
  for (const auto& [name, member] : life)
    if ((of.*member).given()) key(name, text_of(of.*member));
  if (of.until.given() && of.id % 2 == 0) key("ending", in_quotes("lapsed"));
  std::string superseded;
  for (const std::size_t id : of.supersedes) superseded += in_quotes(rule_id(id)) + ", ";
  if (!superseded.empty()) key("supersedes", "[" + superseded + "]");
  std::string named;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (has(of.places, i)) named += in_quotes(places[i].id) + ", ";
  std::string area = "country = true";
  if (of.area != 0 || of.places != 0)
    area = listed(of.area) + ", places = [" + named +
           "], closure = " + in_quotes(closures[of.closure]);
  else if (of.but_not != 0)
    area += ", except = [" + listed_codes(of.but_not) + "]";
  return fixture::rule(rule_id(of.id), area, more, cited, effects[of.effect], measures[of.measure]);
}

}  // namespace

std::string id_of(const policy& of) {
  std::string id = of.jurisdiction + "-xx";
  for (char& c : id)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return id;
}

std::string text_of(const policy& of) {
  std::string all = "[policy]\nid = " + in_quotes(id_of(of)) +
                    "\njurisdiction = " + in_quotes(of.jurisdiction) +
                    "\ncountry = \"XX\"\ntitle = " + both("P") +
                    "\nhorizon = 2023-01-01\nbegins = " + text_of(of.begins) + "\n" +
                    (of.excerpt ? "excerpt = true\n" : "") + cite(of.sources > 1 ? 3 : 1, "policy");
  for (std::size_t i = 0; i < of.sources; ++i)
    all += "[[source]]\nid = " + in_quotes(sources[i]) +
           "\nkind = \"circular\"\npublished = " + days[day_of(i)] +
           "\nlanguage = \"en\"\nreference = " + in_quotes(sources[i]) +
           "\ntitle = " + both(sources[i]) + "\n";
  for (const char* group : groups)
    all += "[[persons]]\nid = " + in_quotes(group) + "\ndefinition = " + both(group) + "\n" +
           cite(1, "group");
  for (const place& each : places)
    all += "[[place]]\nid = " + in_quotes(each.id) + "\nname = " + both(each.id) +
           "\nrelation = " + in_quotes(each.relation) + "\n" + listed(each.regions) + "\n" +
           cite(1, "place");
  all += "[[scale]]\nid = \"s\"\ntitle = " + both("S") + "\nlevels = [\"most\", \"less\"]\n";
  for (const advice& each : of.advices) {
    const std::string id = advice_id(each.id);
    std::string needs;
    for (const std::size_t needed : each.needs) needs += in_quotes(advice_id(needed)) + ", ";
    all += "[[advice]]\nid = " + in_quotes(id) + "\ntitle = " + both(id) +
           "\nsource = " + in_quotes(sources[each.source]) + "\n" +
           (needs.empty() ? "" : "requires = [" + needs + "]\n") +
           (each.given.given() ? "given = " + text_of(each.given) + "\n" : "") +
           cite(only(each.source) | (each.given.by ? only(*each.given.by) : 0), "advice");
  }
  for (const rule& each : of.rules) all += text_of(each);
  return all;
}

std::ostream& operator<<(std::ostream& out, const policy& of) {
  return out << '\n' << text_of(of);
}

// ---- At random

namespace {

/// Makes policies of which many are accepted: a later change comes after an earlier one, and what
/// proves a change is cited. Now and then it breaks one on purpose.
class maker {
 public:
  explicit maker(const rc::Random& random) : random_(random) {}

  policy make(std::size_t most_rules) {
    policy made;
    made.begins = begins();
    made.excerpt = chance(30);
    const std::size_t advices = chance(55) ? 0 : 1 + pick(chance(20) ? 3 : 2);
    for (std::size_t id = 0; id < advices; ++id) {
      made.advices.push_back({id, pick(sources.size()), {}, {}});
      if (chance(30)) made.advices.back().given = given_before(made.advices.back().source);
      for (std::size_t other = 0; other < id; ++other)
        if (chance(40)) made.advices.back().needs.insert(other);
    }
    const std::size_t rules = most_rules - pick(1 + most_rules / 2);
    for (std::size_t id = 0; id < rules; ++id) add_rule(made, id);
    if (chance(12)) break_something(made);
    return made;
  }

 private:
  std::size_t pick(std::size_t of) { return static_cast<std::size_t>(random_.next() % of); }
  bool chance(std::size_t percent) { return pick(100) < percent; }
  bits some(std::size_t of) { return 1 + static_cast<bits>(pick((std::size_t{1} << of) - 1)); }

  change begins() {
    switch (pick(4)) {
      case 0:
        return {.on = pick(4), .after = {}, .by = {}, .source = {}};
      case 1:
        return {.on = pick(4), .after = {}, .by = {}, .source = pick(2)};
      case 2:
        return {.on = {}, .after = 0, .by = 1, .source = {}};
      default:
        return {.on = {}, .after = {}, .by = pick(2), .source = {}};
    }
  }

  /// A change that certainly comes after `earlier`, and after which there is room for another; none
  /// if there is no such. What proves it is added to `cited`.
  change make_change(maybe earlier, bits& cited) {
    change made;
    if (chance(50)) {
      const std::size_t first = earlier ? *earlier + 1 : 0;
      if (first >= days.size()) return made;
      made.on = first + pick(days.size() - first);
      if (chance(40)) made.source = pick(sources.size());
    } else {
      std::size_t first = 0;
      if (earlier)
        while (first < sources.size() && day_of(first) < *earlier) ++first;
      if (first + 1 >= sources.size()) return made;
      made.by = first + 1 + pick(sources.size() - first - 1);
      if (earlier || chance(70))
        made.after = first + pick(*made.by - first);
      else
        made.by = pick(sources.size());
      if (chance(10)) made.source = *made.by + pick(sources.size() - *made.by);
      if (!made.source) cited |= only(*made.by);
    }
    if (made.source) cited |= only(*made.source);
    return made;
  }

  /// When an advice was given that a source tells of.
  change given_before(std::size_t source) {
    if (chance(50)) return {.on = pick(day_of(source) + 1), .after = {}, .by = {}, .source = {}};
    const maybe after = source > 0 && chance(70) ? maybe{pick(source)} : maybe{};
    return {.on = {}, .after = after, .by = source, .source = {}};
  }

  void add_rule(policy& to, std::size_t id) {
    rule made;
    made.id = id;
    made.measure = chance(70) ? 0 : 1;
    if (chance(25)) made.persons = some(groups.size());
    made.effect = chance(70) ? 0 : 1 + pick(2);
    made.area = chance(30) ? 0 : some(regions.size());
    if (chance(20)) made.places = some(places.size());
    if (made.area == 0 && made.places == 0 && chance(20)) made.but_not = only(pick(regions.size()));
    made.closure = chance(60) ? 0 : pick(made.effect == 0 ? 4 : 2);
    if (chance(40)) made.level = pick(levels.size());
    made.cited = only(pick(sources.size()));
    if (chance(30)) made.cited |= some(sources.size());

    maybe earlier;
    const auto not_before = [&](std::size_t day) { earlier = std::max(earlier.value_or(0), day); };
    for (rule& other : to.rules) {
      const bool superseded = std::ranges::any_of(
          to.rules, [&](const rule& each) { return each.supersedes.contains(other.id); });
      if (superseded || other.until.given() || !chance(made.supersedes.empty() ? 35 : 15)) continue;
      if (!made.supersedes.empty() &&
          (made.measure != other.measure || made.persons != other.persons))
        continue;
      made.measure = other.measure;
      made.persons = other.persons;
      made.supersedes.insert(other.id);
      if (chance(50)) {  // the same text, but for one thing
        made.effect = other.effect;
        made.area = other.area;
        made.places = other.places;
        made.but_not = other.but_not;
        made.closure = other.closure;
        if (chance(50)) made.level = pick(levels.size());
      }
      if (other.in_force.given()) not_before(other.in_force.first_since());
    }
    // Two rules on one question agree more often than chance would have it.
    for (const rule& other : to.rules)
      if (other.measure == made.measure && other.persons == made.persons &&
          !made.supersedes.contains(other.id) && chance(65)) {
        made.effect = other.effect;
        made.level = other.level;
        made.alternatives = other.alternatives;
        made.closure = made.closure == 2 ? 0 : made.closure;
      }
    if (made.measure == 1 && chance(40)) made.alternatives = some(regions.size());

    const std::size_t advices = to.advices.size();
    if (advices > 0 && chance(made.supersedes.empty() ? 35 : 60)) {
      made.advice = pick(advices);
      made.cited |= only(to.advices[*made.advice].source);
      not_before(to.advices[*made.advice].first_since());
    }
    if (advices > 0 && chance(25)) {
      made.adopts = pick(advices);
      if (made.adopts == made.advice) made.adopts.reset();
      if (made.adopts) not_before(to.advices[*made.adopts].first_since());
    }
    if (chance(15)) {
      made.decided = make_change(earlier, made.cited);
      if (made.decided.given()) not_before(made.decided.first_since());
    }
    if (chance(15)) made.published = make_change(earlier, made.cited);
    if (chance(20)) {
      made.announced = make_change(earlier, made.cited);
      if (made.announced.given()) not_before(made.announced.first_since());
    }
    if (chance(made.advice ? 50 : made.announced.given() ? 70 : 100)) {
      made.in_force = make_change(earlier, made.cited);
      if (made.in_force.given()) not_before(made.in_force.first_since());
    }
    if ((made.in_force.given() || made.advice) && chance(30))
      made.until = make_change(earlier, made.cited);
    to.rules.push_back(made);
  }

  void break_something(policy& of) {
    rule& one = of.rules[pick(of.rules.size())];
    switch (pick(7)) {
      case 0:
        one.in_force = make_change({}, one.cited);
        return;
      case 1:
        one.until = make_change({}, one.cited);
        return;
      case 2:
        one.cited = some(sources.size());
        return;
      case 3:
        one.closure = pick(closures.size());
        return;
      case 4:
        one.alternatives = some(regions.size());
        return;
      case 5:
        one.in_force.source = pick(sources.size());
        return;
      default:
        one.supersedes.insert(of.rules[pick(of.rules.size())].id);
        return;
    }
  }

  rc::Random random_;
};

/// Policies that lack something that this one has.
rc::Seq<policy> simpler(const policy& than) {
  std::vector<policy> all;
  const auto with = [&](auto apply) {
    policy one = than;
    apply(one);
    all.push_back(std::move(one));
  };
  if (than.rules.size() > 1)
    for (const rule& each : than.rules) with([&](policy& one) { forget_rule(one, each.id); });
  for (const advice& each : than.advices) with([&](policy& one) { forget_advice(one, each.id); });
  for (std::size_t i = 0; i < than.advices.size(); ++i)
    if (!than.advices[i].needs.empty()) with([&](policy& one) { one.advices[i].needs.clear(); });
  const change plain = policy{}.begins;
  if (than.begins != plain) with([&](policy& one) { one.begins = plain; });
  for (std::size_t i = 0; i < than.rules.size(); ++i) {
    const auto set = [&](auto member, auto value) {
      if (than.rules[i].*member != value) with([&](policy& one) { one.rules[i].*member = value; });
    };
    set(&rule::supersedes, std::set<std::size_t>{});
    set(&rule::advice, maybe{});
    set(&rule::adopts, maybe{});
    for (const auto& [name, member] : life)
      if (member != &rule::in_force) set(member, change{});
    set(&rule::in_force, change{.on = 0, .after = {}, .by = {}, .source = {}});
    set(&rule::persons, bits{});
    set(&rule::places, bits{});
    set(&rule::but_not, bits{});
    set(&rule::level, maybe{});
    set(&rule::alternatives, bits{});
    set(&rule::measure, std::size_t{});
    set(&rule::effect, std::size_t{});
    set(&rule::area, only(0));
    set(&rule::closure, std::size_t{});
    for (std::size_t source = 0; source < sources.size(); ++source)
      if (has(than.rules[i].cited, source) && than.rules[i].cited != only(source))
        set(&rule::cited, than.rules[i].cited & ~only(source));
  }
  return rc::seq::fromContainer(std::move(all));
}

}  // namespace

policy make(const rc::Random& random, std::size_t most_rules) {
  return maker{random}.make(most_rules);
}

rc::Gen<policy> policies() {
  return rc::Gen<policy>{[](const rc::Random& random, int size) {
    const std::size_t most_rules =
        2 + std::min<std::size_t>(static_cast<std::size_t>(size) / 15, 4);
    return rc::shrinkable::shrinkRecur(make(random, most_rules), &simpler);
  }};
}

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace random_policy
