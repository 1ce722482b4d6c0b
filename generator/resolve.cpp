// SPDX-License-Identifier: BSL-1.0
#include "resolve.hpp"

#include "text.hpp"

#include <algorithm>
#include <bit>
#include <compare>
#include <map>
#include <set>
#include <tuple>

// An answer is worked out from claims. A claim is what one rule says of one region (or what holds
// where no rule speaks), with the changes that must, or must not, have happened for it to hold.
// Claims stand in order of strength; the first that holds is the answer. On a day that lies between
// the bounds of a change, both are tried: if all trials give one answer it is certain, otherwise
// the status is `undetermined` and names the change.

namespace ambitc {

namespace {

using ambit::date;
using ambit::event;
using ambit::ground;
using ambit::rule_events;
using ambit::status;

constexpr std::size_t most_advice_sets = 256;
constexpr std::size_t most_uncertain_changes = 12;

enum class happened : std::uint8_t { no, maybe, yes };

/// A change: of a rule's life, `rule * std::size(rule_events)` and the position of the event there;
/// then the policy's own beginning; then the giving of each advice.
using change_index = std::size_t;

struct literal {
  change_index change;
  bool wanted;
};

/// What an answer is about: a region as a whole, or a place in or over it.
struct spot {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  ambit::region region;
  std::size_t place = none;  ///< none: the region as a whole

  bool is_place() const { return place != none; }
};

/// How much of the country a rule's statement takes in: more specific first. What holds in a part
/// of the spot only says nothing of the whole, unless something else is said of that.
enum class reach : std::uint8_t { named, whole_country, left_out, unsettled, in_part, none };

struct outcome {
  ambit::status status;
  ambit::ground ground;
  const rule_record* rule;
};

/// The kinds of claims, the stronger first.
enum class tier : std::uint8_t { in_force, announced, advised, ended, unspoken };

struct claim {
  // Strength: the tier; of what has ended that which began last; then the more specific area.
  ambitc::tier tier;
  std::int64_t age;  // 0, but for what has ended
  ambitc::reach reach;
  std::size_t regions;
  std::size_t rule_index;

  std::vector<literal> literals;
  ambitc::outcome outcome;

  auto strength() const { return std::tuple{tier, age, reach, regions, rule_index}; }
};

/// Whether two answers are the same to the person: the status, and what is designated.
bool same_answer(const outcome& a, const outcome& b) {
  if (a.status != b.status) return false;
  if (a.status != status::designated || !a.rule || !b.rule) return true;
  const auto places = [](const rule_record& rule) {
    std::set<std::string> all;
    for (const auto& region : rule.alternatives->regions) all.insert(cat(ambit::to_text(*region)));
    for (const auto& place : rule.alternatives->places) all.insert(place->text);
    return all;
  };
  return a.rule->level->text == b.rule->level->text && a.rule->scale->text == b.rule->scale->text &&
         places(*a.rule) == places(*b.rule);
}

/// The findings of an answer on one measure.
struct found_on {
  ambit::measure measure;
  std::vector<ambit::packed_finding> findings;
};

class resolver {
 public:
  resolver(image& into, diagnostics& found)
      : into_(into), document_(into.policy->document), found_(found) {
    for (const auto& rule : document_.rule) rules_.push_back(&*rule);
    successor_of_.resize(rules_.size(), none);
    for (std::size_t later = 0; later < rules_.size(); ++later)
      for (const auto& earlier : rules_[later]->supersedes) successor_of_[earlier->index] = later;
    adopters_of_.resize(document_.advice.size());
    for (std::size_t rule = 0; rule < rules_.size(); ++rule)
      if (rules_[rule]->adopts.given) adopters_of_[rules_[rule]->adopts->index].push_back(rule);
  }

  void run() {
    add_editions();
    if (!add_advice_sets()) return;
    for (const ambit::edition_row& edition : into_.editions)
      for (const ambit::advice_set_row& set : into_.advice_sets) {
        known_ = edition.published;
        assumed_ = set.advices;
        add_timeline();
      }
    arrange_findings();
    check_size();
    note_idle_advices();
  }

 private:
  static constexpr std::size_t none = spot::none;

  // ---- Editions and sets of advices

  void add_editions() {
    std::set<date> days{ambit::distant_past};
    for (const auto& source : document_.source) days.insert(*source->published);
    for (const date day : days) into_.editions.push_back({day});
  }

