// SPDX-License-Identifier: BSL-1.0
#include "ask.hpp"

#include "text.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace ambitc {

namespace {

using ambit::ground;
using ambit::status;

const source_record& source_of(const document& policy, const field<reference<source_record>>& to) {
  return *policy.source.value[to->index];
}

/// What the sources published by a day say of one moment, as a world in which each uncertain change
/// either has happened or has not.
class world {
 public:
  using change = field<change_value>;

  world(const document& policy, const asked& question, const std::set<const change*>& happened)
      : policy_(policy), question_(question), happened_(happened) {}

  bool has_happened(const change& each) const {
    if (!each.given || each->known > question_.known) return false;
    if (question_.on >= each->first_since()) return true;
    return question_.on > each->last_before() && happened_.contains(&each);
  }

  bool is_known(const rule_record& rule) const {
    return std::ranges::any_of(rule.cite, [&](const auto& cite) {
      return *source_of(policy_, cite->source).published <= question_.known;
    });
  }

  bool is_advised(const rule_record& rule) const {
    return rule.advice.given && is_known(rule) &&
           has_happened(policy_.advice.value[rule.advice->index]->given);
  }

  /// Whether a rule in force carries out the advice behind this one.
  bool is_carried_out(const rule_record& rule) const {
    return std::ranges::any_of(policy_.rule, [&](const auto& other) {
      return other->adopts.given && other->adopts->index == rule.advice->index &&
             is_known(*other) && has_happened(other->in_force);
    });
  }

  bool is_assumed(const rule_record& rule) const {
    return is_advised(rule) && question_.assuming.contains(rule.advice->index);
  }

  bool is_replaced(const rule_record& rule) const {
    return std::ranges::any_of(policy_.rule, [&](const auto& later) {
      return std::ranges::any_of(
                 later->supersedes,
                 [&](const auto& to) { return &*policy_.rule.value[to->index] == &rule; }) &&
             is_known(*later) && (has_happened(later->in_force) || is_assumed(*later));
    });
  }

  bool has_ended(const rule_record& rule) const {
    return has_happened(rule.until) || is_replaced(rule);
  }

  bool is_in_force(const rule_record& rule) const {
    if (!is_known(rule) || has_ended(rule)) return false;
    return has_happened(rule.in_force) || (is_assumed(rule) && !is_carried_out(rule));
  }

  bool is_announced(const rule_record& rule) const {
    const bool decided =
        has_happened(rule.decided) || has_happened(rule.announced) || has_happened(rule.published);
    return is_known(rule) && decided && !has_happened(rule.in_force) && !has_ended(rule) &&
           !is_assumed(rule);
  }

  bool is_only_advised(const rule_record& rule) const {
    return is_advised(rule) && !is_assumed(rule) && !is_carried_out(rule) &&
           !has_happened(rule.in_force) && !has_ended(rule);
  }

  bool was_in_force(const rule_record& rule) const {
    return is_known(rule) && has_happened(rule.in_force) && has_ended(rule);
  }

  /// What is said where no rule speaks. An advice taken as adopted makes a policy, of which the
  /// advice is the whole text.
  ambit::status unspoken() const {
    if (has_happened(policy_.policy->begins)) return policy_.policy->unspoken();
    return std::ranges::any_of(policy_.rule, [&](const auto& rule) { return is_assumed(*rule); })
               ? ambit::status::silent
               : ambit::status::no_policy;
  }

 private:
  const document& policy_;
  const asked& question_;
  const std::set<const change*>& happened_;
};

struct statement {
  ambit::status status;
  ambit::ground ground;
  const rule_record* rule;
  bool disputed = false;  ///< two rules in force say different things, and neither yields

