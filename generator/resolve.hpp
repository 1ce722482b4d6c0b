// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "image.hpp"

namespace ambitc {

/// Works out every answer of a policy whose records are checked, and adds them to its rows: for
/// each edition, consistent set of advices and region, a timeline over all days. Two rules that
/// contradict each other, and a policy too large for a table, are errors.
void resolve(image& into, diagnostics& found);

}  // namespace ambitc
