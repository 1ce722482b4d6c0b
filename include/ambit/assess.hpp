// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/classify.hpp>

// One claim beside an answer: which findings bear on it, and what remains to be established, each
// with the paragraph that demands it. Never an outcome.
//
//   constexpr auto claim = ambit::establish(nl_ml, {.origin = fact::yes, .individual_fear =
//   fact::no}); const auto assessed = ambit::assess(ambit::classify(nl_ml, gao, day), claim); for
//   (const ambit::bearing each : assessed.findings())        each.finding, each.bears for (const
//   ambit::open_question& each : assessed.questions())
//     assessed.citations(each)
//
// Everything here is constexpr, allocates nothing and throws nothing.

namespace ambit::inline v8 {

// ---- The claim

/// What is established of a claim, apart from the groups that the person belongs to.
struct facts {
  fact origin = fact::open;           ///< comes from the region that is asked about
  fact fixed_residence = fact::open;  ///< had a fixed residence there before departure
  fact individual_fear = fact::open;  ///< fears on individual grounds, not from the situation alone
};

/// Whether a person belongs to a group of the policy, named by its id.
struct membership {
  std::string_view group;
  fact is = fact::yes;
};

/// The same with the group as a named constant of the table: member(nl_ml_table::group::x).
template <class Group>
struct group_membership {
  Group group;
  fact is;
};
template <class Group>
constexpr group_membership<Group> member(Group group) noexcept {
  return {group, fact::yes};
}
template <class Group>
constexpr group_membership<Group> not_member(Group group) noexcept {
  return {group, fact::no};
}

/// What is established of one claim, free of contradiction. Made by `establish` or `try_establish`.
template <policy Policy>
class [[nodiscard]] claim {
 public:
  constexpr claim() = default;

  constexpr const ambit::facts& facts() const& noexcept { return facts_; }
  [[nodiscard]] constexpr ambit::facts facts() const&& noexcept { return facts_; }

  /// Whether the person belongs to a group, as said or as it follows from the fear.
  constexpr fact member(position<persons_row> group) const noexcept {
    if ((members_ >> group.value & 1) != 0) return fact::yes;
    if ((others_ >> group.value & 1) != 0) return fact::no;
    return fact::open;
  }

  /// Whether it holds under any policy: it speaks of no group.
  constexpr bool names_no_group() const noexcept { return (members_ | others_) == 0; }
  constexpr Policy of() const noexcept { return policy_; }

 private:
  template <policy P>
  friend struct claim_result;

  constexpr claim(Policy of, const ambit::facts& established) : policy_(of), facts_(established) {}

  [[no_unique_address]] Policy policy_ = {};
  ambit::facts facts_ = {};
  std::uint64_t members_ = 0;  // bit i: belongs to the group at position i
  std::uint64_t others_ = 0;   // bit i: does not
};

namespace detail {
constexpr fact opposite(fact of) noexcept {
  if (of == fact::open) return of;
  return of == fact::yes ? fact::no : fact::yes;
}
}  // namespace detail

enum class claim_error : std::uint8_t {
  none,
  unknown_group,  ///< the policy has no group of that name
  contradiction,  ///< the person is said to belong to it and not to, or its fear is denied
};

/// A claim, or why there is none.
template <policy Policy>
struct [[nodiscard]] claim_result {
  ambit::claim<Policy> claim = {};
  claim_error error = claim_error::none;
  std::string_view group = {};  ///< the group that is unknown, or of which the parts contradict

  constexpr explicit operator bool() const noexcept { return error == claim_error::none; }

  /// The first part of a claim, to which groups are added before it is finished.
  static constexpr claim_result of(Policy policy, const facts& established) noexcept {
    return {.claim = ambit::claim<Policy>{policy, established}};
  }

  /// Adds whether the person belongs to a group. Of several contradictions the first is kept.
  constexpr void add(position<persons_row> at, fact is) noexcept {
    if (error != claim_error::none || is == fact::open) return;
    const std::uint64_t bit = std::uint64_t{1} << at.value;
    std::uint64_t& said = is == fact::yes ? claim.members_ : claim.others_;
    const std::uint64_t denied = is == fact::yes ? claim.others_ : claim.members_;
    said |= bit;
    if ((denied & bit) == 0) return;
    error = claim_error::contradiction;
    group = text(claim.policy_, claim.policy_.persons()[at.value].id);
  }

