// SPDX-License-Identifier: BSL-1.0
#include "compare.hpp"

#include "fixture.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <unordered_map>

// The differential test on policies made at random: whatever the program accepts, the table gives
// what the rules say, and the laws of an answer hold. AMBIT_RANDOM_POLICIES says how many policies
// are tried, AMBIT_RANDOM_SEED which.

namespace {

// ---- A policy as a value that can be made at random and made simpler

/// Days in order. Those of the three sources are at 1, 3 and 5.
constexpr std::array<const char*, 7> days{"2019-06-01", "2020-01-01", "2020-06-01", "2021-01-01",
                                          "2021-06-01", "2022-01-01", "2022-06-01"};
constexpr std::array<const char*, 3> sources{"first", "second", "third"};
constexpr std::array<const char*, 3> regions{"XX-A", "XX-B", "XX-C"};
constexpr std::array<const char*, 2> measures{"indiscriminate_violence", "internal_protection"};
constexpr std::array<const char*, 3> effects{"designates", "excludes", "silent"};
constexpr std::array<const char*, 4> closures{"open", "in_any_case", "exhaustive", "unsettled"};
constexpr std::array<const char*, 2> groups{"women", "men"};
constexpr std::array<const char*, 2> levels{"most", "less"};

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
  bits area = 0;  // none: the whole country
  std::size_t closure = 0;
  maybe persons, level;
  bits alternatives = 0;
  bits cited = only(0);
  maybe advice, adopts;
  change decided, announced, published, in_force, until;
  std::set<std::size_t> supersedes;
};

/// The changes of a rule's life with their keys.
constexpr std::array<std::pair<const char*, change rule::*>, 5> life{
    {{"decided", &rule::decided},
     {"announced", &rule::announced},
     {"published", &rule::published},
     {"in_force", &rule::in_force},
     {"until", &rule::until}}};

struct policy {
  std::size_t sources = 3;
  change begins{.on = {}, .after = {}, .by = 0, .source = {}};
  std::vector<advice> advices;
  std::vector<rule> rules;
};

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

std::string listed(bits area) {
  std::string all;
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (has(area, i)) all += in_quotes(regions[i]) + ", ";
  return "regions = [" + all + "]";
}

std::string rule_id(std::size_t id) {
  return "r" + std::to_string(id);
}
std::string advice_id(std::size_t id) {
  return "a" + std::to_string(id);
}

std::string text_of(const rule& of) {
  std::string cited, more;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (has(of.cited, i)) cited += std::string{sources[i]} + " ";
  const auto key = [&](const std::string& name, const std::string& value) {
    more += name + " = " + value + "\n";
  };
  if (of.persons) key("persons", in_quotes(groups[*of.persons]));
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
  const std::string area = of.area == 0
                               ? "country = true"
                               : listed(of.area) + ", closure = " + in_quotes(closures[of.closure]);
  return fixture::rule(rule_id(of.id), area, more, cited, effects[of.effect], measures[of.measure]);
}

