// SPDX-License-Identifier: BSL-1.0

// What ambit is for, on the real memo of 23 November 2022 on Mali: one region, one question, and
// how the answer depends on the day, on what was known, and on what is decided.

#include <ambit/ambit.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdio>
#include <string>

namespace {

using namespace ambit::literals;
using ambit::measure;
using ambit::tables::nl_ml;
using question = ambit::question<ambit::tables::nl_ml_table>;

std::string status_of(const auto& answer, measure asked) {
  std::string text{name(answer[asked])};
  for (char& c : text) c = c == '_' ? ' ' : c;
  return text;
}

std::string source_of(const auto& answer) {
  const ambit::finding found = answer.finding(measure::indiscriminate_violence);
  for (const ambit::citation place : answer.citations(found))
    return std::string{place.reference} + ", " + std::string{place.at};
  return "none";
}

void ask(const char* words, ambit::region region, ambit::date day, const question& how = {}) {
  const auto answer = classify(nl_ml, region, day, how);
  std::printf("%-42s %-15s %-14s %s\n", words,
              status_of(answer, measure::indiscriminate_violence).c_str(),
              status_of(answer, measure::internal_protection).c_str(), source_of(answer).c_str());
}

}  // namespace

int main() {
  constexpr ambit::region gao = "ML-7"_region, kayes = "ML-1"_region;
  constexpr auto first = ambit::assume(nl_ml, nl_ml.designate);
  constexpr auto both = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
  constexpr ambit::date then = "2022-12-01"_date;

  std::puts("What does the policy of the Netherlands say of Gao, a region of Mali?\n");
  std::puts("                                           violence,       alternative");
  std::puts("asked about                                Article 15(c)   in Bamako      source");
  ask("1 June 2022, before the memo", gao, "2022-06-01"_date);
  ask("1 Dec 2022, with what was known that day", gao, then, {.known = then});
  ask("  the same, if advice 1 is followed", gao, then, {.known = then, .assuming = first});
  ask("  the same, if advices 1 and 2 are", gao, then, {.known = then, .assuming = both});
  ask("1 March 2023, with all that is known now", gao, "2023-03-01"_date);
  ask("22 June 2023, the day of the last source", gao, "2023-06-22"_date);
  ask("  Kayes, another region, on that day", kayes, "2023-06-22"_date);
  ask("23 Nov 2026, after the last source", gao, "2026-11-23"_date);
  ask("  the same, if nothing changed since", gao, "2026-11-23"_date, {.assume_unchanged = true});

  std::puts(R"(
advised         an advice would designate it; nothing in force says so
designated      a rule in force that day designates it
not designated  a rule in force excludes it: here the Circular says "exclusively"
undetermined    the sources do not settle it: no source says when between the memo and
                the copy of the Circular of 22 June 2023 the policy came into force, the
                conditions of the alternative are lost, or the day lies past the sources
no policy       the Netherlands had no policy on Mali, as far as known

These are the words of the policy; they decide nothing about a person.)");
}