  /// What makes a difference to a person: the status, and what exactly is designated.
  friend bool operator==(const statement& a, const statement& b) {
    if (a.disputed || b.disputed) return a.disputed && b.disputed;
    if (a.status != b.status) return false;
    if (a.status != status::designated) return true;
    const auto places = [](const rule_record& of) {
      std::set<std::string> all;
      for (const auto& region : of.alternatives->regions) all.insert(cat(ambit::to_text(*region)));
      for (const auto& place : of.alternatives->places) all.insert(place->text);
      return all;
    };
    return a.rule->level->text == b.rule->level->text &&
           a.rule->scale->text == b.rule->scale->text && places(*a.rule) == places(*b.rule);
  }
};

/// One measure, group of persons (or everyone) and place (or the whole region) of the question.
class one_question {
 public:
  one_question(const policy_source& policy, const asked& question, ambit::measure measure,
               std::optional<std::size_t> persons, std::optional<std::size_t> place = {})
      : policy_(policy.document),
        question_(question),
        measure_(measure),
        withheld_(policy.withheld),
        regions_(policy.regions.size()),
        place_at_(place) {
    for (const auto& rule : policy_.rule) {
      const bool same_persons = persons ? rule->is_for(*persons) : rule->persons.empty();
      if (*rule->measure == measure && same_persons) rules_.push_back(&*rule);
    }
    if (persons) persons_ = &*policy_.persons.value[*persons];
    if (place) place_ = &*policy_.place.value[*place];
  }

  /// Whether a known rule on it names the place, and something is known of the rule's life.
  bool is_about_the_place() const {
    const world nothing_happened(policy_, question_, none_);
    const auto is_known = [&](const world::change& each) {
      return each.given && each->known <= question_.known;
    };
    return std::ranges::any_of(rules_, [&](const rule_record* rule) {
      return rule->area->names_place(*place_at_) && nothing_happened.is_known(*rule) &&
             (is_known(rule->decided) || is_known(rule->announced) || is_known(rule->published) ||
              is_known(rule->in_force) ||
              (rule->advice.given && is_known(policy_.advice.value[rule->advice->index]->given)));
    });
  }

  /// The finding; nothing for a group of which no rule speaks.
  std::optional<told> answer() const {
    const bool withheld = may_be_withheld();
    if (rules_.empty() && (persons_ || place_)) return std::nullopt;
    const std::vector<const world::change*> open = bearing(uncertain());
    const statement calm = say({});
    std::optional<told> answer;
    if (!calm.disputed && every_world_says(calm, open)) {
      answer = {measure_, calm.status, calm.ground, calm.rule, persons_};
      if (calm.status == status::ended) answer->ending = why_ended(*calm.rule);
      for (const world::change* each : open)
        if (const statement said = say({each}); calm.rule && said.rule != calm.rule) {
          answer->instead = said.rule;
          name(*each, *answer);
          break;
        }
    } else if (const world::change* named = decisive(calm, open)) {
      answer = {measure_, status::undetermined, ground::between_bounds, owner(*named), persons_};
      name(*named, *answer);
    } else if (withheld) {
      answer = {measure_, status::undetermined, ground::withheld, calm.rule, persons_};
    } else {
      throw std::logic_error("a policy with a conflict was not refused");
    }
    answer->place = place_;
    if ((persons_ || place_) && !answer->rule) return std::nullopt;
    // What a withheld rule says may take the place of anything that is said on its measures; and
    // one that an adopted advice proposes makes a policy, on whatever measure.
    if (withheld || (withheld_ && withheld_->rules > 0 && answer->status == status::no_policy &&
                     !question_.assuming.empty()))
      answer = {measure_, status::undetermined, ground::withheld, answer->rule, persons_, place_};
    const bool vouched = question_.on <= *policy_.policy->horizon &&
                         question_.on <= question_.known && question_.known != ambit::distant_past;
    if (!vouched && !question_.assume_unchanged) {
      answer->status = status::undetermined;
      answer->ground = ground::past_horizon;
      answer->uncertain = ambit::event::none;
      answer->after = answer->by = ambit::distant_future;
      answer->instead = nullptr;
      answer->ending = ambit::ending::unstated;
    }
    return answer;
  }

 private:
  /// All changes of the policy that may or may not have happened, in the order of the file.
  std::vector<const world::change*> uncertain() const {
    std::vector<const world::change*> open;
    const auto look = [&](const world::change& each) {
      if (each.given && each->known <= question_.known && question_.on > each->last_before() &&
          question_.on < each->first_since())
        open.push_back(&each);
    };
    for (const auto& rule : policy_.rule)
      for (const ambit::event event : ambit::rule_events) look(rule->change(event));
    look(policy_.policy->begins);
    for (const auto& advice : policy_.advice) look(advice->given);
    return open;
  }

  void name(const world::change& uncertain, told& in) const {
    in.uncertain = event_of(uncertain);
    in.after = uncertain->last_before();
    in.by = uncertain->first_since();
  }

  /// Whether a change can make a difference to this question at all.
  bool bears(const world::change& change) const {
    const rule_record* rule = owner(change);
    return !rule || rule->adopts.given || std::ranges::find(rules_, rule) != rules_.end();
  }

