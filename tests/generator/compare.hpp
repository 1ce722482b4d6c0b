// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "ask.hpp"
#include "image.hpp"

#include <ambit/classify.hpp>

#include <set>
#include <sstream>
#include <string>

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

inline std::string one_line(ambit::measure measure, ambit::status status, ambit::ground ground,
                            std::string_view rule, std::string_view persons,
                            std::string_view instead, ambit::ending ending, ambit::event event,
                            ambit::date after, ambit::date by) {
  std::ostringstream out;
  out << ambit::name(measure) << ' ' << ambit::name(status) << ' ' << ambit::name(ground)
      << " rule=" << rule << " persons=" << persons << " instead=" << instead << ' '
      << ambit::name(ending) << ' ' << ambit::name(event) << ' '
      << std::string_view{ambit::to_text(after)} << ' ' << std::string_view{ambit::to_text(by)};
  return out.str();
}

/// All of a reply as text, and all of the lookup's answer in the same form.
inline std::string text_of(const ambitc::reply& given) {
  std::string all;
  for (const ambitc::told& each : given.findings) {
    all += one_line(each.measure, each.status, each.ground, each.rule ? each.rule->id->text : "",
                    each.persons ? each.persons->id->text : "",
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

inline std::string text_of(const ambit::answer<ambitc::shown_image>& answer) {
  std::string all;
  for (const ambit::finding found : answer.findings()) {
    all +=
        one_line(found.measure, found.status, found.ground, found.rule, found.persons,
                 found.instead, found.ending, found.uncertain, found.bounds.after, found.bounds.by);
    for (const ambit::citation place : answer.citations(found))
      all += " [" + std::string{place.source} + " " + std::string{place.at} + "]";
    all += "\n";
  }
  for (const ambit::judgment_row& judgment : answer.of().judgments())
    if (answer.concerns(judgment))
      all += "judgment " + std::string{text(answer.of(), judgment.id)} + "\n";
  return all;
}

/// Asks both every question: all regions and one that does not exist, all days around a change, all
/// editions, all consistent sets of advices, within and past the horizon.
inline result every_question(const ambitc::policy_source& policy, const ambitc::image& image) {
  result all;
  const ambitc::shown_image shown{&image};
  const std::set<ambit::date> days = days_of(policy);
  std::set<ambit::date> known{ambit::distant_future};
  for (const auto& source : policy.document.source)
    known.insert({ambit::day_before(*source->published), *source->published});
  std::vector<ambit::region> regions{*ambit::parse_region("ZZ-99")};
  for (const ambitc::subdivision& each : policy.regions) regions.push_back(each.code);

  for (const ambit::advice_set_row& set : image.advice_sets) {
    std::set<std::size_t> assuming;
    for (std::size_t i = 0; i < image.advices.size(); ++i)
      if ((set.advices >> i & 1) != 0) assuming.insert(i);
    const auto assumed = ambit::assumption<ambitc::shown_image>::of(shown, set.advices);
    for (const ambit::region region : regions)
      for (const ambit::date day : days)
        for (const ambit::date by : known)
          for (const bool unchanged : {false, true}) {
            ++all.questions;
            const std::string told = text_of(ambitc::ask(policy, {.region = region,
                                                                  .on = day,
                                                                  .known = by,
                                                                  .assuming = assuming,
                                                                  .assume_unchanged = unchanged}));
            const std::string looked_up = text_of(ambit::classify(
                shown, region, day,
                {.known = by, .assuming = assumed.advices, .assume_unchanged = unchanged}));
            if (told == looked_up || !all.difference.empty()) continue;
            std::ostringstream out;
            out << std::string_view{ambit::to_text(region)} << " on "
                << std::string_view{ambit::to_text(day)} << ", known "
                << std::string_view{ambit::to_text(by)} << ", advices " << set.advices
                << (unchanged ? ", unchanged" : "") << "\nthe rules say:\n"
                << told << "the table says:\n"
                << looked_up;
            all.difference = out.str();
          }
  }
  return all;
}

}  // namespace compare
