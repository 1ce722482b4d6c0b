// SPDX-License-Identifier: BSL-1.0
#include <ambit/editions.hpp>
#include <ambit/tables/nl_ml.hpp>

namespace {

using namespace ambit;
using namespace ambit::literals;
using tables::nl_ml;

// The editions are in order, the first before any source, and bring each source once.
constexpr bool editions_bring_all_sources() {
  std::size_t brought = 0;
  date last = distant_past;
  for (const edition each : editions(nl_ml)) {
    if (each.published < last) return false;
    last = each.published;
    for (const source_row& source : nl_ml.sources()) brought += each.brings(source) ? 1u : 0u;
  }
  return editions(nl_ml).size() == 3 && brought == nl_ml.sources().size();
}
static_assert(editions_bring_all_sources());

/// How many things of a kind an edition discloses of a rule or an advice.
constexpr std::size_t disclosed(date published, event what, std::string_view of) {
  std::size_t number = 0;
  for (const edition each : editions(nl_ml))
    for (const disclosure one : each.disclosures())
      if (each.published == published && one.what == what &&
          (one.rule.empty() ? one.advice : one.rule) == of)
        ++number;
  return number;
}
constexpr date memo = "2022-11-23"_date, copy = "2023-06-22"_date;

static_assert(disclosed(distant_past, event::none, "exceptional-situation") == 0);
static_assert(disclosed(memo, event::none, "exceptional-situation") == 1);
static_assert(disclosed(memo, event::advised, "designate") == 1);
static_assert(disclosed(memo, event::in_force, "exceptional-situation-c7-23") == 0);
static_assert(disclosed(copy, event::none, "exceptional-situation-c7-23") == 1);
static_assert(disclosed(copy, event::in_force, "exceptional-situation-c7-23") == 1);
static_assert(disclosed(copy, event::until, "exceptional-situation-c7-23") == 0);
static_assert(disclosed(copy, event::in_force, "") == 1);  // that there is a policy at all

// Each with its source, and its day or bounds.
constexpr bool disclosures_lead_to_a_source() {
  for (const edition each : editions(nl_ml))
    for (const disclosure one : each.disclosures()) {
      if (!one.source_at || one.source.empty()) return false;
      if (nl_ml.sources()[one.source_at.value].published != each.published) return false;
      if ((one.what == event::none) != (one.when == bounds{})) return false;
    }
  return (*editions(nl_ml).begin()).disclosures().empty();
}
static_assert(disclosures_lead_to_a_source());

}  // namespace
