// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/ambit.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <array>

// What must come out for Mali, stated once and proved three times: by static_assert (tests/static),
// by the same queries at run time (tests/unit), and by the direct evaluation of the rules
// (tests/generator).

namespace answers {

using namespace ambit::literals;
using ambit::ground;
using ambit::measure;
using ambit::status;
using ambit::tables::nl_ml;

constexpr measure violence = measure::indiscriminate_violence;
constexpr measure alternative = measure::internal_protection;

constexpr ambit::region gao = "ML-7"_region, menaka = "ML-9"_region, mopti = "ML-5"_region,
                        kayes = "ML-1"_region, kidal = "ML-8"_region, bamako = "ML-BKO"_region;

using set = ambit::advice_set<ambit::tables::nl_ml_table>;
constexpr set nothing = {};
constexpr set designate = ambit::assume(nl_ml, nl_ml.designate);
constexpr set both = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
constexpr set all = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako, nl_ml.inform);

constexpr ambit::date everything = ambit::distant_future;

struct expected {
  ambit::region region;
  ambit::date on;
  ambit::date known;
  set assuming;
  bool assume_unchanged;
  ambit::measure measure;
  ambit::status status;
  std::string_view rule;
  ambit::ground ground;
};

constexpr std::string_view advised = "exceptional-situation";
constexpr std::string_view advised_alternative = "alternative-in-bamako";
constexpr std::string_view adopted = "exceptional-situation-c7-23";
constexpr std::string_view adopted_alternative = "alternative-in-bamako-c7-23";

