// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "certificate.hpp"
#include "sources.hpp"

#include <optional>
#include <string>
#include <vector>

// What `ambitc check` found out, as lines and as JSON.

namespace ambitc {

/// What was checked of one policy.
struct checked_policy {
  std::string id, file;
  std::size_t rules = 0, advices = 0, sources = 0;
  std::size_t scenarios = 0;
  std::optional<source_report> documents = {};  ///< with --sources
  std::optional<certificate> answers = {};      ///< where they could be worked out
};

/// Lines for people. `each_section`: with what rests on each section of the documents.
std::string to_lines(const std::vector<checked_policy>& of, bool each_section);

/// One JSON object, with everything that was found; policy-src/README.md has its fields.
std::string to_json(const std::vector<checked_policy>& of, const diagnostics& found);

}  // namespace ambitc