  ambit::ending why_ended(const rule_record& rule) const {
    const bool replaced = std::ranges::any_of(policy_.rule, [&](const auto& later) {
      return std::ranges::any_of(later->supersedes, [&](const auto& to) {
        return &*policy_.rule.value[to->index] == &rule;
      });
    });
    return replaced ? ambit::ending::superseded : *rule.ending;
  }

  /// The changes that happened in one of the worlds: bit i of its number is the i-th open change.
  static std::set<const world::change*> happened_in(std::uint64_t number,
                                                    const std::vector<const world::change*>& open) {
    std::set<const world::change*> happened;
    for (std::size_t i = 0; i < open.size(); ++i)
      if ((number >> i & 1) != 0) happened.insert(open[i]);
    return happened;
  }

  /// The first world that says something else than the one in which nothing open happened; 0 if
  /// none.
  std::uint64_t first_other_world(const statement& calm,
                                  const std::vector<const world::change*>& open) const {
    for (std::uint64_t number = 1; number < std::uint64_t{1} << open.size(); ++number)
      if (!(say(happened_in(number, open)) == calm)) return number;
    return 0;
  }

  std::vector<const world::change*> bearing(const std::vector<const world::change*>& open) const {
    std::vector<const world::change*> all;
    std::ranges::copy_if(open, std::back_inserter(all),
                         [&](const world::change* each) { return bears(*each); });
    return all;
  }

  bool every_world_says(const statement& calm,
                        const std::vector<const world::change*>& open) const {
    return first_other_world(calm, open) == 0;
  }

  bool may_be_withheld() const {
    return withheld_ && withheld_->rules > 0 &&
           std::ranges::any_of(withheld_->measures,
                               [this](ambit::measure each) { return each == measure_; });
  }

  /// The change to name: the first that makes a difference alone, else the first of several that
  /// do. Null if none does: then rules dispute the answer whatever has happened.
  const world::change* decisive(const statement& calm,
                                const std::vector<const world::change*>& open) const {
    for (const world::change* each : open)
      if (!(say({each}) == calm)) return each;
    const std::uint64_t other = first_other_world(calm, open);
    if (other == 0) return nullptr;
    return open[static_cast<std::size_t>(std::countr_zero(other))];
  }

  /// The rule whose change it is; of an advice, the first known rule on this question and region
  /// that it proposes. Null where it is the policy's beginning, or an advice on other questions.
  const rule_record* owner(const world::change& change) const {
    for (const auto& rule : policy_.rule)
      for (const ambit::event event : ambit::rule_events)
        if (&rule->change(event) == &change) return &*rule;
    const world nothing_happened(policy_, question_, none_);
    for (const rule_record* rule : rules_)
      if (rule->advice.given && &policy_.advice.value[rule->advice->index]->given == &change &&
          nothing_happened.is_known(*rule) && speaks_here(*rule))
        return rule;
    return nullptr;
  }

  ambit::event event_of(const world::change& change) const {
    for (const auto& advice : policy_.advice)
      if (&advice->given == &change) return ambit::event::advised;
    if (const rule_record* rule = owner(change))
      for (const ambit::event event : ambit::rule_events)
        if (&rule->change(event) == &change) return event;
    return ambit::event::in_force;
  }

  /// Whether a rule names the region; or the place, or all regions in which the place lies.
  bool names(const rule_record& rule) const {
    if (!place_) return rule.area->names(question_.region);
    const bool inside = *place_->relation == ambit::relation::within &&
                        std::ranges::all_of(place_->regions, [&](const auto& region) {
                          return rule.area->names(*region);
                        });
    return inside || rule.area->names_place(*place_at_);
  }
  static bool is_country(const rule_record& rule) { return rule.area->is_country(); }
  bool holds_here(const rule_record& rule) const { return names(rule) || is_country(rule); }

  /// Whether it holds in a part of the region or place, or may do so, and not in all of it.
  bool holds_in_part(const rule_record& rule) const {
    if (holds_here(rule)) return false;
    if (place_)
      return std::ranges::any_of(rule.area->named, [&](const ambit::region region) {
        return place_->may_overlap(region);
      });
    return std::ranges::any_of(rule.area->in_part, [&](const std::size_t place) {
      return policy_.place.value[place]->may_overlap(question_.region);
    });
  }

