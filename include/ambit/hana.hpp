// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/classify.hpp>

#include <boost/hana.hpp>

// Regions as Hana types, and answers as sets of them: for questions that the type system should
// settle. Opt-in, and needs Boost.Hana. Meant for one country at a time: a set of some fifty types
// compiles well, a set of thousands does not.
//
//   constexpr auto violent = ambit::regions_with<measure::indiscriminate_violence,
//                                                status::designated>(nl_ml,
//                                                day_c<"2023-06-22"_date>);
//   static_assert(boost::hana::contains(violent, ambit::region_c<"ML-7"_region>));

namespace ambit::inline v8 {

/// A region as a type, and that type as a Hana value.
template <region Code>
struct region_type {
  static constexpr region code = Code;
};
template <region Code>
inline constexpr auto region_c = boost::hana::type_c<region_type<Code>>;

/// A day as a type, and that type as a Hana value.
template <date Day>
struct day_type {
  static constexpr date day = Day;
};
template <date Day>
inline constexpr auto day_c = boost::hana::type_c<day_type<Day>>;

/// The regions of a policy's country: a Hana tuple of `region_c`, in the order of their codes.
template <policy Policy>
constexpr auto regions_of(Policy) {
  constexpr std::size_t regions = Policy{}.regions().size();
  return boost::hana::unpack(boost::hana::range_c<std::size_t, 0, regions>, [](auto... index) {
    return boost::hana::make_tuple(region_c<Policy{}.regions()[decltype(index)::value].code>...);
  });
}

/// The regions whose status on that measure and day is `Has` for the general population, with
/// everything known and nothing assumed: a Hana set of `region_c`.
template <measure On, status Has, policy Policy, date Day>
constexpr auto regions_with(Policy shown, boost::hana::basic_type<day_type<Day>>) {
  return boost::hana::to_set(boost::hana::filter(regions_of(shown), [](auto region) {
    return boost::hana::bool_c<classify(Policy{}, decltype(region)::type::code, Day)[On] == Has>;
  }));
}

}  // namespace ambit::inline v8

// The public records, so that code can iterate their members.
BOOST_HANA_ADAPT_STRUCT(ambit::finding, measure, status, ground, rule, persons, place, uncertain,
                        bounds, instead, ending);
BOOST_HANA_ADAPT_STRUCT(ambit::citation, source, reference, published, at);
BOOST_HANA_ADAPT_STRUCT(ambit::bounds, after, by);