  /// All sets that hold the prerequisites of their members, the smaller number first.
  bool add_advice_sets() {
    std::set<std::uint32_t> sets{0};
    // A consistent set without one of its last members is consistent: so all grow from the empty
    // one.
    for (std::vector<std::uint32_t> grown{0}; !grown.empty() && sets.size() <= most_advice_sets;) {
      const std::uint32_t from = grown.back();
      grown.pop_back();
      for (std::size_t i = 0; i < into_.advices.size(); ++i) {
        const std::uint32_t with = from | std::uint32_t{1} << i;
        if ((into_.advices[i].prerequisites & ~from) == 0 && sets.insert(with).second)
          grown.push_back(with);
      }
    }
    if (sets.size() > most_advice_sets) {
      found_.error(
          document_.advice.at,
          cat("these advices can be adopted in more than ", std::to_string(most_advice_sets),
              " combinations; write what depends on what with 'requires', or make fewer"),
          "too-many-advices");
      return false;
    }
    for (const std::uint32_t set : sets) into_.advice_sets.push_back({set});
    return true;
  }

  // ---- Changes

  const field<change_value>& change(change_index index) const {
    if (index == begins()) return document_.policy->begins;
    if (index > begins()) return document_.advice.value[index - begins() - 1]->given;
    return rules_[index / std::size(rule_events)]->change(
        rule_events[index % std::size(rule_events)]);
  }

  /// Where a change is in the table.
  ambit::position<ambit::change_row> row_of(change_index index) const {
    if (index == begins()) return into_.begins;
    if (index > begins()) return into_.advices[index - begins() - 1].given;
    return change_of(shown_image{&into_}, into_.rules[index / std::size(rule_events)],
                     rule_events[index % std::size(rule_events)]);
  }

  change_index begins() const { return rules_.size() * std::size(rule_events); }
  change_index given(std::size_t advice) const { return begins() + 1 + advice; }
  std::size_t changes() const { return given(document_.advice.size()); }

  static change_index of_rule(std::size_t rule, ambit::event event) {
    const auto at = std::ranges::find(rule_events, event);
    return rule * std::size(rule_events) + static_cast<std::size_t>(at - rule_events);
  }

  bool is_known(change_index index) const {
    const field<change_value>& value = change(index);
    return value.given && value->known <= known_;
  }

  happened state(change_index index, date day) const {
    if (!is_known(index)) return happened::no;
    if (day >= change(index)->first_since()) return happened::yes;
    // The first segment stands for all early days: no day lies before a change without a lower
    // bound.
    const date before = change(index)->last_before();
    return before != ambit::distant_past && day <= before ? happened::no : happened::maybe;
  }

  // ---- Rules

  bool is_known(const rule_record& rule) const { return rule.known <= known_; }

  /// Whether a rule is known, and that an advice proposes it.
  bool is_proposed(const rule_record& rule) const {
    return is_known(rule) && rule.advice.given && is_known(given(rule.advice->index));
  }
  /// The same, and the advice taken as adopted: then the rule holds once the advice is given.
  bool is_assumed(const rule_record& rule) const {
    return is_proposed(rule) && (assumed_ >> rule.advice->index & 1) != 0;
  }
  /// That the advice behind a rule has, or has not, been given.
  literal advised(const rule_record& rule, bool wanted) const {
    return {given(rule.advice->index), wanted};
  }

  reach reach_of(const rule_record& rule, const spot& of) const {
    const area_record& area = *rule.area;
    if (area.is_country()) return reach::whole_country;
    if (of.is_place()) {
      const place_record& place = *document_.place.value[of.place];
      if (area.names_place(of.place) || takes_in(area, place)) return reach::named;
      if (std::ranges::any_of(area.named,
                              [&](ambit::region each) { return place.may_overlap(each); }))
        return reach::in_part;
    } else {
      if (area.names(of.region)) return reach::named;
      for (const std::size_t place : area.in_part)
        if (document_.place.value[place]->may_overlap(of.region)) return reach::in_part;
    }
    switch (*area.closure) {
      case ambit::closure::exhaustive:
        return reach::left_out;
      case ambit::closure::unsettled:
        return reach::unsettled;
      default:
        return reach::none;
    }
  }

