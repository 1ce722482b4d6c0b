// SPDX-License-Identifier: BSL-1.0
#include "mark.hpp"

#include "confidential.hpp"
#include "redact.hpp"
#include "report.hpp"
#include "schema.hpp"

#include <algorithm>

namespace ambitc {

namespace {

/// The advices of a question in a policy that may lack some of them.
std::set<std::size_t> same_advices(const std::set<std::size_t>& advices, const document& of,
                                   const document& in) {
  std::set<std::size_t> same;
  for (const std::size_t advice : advices)
    for (std::size_t at = 0; at < in.advice.size(); ++at)
      if (in.advice.value[at]->id->text == of.advice.value[advice]->id->text) same.insert(at);
  return same;
}

void mark(required<bilingual_record>& text) {
  text.value.en.value.text += " [confidential]";
  text.value.nl.value.text += " [vertrouwelijk]";
}

}  // namespace

std::set<const told*> confidential_findings(const policy_source& policy, const asked& question,
                                            const reply& given) {
  if (confidentiality{policy.document}.none()) return {};
  std::set<std::string> published;
  if (const std::optional<policy_source> rest = public_part(policy)) {
    asked same = question;
    same.assuming = same_advices(question.assuming, policy.document, rest->document);
    for (const told& each : ask(*rest, same).findings) published.insert(to_json(each));
  }
  std::set<const told*> confidential;
  for (const told& each : given.findings)
    if (!published.contains(to_json(each))) confidential.insert(&each);
  return confidential;
}

std::vector<std::string> confidential_records(const document& policy) {
  const confidentiality confidential(policy);
  std::vector<std::string> all;
  for_each_member(policy, [&](std::string_view key, const auto& member) {
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>)
      for (const auto& each : member)
        if (confidential.is_withheld(*each)) all.push_back(cat("[[", key, "]] ", each->id->text));
  });
  return all;
}

policy_source with_marks(policy_source policy) {
  const confidentiality confidential(policy.document);
  const auto mark_in = [&](auto& records, auto member) {
    for (auto& each : records.value)
      if (confidential.is_withheld(*each)) mark(each.value.*member);
  };
  mark_in(policy.document.source, &source_record::title);
  mark_in(policy.document.advice, &advice_record::title);
  mark_in(policy.document.persons, &persons_record::definition);
  mark_in(policy.document.place, &place_record::name);
  mark_in(policy.document.condition, &condition_record::text);
  mark_in(policy.document.rule, &rule_record::title);
  mark_in(policy.document.judgment, &judgment_record::holding);
  mark_in(policy.document.figure, &figure_record::about);
  mark_in(policy.document.remark, &remark_record::text);
  return policy;
}

}  // namespace ambitc
