// SPDX-License-Identifier: BSL-1.0
#include "diff.hpp"

#include "json.hpp"

#include <algorithm>

namespace ambitc {

namespace {

bool is_end(ambit::date day) {
  return day == ambit::distant_past || day == ambit::distant_future;
}

// ---- JSON

json to_json(const std::optional<outcome>& of) {
  if (!of) return {};
  json all{{"status", ambit::name(of->status)},
           {"rule", of->rule.empty() ? json{} : json(of->rule)}};
  if (of->confidential) all["confidential"] = true;
  return all;
}

json to_json(const difference& of) {
  json regions = json::array(), measures = json::array(), terms = json::array();
  for (const ambit::region each : of.regions) regions.push_back(cat(ambit::to_text(each)));
  for (const ambit::measure each : of.measures) measures.push_back(ambit::name(each));
  for (const changed_term& each : of.terms)
    terms.push_back({{"key", each.key}, {"old", each.before}, {"new", each.after}});
  json all{{"regions", regions},
           {"from", day_or_null(of.days.first)},
           {"until", day_or_null(of.days.last)},
           {"measures", measures}};
  all["persons"] = of.persons.empty() ? json{} : json(of.persons);
  if (!of.place.empty()) all["place"] = of.place;
  all["known"] = {{"from", day_or_null(of.known.first)}, {"until", day_or_null(of.known.last)}};
  all["assuming"] = of.assuming;
  all["old"] = to_json(of.before);
  all["new"] = to_json(of.after);
  all["terms"] = terms;
  return all;
}

json to_json(const std::vector<difference>& all) {
  json list = json::array();
  for (const difference& each : all) list.push_back(to_json(each));
  return list;
}

json to_json(const policy_diff& of) {
  json all{{"policy", of.id}};
  all["only_in"] = of.only_before ? json("old") : of.only_after ? json("new") : json{};
  all["advices_only_in_old"] = of.advices_before;
  all["advices_only_in_new"] = of.advices_after;
  all["horizon"] = json{};
  if (of.horizon_before)
    all["horizon"] = {{"old", day_or_null(*of.horizon_before)},
                      {"new", day_or_null(*of.horizon_after)},
                      {"boxes", to_json(of.at_horizon)}};
  all["boxes"] = to_json(of.differences);
  all["records"] = of.records;
  if (!of.confidential.empty()) all["confidential"] = of.confidential;
  return all;
}

// ---- Text

std::string in_words(const days& of) {
  const auto last = ambit::day_before(of.last);
  if (is_end(of.first)) return is_end(last) ? "on all days" : cat("up to ", ambit::to_text(last));
  if (is_end(last)) return cat("from ", ambit::to_text(of.first), " on");
  if (last == of.first) return cat("on ", ambit::to_text(last));
  return cat("from ", ambit::to_text(of.first), " to ", ambit::to_text(last));
}

std::string in_words(const std::optional<outcome>& of) {
  if (!of) return "nothing said";
  const std::string rule = of->rule.empty() ? "" : cat(" (", of->rule, ")");
  return cat(ambit::name(of->status), rule, of->confidential ? " (confidential)" : "");
}

/// The regions by name; all of the country as such.
std::string regions_in(const difference& of, const policy_diff& in) {
  if (of.regions.size() == in.names.size()) return "Every region";
  std::vector<std::string> all;
  for (const ambit::region each : of.regions) {
    const auto at =
        std::ranges::find(in.names, each, &std::pair<ambit::region, std::string>::first);
    all.push_back(cat(at->second, " (", ambit::to_text(each), ")"));
  }
  return join(all, ", ");
}

std::string measures_in(const difference& of) {
  if (of.measures.size() == ambit::measure_count) return "every measure";
  std::vector<std::string> all;
  for (const ambit::measure each : of.measures) all.push_back(cat(ambit::name(each)));
  return join(all, ", ");
}

std::string assuming_in(const difference& of) {
  if (of.whatever_is_assumed) return "";
  std::vector<std::string> all;
  for (const std::vector<std::string>& set : of.assuming)
    all.push_back(set.empty() ? "nothing" : join(set, " + "));
  return cat(", assuming adopted: ", join(all, "; or "));
}

std::string to_lines(const difference& of, const policy_diff& in, bool with_knowledge) {
  std::string all =
      cat("  ", regions_in(of, in), ", ", in_words(of.days), "\n    ", measures_in(of), ", ",
          of.persons.empty() ? "everyone" : of.persons, of.place.empty() ? "" : ", in ", of.place,
          ": ", in_words(of.before), " -> ", in_words(of.after), "\n");
  for (const changed_term& each : of.terms)
    all += cat("      ", each.key, ": ", each.before.empty() ? "(none)" : each.before, " -> ",
               each.after.empty() ? "(none)" : each.after, "\n");
  if (with_knowledge) all += cat("    as known ", in_words(of.known), assuming_in(of), "\n");
  return all;
}

std::string to_lines(const policy_diff& of) {
  std::string all = cat(of.id, ": ", of.title, "\n");
  if (of.only_before) all += "  The new version has no such policy.\n";
  if (of.only_after) all += "  The old version has no such policy.\n";
  for (const std::string& each : of.advices_before)
    all += cat("  The advice '", each, "' is in the old version only.\n");
  for (const std::string& each : of.advices_after)
    all += cat("  The advice '", each, "' is in the new version only.\n");
  for (const difference& each : of.differences) all += to_lines(each, of, true);
  if (of.horizon_before) {
    all += cat("  The sources vouch up to ", ambit::to_text(*of.horizon_after), " instead of ",
               ambit::to_text(*of.horizon_before), of.at_horizon.empty() ? ".\n" : ":\n");
    for (const difference& each : of.at_horizon) all += to_lines(each, of, false);
  }
  if (!of.answers_differ()) all += "  No answer differs.\n";
  if (!of.records.empty()) all += cat("  Records that differ: ", join(of.records, "; "), "\n");
  if (!of.confidential.empty()) all += cat("  Confidential: ", join(of.confidential, "; "), "\n");
  return all;
}

}  // namespace

std::string to_json(const std::vector<policy_diff>& all) {
  json policies = json::array();
  for (const policy_diff& each : all) policies.push_back(to_json(each));
  return json{{"policies", policies}}.dump() + "\n";
}

std::string to_lines(const std::vector<policy_diff>& all) {
  std::string lines;
  for (const policy_diff& each : all)
    if (each.answers_differ() || !each.records.empty()) lines += to_lines(each);
  return lines.empty() ? "No answer differs.\n" : lines;
}

}  // namespace ambitc