  /// Whether a place lies within regions that an area has.
  static bool takes_in(const area_record& area, const place_record& place) {
    return *place.relation == ambit::relation::within &&
           std::ranges::all_of(place.regions, [&](const auto& each) { return area.names(*each); });
  }

  static outcome said_in_force(const rule_record& rule, reach how) {
    switch (how) {
      case reach::left_out:
        return {status::not_designated, ground::left_out, &rule};
      case reach::unsettled:
        return {status::undetermined, ground::area_unsettled, &rule};
      default:
        break;
    }
    const ambit::ground why = how == reach::whole_country ? ground::whole_country : ground::named;
    switch (*rule.effect) {
      case ambit::effect::designates:
        return {status::designated, why, &rule};
      case ambit::effect::excludes:
        return {status::not_designated, why, &rule};
      case ambit::effect::silent:
        return {status::silent, why, &rule};
      default:
        return {status::undetermined, why, &rule};
    }
  }

  /// What ends a rule as far as known: its own end, or its successor's beginning.
  change_index end_of(std::size_t rule) const {
    if (is_known(of_rule(rule, event::until))) return of_rule(rule, event::until);
    const std::size_t successor = successor_of_[rule];
    if (successor != none && is_known(*rules_[successor]) &&
        is_known(of_rule(successor, event::in_force)))
      return of_rule(successor, event::in_force);
    return none;
  }

  /// The successor that takes a rule's place because its advice is assumed; null if none does.
  const rule_record* assumed_successor(std::size_t rule) const {
    const std::size_t successor = successor_of_[rule];
    return successor != none && is_assumed(*rules_[successor]) ? rules_[successor] : nullptr;
  }

  void add_claims(std::size_t index, const spot& of, std::vector<claim>& claims) const {
    const rule_record& rule = *rules_[index];
    const reach how = reach_of(rule, of);
    const auto add = [&](tier in, std::vector<literal> literals, outcome said) {
      const std::int64_t age =
          in == tier::ended ? -std::int64_t{rule.in_force->first_since().days} : 0;
      claims.push_back({in, age, how, rule.area->size(), index, std::move(literals), said});
    };
    const change_index end = end_of(index);
    std::vector<literal> not_ended;
    if (end != none) not_ended.push_back({end, false});
    const rule_record* successor = assumed_successor(index);
    if (successor) not_ended.push_back(advised(*successor, false));
    // An advice is pending until a rule that carries it out is in force.
    std::vector<literal> pending = not_ended;
    if (rule.advice.given)
      for (const std::size_t adopter : adopters_of_[rule.advice->index])
        if (is_known(*rules_[adopter]) && is_known(of_rule(adopter, event::in_force)))
          pending.push_back({of_rule(adopter, event::in_force), false});
    const auto with = [](std::vector<literal> literals, std::initializer_list<literal> more) {
      literals.insert(literals.end(), more);
      return literals;
    };
    const literal begun{of_rule(index, event::in_force), true};
    const literal not_begun{of_rule(index, event::in_force), false};

    if (is_known(begun.change))
      add(tier::in_force, with(not_ended, {begun}), said_in_force(rule, how));
    if (is_assumed(rule))
      add(tier::in_force, with(pending, {advised(rule, true)}), said_in_force(rule, how));
    // Only a designation can be awaited or have ended; what excluded nothing leaves nothing behind.
    if (*rule.effect != ambit::effect::designates || how > reach::whole_country) return;
    const ambit::ground why = said_in_force(rule, how).ground;
    for (const ambit::event decided : {event::decided, event::announced, event::published})
      if (is_known(of_rule(index, decided))) {
        std::vector<literal> awaited =
            with(not_ended, {{of_rule(index, decided), true}, not_begun});
        if (is_assumed(rule)) awaited.push_back(advised(rule, false));
        add(tier::announced, std::move(awaited), {status::announced, why, &rule});
      }
    if (is_proposed(rule) && !is_assumed(rule))
      add(tier::advised, with(pending, {advised(rule, true), not_begun}),
          {status::advised, why, &rule});
    if (!is_known(begun.change)) return;
    if (successor)
      add(tier::ended, {begun, advised(*successor, true)}, {status::ended, why, &rule});
    if (end != none) add(tier::ended, {begun, {end, true}}, {status::ended, why, &rule});
  }

