// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/advices.hpp>
#include <ambit/detail/value_iterator.hpp>

// What does the policy say of this region on this day, and where does it say so?
//
//   constexpr auto answer = ambit::classify(ambit::tables::nl_ml, "ML-7"_region,
//   "2022-12-01"_date); answer[measure::indiscriminate_violence]           the status for the
//   general population answer.finding(measure::indiscriminate_violence)   the same with its rule,
//   ground and bounds answer.findings()                                  every finding, groups of
//   persons included answer.citations(finding)                          the documents and the
//   places in them
//
// Everything here is constexpr, allocates nothing and throws nothing.

namespace ambit::inline v8 {

// ---- The question

/// How to ask. By default: with everything known, nothing assumed, and never past the horizon.
template <policy Policy>
struct question {
  date known = distant_future;       ///< only what was published by that day
  advice_set<Policy> assuming = {};  ///< advices taken as adopted
  bool assume_unchanged = false;     ///< look past the horizon as if nothing had changed since
};

namespace detail {
/// Policies chosen at run time have one type: a set of advices of one of them, given to another, is
/// a defect of the program, which ends here instead of with a wrong answer. A constant does not
/// compile.
[[noreturn]] inline void a_set_of_advices_was_given_to_another_policy() {
  __builtin_trap();
}
}  // namespace detail

// ---- The answer

/// One finding of an answer. Texts refer into the table.
struct [[nodiscard]] finding {
  ambit::measure measure = {};
  ambit::status status = status::unknown_region;
  ambit::ground ground = ground::no_such_region;
  std::string_view rule = {};     ///< id of the rule; empty where no rule speaks
  std::string_view persons = {};  ///< id of the group; empty for the general population
  std::string_view place = {};    ///< id of the place in or over the region; empty for all of it
  event uncertain = event::none;  ///< which change lies between bounds, if one does
  ambit::bounds bounds = {};      ///< the bounds of that change
  /// Where the status is certain and the rule is not: id of the rule that says the same, and took
  /// the other's place if the uncertain change has happened.
  std::string_view instead = {};
  ambit::ending ending = ending::unstated;  ///< why the rule ended, where the status is `ended`
  position<rule_row> rule_at = {};
  position<persons_row> persons_at = {};
  position<place_row> place_at = {};
  position<rule_row> instead_at = {};

  /// Whether it is for everyone in the region as a whole: of those there is one a measure.
  constexpr bool is_general() const noexcept { return !persons_at && !place_at; }
};

/// A place in a document, with the document.
struct [[nodiscard]] citation {
  std::string_view source;     ///< id
  std::string_view reference;  ///< the document's own number
  date published;
  std::string_view at;  ///< the place in it
  position<source_row> source_at;
};

/// Citations of sources published by a day: a forward range of `citation`.
template <policy Policy>
class [[nodiscard]] citation_range {
 public:
  class iterator : public detail::value_iterator<iterator, citation> {
   public:
    constexpr iterator() = default;

    constexpr citation operator*() const noexcept {
      const source_row& source = policy_.sources()[at_->source.value];
      return {text(policy_, source.id), text(policy_, source.reference), source.published,
              text(policy_, at_->at), at_->source};
    }
    constexpr iterator& operator++() noexcept {
      ++at_;
      skip();
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.at_ == b.at_;
    }

   private:
    friend class citation_range;
    constexpr iterator(Policy of, const citation_row* at, const citation_row* end,
                       date known) noexcept
        : policy_(of), at_(at), end_(end), known_(known) {
      skip();
    }

    constexpr void skip() noexcept {
      while (at_ != end_ && policy_.sources()[at_->source.value].published > known_) ++at_;
    }

    [[no_unique_address]] Policy policy_ = {};
    const citation_row* at_ = nullptr;
    const citation_row* end_ = nullptr;
    date known_ = {};
  };

  constexpr citation_range(Policy of, rows<citation_row> which, date known) noexcept
      : policy_(of), rows_(select(of.citations(), which)), known_(known) {}

  constexpr iterator begin() const noexcept {
    return {policy_, rows_.begin(), rows_.end(), known_};
  }
  constexpr iterator end() const noexcept { return {policy_, rows_.end(), rows_.end(), known_}; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

 private:
  [[no_unique_address]] Policy policy_;
  row_span<citation_row> rows_;
  date known_;
};

namespace detail {

/// What an answer stands in: its rows, and what the findings in them become.
template <policy Policy>
struct answer_parts {
  [[no_unique_address]] Policy policy = {};
  position<region_row> region = {};
  position<answer_row> row = {};
  bool past_horizon = false;

  /// The measures of which a rule speaks.
  constexpr row_span<measure_entry> measures() const noexcept {
    if (!region) return {};
    return select(policy.measure_entries(), policy.answers()[row.value].measures);
  }

