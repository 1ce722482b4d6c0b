// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "image.hpp"

#include <bitset>
#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <vector>

// What the rules of a policy say, as claims. A claim is what one rule says of one region (or what
// holds where no rule speaks), with the changes that must, or must not, have happened for it to
// hold. Claims stand in order of strength; the first that holds is the answer.

namespace ambitc {

/// The position of nothing.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

enum class happened : std::uint8_t { no, maybe, yes };

/// A change: of a rule's life, `rule * std::size(rule_events)` and the position of the event there;
/// then the policy's own beginning; then the giving of each advice.
using change_index = std::size_t;

struct literal {
  change_index change;
  bool wanted;
};

/// What an answer is about: a region as a whole, or a place in or over it. Both are positions.
struct spot {
  std::size_t region;
  std::size_t place = no_index;  ///< none: the region as a whole

  bool is_place() const { return place != no_index; }
};

/// How much of the country a rule's statement takes in: more specific first. What holds in a part
/// of the spot only says nothing of the whole, unless something else is said of that.
enum class reach : std::uint8_t { named, whole_country, left_out, unsettled, in_part, none };

struct outcome {
  ambit::status status;
  ambit::ground ground;
  std::size_t rule = no_index;

  bool has_rule() const { return rule != no_index; }
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

/// A policy as known in one edition, with one set of advices taken as adopted: what its rules
/// claim. At first nothing is known; `look` says what is.
class known_policy {
 public:
  /// `of`: the rows of the policy's records; at most 256 regions.
  explicit known_policy(const image& of);

  /// What is published by that day is known, and that set of advices assumed.
  void look(ambit::date known, std::uint32_t assumed) {
    known_ = known;
    assumed_ = assumed;
  }
  std::uint32_t assumed() const { return assumed_; }

  // ---- Changes

  std::size_t changes() const { return given(document_.advice.size()); }
  const field<change_value>& change(change_index index) const;
  /// Where a change is in the table.
  ambit::position<ambit::change_row> row_of(change_index index) const;
  bool is_known(change_index index) const;

  /// From when a known change may have happened: distant_past where no day lies before that.
  ambit::date maybe_from(change_index index) const {
    return ambit::day_after(change(index)->last_before());
  }
  ambit::date certain_from(change_index index) const { return change(index)->first_since(); }

  /// The rule that a change is of: of an advice, the first of the rules that it proposes. `rules`:
  /// those on the question.
  ambit::position<ambit::rule_row> rule_of(change_index uncertain,
                                           const std::vector<std::size_t>& rules) const;

  // ---- Rules

  const rule_record& rule(std::size_t index) const { return *rules_[index]; }
  bool is_known(const rule_record& rule) const { return rule.known <= known_; }
  /// Whether a rule that names a place is known, and something is known of its life.
  bool is_alive(std::size_t rule) const;

  reach reach_of(std::size_t rule, const spot& of) const {
    return of.is_place() ? reach_in_places_[rule][of.place] : reach_in_regions_[rule][of.region];
  }
  /// Whether a part of the region is a part of the place, or may be.
  bool may_overlap(std::size_t place, std::size_t region) const { return overlaps_[place][region]; }

  // ---- Claims

  /// What the known ones of those rules claim of a spot, the stronger first.
  std::vector<claim> claims(const std::vector<std::size_t>& rules, const spot& of) const;
  /// What holds where no rule speaks, the stronger first. The last always holds.
  std::vector<claim> fallback() const;

  /// Whether two answers are the same to the person: the status, and what is designated.
  bool same_answer(const outcome& a, const outcome& b) const {
    return answer_of(a) == answer_of(b);
  }
  /// A number for all that makes a difference to the person.
  std::size_t answer_of(const outcome& of) const;
  /// Whether two rules in force say different things of a region, and the stronger does not yield.
  bool disputes(const claim& weak, const claim& strong) const;

 private:
  change_index begins() const { return rules_.size() * std::size(ambit::rule_events); }
  change_index given(std::size_t advice) const { return begins() + 1 + advice; }
  static change_index of_rule(std::size_t rule, ambit::event event);

  void work_out_reach();
  reach reach_in_region(const rule_record& rule, std::size_t region) const;
  reach reach_in_place(const rule_record& rule, std::size_t place) const;

  bool is_proposed(const rule_record& rule) const;
  bool is_assumed(const rule_record& rule) const;
  literal advised(const rule_record& rule, bool wanted) const;
  change_index end_of(std::size_t rule) const;
  const rule_record* assumed_successor(std::size_t rule) const;
  void add_claims(std::size_t index, const spot& of, std::vector<claim>& claims) const;
  bool more_specific(const claim& a, const claim& b) const;

  const image& image_;
  const document& document_;
  std::vector<const rule_record*> rules_;
  std::vector<std::size_t> successor_of_;
  std::vector<std::vector<std::size_t>> adopters_of_;
  std::vector<std::size_t> designation_of_;  // of each rule: equal numbers, equal designations

  using region_set = std::bitset<256>;
  std::vector<region_set> named_;                     // by an area, of each rule
  std::vector<std::vector<reach>> reach_in_regions_;  // of each rule
  std::vector<std::vector<reach>> reach_in_places_;   // the same
  std::vector<region_set> holds_in_;                  // the regions in which each rule holds
  std::vector<region_set> overlaps_;                  // the regions of each place

  ambit::date known_ = ambit::distant_past;
  std::uint32_t assumed_ = 0;
};

}  // namespace ambitc
