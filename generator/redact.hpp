// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

namespace ambitc {

/// An error for each confidential source of a policy: its table would be public.
void refuse_confidential(const policy_source& policy, diagnostics& found);

/// A policy without what its confidential sources say, and without anything from which that could
/// be worked out: records that may not be published (see confidential.hpp), public ones that only
/// those use, days that no public source has, the horizon of the whole. All of it follows from
/// what is public and from how much is withheld (`policy_source::withheld`, which a remark tells);
/// the digest is of that alone. What a withheld rule may change is `undetermined`. A policy whose
/// own beginning rests on a confidential source cannot be redacted: an error in `found`.
policy_source redact(policy_source policy, diagnostics& found);

/// What is left of a policy without the records that may not be published, as if there were none:
/// what it does not say in the same way rests on those. Nothing if the policy's own beginning does.
std::optional<policy_source> public_part(policy_source policy);

}  // namespace ambitc