  /// Adds what follows: a group that is made of a fear is the fear, and the other way round.
  constexpr claim_result finished() const noexcept {
    claim_result made = *this;
    const row_span<persons_row> groups = claim.policy_.persons();
    for (std::size_t i = 0; i < groups.size() && made; ++i) {
      const fear_scope made_of = groups[i].fear;
      if (made_of == fear_scope::any) continue;
      const auto at = position<persons_row>::at(i);
      const fact fear = made_of == fear_scope::individual_grounds
                            ? made.claim.facts_.individual_fear
                            : detail::opposite(made.claim.facts_.individual_fear);
      made.add(at, fear);
      const fact is = made.claim.member(at);
      if (made && is != fact::open)
        made.claim.facts_.individual_fear =
            made_of == fear_scope::individual_grounds ? is : detail::opposite(is);
    }
    return made;
  }
};

/// A claim from texts; or which group is unknown, or which parts contradict.
template <policy Policy>
constexpr claim_result<Policy> try_establish(Policy of, const facts& established,
                                             std::span<const membership> groups) noexcept {
  claim_result<Policy> made = claim_result<Policy>::of(of, established);
  for (const membership& each : groups) {
    const std::size_t at = find_id(of, of.persons(), each.group);
    if (at == of.persons().size())
      return {.error = claim_error::unknown_group, .group = each.group};
    made.add(position<persons_row>::at(at), each.is);
  }
  return made.finished();
}

/// The same from the policy's named constants; of none, where no group is spoken of.
template <policy Policy, std::same_as<typename Policy::group>... Group>
constexpr claim_result<Policy> try_establish(Policy of, const facts& established,
                                             group_membership<Group>... groups) noexcept {
  claim_result<Policy> made = claim_result<Policy>::of(of, established);
  (made.add(position<persons_row>::at(static_cast<std::size_t>(groups.group)), groups.is), ...);
  return made.finished();
}

namespace detail {
// Never defined: calling it while a constant is evaluated ends the compilation with its name.
void the_parts_of_a_claim_contradict_each_other();
}  // namespace detail

/// The same as a constant: a claim whose parts contradict does not compile.
template <policy Policy, std::same_as<typename Policy::group>... Group>
consteval claim<Policy> establish(Policy of, const facts& established,
                                  group_membership<Group>... groups) {
  const claim_result<Policy> made = try_establish(of, established, groups...);
  if (!made) detail::the_parts_of_a_claim_contradict_each_other();
  return made.claim;
}

namespace detail {
/// See a_set_of_advices_was_given_to_another_policy.
[[noreturn]] inline void a_claim_was_assessed_under_another_policy() {
  __builtin_trap();
}
}  // namespace detail

// ---- The assessment

/// A finding, and whether it bears on the claim; `open` as long as a question about it is.
struct [[nodiscard]] bearing {
  ambit::finding finding;
  fact bears;
};

/// Something that remains to be established or examined.
struct open_question {
  subject about = {};
  position<rule_row> rule = {};            ///< the rule that demands it; none: the policy itself
  position<condition_row> condition = {};  ///< the condition that puts it into words, if one does
  position<persons_row> persons = {};      ///< the group, where it is about `membership`
  position<place_row> place = {};          ///< the place, where it is about `place`

  friend constexpr bool operator==(const open_question&, const open_question&) = default;
};

namespace detail {

/// How a claim stands to one finding.
template <policy Policy>
class relation {
 public:
  constexpr relation(const Policy& of, const claim<Policy>& made, const finding& found) noexcept
      : policy_(of), claim_(made), found_(found) {
    if (!found.rule_at) return;
    rule_ = &of.rules()[found.rule_at.value];
    // What leaves a region out, has ended or is silent has no test for the person; and what is
    // withheld beside the rule may have others.
    tests_ = found.ground != ground::left_out && found.status != status::ended &&
             found.status != status::silent && found.ground != ground::withheld;
  }

  /// Whether the person comes from the finding's place no claim says: that remains open.
  constexpr fact bears() const noexcept {
    return both(both(member(), found_.place_at ? fact::open : fact::yes),
                both(residence(), fear()));
  }

  /// Whether the person belongs to the finding's group.
  constexpr fact member() const noexcept {
    return found_.persons_at ? claim_.member(found_.persons_at) : fact::yes;
  }

  /// Whether the person is tied to the area as the rule asks. Where a source has two tests side by
  /// side and does not say which counts, only what they agree on is settled.
  constexpr fact residence() const noexcept {
    if (!tests_) return fact::yes;
    const fact origin = claim_.facts().origin, fixed = claim_.facts().fixed_residence;
    const bool from_area = asks(ambit::residence::from_area, subject::origin);
    if (!asks(ambit::residence::fixed_before_departure, subject::residence))
      return from_area ? origin : fact::yes;
    return !from_area || origin == fixed ? fixed : fact::open;
  }

  /// Whether the fear is the one for which the rule holds.
  constexpr fact fear() const noexcept {
    if (!tests_ || rule_->fear == fear_scope::any) return fact::yes;
    const fact individual = claim_.facts().individual_fear;
    return rule_->fear == fear_scope::individual_grounds ? individual : opposite(individual);
  }

