// SPDX-License-Identifier: BSL-1.0
#include "claims.hpp"

#include "text.hpp"

#include <algorithm>

namespace ambitc {

namespace {

using ambit::date;
using ambit::event;
using ambit::ground;
using ambit::rule_events;
using ambit::status;

outcome said_in_force(std::size_t index, const rule_record& rule, reach how) {
  switch (how) {
    case reach::left_out:
      return {status::not_designated, ground::left_out, index};
    case reach::unsettled:
      return {status::undetermined, ground::area_unsettled, index};
    default:
      break;
  }
  const ambit::ground why = how == reach::whole_country ? ground::whole_country : ground::named;
  switch (*rule.effect) {
    case ambit::effect::designates:
      return {status::designated, why, index};
    case ambit::effect::excludes:
      return {status::not_designated, why, index};
    case ambit::effect::silent:
      return {status::silent, why, index};
    default:
      return {status::undetermined, why, index};
  }
}

/// What a rule that designates says beside its status.
auto designation(const rule_record& rule) {
  std::set<std::string> places;
  for (const auto& region : rule.alternatives->regions) places.insert(cat(ambit::to_text(*region)));
  for (const auto& place : rule.alternatives->places) places.insert(place->text);
  return std::tuple{rule.level->text, rule.scale->text, std::move(places)};
}

/// What a list says of those that it does not name.
reach reach_of_others(ambit::closure closure) {
  switch (closure) {
    case ambit::closure::exhaustive:
      return reach::left_out;
    case ambit::closure::unsettled:
      return reach::unsettled;
    default:
      return reach::none;
  }
}

}  // namespace

known_policy::known_policy(const image& of) : image_(of), document_(of.policy->document) {
  for (const auto& rule : document_.rule) rules_.push_back(&*rule);
  successor_of_.resize(rules_.size(), no_index);
  for (std::size_t later = 0; later < rules_.size(); ++later)
    for (const auto& earlier : rules_[later]->supersedes) successor_of_[earlier->index] = later;
  adopters_of_.resize(document_.advice.size());
  for (std::size_t rule = 0; rule < rules_.size(); ++rule)
    if (rules_[rule]->adopts.given) adopters_of_[rules_[rule]->adopts->index].push_back(rule);
  std::map<decltype(designation(*rules_[0])), std::size_t> designations;
  for (const rule_record* rule : rules_)
    designation_of_.push_back(
        designations.try_emplace(designation(*rule), designations.size()).first->second);
  work_out_reach();
}

void known_policy::work_out_reach() {
  std::map<ambit::region, std::size_t> position;
  for (std::size_t region = 0; region < image_.regions.size(); ++region)
    position[image_.regions[region].code] = region;
  const auto set_of = [&](const std::vector<ambit::region>& regions) {
    region_set all;
    for (const ambit::region each : regions) all.set(position.at(each));
    return all;
  };
  for (const auto& place : document_.place) {
    std::vector<ambit::region> regions;
    for (const auto& each : place->regions) regions.push_back(*each);
    overlaps_.push_back(*place->relation == ambit::relation::unknown ? region_set{}.set()
                                                                     : set_of(regions));
  }
  for (const rule_record* rule : rules_) {
    named_.push_back(set_of(rule->area->named));
    std::vector<reach>& in_regions = reach_in_regions_.emplace_back();
    region_set& holds = holds_in_.emplace_back();
    for (std::size_t region = 0; region < image_.regions.size(); ++region) {
      in_regions.push_back(reach_in_region(*rule, region));
      holds.set(region, in_regions.back() <= reach::whole_country);
    }
    std::vector<reach>& in_places = reach_in_places_.emplace_back();
    for (std::size_t place = 0; place < overlaps_.size(); ++place)
      in_places.push_back(reach_in_place(*rule, place));
  }
}

/// Of the rule whose regions were added last.
reach known_policy::reach_in_region(const rule_record& rule, std::size_t region) const {
  if (rule.area->is_country()) return reach::whole_country;
  if (named_.back()[region]) return reach::named;
  for (const std::size_t place : rule.area->in_part)
    if (may_overlap(place, region)) return reach::in_part;
  return reach_of_others(*rule.area->closure);
}

reach known_policy::reach_in_place(const rule_record& rule, std::size_t place) const {
  if (rule.area->is_country()) return reach::whole_country;
  const region_set &named = named_.back(), &overlaps = overlaps_[place];
  const bool takes_in = *document_.place.value[place]->relation == ambit::relation::within &&
                        (overlaps & named) == overlaps;
  if (rule.area->names_place(place) || takes_in) return reach::named;
  if ((named & overlaps).any()) return reach::in_part;
  return reach_of_others(*rule.area->closure);
}

// ---- Changes

change_index known_policy::of_rule(std::size_t rule, event event) {
  const auto at = std::ranges::find(rule_events, event);
  return rule * std::size(rule_events) + static_cast<std::size_t>(at - rule_events);
}

const field<change_value>& known_policy::change(change_index index) const {
  if (index == begins()) return document_.policy->begins;
  if (index > begins()) return document_.advice.value[index - begins() - 1]->given;
  return rules_[index / std::size(rule_events)]->change(
      rule_events[index % std::size(rule_events)]);
}

ambit::position<ambit::change_row> known_policy::row_of(change_index index) const {
  if (index == begins()) return image_.begins;
  if (index > begins()) return image_.advices[index - begins() - 1].given;
  return change_of(shown_image{&image_}, image_.rules[index / std::size(rule_events)],
                   rule_events[index % std::size(rule_events)]);
}

bool known_policy::is_known(change_index index) const {
  const field<change_value>& value = change(index);
  return value.given && value->known <= known_;
}

ambit::position<ambit::rule_row> known_policy::rule_of(
    change_index uncertain, const std::vector<std::size_t>& rules) const {
  if (uncertain < begins()) return {static_cast<std::uint16_t>(uncertain / std::size(rule_events))};
  if (uncertain == begins()) return {};
  for (const std::size_t rule : rules)
    if (is_proposed(*rules_[rule]) && given(rules_[rule]->advice->index) == uncertain)
      return {static_cast<std::uint16_t>(rule)};
  return {};
}

// ---- Rules

bool known_policy::is_alive(std::size_t rule) const {
  return is_known(*rules_[rule]) &&
         (is_proposed(*rules_[rule]) || std::ranges::any_of(rule_events, [&](event each) {
            return each != event::until && is_known(of_rule(rule, each));
          }));
}

/// Whether a rule is known, and that an advice proposes it.
bool known_policy::is_proposed(const rule_record& rule) const {
  return is_known(rule) && rule.advice.given && is_known(given(rule.advice->index));
}

/// The same, and the advice taken as adopted: then the rule holds once the advice is given.
bool known_policy::is_assumed(const rule_record& rule) const {
  return is_proposed(rule) && (assumed_ >> rule.advice->index & 1) != 0;
}

/// That the advice behind a rule has, or has not, been given.
literal known_policy::advised(const rule_record& rule, bool wanted) const {
  return {given(rule.advice->index), wanted};
}

/// What ends a rule as far as known: its own end, or its successor's beginning.
change_index known_policy::end_of(std::size_t rule) const {
  if (is_known(of_rule(rule, event::until))) return of_rule(rule, event::until);
  const std::size_t successor = successor_of_[rule];
  if (successor != no_index && is_known(*rules_[successor]) &&
      is_known(of_rule(successor, event::in_force)))
    return of_rule(successor, event::in_force);
  return no_index;
}

/// The successor that takes a rule's place because its advice is assumed; null if none does.
const rule_record* known_policy::assumed_successor(std::size_t rule) const {
  const std::size_t successor = successor_of_[rule];
  return successor != no_index && is_assumed(*rules_[successor]) ? rules_[successor] : nullptr;
}

// ---- Claims

void known_policy::add_claims(std::size_t index, const spot& of, std::vector<claim>& claims) const {
  const rule_record& rule = *rules_[index];
  const reach how = reach_of(index, of);
  const auto add = [&](tier in, std::vector<literal> literals, outcome said) {
    const std::int64_t age =
        in == tier::ended ? -std::int64_t{rule.in_force->first_since().days} : 0;
    claims.push_back({in, age, how, rule.area->size(), index, std::move(literals), said});
  };
  const change_index end = end_of(index);
  std::vector<literal> not_ended;
  if (end != no_index) not_ended.push_back({end, false});
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

  const outcome said = said_in_force(index, rule, how);
  if (is_known(begun.change)) add(tier::in_force, with(not_ended, {begun}), said);
  if (is_assumed(rule)) add(tier::in_force, with(pending, {advised(rule, true)}), said);
  // Only a designation can be awaited or have ended; what excluded nothing leaves nothing behind.
  if (*rule.effect != ambit::effect::designates || how > reach::whole_country) return;
  for (const ambit::event decided : {event::decided, event::announced, event::published})
    if (is_known(of_rule(index, decided))) {
      std::vector<literal> awaited = with(not_ended, {{of_rule(index, decided), true}, not_begun});
      if (is_assumed(rule)) awaited.push_back(advised(rule, false));
      add(tier::announced, std::move(awaited), {status::announced, said.ground, index});
    }
  if (is_proposed(rule) && !is_assumed(rule))
    add(tier::advised, with(pending, {advised(rule, true), not_begun}),
        {status::advised, said.ground, index});
  if (!is_known(begun.change)) return;
  const outcome ended{status::ended, said.ground, index};
  if (successor) add(tier::ended, {begun, advised(*successor, true)}, ended);
  if (end != no_index) add(tier::ended, {begun, {end, true}}, ended);
}

std::vector<claim> known_policy::claims(const std::vector<std::size_t>& rules,
                                        const spot& of) const {
  std::vector<claim> all;
  for (const std::size_t rule : rules)
    if (is_known(*rules_[rule]) && reach_of(rule, of) != reach::none) add_claims(rule, of, all);
  std::ranges::stable_sort(all, {}, &claim::strength);
  return all;
}

/// An advice taken as adopted makes a policy, of which the advice is the whole text.
std::vector<claim> known_policy::fallback() const {
  std::vector<claim> claims;
  const auto add = [&](std::vector<literal> literals, status said) {
    claims.push_back(
        {tier::unspoken, 0, reach::none, 0, 0, std::move(literals), {said, ground::nothing_said}});
  };
  add({{begins(), true}}, document_.policy->unspoken());
  std::set<change_index> given;
  for (const rule_record* rule : rules_)
    if (is_assumed(*rule) && given.insert(advised(*rule, true).change).second)
      add({advised(*rule, true)}, status::silent);
  add({}, status::no_policy);
  return claims;
}

std::size_t known_policy::answer_of(const outcome& of) const {
  const std::size_t designated =
      of.status == status::designated && of.has_rule() ? designation_of_[of.rule] : 0;
  return designated * ambit::count<status>() + static_cast<std::size_t>(of.status);
}

bool known_policy::disputes(const claim& weak, const claim& strong) const {
  return strong.tier == tier::in_force && weak.tier == tier::in_force &&
         strong.reach != reach::unsettled && weak.reach != reach::unsettled &&
         strong.reach != reach::in_part && weak.reach != reach::in_part &&
         !same_answer(strong.outcome, weak.outcome) && !more_specific(strong, weak);
}

/// Whether the area of `a` lies within that of `b` and is smaller.
bool known_policy::more_specific(const claim& a, const claim& b) const {
  if (a.reach > reach::whole_country || b.reach > reach::whole_country) return false;
  const region_set &inner = holds_in_[a.rule_index], &outer = holds_in_[b.rule_index];
  return inner != outer && (inner & outer) == inner;
}

}  // namespace ambitc
