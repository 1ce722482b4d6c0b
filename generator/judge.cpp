// SPDX-License-Identifier: BSL-1.0
#include "judge.hpp"

#include <algorithm>
#include <bit>

namespace ambitc {

question_over_time::question_over_time(const known_policy& policy, std::vector<claim> of_rules,
                                       const std::vector<claim>& otherwise)
    : policy_(policy), claims_(std::move(of_rules)), of_rules_(claims_.size()) {
  claims_.insert(claims_.end(), otherwise.begin(), otherwise.end());
  tallies_.resize(claims_.size());
  std::map<change_index, slot> slots;
  for (std::size_t at = 0; at < claims_.size(); ++at)
    for (const literal& each : claims_[at].literals) {
      slot& used = slots.try_emplace(each.change, slot{each.change, false}).first->second;
      used.in_rules = used.in_rules || at < of_rules_;
      used.uses.emplace_back(at, each.wanted);
    }
  for (auto& each : slots) slots_.push_back(std::move(each.second));
  for (std::size_t at = 0; at < slots_.size(); ++at) {
    for (const auto& [claim, wanted] : slots_[at].uses) count(claim, happened::no, wanted, true);
    if (!policy.is_known(slots_[at].change)) continue;
    transitions_.push_back({policy.maybe_from(slots_[at].change), at, happened::maybe});
    transitions_.push_back({policy.certain_from(slots_[at].change), at, happened::yes});
  }
  std::ranges::stable_sort(transitions_, {}, &transition::day);
  for (std::size_t at = 0; at < claims_.size(); ++at) place(at);
}

std::vector<ambit::date> question_over_time::days() const {
  std::vector<ambit::date> all{ambit::distant_past};
  for (const transition& each : transitions_)
    if (each.day != all.back()) all.push_back(each.day);
  return all;
}

void question_over_time::move_to(ambit::date day) {
  if (day != ambit::distant_past) new_.clear();
  for (; next_ < transitions_.size() && transitions_[next_].day <= day; ++next_) {
    slot& changed = slots_[transitions_[next_].slot];
    if (changed.state != happened::yes) set(changed, transitions_[next_].to);
  }
}

void question_over_time::set(slot& of, happened to) {
  for (const auto& [claim, wanted] : of.uses) {
    count(claim, of.state, wanted, false);
    count(claim, to, wanted, true);
    place(claim);
  }
  of.state = to;
  const auto at = static_cast<std::size_t>(&of - slots_.data());
  if (to == happened::maybe)
    uncertain_slots_.insert(at);
  else
    uncertain_slots_.erase(at);
}

/// Adds a literal to what a claim's literals come to, or takes it away.
void question_over_time::count(std::size_t claim, happened state, bool wanted, bool add) {
  tally& of = tallies_[claim];
  if (state != happened::maybe && (state == happened::yes) == wanted) return;
  std::size_t& changed = state == happened::maybe ? of.open : of.wrong;
  if (add)
    ++changed;
  else
    --changed;
}

/// Puts a claim among those that may hold, or certainly do.
void question_over_time::place(std::size_t at) {
  const tally& of = tallies_[at];
  if (of.wrong == 0)
    possible_.insert(at);
  else
    possible_.erase(at);
  const claim& each = claims_[at];
  if (each.tier != tier::in_force) return;
  std::set<std::size_t>& alike = certain_[policy_.answer_of(each.outcome)];
  if (of.wrong == 0 && of.open == 0) {
    if (alike.insert(at).second) new_.insert(at);
  } else if (alike.erase(at) > 0) {
    new_.erase(at);
  }
}

std::size_t question_over_time::uncertain() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      uncertain_slots_, [&](std::size_t each) { return slots_[each].in_rules; }));
}

void question_over_time::for_each_new_conflict(
    const std::function<void(const claim&, const claim&)>& visit) const {
  std::set<std::pair<std::size_t, std::size_t>> pairs;  // the stronger claim first
  for (const std::size_t each : new_) {
    const std::size_t answer = policy_.answer_of(claims_[each].outcome);
    for (const auto& [other_answer, others] : certain_)
      if (other_answer != answer)
        for (const std::size_t other : others) pairs.emplace(std::minmax(each, other));
  }
  for (const auto& [strong, weak] : pairs)
    if (policy_.disputes(claims_[weak], claims_[strong])) visit(claims_[strong], claims_[weak]);
}

