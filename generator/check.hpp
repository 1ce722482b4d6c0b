// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnostics.hpp"
#include "gazetteer.hpp"

namespace ambitc {

struct policy_source;

/// Checks what the parts of one policy say of each other: references, dates, areas, the graphs of
/// advices and supersessions. Resolves the references, and works out when each thing became known.
void check(policy_source& policy, const gazetteer& known, diagnostics& found);

}  // namespace ambitc