// clang-format off
constexpr auto cases = std::to_array<expected>({
  // On the day after the memo, as known then: the three regions are advised, and nothing more.
  {gao, "2022-12-01"_date, "2022-12-01"_date, nothing, false, violence, status::advised, advised, ground::named},
  {menaka, "2022-12-01"_date, "2022-12-01"_date, nothing, false, violence, status::advised, advised, ground::named},
  {mopti, "2022-12-01"_date, "2022-12-01"_date, nothing, false, violence, status::advised, advised, ground::named},
  {gao, "2022-12-01"_date, "2022-12-01"_date, nothing, false, alternative, status::advised, advised_alternative, ground::named},
  {menaka, "2022-12-01"_date, "2022-12-01"_date, nothing, false, alternative, status::advised, advised_alternative, ground::named},
  {mopti, "2022-12-01"_date, "2022-12-01"_date, nothing, false, alternative, status::advised, advised_alternative, ground::named},
  {kayes, "2022-12-01"_date, "2022-12-01"_date, nothing, false, violence, status::no_policy, "", ground::nothing_said},
  {bamako, "2022-12-01"_date, "2022-12-01"_date, nothing, false, violence, status::no_policy, "", ground::nothing_said},

  // On the day of the memo itself, too.
  {gao, "2022-11-23"_date, "2022-11-23"_date, nothing, false, violence, status::advised, advised, ground::named},
  {gao, "2022-11-23"_date, "2022-11-23"_date, designate, false, violence, status::designated, advised, ground::named},

  // Advices taken as adopted. The memo's list is bare: of Kayes it says nothing.
  {gao, "2022-12-01"_date, "2022-12-01"_date, designate, false, violence, status::designated, advised, ground::named},
  {gao, "2022-12-01"_date, "2022-12-01"_date, designate, false, alternative, status::advised, advised_alternative, ground::named},
  {gao, "2022-12-01"_date, "2022-12-01"_date, both, false, violence, status::designated, advised, ground::named},
  {gao, "2022-12-01"_date, "2022-12-01"_date, both, false, alternative, status::designated, advised_alternative, ground::named},
  {gao, "2022-12-01"_date, "2022-12-01"_date, all, false, alternative, status::designated, advised_alternative, ground::named},
  {kayes, "2022-12-01"_date, "2022-12-01"_date, both, false, violence, status::silent, "", ground::nothing_said},

  // Between the memo and the copy of the Circular nobody can tell.
  {gao, "2022-12-01"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::between_bounds},
  {gao, "2023-03-01"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::between_bounds},
  {gao, "2023-03-01"_date, everything, nothing, false, alternative, status::undetermined, adopted_alternative, ground::between_bounds},
  {kayes, "2023-03-01"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::between_bounds},
  {kayes, "2023-03-01"_date, everything, nothing, false, measure::return_, status::undetermined, "", ground::between_bounds},
  // If advice 1 was followed at once, Gao was designated, by the one rule or by the other.
  {gao, "2023-03-01"_date, everything, designate, false, violence, status::designated, advised, ground::named},

  // The bounds themselves are certain.
  {gao, "2022-11-22"_date, everything, nothing, false, violence, status::no_policy, "", ground::nothing_said},
  {gao, "2022-11-23"_date, everything, nothing, false, violence, status::advised, advised, ground::named},
  {gao, "2022-11-24"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::between_bounds},
  {gao, "2023-06-21"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::between_bounds},
  {gao, "2023-06-22"_date, everything, nothing, false, violence, status::designated, adopted, ground::named},
  {gao, "2023-06-22"_date, everything, nothing, false, alternative, status::designated, adopted_alternative, ground::named},
  {gao, "2023-06-22"_date, "2023-06-21"_date, nothing, false, violence, status::undetermined, advised, ground::past_horizon},

  // "Exclusively" excludes the others; whether the alternative is meant for them the copy leaves open.
  {kayes, "2023-06-22"_date, everything, nothing, false, violence, status::not_designated, adopted, ground::left_out},
  {kidal, "2023-06-22"_date, everything, nothing, false, violence, status::not_designated, adopted, ground::left_out},
  {bamako, "2023-06-22"_date, everything, nothing, false, violence, status::not_designated, adopted, ground::left_out},
  {kayes, "2023-06-22"_date, everything, nothing, false, alternative, status::undetermined, adopted_alternative, ground::area_unsettled},
  {kidal, "2023-06-22"_date, everything, nothing, false, alternative, status::undetermined, adopted_alternative, ground::area_unsettled},
  {gao, "2023-06-22"_date, everything, nothing, false, measure::return_, status::undetermined, "", ground::nothing_said},

  // Past the last day for which the sources vouch, whatever day it is.
  {gao, "2023-06-23"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::past_horizon},
  {gao, "2026-04-04"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::past_horizon},
  {gao, "2026-11-23"_date, everything, nothing, false, violence, status::undetermined, adopted, ground::past_horizon},
  {gao, "2026-11-23"_date, everything, nothing, false, alternative, status::undetermined, adopted_alternative, ground::past_horizon},
  {gao, "2026-11-23"_date, everything, nothing, true, violence, status::designated, adopted, ground::named},
  {gao, "2026-11-23"_date, everything, nothing, true, alternative, status::designated, adopted_alternative, ground::named},
  {kayes, "2026-11-23"_date, everything, nothing, true, violence, status::not_designated, adopted, ground::left_out},

  // Before the memo there was no policy, and before anything was published nothing is known of one.
  {gao, "2022-06-01"_date, "2022-11-23"_date, nothing, false, violence, status::no_policy, "", ground::nothing_said},
  {gao, "2022-06-01"_date, "2022-11-23"_date, nothing, false, alternative, status::no_policy, "", ground::nothing_said},
  {gao, "2022-06-01"_date, "2022-11-23"_date, both, false, violence, status::no_policy, "", ground::nothing_said},
  {gao, "2022-06-01"_date, "2022-06-01"_date, nothing, false, violence, status::no_policy, "", ground::nothing_said},

  // Codes that the country has not.
  {"ML-99"_region, "2023-06-22"_date, everything, nothing, false, violence, status::unknown_region, "", ground::no_such_region},
  {"FR-75"_region, "2023-06-22"_date, everything, nothing, false, alternative, status::unknown_region, "", ground::no_such_region},
  {"FR-75"_region, "2026-11-23"_date, everything, nothing, false, violence, status::unknown_region, "", ground::no_such_region},
  {ambit::region{}, "2023-06-22"_date, everything, nothing, false, violence, status::unknown_region, "", ground::no_such_region},
});
// clang-format on

constexpr auto answer_of(const expected& each) {
  return ambit::classify(
      nl_ml, each.region, each.on,
      {.known = each.known, .assuming = each.assuming, .assume_unchanged = each.assume_unchanged});
}

/// Whether the table gives what is expected, by the status alone and by the whole finding.
constexpr bool holds(const expected& each) {
  const auto answer = answer_of(each);
  const ambit::finding found = answer.finding(each.measure);
  return answer[each.measure] == each.status && found.status == each.status &&
         found.measure == each.measure && found.rule == each.rule && found.ground == each.ground &&
         found.persons.empty();
}

}  // namespace answers