  constexpr finding show(measure on, const finding_row& of) const noexcept {
    finding found{.measure = on,
                  .status = of.status,
                  .ground = of.ground,
                  .rule_at = of.rule,
                  .persons_at = of.persons,
                  .place_at = of.place};
    if (of.doubt) {
      const doubt_row& doubt = policy.doubts()[of.doubt.value];
      const change_row& change = policy.changes()[doubt.uncertain.value];
      found.uncertain = change.what;
      found.bounds = change.between();
      found.instead_at = doubt.instead;
    }
    if (of.rule) found.rule = text(policy, policy.rules()[of.rule.value].id);
    if (of.persons) found.persons = text(policy, policy.persons()[of.persons.value].id);
    if (of.place) found.place = text(policy, policy.places()[of.place.value].id);
    if (of.status == status::ended) found.ending = policy.rules()[of.rule.value].ending;
    if (found.instead_at) found.instead = text(policy, policy.rules()[found.instead_at.value].id);
    if (past_horizon) {
      found.status = status::undetermined;
      found.ground = ground::past_horizon;
      found.uncertain = event::none;
      found.bounds = {};
      found.instead = {};
      found.ending = ending::unstated;
      found.instead_at = {};
    }
    return found;
  }

  /// The finding of a measure of which no rule speaks.
  constexpr finding unspoken(measure asked) const noexcept {
    if (!region) return {.measure = asked};
    return show(asked, policy.findings()[policy.answers()[row.value].otherwise.value].unpacked());
  }
};

}  // namespace detail

template <policy Policy>
class finding_range;

/// What one policy says of one region on one day. Made by `classify`.
template <policy Policy>
class [[nodiscard]] answer {
 public:
  // Inlined always: where the policy is a constant, most of this is one too.
  [[gnu::always_inline]] constexpr answer(Policy of, ambit::region code, date day,
                                          const question<Policy>& how) noexcept
      : policy_(of), code_(code), day_(day), how_(how), parts_{of, of.find_region(code)} {
    if (how.assuming.index_ != 0 && !(how.assuming.policy_ == of))
      detail::a_set_of_advices_was_given_to_another_policy();
    if (!parts_.region) return;
    timeline_ = find_timeline();
    // Counting all days takes no longer than looking for the right one, and guesses no branch.
    const packed_day packed = day;
    for (const packed_day each : days()) period_ += each <= packed ? 1u : 0u;
    parts_.row = answer_in(period_);
    // The sources vouch up to the horizon; what was known on a day vouches up to that day.
    // What is known before any source vouches for no day, not even the one before all others.
    parts_.past_horizon = !how.assume_unchanged &&
                          (day > of.horizon() || day > how.known || how.known == distant_past);
    statuses_ = parts_.past_horizon ? status_word::all(status::undetermined)
                                    : of.statuses()[parts_.row.value];
  }

  /// The status for the general population.
  constexpr ambit::status operator[](measure asked) const noexcept { return statuses_[asked]; }

  /// The same of all measures.
  constexpr status_word statuses() const noexcept { return statuses_; }

  /// The finding for the general population: there is exactly one.
  constexpr ambit::finding finding(measure asked) const noexcept {
    for (const measure_entry& entry : parts_.measures()) {
      const measure_row& found = policy_.measures()[entry.found.value];
      if (found.measure != asked || found.findings.empty()) continue;
      const finding_row first = policy_.findings()[found.findings.first()].unpacked();
      if (first.is_general()) return parts_.show(asked, first);
    }
    return parts_.unspoken(asked);
  }

  /// Every finding, in the order of measures: for each everyone in all of the region, then the
  /// groups, then the places that rules name in or over it.
  constexpr finding_range<Policy> findings() const noexcept {
    return finding_range<Policy>{parts_};
  }

  /// The row of the rule behind a finding; null where no rule speaks.
  [[nodiscard]] constexpr const rule_row* rule(const ambit::finding& found) const noexcept {
    return found.rule_at ? &policy_.rules()[found.rule_at.value] : nullptr;
  }

  /// Where the sources say it, as far as known. Where no rule speaks: where they say that there is
  /// no policy, or the policy that is silent. Empty for an unknown region.
  constexpr citation_range<Policy> citations(const ambit::finding& found) const noexcept {
    rows<citation_row> which;
    if (found.rule_at)
      which = policy_.rules()[found.rule_at.value].citations;
    else if (found.status == status::no_policy && !policy_.absence().empty())
      which = policy_.absence();
    else if (found.status != status::unknown_region)
      which = policy_.existence();
    return {policy_, which, how_.known};
  }

  /// Whether a judgment bears on this answer: on its region, given by that day, and known.
  [[nodiscard]] constexpr bool concerns(const judgment_row& judgment) const noexcept {
    if (!region_at() || judgment.given > day_) return false;
    if (citation_range<Policy>{policy_, judgment.citations, how_.known}.empty()) return false;
    for (const region_entry& entry : select(policy_.region_entries(), judgment.regions))
      if (entry.region == region_at()) return true;
    return false;
  }

