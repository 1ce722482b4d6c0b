// SPDX-License-Identifier: BSL-1.0
#include <ambit/status.hpp>

#include <initializer_list>
#include <utility>

namespace {

using namespace ambit;

// The names stand in the order of the enumerators, and read back as what they name.
static_assert(name(status::designated) == "designated");
static_assert(name(status::unknown_region) == "unknown_region");
static_assert(name(measure::indiscriminate_violence) == "indiscriminate_violence");
static_assert(name(measure::return_) == "return");
static_assert(name(effect::silent) == "silent");
static_assert(name(closure::unsettled) == "unsettled");
static_assert(name(ground::no_such_region) == "no_such_region");
static_assert(name(event::until) == "until");
static_assert(name(presumption::in_any_case) == "in_any_case");
static_assert(name(fear_scope::individual_grounds) == "individual_grounds");
static_assert(name(test::individual) == "individual");
static_assert(name(residence::fixed_before_departure) == "fixed_before_departure");
static_assert(name(source_kind::report) == "report");
static_assert(name(precision::percent) == "percent");
static_assert(name(remark_kind::context) == "context");
static_assert(name(language::nl) == "nl");

template <class Enum>
constexpr bool named(std::initializer_list<std::pair<Enum, std::string_view>> all) {
  for (const auto& [value, expected] : all)
    if (name(value) != expected) return false;
  return true;
}
static_assert(named<status>({{status::not_designated, "not_designated"},
                             {status::advised, "advised"},
                             {status::announced, "announced"},
                             {status::ended, "ended"},
                             {status::undetermined, "undetermined"},
                             {status::silent, "silent"},
                             {status::no_policy, "no_policy"}}));
static_assert(named<event>({{event::none, "none"},
                            {event::advised, "advised"},
                            {event::decided, "decided"},
                            {event::announced, "announced"},
                            {event::published, "published"},
                            {event::in_force, "in_force"}}));
static_assert(named<ground>({{ground::named, "named"},
                             {ground::whole_country, "whole_country"},
                             {ground::in_part, "in_part"},
                             {ground::left_out, "left_out"},
                             {ground::between_bounds, "between_bounds"},
                             {ground::area_unsettled, "area_unsettled"},
                             {ground::past_horizon, "past_horizon"},
                             {ground::nothing_said, "nothing_said"},
                             {ground::not_in_atlas, "not_in_atlas"}}));
static_assert(named<subject>({{subject::circumstances, "circumstances"},
                              {subject::origin, "origin"},
                              {subject::residence, "residence"},
                              {subject::fear, "fear"},
                              {subject::membership, "membership"},
                              {subject::place, "place"},
                              {subject::examination, "examination"},
                              {subject::unstated_conditions, "unstated_conditions"},
                              {subject::unsettled, "unsettled"}}));
static_assert(named<fact>({{fact::open, "open"}, {fact::yes, "yes"}, {fact::no, "no"}}));
static_assert(named<closure>({{closure::open, "open"},
                              {closure::in_any_case, "in_any_case"},
                              {closure::exhaustive, "exhaustive"}}));
static_assert(named<ending>({{ending::unstated, "unstated"},
                             {ending::lapsed, "lapsed"},
                             {ending::withdrawn, "withdrawn"},
                             {ending::superseded, "superseded"}}));

static_assert(count<status>() == static_cast<std::size_t>(status::unknown_region) + 1);
static_assert(count<measure>() == static_cast<std::size_t>(measure::return_) + 1);
static_assert(count<closure>() == static_cast<std::size_t>(closure::unsettled) + 1);
static_assert(count<ground>() == static_cast<std::size_t>(ground::no_such_region) + 1);
static_assert(count<source_kind>() == static_cast<std::size_t>(source_kind::report) + 1);
static_assert(count<remark_kind>() == static_cast<std::size_t>(remark_kind::context) + 1);

template <class Enum>
constexpr bool reads_back() {
  for (std::size_t value = 0; value < count<Enum>(); ++value)
    if (parse<Enum>(name(static_cast<Enum>(value))) != static_cast<Enum>(value)) return false;
  return true;
}
static_assert(reads_back<status>() && reads_back<measure>() && reads_back<effect>());
static_assert(reads_back<closure>() && reads_back<ground>() && reads_back<event>());
static_assert(reads_back<presumption>() && reads_back<fear_scope>() && reads_back<test>());
static_assert(reads_back<residence>() && reads_back<source_kind>() && reads_back<precision>());
static_assert(reads_back<remark_kind>() && reads_back<language>());

// No other word is one of them, and a value past the last has no name.
static_assert(!parse<status>("safe") && !parse<status>("") && !parse<status>("designated "));
static_assert(!parse<measure>("return_"));
static_assert(name(static_cast<status>(200)).empty());

}  // namespace