  /// Whether it is only its individual fear that puts a person outside the rule.
  constexpr bool fear_alone_prevents() const noexcept {
    return fear() == fact::no && rule_->fear == fear_scope::general_situation_only &&
           member() != fact::no && residence() != fact::no;
  }

  /// Calls `ask(question)` for everything that is open about the finding.
  template <class Ask>
  constexpr void open_questions(Ask ask) const noexcept {
    if (fear_alone_prevents()) ask({subject::examination, found_.rule_at});
    if (bears() == fact::no) return;
    if (found_.status == status::undetermined) ask({subject::unsettled, found_.rule_at});
    if (member() == fact::open) {
      const bool is_fear = policy_.persons()[found_.persons_at.value].fear != fear_scope::any;
      ask({is_fear ? subject::fear : subject::membership, found_.rule_at, {}, found_.persons_at});
    }
    if (found_.place_at) ask({subject::place, found_.rule_at, {}, {}, found_.place_at});
    if (tests_) ask_of_rule(ask);
  }

 private:
  constexpr row_span<condition_entry> conditions() const noexcept {
    return select(policy_.condition_entries(), rule_->conditions);
  }
  constexpr subject about(const condition_entry& entry) const noexcept {
    return policy_.conditions()[entry.condition.value].about;
  }
  constexpr bool has_condition(subject of) const noexcept {
    for (const condition_entry& entry : conditions())
      if (about(entry) == of) return true;
    return false;
  }
  constexpr bool asks(ambit::residence tie, subject of) const noexcept {
    return (rule_->residence >> static_cast<unsigned>(tie) & 1) != 0 || has_condition(of);
  }

  constexpr bool is_open(subject of) const noexcept {
    switch (of) {
      case subject::origin:
        return claim_.facts().origin == fact::open;
      case subject::residence:
        return claim_.facts().fixed_residence == fact::open;
      case subject::fear:
        return claim_.facts().individual_fear == fact::open;
      default:
        return true;
    }
  }

  template <class Ask>
  constexpr void ask_of_rule(Ask ask) const noexcept {
    const position<rule_row> rule = found_.rule_at;
    // A condition puts a test of the rule into words: the test is asked about without it only.
    const auto ask_unless_worded = [&](bool wanted, subject of) {
      if (wanted && is_open(of) && !has_condition(of)) ask({of, rule});
    };
    for (const condition_entry& entry : conditions())
      if (is_open(about(entry))) ask({about(entry), rule, entry.condition});
    for (const condition_entry& entry : select(policy_.condition_entries(), rule_->unless))
      if (is_open(about(entry))) ask({about(entry), rule, entry.condition});
    ask_unless_worded(asks(residence::from_area, subject::origin), subject::origin);
    ask_unless_worded(asks(residence::fixed_before_departure, subject::residence),
                      subject::residence);
    if (residence() == fact::open && !is_open(subject::origin) && !is_open(subject::residence))
      ask({subject::unsettled, rule});  // one test is met and the other is not
    ask_unless_worded(rule_->fear != fear_scope::any && member() != fact::open, subject::fear);
    ask_unless_worded(rule_->test == test::individual && !has_condition(subject::circumstances),
                      subject::examination);
    if (!rule_->conditions_complete) ask({subject::unstated_conditions, rule});
  }

  static constexpr fact both(fact a, fact b) noexcept {
    if (a == fact::no || b == fact::no) return fact::no;
    return a == fact::yes ? b : a;
  }

  const Policy& policy_;
  const claim<Policy>& claim_;
  const finding& found_;
  const rule_row* rule_ = nullptr;
  bool tests_ = false;
};

}  // namespace detail

/// The findings of an answer that bear on a claim, or may: a forward range of `bearing`.
template <policy Policy>
class [[nodiscard]] bearing_range {
 public:
  class iterator : public detail::value_iterator<iterator, bearing> {
   public:
    constexpr iterator() = default;

    constexpr bearing operator*() const noexcept { return {*at_, bears()}; }
    constexpr iterator& operator++() noexcept {
      ++at_;
      skip();
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.at_ == b.at_;
    }

   private:
    friend class bearing_range;
    using position_in = typename finding_range<Policy>::iterator;

    constexpr iterator(const claim<Policy>& made, Policy of, position_in at,
                       position_in end) noexcept
        : policy_(of), claim_(made), at_(at), end_(end) {
      skip();
    }

    constexpr fact bears() const noexcept {
      const finding found = *at_;
      return detail::relation<Policy>{policy_, claim_, found}.bears();
    }
    constexpr void skip() noexcept {
      while (!(at_ == end_) && bears() == fact::no) ++at_;
    }