  /// What holds where no rule speaks. An advice taken as adopted makes a policy.
  std::vector<claim> fallback() const {
    std::vector<claim> claims;
    const auto add = [&](std::vector<literal> literals, ambit::status said) {
      claims.push_back({tier::unspoken,
                        0,
                        reach::none,
                        0,
                        0,
                        std::move(literals),
                        {said, ground::nothing_said, nullptr}});
    };
    add({{begins(), true}}, status::silent);
    for (const rule_record* rule : rules_)
      if (is_assumed(*rule)) add({advised(*rule, true)}, status::silent);
    add({}, status::no_policy);
    return claims;
  }

  // ---- From claims to a finding

  /// What is taken to have happened of the changes that are uncertain on a day.
  using trial = std::map<change_index, bool>;

  bool holds(const literal& each, date day, const trial& tried) const {
    const happened known = state(each.change, day);
    if (known != happened::maybe) return (known == happened::yes) == each.wanted;
    const auto taken = tried.find(each.change);
    return (taken != tried.end() && taken->second) == each.wanted;
  }

  bool holds(const claim& each, date day, const trial& tried) const {
    return std::ranges::all_of(each.literals,
                               [&](const literal& one) { return holds(one, day, tried); });
  }

  /// What one trial gives; the other claim is set where it disputes the first.
  struct verdict {
    outcome said;
    const claim* first;
    const claim* disputing = nullptr;
  };

  /// What is uncertain and not tried is taken not to have happened.
  verdict judge(const std::vector<claim>& claims, date day, const trial& tried) const {
    const auto first = std::ranges::find_if(claims, [&](const claim& each) {
      return each.reach != reach::in_part && holds(each, day, tried);
    });
    for (auto other = first + 1; other != claims.end(); ++other)
      if (disputes(*other, *first) && holds(*other, day, tried))
        return {first->outcome, &*first, &*other};
    // What holds in a part only, and differs from what holds otherwise, leaves the whole unsettled.
    for (const claim& part : claims)
      if (part.reach == reach::in_part && !same_answer(part.outcome, first->outcome) &&
          holds(part, day, tried))
        return {{status::undetermined, ground::in_part, part.outcome.rule}, &part};
    return {first->outcome, &*first};
  }

  static bool same_verdict(const verdict& a, const verdict& b) {
    if (a.disputing || b.disputing) return a.disputing && b.disputing;
    return same_answer(a.said, b.said);
  }

  /// Whether two rules in force say different things of a region, and the stronger does not yield.
  bool disputes(const claim& weak, const claim& strong) const {
    return strong.tier == tier::in_force && weak.tier == tier::in_force &&
           strong.reach != reach::unsettled && weak.reach != reach::unsettled &&
           strong.reach != reach::in_part && weak.reach != reach::in_part &&
           !same_answer(strong.outcome, weak.outcome) && !more_specific(strong, weak);
  }

  /// The uncertain changes that the claims speak of, in order.
  std::vector<change_index> uncertain_in(const std::vector<claim>& claims, date day) const {
    std::set<change_index> all;
    for (const claim& each : claims)
      for (const literal& one : each.literals)
        if (state(one.change, day) == happened::maybe) all.insert(one.change);
    return {all.begin(), all.end()};
  }

  /// The change to name for an uncertain answer: the first that makes another one on its own, else
  /// the first of several that do so together. None if every trial gives the same.
  change_index decisive(const verdict& before, const std::vector<claim>& claims, date day,
                        const std::vector<change_index>& uncertain) const {
    for (const change_index each : uncertain)
      if (!same_verdict(before, judge(claims, day, {{each, true}}))) return each;
    for (std::uint64_t number = 1; number < std::uint64_t{1} << uncertain.size(); ++number) {
      trial tried;
      for (std::size_t i = 0; i < uncertain.size(); ++i)
        tried[uncertain[i]] = (number >> i & 1) != 0;
      if (!same_verdict(before, judge(claims, day, tried)))
        return uncertain[static_cast<std::size_t>(std::countr_zero(number))];
    }
    return none;
  }