  bool speaks_here(const rule_record& rule) const {
    return holds_here(rule) || holds_in_part(rule) ||
           *rule.area->closure == ambit::closure::exhaustive ||
           *rule.area->closure == ambit::closure::unsettled;
  }

  /// What one world says: the rule in force with the smallest area that takes in the region; else a
  /// list that leaves it out; else one that may mean it; else what was announced, advised, or
  /// ended.
  statement say(const std::set<const world::change*>& happened) const {
    const world in(policy_, question_, happened);
    const statement said = say_of_all(in);
    if (said.disputed) return said;
    // What holds in a part only, and differs from what holds otherwise, leaves the whole unsettled.
    const rule_record* part = nullptr;
    for (const rule_record* rule : rules_)
      if (in.is_in_force(*rule) && holds_in_part(*rule) &&
          !(said == statement{status_of(*rule->effect), ground_of(*rule), rule}) &&
          (!part || smaller(*rule, *part)))
        part = rule;
    return part ? statement{status::undetermined, ground::in_part, part} : said;
  }

  /// The same without the rules that hold in a part only.
  statement say_of_all(const world& in) const {
    const auto first = [&](auto state, auto applies) -> const rule_record* {
      const rule_record* best = nullptr;
      for (const rule_record* rule : rules_)
        if ((in.*state)(*rule) && applies(*rule) && (!best || smaller(*rule, *best))) best = rule;
      return best;
    };
    const auto here = [&](const rule_record& rule) { return holds_here(rule); };
    const auto designates_here = [&](const rule_record& rule) {
      return holds_here(rule) && *rule.effect == ambit::effect::designates;
    };
    const auto closed_as = [&](ambit::closure closure) {
      return [this, closure](const rule_record& rule) {
        return !holds_here(rule) && !holds_in_part(rule) && *rule.area->closure == closure;
      };
    };
    if (const rule_record* rule = first(&world::is_in_force, here))
      return disputable({status_of(*rule->effect), ground_of(*rule), rule}, in);
    if (const rule_record* rule = first(&world::is_in_force, closed_as(ambit::closure::exhaustive)))
      return {status::not_designated, ground::left_out, rule};
    if (const rule_record* rule = first(&world::is_in_force, closed_as(ambit::closure::unsettled)))
      return {status::undetermined, ground::area_unsettled, rule};
    if (const rule_record* rule = first(&world::is_announced, designates_here))
      return {status::announced, ground_of(*rule), rule};
    if (const rule_record* rule = first(&world::is_only_advised, designates_here))
      return {status::advised, ground_of(*rule), rule};
    const rule_record* last = nullptr;  // of what has ended, that which began last
    for (const rule_record* rule : rules_)
      if (in.was_in_force(*rule) && designates_here(*rule) && (!last || later(*rule, *last)))
        last = rule;
    if (last) return {status::ended, ground_of(*last), last};
    return {in.unspoken(), ground::nothing_said, nullptr};
  }

  /// What the rule of the smallest area says, disputed if another in force says something else and
  /// its area does not take in that of the first.
  statement disputable(statement said, const world& in) const {
    for (const rule_record* other : rules_) {
      if (!in.is_in_force(*other)) continue;
      const bool leaves_out = !holds_here(*other) && !holds_in_part(*other) &&
                              *other->area->closure == ambit::closure::exhaustive;
      if (!leaves_out && (!holds_here(*other) || lies_within(*said.rule, *other))) continue;
      const statement says{leaves_out ? status::not_designated : status_of(*other->effect),
                           ground_of(*other), other};
      said.disputed = said.disputed || !(says == statement{said.status, said.ground, said.rule});
    }
    return said;
  }

  /// Whether the area of `a` is a part of that of `b`, and smaller.
  bool lies_within(const rule_record& a, const rule_record& b) const {
    if (is_country(a)) return false;
    if (is_country(b)) return a.area->named.size() < regions_;
    return a.area->named.size() < b.area->named.size() &&
           std::ranges::all_of(a.area->named,
                               [&](const ambit::region inner) { return b.area->names(inner); });
  }

  /// Whether the area of `a` is the more specific one; of two alike the earlier rule stands.
  bool smaller(const rule_record& a, const rule_record& b) const {
    if (is_country(a) != is_country(b)) return is_country(b);
    return a.area->size() < b.area->size();
  }

  bool later(const rule_record& a, const rule_record& b) const {
    const ambit::date of_a = a.in_force->first_since(), of_b = b.in_force->first_since();
    return of_a != of_b ? of_a > of_b : smaller(a, b);
  }