    [[no_unique_address]] Policy policy_ = {};
    claim<Policy> claim_ = {};
    position_in at_ = {}, end_ = {};
  };

  constexpr bearing_range(const answer<Policy>& of, const claim<Policy>& made) noexcept
      : policy_(of.of()), claim_(made), findings_(of.findings()) {}
  constexpr iterator begin() const noexcept {
    return {claim_, policy_, findings_.begin(), findings_.end()};
  }
  constexpr iterator end() const noexcept {
    return {claim_, policy_, findings_.end(), findings_.end()};
  }

 private:
  [[no_unique_address]] Policy policy_;
  claim<Policy> claim_;
  finding_range<Policy> findings_;
};

/// Questions that hold themselves: those of an assessment that is gone.
template <std::size_t Capacity>
class [[nodiscard]] question_list {
 public:
  constexpr question_list() = default;
  constexpr explicit question_list(row_span<open_question> of) noexcept : size_(of.size()) {
    for (std::size_t i = 0; i < size_; ++i) questions_[i] = of[i];
  }

  constexpr const open_question* begin() const noexcept { return questions_; }
  constexpr const open_question* end() const noexcept { return questions_ + size_; }
  constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr const open_question& operator[](std::size_t at) const& noexcept {
    return questions_[at];
  }
  [[nodiscard]] constexpr open_question operator[](std::size_t at) const&& noexcept {
    return questions_[at];
  }

 private:
  open_question questions_[Capacity] = {};
  std::size_t size_ = 0;  // at most Capacity
};

/// What bears on a claim, and what is open. It has room for `Capacity` questions.
template <policy Policy, std::size_t Capacity = 32>
class [[nodiscard]] assessment {
 public:
  constexpr assessment(const ambit::answer<Policy>& of, const ambit::claim<Policy>& made) noexcept
      : answer_(of), claim_(made) {
    if (!made.names_no_group() && !(made.of() == of.of()))
      detail::a_claim_was_assessed_under_another_policy();
    for (const finding found : of.findings())
      detail::relation<Policy>{of.of(), claim_, found}.open_questions(
          [this](const open_question& question) { ask(question); });
  }

  /// The findings that bear on the claim, or may: all but those that are shown not to.
  constexpr bearing_range<Policy> findings() const noexcept { return {answer_, claim_}; }

  /// What is open, each thing once, in the order of the findings.
  constexpr row_span<open_question> questions() const& noexcept {
    return {questions_, needed_ < Capacity ? needed_ : Capacity};
  }
  /// Of an assessment that has no name the questions are copied: they outlive it.
  constexpr question_list<Capacity> questions() const&& noexcept {
    return question_list<Capacity>{questions()};
  }
  /// How many questions there are at least; if more than `Capacity`, some are not in `questions`.
  constexpr std::size_t needed() const noexcept { return needed_; }
  [[nodiscard]] constexpr bool complete() const noexcept { return needed_ <= Capacity; }

  /// The places that demand an answer to a question, as far as known.
  constexpr citation_range<Policy> citations(const open_question& question) const noexcept {
    const Policy of = answer_.of();
    rows<citation_row> which = of.existence();
    if (question.condition)
      which = of.conditions()[question.condition.value].citations;
    else if (question.persons)
      which = of.persons()[question.persons.value].citations;
    else if (question.place)
      which = of.places()[question.place.value].citations;
    else if (question.rule)
      which = of.rules()[question.rule.value].citations;
    return {of, which, answer_.asked().known};
  }

  constexpr const ambit::answer<Policy>& answer() const& noexcept { return answer_; }
  constexpr ambit::answer<Policy> answer() const&& noexcept { return answer_; }
  constexpr const ambit::claim<Policy>& claim() const& noexcept { return claim_; }
  constexpr ambit::claim<Policy> claim() const&& noexcept { return claim_; }

 private:
  constexpr void ask(const open_question& question) noexcept {
    for (const open_question& asked : questions())
      if (question.condition ? asked.condition == question.condition : asked == question) return;
    if (needed_ < Capacity) questions_[needed_] = question;
    ++needed_;
  }

  ambit::answer<Policy> answer_;
  ambit::claim<Policy> claim_;
  open_question questions_[Capacity] = {};
  std::size_t needed_ = 0;
};

/// Which findings of an answer bear on a claim, and what remains open. `Capacity` is how many
/// questions it can hold.
template <std::size_t Capacity = 32, policy Policy>
constexpr assessment<Policy, Capacity> assess(const answer<Policy>& of,
                                              const claim<Policy>& made) noexcept {
  return {of, made};
}

}  // namespace ambit::inline v8

// They are views, and their iterators may outlive them.
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::bearing_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_view<ambit::bearing_range<Policy>> = true;