  /// `rules`: those on the question that speak of the spot.
  ambit::finding_row finding(const std::vector<std::size_t>& rules,
                             const std::vector<claim>& claims, ambit::region region, date day) {
    ambit::finding_row row{};
    const verdict calm = judge(claims, day, {});
    const outcome& before = calm.said;
    const std::vector<change_index> uncertain = uncertain_in(claims, day);
    const change_index named = decisive(calm, claims, day, uncertain);
    if (!calm.disputing && named == none) {
      row.status = before.status;
      row.ground = before.ground;
      if (!before.rule) return row;
      row.rule = position_of(*before.rule);
      for (const change_index each : uncertain)
        if (const outcome after = judge(claims, day, {{each, true}}).said;
            after.rule != before.rule) {
          row.doubt = intern_doubt(
              {row_of(each), after.rule ? position_of(*after.rule) : decltype(row.rule){}});
          break;
        }
      return row;
    }
    row.status = status::undetermined;
    row.ground = ground::between_bounds;
    if (named == none) {  // whatever happened, two rules dispute the answer
      report_conflict(*calm.first, *calm.disputing, region, day);
      return row;
    }
    row.rule = rule_of(named, rules);
    row.doubt = intern_doubt({row_of(named), {}});
    return row;
  }

  /// The rule that a change is of: of an advice, the first of the rules that it proposes.
  ambit::position<ambit::rule_row> rule_of(change_index uncertain,
                                           const std::vector<std::size_t>& rules) const {
    if (uncertain < begins())
      return {static_cast<std::uint16_t>(uncertain / std::size(rule_events))};
    if (uncertain == begins()) return {};
    for (const std::size_t rule : rules)
      if (is_proposed(*rules_[rule]) && given(rules_[rule]->advice->index) == uncertain)
        return {static_cast<std::uint16_t>(rule)};
    return {};
  }

  ambit::position<ambit::rule_row> position_of(const rule_record& rule) const {
    const auto at = std::ranges::find(rules_, &rule);
    return {static_cast<std::uint16_t>(at - rules_.begin())};
  }

  // ---- From findings to timelines

  /// Whether a rule is known, and on one measure for everyone (`none`) or for a group.
  bool is_on(const rule_record& rule, ambit::measure measure, std::size_t persons) const {
    return *rule.measure == measure && is_known(rule) &&
           (persons == none ? rule.persons.empty() : rule.is_for(persons));
  }

  /// Those rules that speak of a spot.
  std::vector<std::size_t> rules_on(ambit::measure measure, std::size_t persons,
                                    const spot& of) const {
    std::vector<std::size_t> rules;
    for (std::size_t index = 0; index < rules_.size(); ++index)
      if (is_on(*rules_[index], measure, persons) && reach_of(*rules_[index], of) != reach::none)
        rules.push_back(index);
    return rules;
  }

  /// Whether one of those rules names a place, and something is known of its life.
  bool is_named(std::size_t place, ambit::measure measure, std::size_t persons) const {
    for (std::size_t index = 0; index < rules_.size(); ++index)
      if (rules_[index]->area->names_place(place) && is_on(*rules_[index], measure, persons) &&
          (is_proposed(*rules_[index]) || std::ranges::any_of(rule_events, [&](event each) {
             return each != event::until && is_known(of_rule(index, each));
           })))
        return true;
    return false;
  }

  std::vector<claim> claims_of(const std::vector<std::size_t>& rules, const spot& of) const {
    std::vector<claim> claims;
    for (const std::size_t rule : rules) add_claims(rule, of, claims);
    std::ranges::sort(claims, {}, &claim::strength);
    return claims;
  }

  /// Whether more changes are uncertain than can be tried: their number doubles the trials each
  /// time.
  bool too_uncertain(const std::vector<claim>& claims, date day) {
    const std::vector<change_index> uncertain = uncertain_in(claims, day);
    if (uncertain.size() <= most_uncertain_changes) return false;
    const rule_record& rule = *claims.front().outcome.rule;
    if (too_uncertain_.insert(&rule).second)
      found_.error(rule.id.at,
                   cat("on ", ambit::to_text(day), " ", std::to_string(uncertain.size()),
                       " changes that bear on one question are uncertain, and at most ",
                       std::to_string(most_uncertain_changes), " can be; let rules supersede each ",
                       "other, so that one change stands for several"),
                   "too-many-uncertain-changes");
    return true;
  }

