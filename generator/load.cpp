// SPDX-License-Identifier: BSL-1.0
#include "load.hpp"

#include "check.hpp"
#include "installed.hpp"
#include "read.hpp"
#include "sha256.hpp"
#include "text.hpp"

#include <algorithm>
#include <system_error>

namespace ambitc {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_policies = 255;

/// Takes the files of scenarios out of a list: each lies beside a policy of its name.
void remove_scenarios(std::vector<fs::path>& files, const std::string& shown, diagnostics& found) {
  const std::vector<fs::path> all = files;
  std::erase_if(files, [&](const fs::path& file) {
    std::string name = file.generic_string();
    if (!name.ends_with(scenarios_ending)) return false;
    name.replace(name.size() - scenarios_ending.size(), scenarios_ending.size(), ".toml");
    if (std::ranges::find(all, fs::path{name}) == all.end())
      found.error({cat(shown, "/", file.generic_string())},
                  cat("there is no policy ", name, " for these scenarios; name them after theirs"),
                  "no-policy");
    return true;
  });
}

/// The TOML files below a folder, relative to it and sorted, without the gazetteer's own folder.
std::vector<fs::path> policy_files(const fs::path& folder, const std::string& shown,
                                   diagnostics& found) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator{}; at.increment(error)) {
    const fs::path& path = at->path();
    const bool is_folder = at->is_directory(error);
    if (is_folder && (path.filename() == "gazetteer" || path.filename().string().front() == '.'))
      at.disable_recursion_pending();
    else if (path.extension() == ".toml")
      files.push_back(path.lexically_relative(folder));
  }
  remove_scenarios(files, shown, found);
  if (error) found.error({shown}, cat("cannot be read: ", error.message()), "unreadable-file");
  std::ranges::sort(files, {}, [](const fs::path& file) { return file.generic_string(); });
  return files;
}

/// Names of files are written into comments of the tables: they are plain.
bool check_name(const std::string& file, const std::string& shown, diagnostics& found) {
  const bool plain = std::ranges::all_of(file, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '/';
  });
  if (!plain)
    found.error({shown}, "the name of a policy's file has letters, digits, '-', '_' and '.' only",
                "file-name");
  return plain;
}

std::string digest_of(std::string_view toml, const std::vector<subdivision>& regions) {
  std::string all{toml};
  all += '\0';
  for (const subdivision& region : regions)
    all += cat(ambit::to_text(region.code), "\t", region.name, "\n");
  return sha256(all);
}

}  // namespace

policy_folder load(const fs::path& folder, const std::optional<fs::path>& gazetteer_folder,
                   diagnostics& found) {
  policy_folder all;
  std::vector<policy_source>& policies = all.policies;
  std::string shown = folder.generic_string();
  while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    found.error({shown}, "this is not a folder; name the folder of the policies",
                "unreadable-file");
    return all;
  }
  all.gazetteer_folder = gazetteer_folder ? *gazetteer_folder : gazetteer_of(folder, found);
  const gazetteer& known = all.gazetteer =
      gazetteer::read(all.gazetteer_folder, all.gazetteer_folder.generic_string(), found);
  for (const fs::path& file : policy_files(folder, shown, found)) {
    const std::string name = cat(shown, "/", file.generic_string());
    if (!check_name(file.generic_string(), name, found)) continue;
    std::string reason;
    const std::optional<std::string> toml = read_file(folder / file, reason, largest_source);
    if (!toml) {
      found.error({name}, reason, "unreadable-file");
      continue;
    }
    policy_source policy;
    policy.file = file.generic_string();
    policy.document = read_document(*toml, name, found);
    const std::span<const subdivision> regions = known.of(policy.document.policy->country->text);
    policy.regions.assign(regions.begin(), regions.end());
    policy.digest = digest_of(*toml, policy.regions);
    check(policy, known, found);
    policies.push_back(std::move(policy));
  }
  if (policies.empty() && !found.failed())
    found.error({shown}, "there is no policy here; write one as <jurisdiction>/<country>.toml",
                "no-policy");
  if (policies.size() > most_policies)
    found.error(
        {shown},
        cat("there are ", std::to_string(policies.size()), " policies here, and an atlas has ",
            "at most ", std::to_string(most_policies), "; make two folders of them"),
        "too-many-policies");
  for (std::size_t i = 0; i < policies.size(); ++i)
    for (std::size_t other = 0; other < i; ++other)
      if (!policies[i].id().empty() && policies[i].id() == policies[other].id())
        found.error(
            policies[i].document.policy->id.at,
            cat("the policy '", policies[i].id(), "' stands in ",
                to_text(policies[other].document.policy->id.at), " already; one policy, one file"),
            "duplicate-id");
  return all;
}

}  // namespace ambitc