  /// The first day after this one on which the answer is another; distant_future if none is.
  constexpr date next_change() const noexcept {
    if (!parts_.region || parts_.past_horizon) return distant_future;
    date next = distant_future;
    if (!how_.assume_unchanged)
      next = day_after(policy_.horizon() < how_.known ? policy_.horizon() : how_.known);
    const row_span<packed_day> days = this->days();
    for (std::size_t period = period_; period < days.size() && days[period] < next; ++period)
      if (answer_in(period + 1) != parts_.row) return days[period];
    return next;
  }

  // What was asked.
  constexpr Policy of() const noexcept { return policy_; }
  constexpr ambit::region region() const noexcept { return code_; }
  constexpr date day() const noexcept { return day_; }
  constexpr const question<Policy>& asked() const& noexcept { return how_; }
  [[nodiscard]] constexpr question<Policy> asked() const&& noexcept { return how_; }
  /// The advices taken as adopted: bit i is the advice at position i.
  constexpr std::uint32_t assumed() const noexcept { return how_.assuming.bits(); }
  /// The region's position in the table; none for a code that the country has not.
  constexpr position<region_row> region_at() const noexcept { return parts_.region; }

 private:
  /// The position of the timeline for what is known and assumed.
  constexpr std::size_t find_timeline() const noexcept {
    const row_span<edition_row> editions = policy_.editions();
    std::size_t edition = editions.size() - 1;
    while (editions[edition].published > how_.known) --edition;
    return edition * policy_.advice_sets().size() + how_.assuming.index_;
  }

  /// The days on which the answer of any region becomes another.
  constexpr row_span<packed_day> days() const noexcept {
    const timeline_row& timeline = policy_.timelines()[timeline_];
    return {policy_.days().begin() + timeline.first.value, timeline.count};
  }

  /// The answer of this region before those days (0), or from one of them on.
  constexpr position<answer_row> answer_in(std::size_t period) const noexcept {
    const std::size_t at = timeline_ * policy_.regions().size() + parts_.region.value;
    return policy_.answer_entries()[policy_.region_timelines()[at].first.value + period].answer;
  }

  [[no_unique_address]] Policy policy_;
  ambit::region code_;
  date day_;
  question<Policy> how_;
  detail::answer_parts<Policy> parts_;
  std::size_t timeline_ = 0;
  std::size_t period_ = 0;  // how many of the timeline's days have come
  status_word statuses_ = status_word::all(status::unknown_region);
};

/// The findings of an answer: a forward range of `finding`, never empty.
template <policy Policy>
class [[nodiscard]] finding_range {
 public:
  class iterator : public detail::value_iterator<iterator, finding> {
   public:
    constexpr iterator() = default;

    constexpr finding operator*() const noexcept {
      return at_row() ? of_.show(this_measure(), rows_[row_].unpacked())
                      : of_.unspoken(this_measure());
    }
    constexpr iterator& operator++() noexcept {
      if (at_row()) ++row_;
      general_done_ = true;
      if (row_ == rows_.size()) begin_measure(measure_ + 1);
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.measure_ == b.measure_ && a.row_ == b.row_;
    }

   private:
    friend class finding_range;
    constexpr iterator(const detail::answer_parts<Policy>& of, std::size_t measure) noexcept
        : of_(of) {
      begin_measure(measure);
    }

    constexpr measure this_measure() const noexcept { return static_cast<measure>(measure_); }

    /// Its rows, if a rule speaks of it: the measures of an answer are in order.
    constexpr void begin_measure(std::size_t next) noexcept {
      measure_ = next;
      rows_ = {};
      row_ = 0;
      general_done_ = false;
      const row_span<measure_entry> measures = of_.measures();
      if (entry_ == measures.size()) return;
      const measure_row& found = of_.policy.measures()[measures[entry_].found.value];
      if (found.measure != this_measure()) return;
      rows_ = select(of_.policy.findings(), found.findings);
      ++entry_;
    }

    // A measure on which only groups have findings still has its general one first: unspoken.
    constexpr bool at_row() const noexcept {
      return row_ < rows_.size() && (general_done_ || rows_[row_].unpacked().is_general());
    }

    detail::answer_parts<Policy> of_;
    std::size_t measure_ = 0;
    row_span<packed_finding> rows_;  // on this measure
    std::size_t row_ = 0;
    std::size_t entry_ = 0;      // of the measures of which a rule speaks: the next
    bool general_done_ = false;  // whether the general finding of this measure was shown
  };

  constexpr explicit finding_range(const detail::answer_parts<Policy>& of) noexcept : of_(of) {}
  constexpr iterator begin() const noexcept { return {of_, 0}; }
  constexpr iterator end() const noexcept { return {of_, measure_count}; }

 private:
  detail::answer_parts<Policy> of_;
};

/// What `of` says of `code` on `day`. Total: an answer for every region, day and question.
template <policy Policy>
[[gnu::always_inline]] constexpr answer<Policy> classify(
    Policy of, region code, date day, const question<Policy>& how = {}) noexcept {
  return answer<Policy>{of, code, day, how};
}

}  // namespace ambit::inline v8

// They are views, and their iterators may outlive them.
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::citation_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_view<ambit::citation_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::finding_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_view<ambit::finding_range<Policy>> = true;
