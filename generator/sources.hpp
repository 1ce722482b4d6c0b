// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace ambitc {

/// One section of a document, and what rests on it.
struct section_use {
  std::string source;                 ///< id
  std::string at;                     ///< the section
  std::vector<std::string> cited_by;  ///< as "[[rule]] id"
  bool says_nothing = false;          ///< listed as saying nothing on any measure
};

/// What a check against the documents covered.
struct source_report {
  std::size_t documents = 0;  ///< opened, and their digest right
  std::size_t unpinned = 0;   ///< sources without a document: nothing of them could be checked
  std::size_t citations = 0;  ///< whose place was found
  std::size_t terms = 0;      ///< that stand there
  std::vector<section_use> sections = {};  ///< of all documents, in their order
};

/// Opens the pinned documents of a policy below `folder`: checks their digests, finds every cited
/// section, and fails for each term that is not there. A section of a Markdown document that
/// nothing cites, and that is not listed as saying nothing, is noted.
source_report check_sources(const policy_source& policy, const std::filesystem::path& folder,
                            diagnostics& found);

}  // namespace ambitc
