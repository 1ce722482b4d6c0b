// SPDX-License-Identifier: BSL-1.0
#include "redact.hpp"

#include "confidential.hpp"
#include "schema.hpp"
#include "text.hpp"

#include <algorithm>
#include <set>

namespace ambitc {

namespace {

using ambit::date;

/// Whether records of a kind say something by themselves. The others are there for those that refer
/// to them: a group to which no public rule refers would tell of one that is withheld.
template <class Record>
constexpr bool speaks_by_itself = false;
template <>
constexpr bool speaks_by_itself<policy_record> = true;
template <>
constexpr bool speaks_by_itself<absence_record> = true;
template <>
constexpr bool speaks_by_itself<rule_record> = true;
template <>
constexpr bool speaks_by_itself<alias_record> = true;
template <>
constexpr bool speaks_by_itself<judgment_record> = true;
template <>
constexpr bool speaks_by_itself<figure_record> = true;
template <>
constexpr bool speaks_by_itself<remark_record> = true;

class redaction {
 public:
  explicit redaction(document& policy) : policy_(policy) {}

  withheld_part run() {
    withheld_part withheld;
    {
      const confidentiality confidential(policy_);
      withheld.rules = confidential.rules();
      withheld.others = confidential.records() - confidential.rules();
    }
    if (withheld.rules > 0) withheld.measures = may_be_changed();
    leave_public();
    for (auto& rule : policy_.rule.value)
      if (rule->last_seen.given) may_have_ended(rule.value);
    settle_horizon();
    add_remark(withheld);
    return withheld;
  }

  /// Leaves what is public, with days that are.
  void leave_public() {
    const confidentiality confidential(policy_);
    for (const auto& source : policy_.source)
      if (!confidential.is_withheld(*source)) add_days(*source, public_days_);
    for (auto& rule : policy_.rule.value) forget_withheld(rule.value, confidential);
    choose_records(confidential);
    remove_records();
    widen_changes();
  }

 private:
  std::vector<ambit::measure> may_be_changed() const {
    std::vector<ambit::measure> all;
    for (std::size_t i = 0; i < ambit::measure_count; ++i) {
      const auto each = static_cast<ambit::measure>(i);
      const auto& declared = policy_.policy->may_be_withheld;
      if (!declared.given ||
          std::ranges::any_of(declared, [each](const auto& measure) { return *measure == each; }))
        all.push_back(each);
    }
    return all;
  }

  static void add_days(const source_record& source, std::set<date>& days) {
    days.insert(*source.published);
    for (const auto& day : source.seen) days.insert(*day);
  }

  // ---- Which records stay

  /// Leaves out of a rule what it stands without; that it has further conditions stays known.
  void forget_withheld(rule_record& rule, const confidentiality& confidential) {
    const auto is_withheld = [&](const auto& to) {
      const auto* target = target_of(policy_, to);
      return target && confidential.is_withheld(*target);
    };
    for_each_member(rule, [&](std::string_view key, auto& member) {
      if (!stands_without(key)) return;
      if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) {
        if constexpr (is_reference<std::remove_cvref_t<decltype(member.value.front().value)>>)
          if (std::erase_if(member.value, is_withheld) > 0 && key != "supersedes") {
            rule.conditions_complete.given = true;
            rule.conditions_complete.value = false;
          }
      } else if constexpr (is_reference<std::remove_cvref_t<decltype(member.value)>>) {
        if (is_withheld(member)) member = {};
      }
    });
  }

  /// Keeps what is public and speaks by itself, and all to which that refers.
  void choose_records(const confidentiality& confidential) {
    for_each_member(policy_, [&](std::string_view, const auto& member) {
      const auto keep_speaking = [&](const auto& each) {
        if constexpr (speaks_by_itself<std::remove_cvref_t<decltype(*each)>>)
          if (!confidential.is_withheld(*each)) keep(*each);
      };
      if constexpr (is_list<std::remove_cvref_t<decltype(member)>>)
        for (const auto& entry : member) keep_speaking(entry);
      else
        keep_speaking(member);
    });
  }

