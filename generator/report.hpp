// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "ask.hpp"

#include <string>

namespace ambitc {

/// A finding as it stands in the JSON of its reply, but for marks of what is confidential.
std::string to_json(const told& finding);

/// A reply as one JSON object, on one line. Each finding, citation and judgment that rests on a
/// confidential source has `"confidential": true`, and so has the reply.
std::string to_json(const policy_source& policy, const asked& question, const reply& given);

/// A reply for a terminal: a line a finding; the measures of which no rule speaks in one line. What
/// is confidential is marked.
std::string to_lines(const policy_source& policy, const asked& question, const reply& given);

}  // namespace ambitc
