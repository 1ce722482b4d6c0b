// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/classify.hpp>
#include <ambit/ostream.hpp>

#include <sstream>
#include <string>
#include <string_view>

// An answer, and what was asked, as text. Needs the public headers only: a program that has nothing
// but a baked table (compiled/driver.cpp) says its answers in the same words as the tests that
// compare them.

namespace compare {

inline std::string one_line(ambit::measure measure, ambit::status status, ambit::ground ground,
                            std::string_view rule, std::string_view persons, std::string_view place,
                            std::string_view instead, ambit::ending ending, ambit::event event,
                            ambit::date after, ambit::date by) {
  std::ostringstream out;
  out << ambit::name(measure) << ' ' << ambit::name(status) << ' ' << ambit::name(ground)
      << " rule=" << rule << " persons=" << persons << " place=" << place << " instead=" << instead
      << ' ' << ambit::name(ending) << ' ' << ambit::name(event) << ' '
      << ambit::to_text(after) << ' ' << ambit::to_text(by);
  return out.str();
}

/// All that a lookup answers.
template <ambit::policy Policy>
std::string text_of(const ambit::answer<Policy>& answer) {
  std::string all;
  for (const ambit::finding found : answer.findings()) {
    all +=
        one_line(found.measure, found.status, found.ground, found.rule, found.persons, found.place,
                 found.instead, found.ending, found.uncertain, found.bounds.after, found.bounds.by);
    for (const ambit::citation place : answer.citations(found))
      all += " [" + std::string{place.source} + " " + std::string{place.at} + "]";
    if (found.is_general() && answer[found.measure] != found.status)
      all += " but the status alone: " + std::string{name(answer[found.measure])};
    all += "\n";
  }
  for (const ambit::judgment_row& judgment : answer.of().judgments())
    if (answer.concerns(judgment))
      all += "judgment " + std::string{text(answer.of(), judgment.id)} + "\n";
  return all;
}

/// A question as one line.
inline std::string question_text(ambit::region region, ambit::date day, ambit::date known,
                                 std::uint32_t advices, bool unchanged) {
  std::ostringstream out;
  out << ambit::to_text(region) << " on " << ambit::to_text(day)
      << ", known " << ambit::to_text(known) << ", advices " << advices
      << (unchanged ? ", unchanged" : "") << "\n";
  return out.str();
}

}  // namespace compare