  template <class Record>
  void keep(const Record& of) {
    if (!kept_.insert(&of).second) return;
    for_each_value(of, [&](std::string_view, const auto& value) {
      if constexpr (is_reference<std::remove_cvref_t<decltype(value.value)>>)
        if (const auto* target = target_of(policy_, value)) keep(*target);
    });
  }

  void remove_records() {
    for_each_member(policy_, [&](std::string_view, auto& member) {
      if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) renumber(member.value);
    });
    for_each_member(policy_, [&](std::string_view, auto& member) {
      if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) {
        auto all = std::exchange(member.value, {});
        for (auto& each : all)
          if (kept_.contains(&*each)) member.value.push_back(each);
      }
    });
  }

  /// Lets references to these records have their positions among those that are kept.
  template <class Record>
  void renumber(const std::vector<field<Record>>& records) {
    std::vector<std::size_t> now;
    std::size_t next = 0;
    for (const auto& each : records) now.push_back(kept_.contains(&*each) ? next++ : none);
    const auto move = [&now](std::size_t& index) {
      if (index < now.size()) index = now[index];
    };
    for_each_value(policy_, [&](std::string_view, auto& value) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value.value)>, reference<Record>>)
        move(value.value.index);
    });
    if constexpr (std::is_same_v<Record, source_record>)
      for_each_record<change_value>(policy_, [&](auto& change) { move(change.value.proof); });
    if constexpr (std::is_same_v<Record, place_record>)
      for (auto& rule : policy_.rule.value)
        for (std::size_t& place : rule.value.area.value.in_part) move(place);
  }

  // ---- Days

  /// A bound is the day of a source. One that no public source has is left out; or, as the day on
  /// which a change had happened, it is that of the source that proves the change.
  void widen_changes() {
    for_each_record<change_value>(policy_, [&](auto& change) {
      change_value& of = change.value;
      if (of.after.given && !public_days_.contains(*of.after)) of.after = {};
      if (of.by.given && !public_days_.contains(*of.by) && of.proof < policy_.source.size())
        of.by.value = *policy_.source.value[of.proof]->published;
    });
    for (auto& rule : policy_.rule.value)
      if (rule->last_seen.given && rule->until.given && rule->until->proof == none)
        may_have_ended(rule.value);  // as the confidential source told that proved it
  }

  /// A confidential source may be the one that no longer shows a rule, or the last that does: it
  /// may have ended as soon as it is known, and at any time but those when a public one shows it.
  void may_have_ended(rule_record& rule) const {
    if (!public_days_.contains(*rule.last_seen)) rule.last_seen = {};
    const auto first = std::ranges::min_element(rule.cite, {}, [&](const auto& cite) {
      return *target_of(policy_, cite->source)->published;
    });
    rule.until.given = true;
    rule.until.value =
        change_value::after_if_at_all(rule.last_seen.given ? *rule.last_seen : ambit::distant_past,
                                      rule.known, (*first)->source->index);
  }

  /// The horizon may be the day of a confidential source, and must not lie before one: only the
  /// days of public sources say nothing of those.
  void settle_horizon() {
    std::set<date> days;
    for (const auto& source : policy_.source) add_days(*source, days);
    policy_.policy.value.horizon.value = *days.rbegin();
  }

  // ---- The gap

  static std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return cat(std::to_string(number), " ", number == 1 ? one : many);
  }

  void add_remark(const withheld_part& withheld) {
    std::string en = cat(
                    "Withheld here, as not public: ", counted(withheld.rules, "rule", "rules"),
                    " and ",
                    counted(withheld.others, "other record or source", "other records and sources"),
                    "."),
                nl = cat("Hier weggelaten, want niet openbaar: ",
                         counted(withheld.rules, "regel", "regels"), " en ",
                         counted(withheld.others, "ander gegeven of andere bron",
                                 "andere gegevens en bronnen"),
                         ".");
    if (withheld.rules > 0) {
      std::string measures;
      if (policy_.policy->may_be_withheld.given)
        for (const ambit::measure each : withheld.measures)
          measures += cat(measures.empty() ? ": " : ", ", ambit::name(each));
      en += cat(" They may change every answer", measures.empty() ? "" : " on", measures, ".");
      nl +=
          cat(" Ze kunnen elk antwoord veranderen", measures.empty() ? "" : " over", measures, ".");
    }
    field<remark_record> counted_gap;
    counted_gap.given = true;
    counted_gap.at = policy_.policy.at;
    remark_record& remark = counted_gap.value;
    remark.id.given = remark.kind.given = remark.text.given = true;
    remark.id.value.text = free_id();
    remark.kind.value = ambit::remark_kind::withheld;
    remark.text.value.en.given = remark.text.value.nl.given = true;
    remark.text.value.en.value.text = en;
    remark.text.value.nl.value.text = nl;
    policy_.remark.value.push_back(counted_gap);
  }

  /// `withheld`, or if a remark is called so, with a number.
  std::string free_id() const {
    const auto is_taken = [&](const std::string& id) {
      return std::ranges::any_of(policy_.remark,
                                 [&](const auto& each) { return each->id->text == id; });
    };
    std::string id = "withheld";
    for (std::size_t number = 2; is_taken(id); ++number)
      id = cat("withheld-", std::to_string(number));
    return id;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  document& policy_;
  std::set<const void*> kept_;
  std::set<date> public_days_;
};

