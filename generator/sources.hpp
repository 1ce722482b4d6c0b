// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

#include <filesystem>

namespace ambitc {

/// What a check against the documents covered.
struct source_report {
  std::size_t documents = 0;  ///< opened, and their digest right
  std::size_t unpinned = 0;   ///< sources without a document: nothing of them could be checked
  std::size_t citations = 0;  ///< whose place was found
  std::size_t terms = 0;      ///< that stand there
};

/// Opens the pinned documents of a policy below `folder`: checks their digests, finds every cited
/// section, and fails for each term that is not there.
source_report check_sources(const policy_source& policy, const std::filesystem::path& folder,
                            diagnostics& found);

}  // namespace ambitc
