// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

namespace ambitc {

/// An error for each confidential source of a policy: its table would be public.
void refuse_confidential(const policy_source& policy, diagnostics& found);

/// A policy without what its confidential sources say. Each rule that cites one becomes a named
/// gap: no area, date or text, so that its measure is `undetermined` wherever no public rule
/// settles it. Judgments, figures and remarks that cite one are left out; a remark counts what is
/// withheld. A policy whose own beginning rests on such a source cannot be redacted: an error in
/// `found`.
policy_source redact(policy_source policy, diagnostics& found);

}  // namespace ambitc
