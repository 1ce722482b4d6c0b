// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/status.hpp>

#include <boost/hana/count_if.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/integral_constant.hpp>
#include <boost/hana/range.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <type_traits>
#include <utility>

// Exhaustive visit of a closed vocabulary. Needs Boost.Hana.
//
//   match(answer[measure::internal_protection],
//         on<status::designated>([] { return "ask where"; }),
//         on<status::advised, status::announced>([] { return "ask again"; }),
//         ...);
//
// A value without a case, a value with two cases and a case of another vocabulary do not compile.

namespace ambit::inline v8 {

namespace detail {

// Never defined: the compiler names the value in the error when a match needs one of them.
template <auto Value>
struct match_has_no_case_for;
template <auto Value>
struct match_has_two_cases_for;

template <auto Value, std::size_t Cases>
struct one_case_for {
  using proof = match_has_two_cases_for<Value>;
};
template <auto Value>
struct one_case_for<Value, 0> {
  using proof = match_has_no_case_for<Value>;
};
template <auto Value>
struct one_case_for<Value, 1> {
  using proof = std::true_type;
};

template <class Function, auto... Values>
struct match_case {
  Function function;

  template <class Enum>
  static constexpr bool holds(Enum value) noexcept {
    static_assert((std::is_same_v<Enum, std::remove_const_t<decltype(Values)>> && ...),
                  "ambit::match: a case is made of values of another vocabulary");
    return ((value == Values) || ...);
  }
};

/// All values of a closed vocabulary as Hana constants.
template <closed_vocabulary Enum>
inline constexpr auto all_values =
    boost::hana::unpack(boost::hana::range_c<std::size_t, 0, count<Enum>()>, [](auto... index) {
      return boost::hana::tuple_c<Enum, static_cast<Enum>(decltype(index)::value)...>;
    });

template <class Enum, class Case, class... Cases>
constexpr decltype(auto) visit(Enum value, Case& first, Cases&... others) {
  if constexpr (sizeof...(others) == 0) {
    return first.function();
  } else {
    return Case::holds(value) ? first.function() : visit(value, others...);
  }
}

}  // namespace detail

/// The case for one or more values; `function` takes no argument.
template <auto... Values, class Function>
constexpr auto on(Function&& function) {
  static_assert(sizeof...(Values) > 0,
                "ambit::on: name at least one value, as in on<status::ended>(...)");
  return detail::match_case<std::decay_t<Function>, Values...>{std::forward<Function>(function)};
}

/// Calls the function of the one case that holds `value` and gives what it gives.
template <closed_vocabulary Enum, class... Cases>
constexpr decltype(auto) match(Enum value, Cases... cases) {
  boost::hana::for_each(detail::all_values<Enum>, [](auto each) {
    constexpr Enum wanted = decltype(each)::value;
    constexpr auto holders = boost::hana::count_if(boost::hana::tuple_t<Cases...>, [](auto type) {
      return boost::hana::bool_c<decltype(type)::type::holds(wanted)>;
    });
    using proof = typename detail::one_case_for<wanted, decltype(holders)::value>::proof;
    static_assert(sizeof(proof) > 0, "ambit::match: every value needs exactly one case");
  });
  return detail::visit(value, cases...);
}

}  // namespace ambit::inline v8
