// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "ask.hpp"

#include <set>
#include <string>
#include <vector>

// Marks for who may see what is confidential, and must know what may not be published.

namespace ambitc {

/// The findings of a reply that rest on a confidential source: without the records that may not be
/// published, the rules of the policy do not say the same.
std::set<const told*> confidential_findings(const policy_source& policy, const asked& question,
                                            const reply& given);

/// The records that may not be published, as "[[rule]] id".
std::vector<std::string> confidential_records(const document& policy);

/// A policy whose confidential sources, and the records that rest on them, say so in their texts.
policy_source with_marks(policy_source policy);

}  // namespace ambitc
