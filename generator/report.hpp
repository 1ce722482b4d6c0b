// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "ask.hpp"

#include <string>

namespace ambitc {

/// A reply as one JSON object, on one line.
std::string to_json(const policy_source& policy, const asked& question, const reply& given);

/// A reply for a terminal: a line a finding; the measures of which no rule speaks in one line.
std::string to_lines(const policy_source& policy, const asked& question, const reply& given);

}  // namespace ambitc
