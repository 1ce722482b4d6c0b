// SPDX-License-Identifier: BSL-1.0
#include "check_report.hpp"

#include "json.hpp"
#include "text.hpp"

namespace ambitc {

namespace {

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return cat(std::to_string(number), " ", number == 1 ? one : many);
}

bool is_silent(const section_use& each) {
  return each.cited_by.empty() && each.says_nothing;
}

/// What rests on the sections of the opened documents: in numbers, or section by section.
std::string to_text(const source_report& of, bool each_section) {
  if (of.sections.empty()) return "";
  std::size_t cited = 0, silent = 0;
  std::string lines;
  for (const section_use& each : of.sections) {
    cited += each.cited_by.empty() ? 0u : 1u;
    silent += is_silent(each) ? 1u : 0u;
    lines += cat("    ", each.source, ", ", each.at, ": ",
                 !each.cited_by.empty() ? join(each.cited_by, "; ")
                 : each.says_nothing    ? "says nothing"
                                        : "cited by nothing",
                 "\n");
  }
  return cat("  ", counted(of.sections.size(), "section", "sections"), ": ", std::to_string(cited),
             " cited, ", std::to_string(silent), " that say nothing, ",
             std::to_string(of.sections.size() - cited - silent), " cited by nothing\n",
             each_section ? lines : "");
}

json to_json(const source_report& of) {
  json sections = json::array();
  for (const section_use& each : of.sections)
    sections.push_back({{"source", each.source},
                        {"at", each.at},
                        {"cited_by", each.cited_by},
                        {"says_nothing", each.says_nothing}});
  return {{"opened", of.documents},
          {"unpinned", of.unpinned},
          {"citations", of.citations},
          {"terms", of.terms},
          {"sections", std::move(sections)}};
}

json to_json(const certificate& of) {
  json periods = json::object();
  for (std::size_t status = 0; status < of.answers.size(); ++status)
    periods[std::string{ambit::name(static_cast<ambit::status>(status))}] = of.answers[status];
  return {{"regions", of.regions},   {"measures", ambit::measure_count},
          {"editions", of.editions}, {"advice_sets", of.advice_sets},
          {"periods", of.periods},   {"periods_of_status", std::move(periods)}};
}

json to_json(const checked_policy& of) {
  json all{{"policy", of.id},       {"file", of.file},       {"rules", of.rules},
           {"advices", of.advices}, {"sources", of.sources}, {"scenarios", of.scenarios}};
  all["answers"] = of.answers ? to_json(*of.answers) : json{};
  all["documents"] = of.documents ? to_json(*of.documents) : json{};
  return all;
}

/// A whole file has neither line nor column.
json to_json(const finding_of_input& of) {
  const auto or_null = [](std::uint32_t number) { return number == 0 ? json{} : json(number); };
  return {{"kind", of.is_error ? "error" : "note"},
          {"file", visible(of.at.file)},
          {"line", or_null(of.at.line)},
          {"column", or_null(of.at.column)},
          {"sentence", visible(of.sentence)},
          {"rule", of.rule}};
}

}  // namespace

std::string to_lines(const std::vector<checked_policy>& of, bool each_section) {
  std::string all;
  for (const checked_policy& each : of) {
    all += cat(each.id, ": ", counted(each.rules, "rule", "rules"), ", ",
               counted(each.advices, "advice", "advices"), ", ",
               counted(each.sources, "source", "sources"));
    if (each.documents)
      all += cat("; opened ", counted(each.documents->documents, "document", "documents"), " (",
                 std::to_string(each.documents->unpinned), " not pinned) and found ",
                 counted(each.documents->terms, "term", "terms"), " of ",
                 counted(each.documents->citations, "citation", "citations"));
    if (each.scenarios > 0) all += cat("; ", counted(each.scenarios, "scenario", "scenarios"));
    all += "\n";
    if (each.answers) all += to_text(*each.answers);
    if (each.documents) all += to_text(*each.documents, each_section);
  }
  return all;
}

std::string to_json(const std::vector<checked_policy>& of, const diagnostics& found) {
  json all{{"fine", !found.failed()}, {"findings", json::array()}, {"policies", json::array()}};
  for (const finding_of_input& each : found.in_order()) all["findings"].push_back(to_json(each));
  for (const checked_policy& each : of) all["policies"].push_back(to_json(each));
  return all.dump();
}

}  // namespace ambitc