/// The uncertain changes to be tried: of those on which only the beginning of the policy rests the
/// first, for each of the others comes to the same.
std::vector<std::size_t> question_over_time::relevant_slots() const {
  std::vector<std::size_t> all;
  bool begins = false;
  for (const std::size_t each : uncertain_slots_) {
    if (!slots_[each].in_rules && begins) continue;
    begins = begins || !slots_[each].in_rules;
    all.push_back(each);
  }
  return all;
}

/// The claims that can be the answer, or dispute it: those of rules in force, and of the others
/// those before one that certainly holds.
std::vector<question_over_time::open_claim> question_over_time::open_claims(
    const std::vector<std::size_t>& tried) const {
  std::vector<open_claim> all;
  bool settled = false;
  for (const std::size_t each : possible_) {
    if (settled && claims_[each].tier != tier::in_force) break;
    all.push_back({&claims_[each]});
    settled = settled || (tallies_[each].open == 0 && claims_[each].reach != reach::in_part);
  }
  const auto visit_uses = [&](std::size_t of, auto visit) {
    for (const auto& [claim, wanted] : slots_[of].uses) {
      const auto at = std::ranges::lower_bound(all, &claims_[claim], {}, &open_claim::of);
      if (at != all.end() && at->of == &claims_[claim]) visit(*at, wanted);
    }
  };
  for (std::size_t bit = 0; bit < tried.size(); ++bit)
    visit_uses(tried[bit], [bit](open_claim& claim, bool wanted) {
      (wanted ? claim.needs : claim.forbids) |= std::uint32_t{1} << bit;
    });
  for (const std::size_t each : uncertain_slots_)
    if (std::ranges::find(tried, each) == tried.end())
      visit_uses(each, [](open_claim& claim, bool) { claim.needs = never; });
  return all;
}

question_over_time::verdict question_over_time::try_out(const std::vector<open_claim>& claims,
                                                        std::uint32_t trial) const {
  const auto first = std::ranges::find_if(claims, [&](const open_claim& each) {
    return each.of->reach != reach::in_part && each.holds(trial);
  });
  const verdict said{first->of->outcome, first->of};
  if (said.first->tier == tier::in_force)
    for (auto other = first + 1; other != claims.end() && other->of->tier == tier::in_force;
         ++other)
      if (other->holds(trial) && policy_.disputes(*other->of, *said.first))
        return {said.said, said.first, other->of};
  // What holds in a part only, and differs from what holds otherwise, leaves the whole unsettled.
  for (const open_claim& part : claims) {
    if (part.of->tier != tier::in_force) break;
    if (part.of->reach == reach::in_part && part.holds(trial) &&
        !policy_.same_answer(part.of->outcome, said.said))
      return {{ambit::status::undetermined, ambit::ground::in_part, part.of->outcome.rule},
              part.of};
  }
  return said;
}

bool question_over_time::same(const verdict& a, const verdict& b) const {
  if (a.disputing || b.disputing) return a.disputing && b.disputing;
  return policy_.same_answer(a.said, b.said);
}

/// The change to name for an uncertain answer is the first that makes another one on its own, else
/// the first of several that do so together.
judgement question_over_time::judge() const {
  const std::vector<std::size_t> tried = relevant_slots();
  const std::vector<open_claim> claims = open_claims(tried);
  const verdict calm = try_out(claims, 0);
  judgement made{calm.said, no_index, calm.first, calm.disputing};
  const auto decisive = [&]() -> std::size_t {
    for (std::size_t bit = 0; bit < tried.size(); ++bit)
      if (!same(calm, try_out(claims, std::uint32_t{1} << bit))) return bit;
    for (std::uint32_t trial = 1; trial < std::uint32_t{1} << tried.size(); ++trial)
      if (!same(calm, try_out(claims, trial)))
        return static_cast<std::size_t>(std::countr_zero(trial));
    return no_index;
  };
  if (const std::size_t bit = decisive(); bit != no_index) {
    made.decisive = slots_[tried[bit]].change;
    return made;
  }
  if (calm.disputing || !calm.said.has_rule()) return made;
  for (std::size_t bit = 0; bit < tried.size(); ++bit)
    if (const outcome after = try_out(claims, std::uint32_t{1} << bit).said;
        after.rule != calm.said.rule) {
      made.doubted_by = slots_[tried[bit]].change;
      made.instead = after.rule;
      break;
    }
  return made;
}

}  // namespace ambitc
