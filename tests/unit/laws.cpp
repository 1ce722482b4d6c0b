// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

#include <ambit/tables/atlas.hpp>
#include <ambit/timeline.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

// The laws of an answer, over every shipped policy: all regions (and some that do not exist), each
// day on which anything changes with one before and one after, all editions, and each set of
// advices.

namespace {

using namespace ambit;
using namespace ambit::literals;

/// The days on which an answer may change, with the day before and the day after each.
template <policy Policy>
std::set<date> days_of(Policy of) {
  constexpr date early = "1970-01-01"_date, late = "2100-01-01"_date;
  std::set<date> days{distant_past, early, late, distant_future};
  const auto around = [&](date day) {
    if (day == distant_past || day == distant_future) return;
    days.insert({day_before(day), day, day_after(day)});
  };
  for (const date day : of.days()) around(day);
  around(of.horizon());
  for (const source_row& source : of.sources()) around(source.published);
  return days;
}

/// Calls `visit(answer)` for every question about a policy.
template <policy Policy, class Visit>
void for_every_question(Policy of, Visit visit) {
  constexpr region nowhere = "ZZ-99"_region;
  std::vector<region> regions{nowhere, region{}};
  for (const region_row& row : of.regions()) regions.push_back(row.code);
  std::set<date> known{distant_future};
  for (const date day : days_of(of)) known.insert(day);
  for (std::uint32_t bits = 0; bits < std::uint32_t{1} << of.advices().size(); ++bits) {
    const auto assumed = assumption<Policy>::of(of, bits);
    if (!assumed) continue;
    for (const region code : regions)
      for (const date day : days_of(of))
        for (const date by : known)
          for (const bool unchanged : {false, true})
            visit(classify(
                of, code, day,
                {.known = by, .assuming = assumed.advices, .assume_unchanged = unchanged}));
  }
}

template <class Visit>
void for_every_answer(Visit visit) {
  for (std::uint8_t index = 0; index < tables::atlas.size; ++index)
    for_every_question(tables::atlas_entry{index}, visit);
}

}  // namespace

TEST_CASE("law 1: every question has exactly one finding a measure for the general population") {
  std::size_t answers = 0, wrong = 0;
  for_every_answer([&](const auto& answer) {
    ++answers;
    std::size_t general[measure_count] = {};
    for (const finding found : answer.findings()) {
      if (!found.is_general()) continue;
      ++general[static_cast<std::size_t>(found.measure)];
      wrong += answer[found.measure] == found.status ? 0u : 1u;
      const finding single = answer.finding(found.measure);
      wrong += single.status == found.status && single.rule == found.rule ? 0u : 1u;
    }
    for (const std::size_t number : general) wrong += number == 1 ? 0u : 1u;
  });
  CHECK(answers > 5000);
  CHECK(wrong == 0);
}

TEST_CASE(
    "law 3: strictly between the bounds of the change that a finding names it is undetermined") {
  std::size_t between = 0, wrong = 0;
  for_every_answer([&](const auto& answer) {
    for (const finding found : answer.findings()) {
      const bool is_between = found.ground == ground::between_bounds;
      if (is_between && (found.status != status::undetermined || found.uncertain == event::none))
        ++wrong;
      if (found.uncertain == event::none) continue;
      between += is_between ? 1u : 0u;
      // Else the status is certain, and which of two rules gives it is not.
      if (!is_between && (!found.rule_at || found.rule_at == found.instead_at)) ++wrong;
      if (answer.day() == distant_past || answer.day() == distant_future) continue;  // no days
      if (answer.day() <= found.bounds.after || answer.day() >= found.bounds.by) ++wrong;
    }
  });
  CHECK(between > 0);
  CHECK(wrong == 0);
}

TEST_CASE("law 4: no answer cites a source that was published after what is known") {
  std::size_t cited = 0, late = 0;
  for_every_answer([&](const auto& answer) {
    for (const finding found : answer.findings())
      for (const citation place : answer.citations(found)) {
        ++cited;
        late += place.published > answer.asked().known ? 1u : 0u;
      }
  });
  CHECK(cited > 0);
  CHECK(late == 0);
}

