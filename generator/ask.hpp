// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

// Direct evaluation of a policy's rules for one region on one day: the reference that the baked
// lookup is compared with. It is written from the meaning of the words, without timelines, and
// shares nothing with resolve.hpp but the records.

namespace ambitc {

/// A question about a policy, as the command line asks it.
struct asked {
  ambit::region region;
  ambit::date on;
  ambit::date known = ambit::distant_future;
  std::set<std::size_t> assuming = {};  ///< positions of advices, with all that they require
  bool assume_unchanged = false;
};

/// What the rules say on one measure for everyone, or for a group.
struct told {
  ambit::measure measure;
  ambit::status status;
  ambit::ground ground;
  const rule_record* rule = nullptr;
  const persons_record* persons = nullptr;
  const place_record* place = nullptr;   ///< in or over the region, where it is about that place
  const rule_record* instead = nullptr;  ///< says the same, and may have taken the rule's place
  ambit::ending ending = ambit::ending::unstated;  ///< of what is `ended`
  ambit::event uncertain = ambit::event::none;
  ambit::date after = ambit::distant_future;  ///< the bounds of the uncertain change
  ambit::date by = ambit::distant_future;
  std::vector<const citation_record*> citations = {};  ///< as far as known
};

struct reply {
  std::vector<told> findings;  ///< in the order of measures, the general population before groups
  std::vector<const judgment_record*> judgments;
};

/// The answer of the rules themselves.
reply ask(const policy_source& policy, const asked& question);

/// The advices of those ids. Nothing, and a sentence in `wrong`, if one is unknown or lacks another
/// that it requires.
std::optional<std::set<std::size_t>> advices_of(const policy_source& policy,
                                                const std::vector<std::string>& ids,
                                                std::string& wrong);

}  // namespace ambitc