  static status status_of(ambit::effect effect) {
    switch (effect) {
      case ambit::effect::designates:
        return status::designated;
      case ambit::effect::excludes:
        return status::not_designated;
      case ambit::effect::silent:
        return status::silent;
      default:
        return status::undetermined;
    }
  }

  ground ground_of(const rule_record& rule) const {
    return is_country(rule) ? ground::whole_country : ground::named;
  }

  const document& policy_;
  const asked& question_;
  ambit::measure measure_;
  const std::optional<withheld_part>& withheld_;
  std::size_t regions_;  // of the country
  std::optional<std::size_t> place_at_;
  const place_record* place_ = nullptr;
  std::vector<const rule_record*> rules_;
  const persons_record* persons_ = nullptr;
  std::set<const world::change*> none_;
};

bool is_region(const policy_source& policy, ambit::region code) {
  return std::ranges::any_of(policy.regions,
                             [code](const subdivision& each) { return each.code == code; });
}

std::vector<const citation_record*> known_of(const document& policy,
                                             const list<citation_record, 1>& cites,
                                             ambit::date known) {
  std::vector<const citation_record*> all;
  for (const auto& cite : cites)
    if (*source_of(policy, cite->source).published <= known) all.push_back(&*cite);
  return all;
}

}  // namespace

reply ask(const policy_source& policy, const asked& question) {
  const document& document = policy.document;
  reply given;
  for (std::size_t i = 0; i < ambit::measure_count; ++i) {
    const auto measure = static_cast<ambit::measure>(i);
    if (!is_region(policy, question.region)) {
      given.findings.push_back({measure, status::unknown_region, ground::no_such_region});
      continue;
    }
    given.findings.push_back(*one_question(policy, question, measure, std::nullopt).answer());
    for (std::size_t persons = 0; persons < document.persons.size(); ++persons)
      if (const auto told = one_question(policy, question, measure, persons).answer())
        given.findings.push_back(*told);
    const auto add_place = [&](std::size_t place, std::optional<std::size_t> persons) {
      const one_question asked(policy, question, measure, persons, place);
      if (!asked.is_about_the_place()) return;
      if (const auto told = asked.answer()) given.findings.push_back(*told);
    };
    for (std::size_t place = 0; place < document.place.size(); ++place) {
      if (!document.place.value[place]->may_overlap(question.region)) continue;
      add_place(place, std::nullopt);
      for (std::size_t persons = 0; persons < document.persons.size(); ++persons)
        add_place(place, persons);
    }
  }
  for (told& each : given.findings) {
    const bool absent = each.status == status::no_policy && !document.absence->cite.empty();
    if (each.status == status::unknown_region) continue;
    each.citations = known_of(document,
                              each.rule ? each.rule->cite
                              : absent  ? document.absence->cite
                                        : document.policy->cite,
                              question.known);
  }
  for (const auto& judgment : document.judgment) {
    const bool here = std::ranges::any_of(
        judgment->regions, [&](const auto& region) { return *region == question.region; });
    if (here && *judgment->given <= question.on &&
        !known_of(document, judgment->cite, question.known).empty())
      given.judgments.push_back(&*judgment);
  }
  return given;
}

std::optional<std::set<std::size_t>> advices_of(const policy_source& policy,
                                                const std::vector<std::string>& ids,
                                                std::string& wrong) {
  const auto& advices = policy.document.advice;
  std::vector<std::string> known;
  for (const auto& advice : advices) known.push_back(advice->id->text);
  std::set<std::size_t> assumed;
  for (const std::string& id : ids) {
    const auto at = std::ranges::find(known, id);
    if (at == known.end()) {
      wrong =
          cat("the policy '", policy.id(), "' has no advice '", id,
              "'; it has: ", known.empty() ? "none" : join(known, ", "), did_you_mean(id, known));
      return std::nullopt;
    }
    assumed.insert(static_cast<std::size_t>(at - known.begin()));
  }
  for (const std::size_t advice : assumed)
    for (const auto& needed : advices.value[advice]->requires_)
      if (!assumed.contains(needed->index)) {
        wrong = cat("the advice '", known[advice], "' requires '", needed->text,
                    "', which is not among them; write ", needed->text, ",", join(ids, ","));
        return std::nullopt;
      }
  return assumed;
}

}  // namespace ambitc