std::string text_of(const policy& of) {
  std::string all =
      "[policy]\nid = \"nl-xx\"\njurisdiction = \"NL\"\ncountry = \"XX\"\ntitle = " + both("P") +
      "\nhorizon = 2023-01-01\nbegins = " + text_of(of.begins) + "\n" +
      cite(of.sources > 1 ? 3 : 1, "policy");
  for (std::size_t i = 0; i < of.sources; ++i)
    all += "[[source]]\nid = " + in_quotes(sources[i]) +
           "\nkind = \"circular\"\npublished = " + days[day_of(i)] +
           "\nlanguage = \"en\"\nreference = " + in_quotes(sources[i]) +
           "\ntitle = " + both(sources[i]) + "\n";
  for (const char* group : groups)
    all += "[[persons]]\nid = " + in_quotes(group) + "\ndefinition = " + both(group) + "\n" +
           cite(1, "group");
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

/// Makes policies of which many are accepted: a later change comes after an earlier one, and what
/// proves a change is cited. Now and then it breaks one on purpose.
class maker {
 public:
  explicit maker(const rc::Random& random) : random_(random) {}

  policy make(std::size_t most_rules) {
    policy made;
    made.begins = begins();
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
    if (chance(25)) made.persons = pick(groups.size());
    made.effect = chance(70) ? 0 : 1 + pick(2);
    made.area = chance(30) ? 0 : some(regions.size());
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
    set(&rule::persons, maybe{});
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

rc::Gen<policy> policies() {
  return rc::Gen<policy>{[](const rc::Random& random, int size) {
    const std::size_t most_rules =
        2 + std::min<std::size_t>(static_cast<std::size_t>(size) / 15, 4);
    return rc::shrinkable::shrinkRecur(maker{random}.make(most_rules), &simpler);
  }};
}

// ---- The properties

/// A folder with the regions, into which one policy after another is written.
class workshop {
 public:
  workshop() {
    folder_.write("gazetteer/iso-3166-2.tsv",
                  "XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\nXX-C\tGamma\tregion\n");
  }

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

/// Every answer with all or less known, for every set of advices.
template <class Visit>
void for_every_answer(const fixture::policies& of, ambit::date known, Visit visit) {
  const ambitc::shown_image shown{&of.images[0]};
  for (const ambit::advice_set_row& set : of.images[0].advice_sets)
    for (const char* region : regions)
      for (const ambit::date day : compare::days_of(of.sources[0]))
        visit(set.advices,
              ambit::classify(
                  shown, *ambit::parse_region(region), day,
                  {.known = known,
                   .assuming =
                       ambit::assumption<ambitc::shown_image>::of(shown, set.advices).advices}));
}

std::string place_of(const ambit::answer<ambitc::shown_image>& answer) {
  std::ostringstream out;
  out << std::string_view{ambit::to_text(answer.region())} << " on "
      << std::string_view{ambit::to_text(answer.day())} << ", known "
      << std::string_view{ambit::to_text(answer.asked().known)} << ", advices " << answer.assumed()
      << "\n";
  return out.str();
}

/// What is wrong with the form of an answer; empty if nothing is.
std::string wrong_with(const ambit::answer<ambitc::shown_image>& answer) {
  std::array<std::size_t, ambit::measure_count> general{};
  for (const ambit::finding found : answer.findings()) {
    if (!found.persons_at) ++general[static_cast<std::size_t>(found.measure)];
    const bool uncertain = found.uncertain != ambit::event::none;
    if (found.ground == ambit::ground::between_bounds &&
        (!uncertain || found.status != ambit::status::undetermined))
      return "law 3: between bounds no change is named, or the status is not undetermined";
    if (uncertain && (answer.day() <= found.bounds.after || answer.day() >= found.bounds.by))
      return "law 3: a change is named outside its bounds";
    if (found.rule_at && answer.citations(found).empty())
      return "law 7: a finding with a rule leads to no source";
  }
  if (std::ranges::any_of(general, [](std::size_t number) { return number != 1; }))
    return "law 1: a measure has not one finding for the general population";
  return "";
}

/// The policy as one would write it with the first sources only: without the others, and without
/// what only they prove. Nothing where it cannot be written.
std::optional<policy> as_of(policy all, std::size_t known) {
  const bits kept = only(known) - 1;
  const auto is_known = [&](const change& each) {
    return (!each.source || *each.source < known) && (!each.by || each.source || *each.by < known);
  };
  const auto is_written = [&](const change& each) { return !each.by || *each.by < known; };
  all.sources = known;
  if (!is_known(all.begins)) return std::nullopt;
  for (const advice& each : std::vector<advice>{all.advices})
    if (each.source >= known)
      forget_advice(all, each.id);
    else if (!is_known(each.given))
      return std::nullopt;
  for (rule each : std::vector<rule>{all.rules}) {
    each.cited &= kept;
    bool dated = each.advice.has_value();  // else nothing of it is known but that it exists
    for (const auto& [name, member] : life) {
      if (!is_known(each.*member)) each.*member = {};
      if (!is_written(each.*member)) return std::nullopt;
      dated = dated || (member != &rule::until && (each.*member).given());
    }
    if (each.cited == 0 || !dated)
      forget_rule(all, each.id);
    else
      for (rule& one : all.rules)
        if (one.id == each.id) {
          each.supersedes = one.supersedes;
          one = each;
        }
  }
  if (all.rules.empty()) return std::nullopt;
  return all;
}

/// The set of advices of `one` that those of `from` are, as far as it has them.
std::uint32_t same_advices(std::uint32_t set, const policy& from, const policy& one) {
  std::uint32_t same = 0;
  for (std::size_t i = 0; i < from.advices.size(); ++i)
    for (std::size_t j = 0; j < one.advices.size(); ++j)
      if (has(set, i) && from.advices[i].id == one.advices[j].id) same |= only(j);
  return same;
}

/// The result says it all; with a listener of its own the test reads no settings but its own.
class silent_listener : public rc::detail::TestListener {
 public:
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("for policies made at random the table gives what the rules say, and the laws hold") {
  const workshop here;
  std::size_t tried = 0, accepted = 0, restricted = 0, questions = 0;

  const auto property = [&](const policy& one) {
    ++tried;
    const std::optional<fixture::policies> all = here.accept(one);
    if (!all) return;
    ++accepted;
    const compare::result compared = compare::every_question(all->sources[0], all->images[0]);
    questions += compared.questions;
    if (!compared.difference.empty()) RC_FAIL(compared.difference);

    for (std::size_t known = 0; known <= sources.size(); ++known) {
      const ambit::date day =
          known == 0 ? ambit::distant_future : *ambit::parse_date(days[day_of(known - 1)]);
      for_every_answer(*all, day, [&](std::uint32_t, const auto& answer) {
        const std::string wrong = wrong_with(answer);
        if (!wrong.empty()) RC_FAIL(place_of(answer) + wrong + "\n" + compare::text_of(answer));
      });
    }

    // Law 4: what is known on a day is what the sources of that day prove, and nothing else.
    for (std::size_t known = 1; known < sources.size(); ++known) {
      const std::optional<policy> then = as_of(one, known);
      if (!then) continue;
      const std::optional<fixture::policies> written = here.accept(*then);
      if (!written) continue;
      ++restricted;
      const ambitc::shown_image shown{&written->images[0]};
      const ambit::date day = *ambit::parse_date(days[day_of(known - 1)]);
      for_every_answer(*all, day, [&](std::uint32_t set, const auto& answer) {
        const auto assumed =
            ambit::assumption<ambitc::shown_image>::of(shown, same_advices(set, one, *then));
        const std::string now = compare::text_of(answer);
        const std::string before = compare::text_of(ambit::classify(
            shown, answer.region(), answer.day(), {.known = day, .assuming = assumed.advices}));
        if (now != before)
          RC_FAIL(place_of(answer) + "law 4: with what was known then\n" + now +
                  "but as it was written then\n" + before);
      });
    }
  };

  rc::detail::TestParams params;
  params.seed = number_from("AMBIT_RANDOM_SEED", 10);
  params.maxSuccess = static_cast<int>(number_from("AMBIT_RANDOM_POLICIES", 60));
  silent_listener listener;
  const rc::detail::TestResult result =
      rc::detail::checkTestable([&] { property(*policies()); }, rc::detail::TestMetadata{}, params,
                                listener, std::unordered_map<std::string, rc::detail::Reproduce>{});
  std::ostringstream said;
  rc::detail::printResultMessage(result, said);
  INFO("AMBIT_RANDOM_SEED=" << params.seed << "\n" << said.str());
  REQUIRE(result.is<rc::detail::SuccessResult>());
  MESSAGE(tried, " policies, of which ", accepted, " were accepted; ", questions, " questions; ",
          restricted, " as they were written earlier");
  CHECK(accepted * 100 >= tried * 30);
  CHECK(restricted > 0);
}