  ambit::position<ambit::answer_row> answer(ambit::region region, date day) {
    const std::vector<claim> otherwise = fallback();
    const ambit::finding_row unspoken = finding({}, otherwise, region, day);
    std::vector<found_on> found;
    const auto add = [&](ambit::measure measure, std::size_t persons, std::size_t place) {
      const spot of{region, place};
      const std::vector<std::size_t> rules = rules_on(measure, persons, of);
      std::vector<claim> claims = claims_of(rules, of);
      if (claims.empty() || too_uncertain(claims, day)) return;
      check_conflicts(claims, region, day);
      claims.insert(claims.end(), otherwise.begin(), otherwise.end());
      ambit::finding_row row = finding(rules, claims, region, day);
      if (!row.rule) return;  // no rule speaks after all
      if (persons != none) row.persons = {static_cast<std::uint8_t>(persons)};
      if (place != none) row.place = {static_cast<std::uint8_t>(place)};
      if (found.empty() || found.back().measure != measure) found.push_back({measure, {}});
      found.back().findings.push_back(row);
    };
    for (std::size_t i = 0; i < ambit::measure_count; ++i) {
      const auto measure = static_cast<ambit::measure>(i);
      add(measure, none, none);
      for (std::size_t persons = 0; persons < into_.persons.size(); ++persons)
        add(measure, persons, none);
      for (std::size_t place = 0; place < into_.places.size(); ++place) {
        if (!document_.place.value[place]->may_overlap(region)) continue;
        if (is_named(place, measure, none)) add(measure, none, place);
        for (std::size_t persons = 0; persons < into_.persons.size(); ++persons)
          if (is_named(place, measure, persons)) add(measure, persons, place);
      }
    }
    return intern_answer(found, unspoken);
  }

  /// The answers of all regions for what is known and assumed now.
  void add_timeline() {
    const std::set<date> days = days_of_change();
    std::vector<std::vector<std::uint16_t>> answers;  // by region, then by day
    for (const ambit::region_row& region : into_.regions) {
      answers.emplace_back();
      for (const date day : days) answers.back().push_back(answer(region.code, day).value);
    }
    // A day on which no region's answer becomes another begins no period.
    std::vector<date> begun;
    std::vector<std::vector<std::uint16_t>> kept(answers.size());
    std::size_t at = 0;
    for (const date day : days) {
      const bool begins = at == 0 || std::ranges::any_of(answers, [at](const auto& each) {
                            return each[at] != each[at - 1];
                          });
      if (begins && at > 0) begun.push_back(day);
      for (std::size_t region = 0; begins && region < answers.size(); ++region)
        kept[region].push_back(answers[region][at]);
      ++at;
    }
    into_.timelines.push_back(intern_days(begun));
    for (const std::vector<std::uint16_t>& each : kept)
      into_.region_timelines.push_back({intern_answers(each)});
  }

  /// The days on which an answer may become another; the first stands for all early days.
  std::set<date> days_of_change() const {
    std::set<date> days{ambit::distant_past};
    for (change_index index = 0; index < changes(); ++index)
      if (is_known(index)) {
        days.insert(ambit::day_after(change(index)->last_before()));
        days.insert(change(index)->first_since());
      }
    return days;
  }

  // ---- Each answer and timeline once

  /// The position of the row, which is appended if none is `same`.
  template <class Row, class Same>
  static std::uint16_t intern_row(std::vector<Row>& all, const Row& row, Same same) {
    const auto known = std::ranges::find_if(all, same);
    const auto at = static_cast<std::uint16_t>(known - all.begin());
    if (known == all.end()) all.push_back(row);
    return at;
  }

  ambit::position<ambit::doubt_row> intern_doubt(const ambit::doubt_row& doubt) {
    return {intern_row(into_.doubts, doubt, [&](const auto& other) { return other == doubt; })};
  }

  ambit::position<ambit::answer_row> intern_answer(const std::vector<found_on>& found,
                                                   const ambit::finding_row& otherwise) {
    ambit::answer_row row{{},
                          ambit::position<ambit::packed_finding>::at(
                              rows_among(into_.findings, {otherwise}).first())};
    ambit::status_word statuses = ambit::status_word::all(otherwise.status);
    std::vector<std::uint16_t> measures;
    for (const found_on& each : found) {
      most_findings_ = std::max(most_findings_, each.findings.size());
      const ambit::measure_row on{each.measure, rows_among(into_.findings, each.findings)};
      measures.push_back(intern_row(into_.measures, on, [&](const ambit::measure_row& other) {
        return other.measure == on.measure && other.findings == on.findings;
      }));
      if (const ambit::finding_row first = each.findings.front().unpacked(); first.is_general())
        statuses.set(each.measure, first.status);
    }
    row.measures = {intern(into_.measure_entries, measures, measure_entries_), measures.size()};
    const std::uint16_t at = intern_row(into_.answers, row, [&](const ambit::answer_row& other) {
      return other.measures == row.measures && other.otherwise == row.otherwise;
    });
    if (at == into_.statuses.size()) into_.statuses.push_back(statuses);
    return {at};
  }