TEST_CASE("law 7: every finding with a rule leads to a source and a place in it") {
  std::size_t wrong = 0;
  for_every_answer([&](const auto& answer) {
    for (const finding found : answer.findings()) {
      const bool places = !answer.citations(found).empty();
      if (found.rule_at && !places) ++wrong;
      if (found.rule.empty() != !found.rule_at) ++wrong;
      if (found.status == status::unknown_region && (places || found.rule_at)) ++wrong;
      for (const citation place : answer.citations(found))
        if (place.source.empty() || place.at.empty()) ++wrong;
    }
  });
  CHECK(wrong == 0);
}

TEST_CASE("past the horizon, and past what is known, everything is undetermined") {
  std::size_t past = 0, wrong = 0;
  for_every_answer([&](const auto& answer) {
    const bool vouched = answer.day() <= answer.of().horizon() &&
                         answer.day() <= answer.asked().known &&
                         answer.asked().known != distant_past;
    if (vouched || answer.asked().assume_unchanged || !answer.region_at()) return;
    ++past;
    for (const finding found : answer.findings())
      if (found.status != status::undetermined || found.ground != ground::past_horizon) ++wrong;
  });
  CHECK(past > 0);
  CHECK(wrong == 0);
}

TEST_CASE("the next change is later than the day asked about, or never: whatever is known") {
  std::size_t wrong = 0;
  for_every_answer([&](const auto& answer) {
    const date next = answer.next_change();
    wrong += next > answer.day() || next == distant_future ? 0u : 1u;
  });
  CHECK(wrong == 0);
}

TEST_CASE("in every edition of every table timelines end, from the first day to the last") {
  std::size_t wrong = 0;
  for (std::uint8_t index = 0; index < tables::atlas.size; ++index) {
    const tables::atlas_entry of{index};
    for (const edition_row& each : of.editions())
      for (const bool unchanged : {false, true}) {
        const question<tables::atlas_entry> how{.known = each.published,
                                                .assume_unchanged = unchanged};
        const std::size_t most = of.days().size() + 3;  // periods
        for (const region_row& row : of.regions())
          for (std::size_t i = 0; i < measure_count; ++i) {
            std::size_t periods = 0;
            date next = distant_past, last = distant_past;
            for (const period now : timeline(of, row.code, static_cast<measure>(i), how)) {
              if (now.first != next || now.last < now.first) ++wrong;
              last = now.last;
              next = day_after(now.last);
              if (++periods > most) break;
            }
            if (last != distant_future) ++wrong;
          }
        if (wrong == 0)  // else it might not end
          wrong +=
              changes_between(of, distant_past, distant_future, how) > most * of.regions().size()
                  ? 1u
                  : 0u;
      }
  }
  CHECK(wrong == 0);
}

TEST_CASE(
    "a timeline gives on every day what a question of that day gives, in order and gap-free") {
  std::size_t wrong = 0, days = 0;
  for (std::uint8_t index = 0; index < tables::atlas.size; ++index) {
    const tables::atlas_entry of{index};
    for (const region_row& row : of.regions())
      for (std::size_t i = 0; i < measure_count; ++i)
        for (const bool unchanged : {false, true}) {
          const auto asked = static_cast<measure>(i);
          const question<tables::atlas_entry> how{.assume_unchanged = unchanged};
          date next = distant_past;
          for (const period now : timeline(of, row.code, asked, how)) {
            if (now.first != next) ++wrong;
            next = day_after(now.last);
            for (const date day : days_of(of)) {
              if (day < now.first || day > now.last) continue;
              ++days;
              const finding found = classify(of, row.code, day, how).finding(asked);
              if (found.status != now.finding.status || found.rule != now.finding.rule) ++wrong;
            }
          }
          if (next != distant_future) ++wrong;
        }
  }
  CHECK(days > 1000);
  CHECK(wrong == 0);
}