/// All that a record says, so that no two say the same in different ways or different things alike:
/// each value with its key and its length.
template <class Record>
std::string canonical(const Record& of) {
  std::string all;
  for_each_member(of, [&](std::string_view key, const auto& member) {
    const auto add = [&](const auto& value) {
      std::string text;
      if constexpr (record<std::remove_cvref_t<decltype(*value)>>)
        text = canonical(*value);
      else
        text = as_written(*value);
      all += cat(key, " ", std::to_string(text.size()), " ", text, "\n");
    };
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) {
      for (const auto& entry : member) add(entry);
    } else if (member.given) {
      add(member);
    }
  });
  return all;
}

/// That the policy itself, which stays, refers to nothing that does not.
bool begins_in_public(const document& policy, diagnostics& found) {
  const std::size_t before = found.errors();
  const confidentiality confidential(policy);
  const auto require_public = [&](const auto& record) {
    for_each_value(record, [&](std::string_view, const auto& value) {
      if constexpr (is_reference<std::remove_cvref_t<decltype(value.value)>>)
        if (const auto* target = target_of(policy, value);
            target && confidential.is_withheld(*target))
          found.error(value.at,
                      "the beginning of a policy, or its absence, cannot rest on a confidential "
                      "source in a public table; cite a public one",
                      "confidential-source");
    });
  };
  require_public(*policy.policy);
  require_public(*policy.absence);
  return found.errors() == before;
}

}  // namespace

void refuse_confidential(const policy_source& policy, diagnostics& found) {
  for (const auto& source : policy.document.source)
    if (*source->confidential)
      found.error(
          source->confidential.at,
          cat("'", source->id->text, "' is confidential, and what is baked is public; write ",
              "--redact, or remove what it says"),
          "confidential-source");
}

policy_source redact(policy_source policy, diagnostics& found) {
  if (confidentiality{policy.document}.none() || !begins_in_public(policy.document, found))
    return policy;
  policy.withheld = redaction{policy.document}.run();
  policy.digest = digest_of(canonical(policy.document), policy.regions);
  return policy;
}

std::optional<policy_source> public_part(policy_source policy) {
  diagnostics ignored;
  if (!begins_in_public(policy.document, ignored)) return std::nullopt;
  redaction{policy.document}.leave_public();
  return policy;
}

}  // namespace ambitc
