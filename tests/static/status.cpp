// SPDX-License-Identifier: BSL-1.0
#include <ambit/status.hpp>

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
