// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/detail/value_iterator.hpp>
#include <ambit/table.hpp>

#include <span>

// Sets of advices that a question takes as adopted: from the named constants of a table, from
// texts, or each of them in turn.
//
//   constexpr auto both = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
//   const auto asked = ambit::try_assume(nl_ml, ids);   if (!asked) ... asked.error, asked.missing
//   for (const auto& set : ambit::advice_sets(nl_ml)) ...

namespace ambit::inline v8 {

/// A set of advices taken as adopted, closed under their prerequisites. Made by `assume` from
/// constants, by `try_assume` from texts, or found in `advice_sets`; no other can be asked about.
template <policy Policy>
class [[nodiscard]] advice_set {
 public:
  constexpr advice_set() = default;

  /// Bit i is the advice at position i of the table.
  constexpr std::uint32_t bits() const noexcept { return policy_.advice_sets()[index_].advices; }
  constexpr bool contains(position<advice_row> advice) const noexcept {
    return (bits() >> advice.value & 1) != 0;
  }
  constexpr bool empty() const noexcept { return bits() == 0; }

  friend constexpr bool operator==(advice_set, advice_set) = default;

 private:
  template <policy P>
  friend struct assumption;
  template <policy P>
  friend class advice_set_range;
  template <policy P>
  friend class answer;

  constexpr advice_set(Policy of, std::uint16_t index) : policy_(of), index_(index) {}

  [[no_unique_address]] Policy policy_ = {};
  std::uint16_t index_ = 0;  // among the table's advice sets; the first is the empty one
};

enum class assumption_error : std::uint8_t {
  none,
  unknown_advice,        ///< the policy has no advice of that name
  missing_prerequisite,  ///< an advice requires another that is not in the set
};

/// A set of advices, or why there is none.
template <policy Policy>
struct [[nodiscard]] assumption {
  advice_set<Policy> advices = {};
  assumption_error error = assumption_error::none;
  std::string_view advice = {};   ///< the advice that is unknown, or whose prerequisite is missing
  std::string_view missing = {};  ///< the prerequisite that is missing

  constexpr explicit operator bool() const noexcept { return error == assumption_error::none; }

  /// The set of those bits, whose members' prerequisites are all in it or named as missing.
  static constexpr assumption of(Policy policy, std::uint32_t bits) noexcept {
    const row_span<advice_row> all = policy.advices();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((bits >> i & 1) == 0) continue;
      const std::uint32_t lacking = all[i].prerequisites & ~bits;
      for (std::size_t other = 0; other < all.size(); ++other)
        if ((lacking >> other & 1) != 0)
          return {.error = assumption_error::missing_prerequisite,
                  .advice = text(policy, all[i].id),
                  .missing = text(policy, all[other].id)};
    }
    const row_span<advice_set_row> sets = policy.advice_sets();
    for (std::size_t index = 0; index < sets.size(); ++index)
      if (sets[index].advices == bits)
        return {.advices = advice_set<Policy>{policy, static_cast<std::uint16_t>(index)}};
    return {.error = assumption_error::unknown_advice};
  }
};

/// The advices of those ids, taken as adopted; or which one is unknown, or what is missing.
template <policy Policy>
constexpr assumption<Policy> try_assume(Policy policy,
                                        std::span<const std::string_view> ids) noexcept {
  const row_span<advice_row> all = policy.advices();
  std::uint32_t bits = 0;
  for (const std::string_view id : ids) {
    const std::size_t index = find_id(policy, all, id);
    if (index == all.size()) return {.error = assumption_error::unknown_advice, .advice = id};
    bits |= std::uint32_t{1} << index;
  }
  return assumption<Policy>::of(policy, bits);
}

/// The same from the policy's named constants: try_assume(nl_ml, nl_ml.bamako).
template <policy Policy, std::same_as<typename Policy::advice>... Advice>
constexpr assumption<Policy> try_assume(Policy policy, Advice... advices) noexcept {
  return assumption<Policy>::of(
      policy, (std::uint32_t{0} | ... | (std::uint32_t{1} << static_cast<unsigned>(advices))));
}

namespace detail {
// Never defined: calling it while a constant is evaluated ends the compilation with its name.
void an_assumed_advice_requires_another_advice_that_is_not_assumed_with_it();
}  // namespace detail

/// The same as a constant: a set without one of its prerequisites does not compile.
template <policy Policy, std::same_as<typename Policy::advice>... Advice>
consteval advice_set<Policy> assume(Policy policy, Advice... advices) {
  const assumption<Policy> assumed = try_assume(policy, advices...);
  if (!assumed) detail::an_assumed_advice_requires_another_advice_that_is_not_assumed_with_it();
  return assumed.advices;
}

/// All sets of advices that can be adopted together: a forward range of `advice_set`, the empty one
/// first.
template <policy Policy>
class [[nodiscard]] advice_set_range {
 public:
  class iterator : public detail::value_iterator<iterator, advice_set<Policy>> {
   public:
    constexpr iterator() = default;

    constexpr advice_set<Policy> operator*() const noexcept { return {of_, index_}; }
    constexpr iterator& operator++() noexcept {
      ++index_;
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.index_ == b.index_;
    }

   private:
    friend class advice_set_range;
    constexpr iterator(Policy of, std::size_t index) noexcept
        : of_(of), index_(static_cast<std::uint16_t>(index)) {}

    [[no_unique_address]] Policy of_ = {};
    std::uint16_t index_ = 0;
  };

  constexpr explicit advice_set_range(Policy of) noexcept : of_(of) {}
  constexpr iterator begin() const noexcept { return {of_, 0}; }
  constexpr iterator end() const noexcept { return {of_, size()}; }
  constexpr std::size_t size() const noexcept { return of_.advice_sets().size(); }

 private:
  [[no_unique_address]] Policy of_;
};

/// Every set of a policy's advices that holds the prerequisites of its members.
template <policy Policy>
constexpr advice_set_range<Policy> advice_sets(Policy of) noexcept {
  return advice_set_range<Policy>{of};
}

}  // namespace ambit::inline v8

// They are views, and their iterators may outlive them.
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_borrowed_range<ambit::advice_set_range<Policy>> = true;
template <ambit::policy Policy>
inline constexpr bool std::ranges::enable_view<ambit::advice_set_range<Policy>> = true;
