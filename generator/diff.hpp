// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "image.hpp"

#include <optional>
#include <string>
#include <vector>

// Two versions of a policy compared by meaning: which answers differ, for which regions, days,
// measures and persons. Exact: every day on which either answer changes is looked at, with all that
// could be known and assumed.

namespace ambitc {

/// What one version says: the status, and the rule that gives it.
struct outcome {
  ambit::status status;
  std::string rule;           ///< id; empty where no rule speaks
  bool confidential = false;  ///< that version says it on the ground of a confidential source

  friend auto operator<=>(const outcome&, const outcome&) = default;
};

/// Something that a rule says beside its status: a key of the source format and its text in both
/// versions.
struct changed_term {
  std::string key;
  std::string before, after;

  friend auto operator<=>(const changed_term&, const changed_term&) = default;
};

/// From `first` on, until the day before `last` (distant_past and distant_future: without end).
struct days {
  ambit::date first, last;

  friend auto operator<=>(const days&, const days&) = default;
};

/// Answers that became another in one way: all combinations of these regions, days, measures, days
/// of knowledge and sets of adopted advices.
struct difference {
  std::vector<ambit::region> regions;
  ambitc::days days;
  std::vector<ambit::measure> measures;
  std::string persons;  ///< id of the group; empty: everyone
  std::string place;    ///< id of the place in or over the regions; empty: all of them
  ambitc::days known;   ///< as known on one of these days
  std::vector<std::vector<std::string>> assuming;  ///< ids of advices; one set or more
  bool whatever_is_assumed = false;                ///< these are all sets
  std::optional<outcome> before, after;  ///< nothing: that version says nothing of the group at all
  std::vector<changed_term> terms;       ///< where both have one status, what differs otherwise
};

/// How two versions of one policy differ.
struct policy_diff {
  std::string id, title;
  bool only_before = false, only_after = false;            ///< the other version has no such policy
  std::vector<std::string> advices_before, advices_after;  ///< that only that version has
  std::optional<ambit::date> horizon_before, horizon_after;  ///< where they differ
  std::vector<difference> differences;
  /// Answers of the days between two horizons, which one of them does not vouch for.
  std::vector<difference> at_horizon;
  /// Records of the file that differ, as "[[rule]] id: keys", whether or not an answer does.
  std::vector<std::string> records;
  std::vector<std::string> confidential;  ///< records that may not be published: "[[rule]] id"
  std::vector<std::pair<ambit::region, std::string>> names;  ///< of all regions

  bool answers_differ() const;
};

/// What to compare.
struct diff_question {
  std::optional<ambit::date> known = {};  ///< only what was known that day; else every edition
  /// Ids of advices that `after` is asked with, and `before` without; else each set with itself.
  std::vector<std::string> adopting = {};
};

/// The differences of one policy in two versions; null where a version does not have it.
policy_diff compare(const image* before, const image* after, const diff_question& question);

/// The differences of policies as one JSON object on one line, and as text for people.
std::string to_json(const std::vector<policy_diff>& all);
std::string to_lines(const std::vector<policy_diff>& all);

}  // namespace ambitc
