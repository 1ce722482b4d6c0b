// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/classify.hpp>

// Answers over time: the whole timeline of a region and measure, and how often answers change
// between two days.
//
//   for (const ambit::period now : ambit::timeline(nl_ml, gao, measure::internal_protection)) ...
//   static_assert(ambit::changes_between(nl_ml, reviewed, today) == 0, "review again");

namespace ambit::inline v8 {

/// Consecutive days, `first` and `last` included, with one finding for the general population.
struct [[nodiscard]] period {
  date first;  ///< distant_past: since ever
  date last;   ///< distant_future: for ever
  ambit::finding finding;
};

/// The periods of one region and measure, as `timeline` gives them: in order, without a gap, from
/// distant_past to distant_future; two that follow each other differ. A forward range of `period`.
template <policy Policy>
class [[nodiscard]] period_range {
  struct asked {
    [[no_unique_address]] Policy policy = {};
    region code = {};
    measure about = {};
    question<Policy> how = {};

    constexpr answer<Policy> on(date day) const noexcept {
      return classify(policy, code, day, how);
    }
  };

 public:
  class iterator : public detail::value_iterator<iterator, period> {
   public:
    constexpr iterator() = default;

    constexpr period operator*() const noexcept { return now_; }
    constexpr iterator& operator++() noexcept {
      begin_period(day_after(now_.last));
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.now_.first == b.now_.first;
    }

   private:
    friend class period_range;
    constexpr iterator(const asked& what, date first) noexcept : asked_(what) {
      begin_period(first);
    }

    constexpr void begin_period(date first) noexcept {
      now_ = {first, first, {}};
      if (first == distant_future) return;  // the end
      now_.finding = finding(first);
      // Answers change on more days than one measure of them does.
      date next = asked_.on(first).next_change();
      while (next != distant_future && same(now_.finding, finding(next)))
        next = asked_.on(next).next_change();
      now_.last = day_before(next);
    }

    constexpr ambit::finding finding(date day) const noexcept {
      return asked_.on(day).finding(asked_.about);
    }

    static constexpr bool same(const ambit::finding& a, const ambit::finding& b) noexcept {
      return a.status == b.status && a.ground == b.ground && a.rule_at == b.rule_at &&
             a.uncertain == b.uncertain && a.bounds == b.bounds && a.instead_at == b.instead_at;
    }

    asked asked_;
    period now_ = {};
  };

  constexpr period_range(Policy of, region code, measure about,
                         const question<Policy>& how) noexcept
      : asked_{of, code, about, how} {}

  constexpr iterator begin() const noexcept { return {asked_, distant_past}; }
  constexpr iterator end() const noexcept { return {asked_, distant_future}; }

 private:
  asked asked_;
};

/// How the finding for the general population on one measure goes over all time. Past the horizon
/// it is `undetermined`, unless the question assumes that nothing changed.
template <policy Policy>
constexpr period_range<Policy> timeline(Policy of, region code, measure asked,
                                        const question<Policy>& how = {}) noexcept {
  return {of, code, asked, how};
}

/// How often the answer of a region becomes another after `from` and until `to`, all regions
/// together. Findings for groups of persons count too, and so does the end of what the sources
/// vouch for.
template <policy Policy>
[[nodiscard]] constexpr std::size_t changes_between(Policy of, date from, date to,
                                                    const question<Policy>& how = {}) noexcept {
  std::size_t changes = 0;
  for (const region_row& row : of.regions()) {
    date day = classify(of, row.code, from, how).next_change();
    for (; day <= to && day != distant_future; day = classify(of, row.code, day, how).next_change())
      ++changes;
  }
  return changes;
}

}  // namespace ambit::inline v8

// They are views, and their iterators may outlive them.
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::period_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_view<ambit::period_range<Policy>> = true;