  /// Where those values are in `all`; they are appended if they are new.
  template <class Row, class Value>
  static std::uint16_t intern(std::vector<Row>& all, const std::vector<Value>& row,
                              std::map<std::vector<Value>, std::uint16_t>& known) {
    const auto [at, is_new] = known.try_emplace(row, static_cast<std::uint16_t>(all.size()));
    if (is_new)
      for (const Value& each : row) all.push_back(Row{each});
    return at->second;
  }

  ambit::timeline_row intern_days(const std::vector<date>& days) {
    return {intern(into_.days, days, days_), static_cast<std::uint16_t>(days.size())};
  }

  ambit::position<ambit::answer_entry> intern_answers(const std::vector<std::uint16_t>& answers) {
    return {intern(into_.answer_entries, answers, answer_entries_)};
  }

  /// Puts the longest lists of findings first: then more of the others are part of one.
  void arrange_findings() {
    const std::vector<ambit::packed_finding> before = std::move(into_.findings);
    into_.findings.clear();
    const auto move = [&](std::size_t first, std::size_t count) {
      const auto from = before.begin() + static_cast<std::ptrdiff_t>(first);
      return rows_among(into_.findings, {from, from + static_cast<std::ptrdiff_t>(count)});
    };
    std::vector<ambit::measure_row*> measures;
    for (ambit::measure_row& each : into_.measures) measures.push_back(&each);
    std::ranges::stable_sort(measures, std::ranges::greater{},
                             [](const auto* each) { return each->findings.count; });
    for (ambit::measure_row* each : measures)
      each->findings = move(each->findings.first(), each->findings.count);
    for (ambit::answer_row& each : into_.answers)
      each.otherwise = decltype(each.otherwise)::at(move(each.otherwise.value, 1).first());
  }

  // ---- What cannot be baked

  /// Whether the area of `a` lies within that of `b` and is smaller.
  bool more_specific(const claim& a, const claim& b) const {
    if (a.reach > reach::whole_country || b.reach > reach::whole_country) return false;
    const auto regions_in = [&](const claim& of) {
      std::set<ambit::region> all;
      for (const auto& region : into_.regions)
        if (reach_of(*of.outcome.rule, {region.code}) <= reach::whole_country)
          all.insert(region.code);
      return all;
    };
    const std::set<ambit::region> inner = regions_in(a), outer = regions_in(b);
    return inner.size() < outer.size() && std::ranges::includes(outer, inner);
  }

  void check_conflicts(const std::vector<claim>& claims, ambit::region region, date day) {
    std::vector<const claim*> certain;
    for (const claim& each : claims)
      if (each.tier == tier::in_force &&
          std::ranges::all_of(each.literals, [&](const literal& one) {
            return state(one.change, day) == (one.wanted ? happened::yes : happened::no);
          }))
        certain.push_back(&each);
    for (std::size_t i = 0; i < certain.size(); ++i)
      for (std::size_t j = i + 1; j < certain.size(); ++j)
        if (disputes(*certain[j], *certain[i]))
          report_conflict(*certain[i], *certain[j], region, day);
  }

  void report_conflict(const claim& strong, const claim& weak, ambit::region region, date day) {
    const rule_record& later = *rules_[std::max(strong.rule_index, weak.rule_index)];
    const rule_record& earlier = *rules_[std::min(strong.rule_index, weak.rule_index)];
    if (!conflicts_.insert({&earlier, &later}).second) return;
    found_.error(later.id.at,
                 cat("the rules '", earlier.id->text, "' (", to_text(earlier.id.at), ") and '",
                     later.id->text, "' give ", ambit::to_text(region), " different answers on ",
                     day == ambit::distant_past ? std::string_view{"every early day"}
                                                : std::string_view{ambit::to_text(day)},
                     assumed_ == 0 ? "" : " if their advices are adopted",
                     "; let one supersede the other, end one, or name a smaller area"),
                 "conflict");
  }

