// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer_text.hpp"

#include "ask.hpp"
#include "image.hpp"

#include <set>
#include <string>
#include <vector>

// The differential test: what the rules say, evaluated directly day by day, against what the baked
// lookup gives, for every question that can make a difference.

namespace compare {

struct result {
  std::size_t questions = 0;
  std::string difference;  ///< the first one; empty if there is none
};

/// All days on which an answer may change, each with the day before and the day after.
inline std::set<ambit::date> days_of(const ambitc::policy_source& policy) {
  std::set<ambit::date> days;
  const auto around = [&](ambit::date day) {
    if (day == ambit::distant_past || day == ambit::distant_future) return;
    days.insert({ambit::day_before(day), day, ambit::day_after(day)});
  };
  const auto change = [&](const ambitc::field<ambitc::change_value>& of) {
    if (!of.given) return;
    around(of->last_before());
    around(of->first_since());
  };
  for (const auto& rule : policy.document.rule) {
    for (const ambit::event event : ambit::rule_events) change(rule->change(event));
  }
  for (const auto& advice : policy.document.advice) change(advice->given);
  change(policy.document.policy->begins);
  around(*policy.document.policy->horizon);
  for (const auto& source : policy.document.source) around(*source->published);
  return days;
}

/// All editions that may differ: the days on which a source was published, the days before, and
/// all.
inline std::set<ambit::date> known_days_of(const ambitc::policy_source& policy) {
  std::set<ambit::date> known{ambit::distant_future};
  for (const auto& source : policy.document.source)
    known.insert({ambit::day_before(*source->published), *source->published});
  return known;
}

/// The regions of the country, and one that does not exist.
inline std::vector<ambit::region> regions_of(const ambitc::policy_source& policy) {
  std::vector<ambit::region> regions{*ambit::parse_region("ZZ-99")};
  for (const ambitc::subdivision& each : policy.regions) regions.push_back(each.code);
  return regions;
}

/// All of a reply in the form of a lookup's answer.
inline std::string text_of(const ambitc::reply& given) {
  std::string all;
  for (const ambitc::told& each : given.findings) {
    all +=
        one_line(each.measure, each.status, each.ground, each.rule ? each.rule->id->text : "",
                 each.persons ? each.persons->id->text : "", each.place ? each.place->id->text : "",
                 each.instead ? each.instead->id->text : "", each.ending, each.uncertain,
                 each.after, each.by);
    for (const ambitc::citation_record* cite : each.citations)
      all += " [" + cite->source->text + " " + cite->at->text + "]";
    all += "\n";
  }
  for (const ambitc::judgment_record* judgment : given.judgments)
    all += "judgment " + judgment->id->text + "\n";
  return all;
}

/// Calls `visit(question, advices)` for every question with one of these sets of advices (bit i:
/// the advice at position i): all regions and one that does not exist, all days around a change,
/// all editions, within and past the horizon.
template <class Sets, class Visit>
void for_every_question(const ambitc::policy_source& policy, const Sets& sets, Visit visit) {
  const std::set<ambit::date> days = days_of(policy), known = known_days_of(policy);
  const std::vector<ambit::region> regions = regions_of(policy);
  for (const std::uint32_t advices : sets) {
    std::set<std::size_t> assuming;
    for (std::size_t i = 0; i < policy.document.advice.size(); ++i)
      if ((advices >> i & 1) != 0) assuming.insert(i);
    for (const ambit::region region : regions)
      for (const ambit::date day : days)
        for (const ambit::date by : known)
          for (const bool unchanged : {false, true})
            visit(ambitc::asked{.region = region,
                                .on = day,
                                .known = by,
                                .assuming = assuming,
                                .assume_unchanged = unchanged},
                  advices);
  }
}

/// Asks both every question with every consistent set of advices.
inline result every_question(const ambitc::policy_source& policy, const ambitc::image& image) {
  result all;
  const ambitc::shown_image shown{&image};
  std::vector<std::uint32_t> sets;
  for (const ambit::advice_set_row& set : image.advice_sets) sets.push_back(set.advices);
  for_every_question(policy, sets, [&](const ambitc::asked& question, std::uint32_t advices) {
    ++all.questions;
    const std::string told = text_of(ambitc::ask(policy, question));
    const std::string looked_up = text_of(ambit::classify(
        shown, question.region, question.on,
        {.known = question.known,
         .assuming = ambit::assumption<ambitc::shown_image>::of(shown, advices).advices,
         .assume_unchanged = question.assume_unchanged}));
    if (told == looked_up || !all.difference.empty()) return;
    all.difference = question_text(question.region, question.on, question.known, advices,
                                   question.assume_unchanged) +
                     "the rules say:\n" + told + "the table says:\n" + looked_up;
  });
  return all;
}

}  // namespace compare
