// SPDX-License-Identifier: BSL-1.0
#include "compare.hpp"

#include "random_policy.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

// The differential test on policies made at random: whatever the program accepts, the table gives
// what the rules say, and the laws of an answer hold. AMBIT_RANDOM_POLICIES says how many policies
// are tried, AMBIT_RANDOM_SEED which.

namespace {

using namespace random_policy;

/// Every answer with all or less known, for every set of advices.
template <class Visit>
void for_every_answer(const fixture::policies& of, ambit::date known, Visit visit) {
  const ambitc::shown_image shown{&of.images[0]};
  for (const ambit::advice_set_row& set : of.images[0].advice_sets)
    for (const char* region : regions)
      for (const ambit::date day : compare::days_of(of.sources[0]))
        visit(set.advices,
              ambit::classify(
                  shown, *ambit::parse_region(region), day,
                  {.known = known,
                   .assuming =
                       ambit::assumption<ambitc::shown_image>::of(shown, set.advices).advices}));
}

std::string place_of(const ambit::answer<ambitc::shown_image>& answer) {
  return compare::question_text(answer.region(), answer.day(), answer.asked().known,
                                answer.assumed(), answer.asked().assume_unchanged);
}

/// What is wrong with the form of an answer; empty if nothing is.
std::string wrong_with(const ambit::answer<ambitc::shown_image>& answer) {
  std::array<std::size_t, ambit::measure_count> general{};
  for (const ambit::finding found : answer.findings()) {
    if (found.is_general()) ++general[static_cast<std::size_t>(found.measure)];
    const bool uncertain = found.uncertain != ambit::event::none;
    if (found.ground == ambit::ground::between_bounds &&
        (!uncertain || found.status != ambit::status::undetermined))
      return "law 3: between bounds no change is named, or the status is not undetermined";
    if (uncertain && (answer.day() <= found.bounds.after || answer.day() >= found.bounds.by))
      return "law 3: a change is named outside its bounds";
    if (found.rule_at && answer.citations(found).empty())
      return "law 7: a finding with a rule leads to no source";
  }
  if (std::ranges::any_of(general, [](std::size_t number) { return number != 1; }))
    return "law 1: a measure has not one finding for the general population";
  return "";
}

/// The policy as one would write it with the first sources only: without the others, and without
/// what only they prove. Nothing where it cannot be written.
std::optional<policy> as_of(policy all, std::size_t known) {
  const bits kept = only(known) - 1;
  const auto is_known = [&](const change& each) {
    return (!each.source || *each.source < known) && (!each.by || each.source || *each.by < known);
  };
  const auto is_written = [&](const change& each) { return !each.by || *each.by < known; };
  all.sources = known;
  if (!is_known(all.begins)) return std::nullopt;
  for (const advice& each : std::vector<advice>{all.advices})
    if (each.source >= known)
      forget_advice(all, each.id);
    else if (!is_known(each.given))
      return std::nullopt;
  for (rule each : std::vector<rule>{all.rules}) {
    each.cited &= kept;
    bool dated = each.advice.has_value();  // else nothing of it is known but that it exists
    for (const auto& [name, member] : life) {
      if (!is_known(each.*member)) each.*member = {};
      if (!is_written(each.*member)) return std::nullopt;
      dated = dated || (member != &rule::until && (each.*member).given());
    }
    if (each.cited == 0 || !dated)
      forget_rule(all, each.id);
    else
      for (rule& one : all.rules)
        if (one.id == each.id) {
          each.supersedes = one.supersedes;
          one = each;
        }
  }
  if (all.rules.empty()) return std::nullopt;
  return all;
}

/// The set of advices of `one` that those of `from` are, as far as it has them.
std::uint32_t same_advices(std::uint32_t set, const policy& from, const policy& one) {
  std::uint32_t same = 0;
  for (std::size_t i = 0; i < from.advices.size(); ++i)
    for (std::size_t j = 0; j < one.advices.size(); ++j)
      if (has(set, i) && from.advices[i].id == one.advices[j].id) same |= only(j);
  return same;
}

/// The result says it all; with a listener of its own the test reads no settings but its own.
class silent_listener : public rc::detail::TestListener {
 public:
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

}  // namespace

TEST_CASE("for policies made at random the table gives what the rules say, and the laws hold") {
  const workshop here;
  std::size_t tried = 0, accepted = 0, restricted = 0, questions = 0;

  const auto property = [&](const policy& one) {
    ++tried;
    const std::optional<fixture::policies> all = here.accept(one);
    if (!all) return;
    ++accepted;
    const compare::result compared = compare::every_question(all->sources[0], all->images[0]);
    questions += compared.questions;
    if (!compared.difference.empty()) RC_FAIL(compared.difference);

    for (std::size_t known = 0; known <= sources.size(); ++known) {
      const ambit::date day =
          known == 0 ? ambit::distant_future : *ambit::parse_date(days[day_of(known - 1)]);
      for_every_answer(*all, day, [&](std::uint32_t, const auto& answer) {
        const std::string wrong = wrong_with(answer);
        if (!wrong.empty()) RC_FAIL(place_of(answer) + wrong + "\n" + compare::text_of(answer));
      });
    }

    // Law 4: what is known on a day is what the sources of that day prove, and nothing else.
    for (std::size_t known = 1; known < sources.size(); ++known) {
      const std::optional<policy> then = as_of(one, known);
      if (!then) continue;
      const std::optional<fixture::policies> written = here.accept(*then);
      if (!written) continue;
      ++restricted;
      const ambitc::shown_image shown{&written->images[0]};
      const ambit::date day = *ambit::parse_date(days[day_of(known - 1)]);
      for_every_answer(*all, day, [&](std::uint32_t set, const auto& answer) {
        const auto assumed =
            ambit::assumption<ambitc::shown_image>::of(shown, same_advices(set, one, *then));
        const std::string now = compare::text_of(answer);
        const std::string before = compare::text_of(ambit::classify(
            shown, answer.region(), answer.day(), {.known = day, .assuming = assumed.advices}));
        if (now != before)
          RC_FAIL(place_of(answer) + "law 4: with what was known then\n" + now +
                  "but as it was written then\n" + before);
      });
    }
  };

  rc::detail::TestParams params;
  params.seed = number_from("AMBIT_RANDOM_SEED", 10);
  params.maxSuccess = static_cast<int>(number_from("AMBIT_RANDOM_POLICIES", 60));
  silent_listener listener;
  const rc::detail::TestResult result =
      rc::detail::checkTestable([&] { property(*policies()); }, rc::detail::TestMetadata{}, params,
                                listener, std::unordered_map<std::string, rc::detail::Reproduce>{});
  std::ostringstream said;
  rc::detail::printResultMessage(result, said);
  INFO("AMBIT_RANDOM_SEED=" << params.seed << "\n" << said.str());
  REQUIRE(result.is<rc::detail::SuccessResult>());
  MESSAGE(tried, " policies, of which ", accepted, " were accepted; ", questions, " questions; ",
          restricted, " as they were written earlier");
  CHECK(accepted * 100 >= tried * 30);
  CHECK(restricted > 0);
}
