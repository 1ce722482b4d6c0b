// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/value_iterator.hpp>
#include <ambit/table.hpp>

// What became known when, and from which source. A question's `known` selects one of the editions.
//
//   for (const auto edition : ambit::editions(nl_ml))
//     for (const ambit::disclosure each : edition.disclosures()) ...

namespace ambit::inline v8 {

/// One thing that became known.
struct [[nodiscard]] disclosure {
  event what = event::none;    ///< `none`: the text of a rule; else a change and its day, or bounds
  ambit::bounds when = {};     ///< of that change
  std::string_view rule = {};  ///< id; empty for an advice and for the beginning of the policy
  std::string_view advice = {};  ///< id, where an advice was given (`advised`)
  std::string_view source = {};  ///< id of the source that discloses it
  position<rule_row> rule_at = {};
  position<advice_row> advice_at = {};
  position<source_row> source_at = {};
};

/// What became known on one day: a forward range of `disclosure`, in the order of the table.
template <policy Policy>
class [[nodiscard]] disclosure_range {
 public:
  class iterator : public detail::value_iterator<iterator, disclosure> {
   public:
    constexpr iterator() = default;

    constexpr disclosure operator*() const noexcept {
      disclosure found = look();
      found.source = text(policy_, policy_.sources()[found.source_at.value].id);
      return found;
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
    friend class disclosure_range;
    constexpr iterator(Policy of, date published, std::size_t at) noexcept
        : policy_(of), published_(published), at_(at) {
      skip();
    }

    /// To the next thing that became known on that day.
    constexpr void skip() noexcept {
      for (; at_ < size(policy_); ++at_) {
        const position<source_row> source = look().source_at;
        if (source && policy_.sources()[source.value].published == published_) return;
      }
    }

    constexpr disclosure look() const noexcept {
      const std::size_t of_rules = policy_.rules().size() * things_of_rule;
      if (at_ == size(policy_) - 1) return dated(policy_.begins());
      if (at_ >= of_rules) {
        const auto advice = position<advice_row>::at(at_ - of_rules);
        const advice_row& row = policy_.advices()[advice.value];
        disclosure found = dated(row.given);
        found.advice = text(policy_, row.id);
        found.advice_at = advice;
        return found;
      }
      const auto rule = position<rule_row>::at(at_ / things_of_rule);
      const rule_row& row = policy_.rules()[rule.value];
      const std::size_t thing = at_ % things_of_rule;
      disclosure found;
      if (thing == 0)
        found.source_at = earliest(row.citations);
      else
        found = dated(change_of(policy_, row, rule_events[thing - 1]));
      found.rule = text(policy_, row.id);
      found.rule_at = rule;
      return found;
    }

    constexpr disclosure dated(position<change_row> of) const noexcept {
      if (!of) return {};
      const change_row& row = policy_.changes()[of.value];
      return {.what = row.what, .when = row.between(), .source_at = row.proof};
    }

    constexpr position<source_row> earliest(rows<citation_row> which) const noexcept {
      position<source_row> first;
      for (const citation_row& cite : select(policy_.citations(), which))
        if (!first || policy_.sources()[cite.source.value].published <
                          policy_.sources()[first.value].published)
          first = cite.source;
      return first;
    }

    [[no_unique_address]] Policy policy_ = {};
    date published_ = {};
    std::size_t at_ = 0;
  };

  constexpr disclosure_range(Policy of, date published) noexcept
      : policy_(of), published_(published) {}
  constexpr iterator begin() const noexcept { return {policy_, published_, 0}; }
  constexpr iterator end() const noexcept { return {policy_, published_, size(policy_)}; }
  constexpr bool empty() const noexcept { return begin() == end(); }

 private:
  // Of each rule its text and its changes; then the advices; then the beginning of the policy.
  static constexpr std::size_t things_of_rule = 1 + std::size(rule_events);

  static constexpr std::size_t size(const Policy& of) noexcept {
    return of.rules().size() * things_of_rule + of.advices().size() + 1;
  }

  [[no_unique_address]] Policy policy_;
  date published_;
};

/// What is known from `published` on, until the next edition.
template <policy Policy>
class [[nodiscard]] edition {
 public:
  constexpr edition(Policy of, date first) noexcept : published(first), policy_(of) {}

  date published;  ///< distant_past: before any source

  /// What became known on that day.
  constexpr disclosure_range<Policy> disclosures() const noexcept { return {policy_, published}; }

  /// Whether a source was published that day.
  [[nodiscard]] constexpr bool brings(const source_row& source) const noexcept {
    return source.published == published;
  }

 private:
  [[no_unique_address]] Policy policy_;
};

/// The editions of a policy, in order: a forward range of `edition`.
template <policy Policy>
class [[nodiscard]] edition_range {
 public:
  class iterator : public detail::value_iterator<iterator, edition<Policy>> {
   public:
    constexpr iterator() = default;

    constexpr edition<Policy> operator*() const noexcept { return {of_, row_->published}; }
    constexpr iterator& operator++() noexcept {
      ++row_;
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.row_ == b.row_;
    }

   private:
    friend class edition_range;
    constexpr iterator(Policy of, const edition_row* row) noexcept : of_(of), row_(row) {}

    [[no_unique_address]] Policy of_ = {};
    const edition_row* row_ = nullptr;
  };

  constexpr explicit edition_range(Policy of) noexcept : of_(of) {}
  constexpr iterator begin() const noexcept { return {of_, of_.editions().begin()}; }
  constexpr iterator end() const noexcept { return {of_, of_.editions().end()}; }
  constexpr std::size_t size() const noexcept { return of_.editions().size(); }

 private:
  [[no_unique_address]] Policy of_;
};

/// The editions of a policy: the first is before any source, each other one a day on which sources
/// of the policy were published. `known` of a question selects the last that is not later.
template <policy Policy>
constexpr edition_range<Policy> editions(Policy of) noexcept {
  return edition_range<Policy>{of};
}

}  // namespace ambit::inline v8

// They are views, and their iterators may outlive them.
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::disclosure_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_view<ambit::disclosure_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::edition_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_view<ambit::edition_range<Policy>> = true;
