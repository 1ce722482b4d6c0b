// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claims.hpp"

#include <functional>
#include <set>
#include <utility>
#include <vector>

// From the claims on one question (a measure, a group or everyone, a spot) to its finding on each
// day. On a day that lies between the bounds of a change, both are tried: if all trials give one
// answer it is certain, otherwise the status is `undetermined` and names the change.
//
// A day on which none of its changes begins to be possible or certain changes nothing of a
// question. So the days are gone through in order, and on each only those claims are looked at
// whose changes have another state: the work grows with the changes, not with days times rules.

namespace ambitc {

/// How many changes of one question can be uncertain on one day: each doubles the trials.
inline constexpr std::size_t most_uncertain_changes = 12;

/// What a day's claims come to.
struct judgement {
  ambitc::outcome said;              ///< if nothing uncertain has happened
  change_index decisive = no_index;  ///< the uncertain change that makes it another answer
  /// Two claims that dispute the answer, whatever has happened.
  const claim *first = nullptr, *disputing = nullptr;
  /// Of a certain answer: the change that leaves it to another rule, and that rule.
  change_index doubted_by = no_index;
  std::size_t instead = no_index;
};

class question_over_time {
 public:
  /// `of_rules`: the stronger first; `otherwise`: what holds where no rule speaks. `policy` must
  /// outlive it, and is asked of changes now alone.
  question_over_time(const known_policy& policy, std::vector<claim> of_rules,
                     const std::vector<claim>& otherwise);

  /// The days on which something of it changes, in order; the first is distant_past.
  std::vector<ambit::date> days() const;

  /// Goes to a day; days are gone through in order, none of `days()` left out.
  void move_to(ambit::date day);

  /// How many changes of which its rules speak are uncertain on the day.
  std::size_t uncertain() const;

  /// Calls `visit(strong, weak)` for each two claims that certainly hold on the day, one of them
  /// not on the day before, and dispute each other.
  void for_each_new_conflict(const std::function<void(const claim&, const claim&)>& visit) const;

  /// What the claims come to on the day. At most `most_uncertain_changes` may be uncertain.
  judgement judge() const;

 private:
  /// A change of which claims speak, and its state on the day.
  struct slot {
    change_index change;
    bool in_rules;  // not only in what holds where no rule speaks
    happened state = happened::no;
    std::vector<std::pair<std::size_t, bool>> uses = {};  // claims, and what each wants
  };
  struct transition {
    ambit::date day;
    std::size_t slot;
    happened to;
  };
  /// What no trial fulfils.
  static constexpr std::uint32_t never = static_cast<std::uint32_t>(-1);

  /// How many of a claim's literals are certainly false, and how many may be.
  struct tally {
    std::size_t wrong = 0, open = 0;
  };
  /// A claim that may hold, with the uncertain changes that it needs and forbids as bits.
  struct open_claim {
    const claim* of;
    std::uint32_t needs = 0, forbids = 0;

    bool holds(std::uint32_t trial) const {
      return (trial & needs) == needs && (trial & forbids) == 0;
    }
  };
  struct verdict {
    outcome said;
    const claim* first = nullptr;
    const claim* disputing = nullptr;
  };

  void set(slot& of, happened to);
  void count(std::size_t claim, happened state, bool wanted, bool add);
  void place(std::size_t claim);
  std::vector<std::size_t> relevant_slots() const;
  std::vector<open_claim> open_claims(const std::vector<std::size_t>& tried) const;
  verdict try_out(const std::vector<open_claim>& claims, std::uint32_t trial) const;
  bool same(const verdict& a, const verdict& b) const;

  const known_policy& policy_;
  std::vector<claim> claims_;
  std::size_t of_rules_;     // how many of the claims are those of rules
  std::vector<slot> slots_;  // by change
  std::vector<transition> transitions_;
  std::size_t next_ = 0;  // of the transitions
  std::vector<tally> tallies_;
  std::set<std::size_t> possible_;  // claims without a false literal
  std::set<std::size_t> uncertain_slots_;
  // Of the claims in force that certainly hold: those of each answer, and those that are new.
  std::map<std::size_t, std::set<std::size_t>> certain_;
  std::set<std::size_t> new_;
};

}  // namespace ambitc
