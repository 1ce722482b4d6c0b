// SPDX-License-Identifier: BSL-1.0
#include "report.hpp"

#include "confidential.hpp"
#include "json.hpp"
#include "mark.hpp"

namespace ambitc {

namespace {

std::string text(ambit::date day) {
  return cat(ambit::to_text(day));
}
std::string text(ambit::region code) {
  return cat(ambit::to_text(code));
}

template <class Record>
json names(const list<reference<Record>>& of) {
  json all = json::array();
  for (const auto& each : of) all.push_back(each->text);
  return all;
}

/// What a rule says beside its status.
void add_rule(json& finding, const rule_record& rule) {
  if (rule.scale.given) finding["scale"] = rule.scale->text;
  if (rule.legal_basis.given) finding["legal_basis"] = rule.legal_basis->text;
  if (rule.alternatives.given) {
    json regions = json::array();
    for (const auto& region : rule.alternatives->regions) regions.push_back(text(*region));
    finding["alternatives"] = {{"regions", regions},
                               {"places", names(rule.alternatives->places)},
                               {"closure", ambit::name(*rule.alternatives->closure)}};
  }
  if (rule.presumption.given) finding["presumption"] = ambit::name(*rule.presumption);
  if (rule.fear.given) finding["fear"] = ambit::name(*rule.fear);
  if (rule.test.given) finding["test"] = ambit::name(*rule.test);
  if (!rule.residence.empty()) {
    finding["residence"] = json::array();
    for (const auto& tie : rule.residence) finding["residence"].push_back(ambit::name(*tie));
  }
  finding["conditions"] = names(rule.conditions);
  if (!rule.unless.empty()) finding["unless"] = names(rule.unless);
  finding["conditions_complete"] = !rule.conditions_complete.given || *rule.conditions_complete;
}

json places(const std::vector<const citation_record*>& citations) {
  json all = json::array();
  for (const citation_record* cite : citations)
    all.push_back({{"source", cite->source->text}, {"at", cite->at->text}});
  return all;
}

json json_of(const told& each) {
  json finding{{"measure", ambit::name(each.measure)}, {"status", ambit::name(each.status)}};
  finding["rule"] = each.rule ? json(each.rule->id->text) : json{};
  finding["persons"] = each.persons ? json(each.persons->id->text) : json{};
  if (each.place) finding["place"] = each.place->id->text;
  if (each.rule && each.rule->level.given) finding["level"] = each.rule->level->text;
  finding["citations"] = places(each.citations);
  finding["ground"] = ambit::name(each.ground);
  if (each.uncertain != ambit::event::none)
    finding["bounds"] = {{"event", ambit::name(each.uncertain)},
                         {"after", day_or_null(each.after)},
                         {"by", day_or_null(each.by)}};
  if (each.instead) finding["instead"] = each.instead->id->text;
  if (each.status == ambit::status::ended) finding["ending"] = ambit::name(each.ending);
  if (each.rule) add_rule(finding, *each.rule);
  return finding;
}

bool is_confidential(const citation_record& cite, const document& policy) {
  return *policy.source.value[cite.source->index]->confidential;
}

/// Marks a finding, and its citations, that rest on a confidential source.
json marked(json finding, const told& each, const document& policy) {
  finding["confidential"] = true;
  for (std::size_t at = 0; at < each.citations.size(); ++at)
    if (is_confidential(*each.citations[at], policy))
      finding["citations"][at]["confidential"] = true;
  return finding;
}

json to_json(const judgment_record& judgment, const document& policy, ambit::date known) {
  json all{{"court", judgment.court->text},         {"case_number", judgment.case_number->text},
           {"given", text(*judgment.given)},        {"measure", ambit::name(*judgment.measure)},
           {"holding", judgment.holding->en->text}, {"citations", json::array()}};
  if (judgment.ecli.given) all["ecli"] = judgment.ecli->text;
  for (const auto& cite : judgment.cite)
    if (*policy.source.value[cite->source->index]->published <= known) {
      all["citations"].push_back({{"source", cite->source->text}, {"at", cite->at->text}});
      if (is_confidential(*cite, policy)) all["citations"].back()["confidential"] = true;
    }
  return all;
}

std::string in_brackets(const told& each, const document& policy) {
  std::vector<std::string> all;
  for (const citation_record* cite : each.citations)
    all.push_back(cat(cite->source->text, is_confidential(*cite, policy) ? " (confidential)" : "",
                      ": ", cite->at->text));
  return all.empty() ? "" : cat("  [", join(all, "; "), "]");
}

/// What a rule says beside its status, in short.
std::string with_rule(const rule_record& rule) {
  std::string all;
  for (const auto& region : rule.alternatives->regions) all += cat(", alternative ", text(*region));
  for (const auto& place : rule.alternatives->places) all += cat(", alternative ", place->text);
  if (!rule.unless.empty()) all += ", with exceptions";
  if (!rule.conditions.empty()) all += ", under conditions";
  if (rule.conditions_complete.given && !*rule.conditions_complete)
    all += ", under conditions that are not all known";
  return all;
}

std::string padded(std::string_view word, std::size_t width) {
  std::string all{word};
  all.resize(std::max(width, all.size()), ' ');
  return all;
}

}  // namespace

std::string to_json(const told& finding) {
  return json_of(finding).dump();
}

std::string to_json(const policy_source& policy, const asked& question, const reply& given) {
  const std::set<const told*> secret = confidential_findings(policy, question, given);
  const confidentiality confidential(policy.document);
  json all{{"policy", policy.id()}, {"region", text(question.region)}, {"on", text(question.on)}};
  all["known"] = day_or_null(question.known);
  all["assuming"] = json::array();
  for (const std::size_t advice : question.assuming)
    all["assuming"].push_back(policy.document.advice.value[advice]->id->text);
  if (question.assume_unchanged) all["assume_unchanged"] = true;
  all["findings"] = json::array();
  for (const told& each : given.findings)
    all["findings"].push_back(secret.contains(&each) ? marked(json_of(each), each, policy.document)
                                                     : json_of(each));
  all["judgments"] = json::array();
  bool any = !secret.empty();
  for (const judgment_record* judgment : given.judgments) {
    all["judgments"].push_back(to_json(*judgment, policy.document, question.known));
    if (!confidential.is_withheld(*judgment)) continue;
    all["judgments"].back()["confidential"] = any = true;
  }
  if (any) all["confidential"] = true;
  return all.dump();
}

std::string to_lines(const policy_source& policy, const asked& question, const reply& given) {
  const std::set<const told*> secret = confidential_findings(policy, question, given);
  const confidentiality confidential(policy.document);
  const auto mark = [](bool is) { return is ? "  (confidential)" : ""; };
  std::string all = cat(policy.id(), ", ", text(question.region), ", on ", text(question.on));
  all += question.known == ambit::distant_future ? ", with everything known"
                                                 : cat(", as known on ", text(question.known));
  std::string_view before = ", assuming ";
  for (const std::size_t advice : question.assuming) {
    all += cat(before, policy.document.advice.value[advice]->id->text);
    before = ", ";
  }
  all += question.assume_unchanged ? ", assuming nothing changed since\n" : "\n";
  const told* unspoken = nullptr;
  for (const told& each : given.findings) {
    if (!each.rule && each.ground != ambit::ground::withheld) {
      unspoken = &each;
      continue;
    }
    all += cat("  ", padded(ambit::name(each.measure), 24), padded(ambit::name(each.status), 15),
               each.rule ? cat(each.rule->id->text, " ") : "", "(", ambit::name(each.ground), ")");
    if (each.persons) all += cat(", for ", each.persons->id->text);
    if (each.place) all += cat(", in ", each.place->id->text);
    if (each.rule) all += with_rule(*each.rule);
    if (each.uncertain != ambit::event::none)
      all += cat(", ", ambit::name(each.uncertain), " after ", text(each.after), " and by ",
                 text(each.by));
    all += cat(in_brackets(each, policy.document), mark(secret.contains(&each)), "\n");
  }
  if (unspoken) {
    all += cat("  ", padded("all other measures", 24), padded(ambit::name(unspoken->status), 15),
               "(", ambit::name(unspoken->ground), ")", in_brackets(*unspoken, policy.document),
               mark(secret.contains(unspoken)), "\n");
  }
  for (const judgment_record* judgment : given.judgments)
    all += cat("  judgment: ", judgment->court->text, ", ", text(*judgment->given), ", ",
               judgment->case_number->text, ": ", judgment->holding->en->text,
               mark(confidential.is_withheld(*judgment)), "\n");
  return all;
}

}  // namespace ambitc
