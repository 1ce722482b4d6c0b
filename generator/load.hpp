// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "gazetteer.hpp"
#include "records.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ambitc {

/// What ends the name of a file of scenarios, which lies beside its policy (see scenarios.hpp).
inline constexpr std::string_view scenarios_ending = ".scenarios.toml";

/// What a redacted policy does not show.
struct withheld_part {
  std::size_t rules = 0;                 ///< rules that are withheld
  std::size_t others = 0;                ///< and other records, sources included
  std::vector<ambit::measure> measures;  ///< of which those rules may speak
};

/// One policy as it was written, with the regions of its country.
struct policy_source {
  std::string file;    ///< relative to the folder of policies, with '/'
  std::string digest;  ///< SHA-256 of the file and of the gazetteer's rows for the country
  ambitc::document document;
  std::vector<subdivision> regions;
  bool failed = false;  ///< something is wrong with it: it must not be used further
  std::optional<withheld_part> withheld;  ///< of a policy that was redacted

  const std::string& id() const { return document.policy->id->text; }
};

/// The policies of a folder, in the order of their paths, and the gazetteer that they go by.
struct policy_folder {
  std::filesystem::path folder;
  std::vector<policy_source> policies;
  std::filesystem::path gazetteer_folder;
  ambitc::gazetteer gazetteer;
};

/// The digest of a policy that says `text` of those regions.
std::string digest_of(std::string_view text, const std::vector<subdivision>& regions);

/// Reads and checks all policies (*.toml) of a folder. Everything wrong is in `found`, and what
/// looks like a policy and is not read is noted: hidden files, copies of an editor, links to
/// folders. `gazetteer_folder`: that of the gazetteer; left out, that of gazetteer_of.
policy_folder load(const std::filesystem::path& folder,
                   const std::optional<std::filesystem::path>& gazetteer_folder,
                   diagnostics& found);

/// The same of one policy, by its file or the file of its scenarios. Its folder is the nearest
/// above it that holds a `gazetteer`.
policy_folder load_one(const std::filesystem::path& file,
                       const std::optional<std::filesystem::path>& gazetteer_folder,
                       diagnostics& found);

/// A policy from its text. `file`: its name below the folder of policies; `shown`: in messages.
policy_source read_policy(std::string file, const std::string& toml, const gazetteer& known,
                          const std::string& shown, diagnostics& found);

}  // namespace ambitc
