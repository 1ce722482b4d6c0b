// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

namespace {

using namespace answers;

// All consistent sets, each once: here a chain of three.
constexpr bool sets_are_a_chain() {
  std::size_t members = 0;
  for (const auto& set : ambit::advice_sets(nl_ml)) {
    std::size_t in = 0;
    for (std::uint8_t i = 0; i < nl_ml.advices().size(); ++i) in += set.contains(i) ? 1u : 0u;
    if (in != members++ || set.empty() != (in == 0)) return false;
  }
  return members == 4 && ambit::advice_sets(nl_ml).size() == 4;
}
static_assert(sets_are_a_chain());

// A set that was found is the one that is made of constants.
constexpr bool same_sets() {
  for (const auto& set : ambit::advice_sets(nl_ml))
    if (set == both) return set.bits() == 3;
  return false;
}
static_assert(same_sets());

// A set is found from texts too; else it is said what is unknown, or which prerequisite is missing.
template <std::size_t Size>
constexpr auto assumed(const std::string_view (&ids)[Size]) {
  return ambit::try_assume(nl_ml, std::span{ids});
}
static_assert(assumed({"bamako", "designate"}).advices == both);
static_assert(assumed({"designate"}).advices == designate);
constexpr auto lacking = assumed({"bamako"});
static_assert(lacking.error == ambit::assumption_error::missing_prerequisite);
static_assert(lacking.advice == "bamako" && lacking.missing == "designate");
constexpr auto unknown = assumed({"designate", "timbuktu"});
static_assert(unknown.error == ambit::assumption_error::unknown_advice);
static_assert(unknown.advice == "timbuktu" && unknown.advices == nothing);

// A set of bits that the policy has no advices for is no set.
static_assert(!ambit::assumption<ambit::tables::nl_ml_table>::of(nl_ml, 8));

}  // namespace