  /// Whether some question has another answer with this advice adopted than without it.
  bool changes_an_answer(std::size_t advice) const {
    const std::vector<ambit::advice_set_row>& sets = into_.advice_sets;
    for (std::size_t without = 0; without < sets.size(); ++without) {
      const std::uint32_t both = sets[without].advices | std::uint32_t{1} << advice;
      const auto with = static_cast<std::size_t>(
          std::ranges::find(sets, both, &ambit::advice_set_row::advices) - sets.begin());
      if (with == sets.size()) continue;
      for (std::size_t edition = 0; edition < into_.editions.size(); ++edition)
        if (!same_timelines(edition * sets.size() + without, edition * sets.size() + with))
          return true;
    }
    return false;
  }

  /// Equal answers have equal positions: so a comparison of those is exact.
  bool same_timelines(std::size_t a, std::size_t b) const {
    const std::size_t regions = into_.regions.size();
    const auto first = [&](std::size_t timeline) {
      return into_.region_timelines.begin() + static_cast<std::ptrdiff_t>(timeline * regions);
    };
    return into_.timelines[a] == into_.timelines[b] &&
           std::equal(first(a), first(a + 1), first(b),
                      [](const auto& one, const auto& other) { return one.first == other.first; });
  }

  /// An advice that changes no answer, and that none which does requires.
  void note_idle_advices() {
    const std::size_t count = document_.advice.size();
    std::vector<bool> matters(count);
    for (std::size_t advice = 0; advice < count; ++advice)
      if (changes_an_answer(advice))
        for (std::size_t other = 0; other < count; ++other)
          if (other == advice || (into_.advices[advice].prerequisites >> other & 1) != 0)
            matters[other] = true;
    for (std::size_t advice = 0; advice < count; ++advice)
      if (!matters[advice])
        found_.note(document_.advice.value[advice]->id.at,
                    cat("the advice '", document_.advice.value[advice]->id->text,
                        "' can never matter: adopted or not, every answer is the same"),
                    "idle-advice");
  }

  void check_size() {
    const auto at_most = [&](std::size_t most, std::size_t count, std::string_view what) {
      if (count > most)
        found_.error(document_.policy.at,
                     cat("this policy has ", std::to_string(count), " ", what,
                         "; a table has at most ", std::to_string(most)),
                     "table-too-large");
    };
    constexpr std::size_t few = 0xff - 1, several = ambit::detail::none_in_12_bits;
    at_most(few, into_.regions.size(), "regions");
    at_most(few, into_.persons.size(), "groups");
    at_most(few, into_.places.size(), "places");
    at_most(few, into_.alternatives.size(), "rules with alternatives");
    at_most(several, into_.rules.size(), "rules");
    at_most(several, into_.doubts.size(), "ways in which a finding is uncertain");
    at_most(0xff, most_findings_, "findings on one measure in one region");
    at_most(0xffff - 1,
            std::max({into_.timelines.size(), into_.region_timelines.size(), into_.days.size(),
                      into_.answer_entries.size(), into_.answers.size(),
                      into_.measure_entries.size(), into_.measures.size(), into_.findings.size(),
                      into_.changes.size(), into_.citations.size(), into_.region_entries.size(),
                      into_.condition_entries.size(), into_.sources.size()}),
            "rows of one kind");
    at_most(0x10000, std::max(into_.texts.size(), into_.prose.size()),
            "bytes of texts of one kind");
  }

  image& into_;
  const document& document_;
  diagnostics& found_;
  std::vector<const rule_record*> rules_;
  std::vector<std::size_t> successor_of_;
  std::vector<std::vector<std::size_t>> adopters_of_;

  date known_{};
  std::uint32_t assumed_ = 0;
  std::size_t most_findings_ = 0;  // on one measure

  std::map<std::vector<date>, std::uint16_t> days_;
  std::map<std::vector<std::uint16_t>, std::uint16_t> answer_entries_, measure_entries_;
  std::set<std::pair<const rule_record*, const rule_record*>> conflicts_;
  std::set<const rule_record*> too_uncertain_;
};

}  // namespace

void resolve(image& into, diagnostics& found) {
  resolver{into, found}.run();
}

}  // namespace ambitc
