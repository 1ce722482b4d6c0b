// SPDX-License-Identifier: BSL-1.0
#include "scenarios.hpp"

#include "lookup.hpp"
#include "read.hpp"
#include "text.hpp"

#include <algorithm>
#include <system_error>

namespace ambitc {

namespace {

namespace fs = std::filesystem;

class scenario_check {
 public:
  scenario_check(const image& policy, diagnostics& found)
      : image_(policy), policy_(*policy.policy), found_(found) {}

  void check(const scenario_record& scenario) {
    asked question{.region = *scenario.region, .on = *scenario.on};
    if (scenario.known.given) question.known = *scenario.known;
    question.assume_unchanged = *scenario.assume_unchanged;
    std::vector<std::string> ids;
    for (const auto& id : scenario.assuming) ids.push_back(id->text);
    std::string wrong;
    const auto assumed = advices_of(policy_, ids, wrong);
    if (!assumed) return contradicts(scenario.assuming.at, wrong);
    question.assuming = *assumed;
    if (!names_record(policy_.document.persons, scenario.persons, "persons") ||
        !names_record(policy_.document.place, scenario.place, "place"))
      return;
    const reply told = ask(policy_, question);
    const auto same_id = [](const auto* record, const optional<identifier>& id) {
      return record ? id.given && record->id->text == id->text : !id.given;
    };
    const auto found = std::ranges::find_if(told.findings, [&](const ambitc::told& each) {
      return each.measure == *scenario.measure && same_id(each.persons, scenario.persons) &&
             same_id(each.place, scenario.place);
    });
    if (found == told.findings.end())
      return contradicts(
          scenario.status.at,
          "no rule speaks of this group or place here; ask about everyone, or the region");
    compare(scenario, *found, question);
  }

 private:
  void contradicts(const place& at, const std::string& sentence) {
    found_.error(at, sentence, "scenario");
  }

  template <class Record>
  bool names_record(const list<Record>& records, const optional<identifier>& id,
                    std::string_view key) {
    if (!id.given) return true;
    std::vector<std::string> ids;
    for (const auto& each : records) ids.push_back(each->id->text);
    if (std::ranges::find(ids, id->text) != ids.end()) return true;
    contradicts(id.at, cat("the policy has no [[", key, "]] '", id->text, "'; it has: ",
                           ids.empty() ? "none" : some_of(ids), did_you_mean(id->text, ids)));
    return false;
  }

  void compare(const scenario_record& scenario, const told& found, const asked& question) {
    const std::string rule = found.rule ? found.rule->id->text : "";
    const std::string by =
        found.rule ? cat(" by '", rule, "' at ", to_text(found.rule->id.at)) : "";
    if (found.status != *scenario.status)
      contradicts(scenario.status.at,
                  cat("this says ", ambit::name(*scenario.status), ", and the policy says ",
                      ambit::name(found.status), " (", ambit::name(found.ground), ")", by,
                      "; one of them is wrong"));
    else if (scenario.rule.given && scenario.rule->text != rule)
      contradicts(scenario.rule.at,
                  cat("this names the rule '", scenario.rule->text, "', and the policy answers",
                      by.empty() ? " without a rule" : by, "; one of them is wrong"));
    ask_table(scenario, found, question);
  }

  /// The table must say what the rules say; that it does not is a defect of this program.
  void ask_table(const scenario_record& scenario, const told& expected, const asked& question) {
    const auto answer = look_up(image_, question);
    for (const ambit::finding each : answer.findings())
      if (each.measure == expected.measure &&
          each.persons == (expected.persons ? expected.persons->id->text : "") &&
          each.place == (expected.place ? expected.place->id->text : "") &&
          each.status == expected.status)
        return;
    contradicts(scenario.status.at,
                "the table does not say what the rules say here; report this defect");
  }

  const image& image_;
  const policy_source& policy_;
  diagnostics& found_;
};

}  // namespace

std::size_t check_scenarios(const policy_source& policy, const image* answers,
                            const fs::path& folder, const std::string& shown, diagnostics& found) {
  fs::path file{policy.file};
  file.replace_extension();
  file += scenarios_ending;
  std::error_code none;
  if (!fs::exists(folder / file, none)) return 0;
  const std::string name =
      shown.empty() ? file.generic_string() : cat(shown, "/", file.generic_string());
  std::string reason;
  const std::optional<std::string> toml = read_text(folder / file, reason, largest_source);
  if (!toml) {
    found.error({name}, reason, "unreadable-file");
    return 0;
  }
  const std::size_t errors = found.errors();
  const scenarios read = read_scenarios(*toml, name, found);
  if (found.errors() > errors || !answers) return 0;
  scenario_check check(*answers, found);
  for (const auto& each : read.scenario) check.check(*each);
  return read.scenario.size();
}

}  // namespace ambitc
