// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "records.hpp"

#include <set>
#include <string_view>

namespace ambitc {

/// Whether a rule is the same statement without what that key of it refers to: what it replaces and
/// carries out is another's, and that it has further conditions can be said without them.
bool stands_without(std::string_view key_of_rule);

/// Which records of a checked policy may not be published: each confidential source, and each
/// record that refers to one that may not be published, as a rule that cites such a source or is
/// made for such a group; but for references that a rule `stands_without`. Records are told apart
/// by their addresses: the document must outlive this, and stay where it is.
class confidentiality {
 public:
  explicit confidentiality(const document& policy);

  /// Whether a record of the document may not be published.
  template <class Record>
  bool is_withheld(const Record& of) const {
    return withheld_.contains(&of);
  }

  bool none() const { return withheld_.empty(); }
  /// How many records may not be published; and how many of those are rules.
  std::size_t records() const { return withheld_.size(); }
  std::size_t rules() const { return rules_; }

 private:
  template <class Record>
  bool rests_on_withheld(const Record& of) const;
  /// Adds the records that refer to one that was added; whether there were any.
  bool grow();

  const document& policy_;
  std::set<const void*> withheld_;
  std::size_t rules_ = 0;
};

}  // namespace ambitc
