// SPDX-License-Identifier: BSL-1.0
#include "redact.hpp"

#include "text.hpp"

#include <algorithm>

namespace ambitc {

namespace {

bool is_confidential(const source_record& source) {
  return *source.confidential;
}

class redaction {
 public:
  redaction(document& policy, diagnostics& found) : policy_(policy), found_(found) {
    for (const auto& source : policy.source) {
      confidential_.push_back(is_confidential(*source));
      if (!confidential_.back()) earliest_ = std::min(earliest_, *source->published);
    }
  }

  void run() {
    require_public(policy_.policy->cite);
    require_public(policy_.absence->cite);
    for (auto& rule : policy_.rule.value)
      if (cites_confidential(rule->cite)) withhold(rule.value);
    for (auto& advice : policy_.advice.value)
      if (confidential_[advice->source->index] || cites_confidential(advice->cite)) {
        rename(advice.value.id, "advice");
        advice.value.title.value = words("withheld advice", "niet-openbaar advies");
        advice.value.cite.value = gap(advice->cite);
        advice.value.given.value = since_ever(
            confidential_[advice->source->index] ? advice->source->index : proof_of(advice->cite));
      }
    withhold_words(policy_.place, "place", &place_record::name, [](place_record& place) {
      place.relation.value = ambit::relation::unknown;
      place.regions.value.clear();
      place.decision.given = false;
    });
    withhold_words(policy_.persons, "group", &persons_record::definition,
                   [](persons_record& group) { group.fear.value = ambit::fear_scope::any; });
    withhold_words(
        policy_.condition, "condition", &condition_record::text,
        [](condition_record& condition) { condition.about.value = ambit::subject::circumstances; });
    remove(policy_.alias);
    remove(policy_.judgment);
    remove(policy_.figure);
    remove(policy_.remark);
    for (auto& source : policy_.source.value)
      if (is_confidential(*source)) withhold(source.value);
    add_remark();
  }

 private:
  template <std::size_t Least>
  bool cites_confidential(const list<citation_record, Least>& cites) const {
    return std::ranges::any_of(
        cites, [&](const auto& cite) { return confidential_[cite->source->index]; });
  }

  void require_public(const list<citation_record, 1>& cites) {
    for (const auto& cite : cites)
      if (confidential_[cite->source->index])
        found_.error(cite->source.at,
                     "the beginning of a policy, or its absence, cannot rest on a confidential "
                     "source in a public table; cite a public one",
                     "confidential-source");
  }

  static bilingual_record words(const std::string& en, const std::string& nl) {
    bilingual_record both;
    both.en.value.text = en;
    both.nl.value.text = nl;
    return both;
  }

  void rename(required<identifier>& id, const std::string& kind) {
    id.value.text = cat("withheld-", kind, "-", std::to_string(++withheld_));
  }

  /// The first confidential citation, without its place and terms.
  std::vector<field<citation_record>> gap(const list<citation_record, 1>& cites) const {
    for (const auto& cite : cites)
      if (confidential_[cite->source->index]) {
        field<citation_record> left = cite;
        left.value.at.value.text = "withheld";
        left.value.terms.value.clear();
        return {left};
      }
    return cites.value;
  }

  /// The position of the first confidential source among them.
  std::size_t proof_of(const list<citation_record, 1>& cites) const {
    return gap(cites).front()->source->index;
  }

  /// A change without its day: it has happened since anything was known.
  change_value since_ever(std::size_t proof) const {
    change_value change;
    change.on.given = true;
    change.on.value = change.known = earliest_;
    change.proof = proof;
    return change;
  }

  void withhold(rule_record& rule) {
    rule_record left;
    left.id = rule.id;
    rename(left.id, "rule");
    left.title.value = words("withheld rule", "niet-openbare regel");
    left.measure = rule.measure;
    left.effect.value = ambit::effect::designates;
    left.area.given = left.area.value.closure.given = true;
    left.area.value.closure.value = ambit::closure::unsettled;
    left.conditions_complete.given = true;  // and false: what it requires is not known here
    left.in_force.given = true;
    left.in_force.value = since_ever(proof_of(rule.cite));
    left.known = earliest_;
    left.cite.value = gap(rule.cite);
    // What it replaced may have ended, and nobody may be told when.
    for (const auto& to : rule.supersedes) {
      rule_record& earlier = policy_.rule.value[to->index].value;
      earlier.until.given = true;
      earlier.until.value = change_value::after_if_at_all(
          earlier.in_force.given ? earlier.in_force->first_since() : earliest_, earliest_,
          left.in_force->proof);
    }
    rule = left;
  }

  /// Withholds the words of records, and what else tells of them: `forget(record)`.
  template <class Record, class Forget>
  void withhold_words(list<Record>& records, const std::string& kind,
                      required<bilingual_record> Record::*member, Forget forget) {
    for (auto& each : records.value)
      if (cites_confidential(each->cite)) {
        rename(each.value.id, kind);
        (each.value.*member).value = words("withheld", "niet openbaar");
        forget(each.value);
        each.value.cite.value = gap(each->cite);
      }
  }

  template <class Record>
  void remove(list<Record>& records) {
    withheld_ += std::erase_if(records.value,
                               [&](const auto& each) { return cites_confidential(each->cite); });
  }

  void withhold(source_record& source) {
    source_record left;
    left.id = source.id;
    rename(left.id, "source");
    left.kind.value = ambit::source_kind::report;
    left.published.value = earliest_;
    left.language = source.language;
    left.reference.value.text = "withheld";
    left.title.value = words("withheld source", "niet-openbare bron");
    source = left;
  }

  void add_remark() {
    field<remark_record> counted;
    counted.at = policy_.policy.at;
    counted.value.id.value.text = "withheld";
    counted.value.kind.value = ambit::remark_kind::withheld;
    const std::string number = std::to_string(withheld_);
    counted.value.text.value =
        words(cat("Withheld here, as not public: ", number, " of the records and sources."),
              cat("Hier weggelaten, want niet openbaar: ", number, " van de gegevens en bronnen."));
    policy_.remark.value.push_back(counted);
  }

  document& policy_;
  diagnostics& found_;
  std::vector<bool> confidential_;
  ambit::date earliest_ = ambit::distant_future;
  std::size_t withheld_ = 0;
};

}  // namespace

void refuse_confidential(const policy_source& policy, diagnostics& found) {
  for (const auto& source : policy.document.source)
    if (is_confidential(*source))
      found.error(source->confidential.at,
                  cat("'", source->id->text, "' is confidential, and a table is public; bake with ",
                      "--redact, or remove what it says"),
                  "confidential-source");
}

policy_source redact(policy_source policy, diagnostics& found) {
  if (std::ranges::any_of(policy.document.source,
                          [](const auto& source) { return is_confidential(*source); }))
    redaction{policy.document, found}.run();
  return policy;
}

}  // namespace ambitc
