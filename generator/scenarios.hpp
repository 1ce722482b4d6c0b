// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "image.hpp"

#include <filesystem>
#include <string>

// Questions with the answers that an author expects, in a file beside the policy: nl/ml.toml has
// nl/ml.scenarios.toml. They are asked of the rules and of the table.

namespace ambitc {

/// Asks every scenario of a policy below `folder`. How many there are; what they contradict is in
/// `found`, with the lines of the scenario and of the rule. `answers`: the policy with all its
/// answers; null where they could not be worked out: then the file is only read. `shown`: the
/// folder in messages.
std::size_t check_scenarios(const policy_source& policy, const image* answers,
                            const std::filesystem::path& folder, const std::string& shown,
                            diagnostics& found);

}  // namespace ambitc
