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

std::string in_small_letters(std::string text) {
  for (char& c : text)
    if (ambit::detail::is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// The TOML files below a folder. What looks like one and is not read is noted.
class policy_walk {
 public:
  policy_walk(const fs::path& folder, const std::string& shown, diagnostics& found)
      : folder_(folder), shown_(shown), found_(found) {}

  /// Relative to the folder, and sorted.
  std::vector<fs::path> files() && {
    enter({});
    remove_scenarios(files_, shown_, found_);
    std::ranges::sort(files_, {}, [](const fs::path& file) { return file.generic_string(); });
    return std::move(files_);
  }

 private:
  /// Looks at all that a folder holds. Links to folders are not followed: so the walk ends.
  void enter(const fs::path& below) {
    std::error_code error;
    std::vector<fs::path> names;
    fs::directory_iterator at(folder_ / below, error);
    for (; !error && at != fs::directory_iterator{}; at.increment(error))
      names.push_back(at->path().filename());
    if (error)
      found_.error({shown(below)}, cat("this folder cannot be read: ", error.message()),
                   "unreadable-file");
    for (const fs::path& name : names) look_at(below / name);
  }

  void look_at(const fs::path& path) {
    std::error_code ignored;
    const std::string name = path.filename().string();
    const bool is_link = fs::is_symlink(folder_ / path, ignored);
    const bool is_hidden = name.starts_with('.');
    if (fs::is_directory(folder_ / path, ignored)) {
      if (path == "gazetteer" || name == ".git") return;
      if (is_link) return say(path, "this link to a folder is not followed; name that folder");
      if (is_hidden) return say(path, "this folder is hidden, and nothing in it is read");
      if (path.extension() == ".toml") files_.push_back(path);  // reading it says what is wrong
      return enter(path);
    }
    if (path.extension() == ".toml" && !is_hidden) return files_.push_back(path);
    if (is_link && !fs::exists(folder_ / path, ignored))
      return say(path, "this link leads nowhere, and is not read");
    if (in_small_letters(name).find(".toml") == std::string::npos) return;
    say(path, is_hidden
                  ? "this file is hidden, and is not read; a policy's name has no dot before it"
                  : "this file is not read; the name of a policy ends in .toml");
  }

  std::string shown(const fs::path& path) const {
    return path.empty() ? shown_ : cat(shown_, "/", path.generic_string());
  }
  void say(const fs::path& path, std::string sentence) {
    found_.note({shown(path)}, std::move(sentence), "not-read");
  }

  const fs::path& folder_;
  const std::string& shown_;
  diagnostics& found_;
  std::vector<fs::path> files_;
};

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

/// A path as it is shown: without '/' at its end.
std::string shown_as(const fs::path& path) {
  std::string shown = path.generic_string();
  while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
  return shown;
}

/// Whether something is wrong with the gazetteer.
bool read_gazetteer(policy_folder& into, const std::optional<fs::path>& folder,
                    diagnostics& found) {
  const std::size_t errors = found.errors();
  into.gazetteer_folder = folder ? *folder : gazetteer_of(into.folder, found);
  into.gazetteer =
      gazetteer::read(into.gazetteer_folder, into.gazetteer_folder.generic_string(), found);
  return found.errors() > errors;
}

/// Reads one file of a folder, and adds the policy that it has.
void add_policy(const fs::path& file, policy_folder& into, diagnostics& found) {
  const std::string shown = into.folder.empty()
                                ? file.generic_string()
                                : cat(shown_as(into.folder), "/", file.generic_string());
  if (!check_name(file.generic_string(), shown, found)) return;
  std::string reason;
  const std::optional<std::string> toml = read_text(into.folder / file, reason, largest_source);
  if (toml)
    into.policies.push_back(
        read_policy(file.generic_string(), *toml, into.gazetteer, shown, found));
  else
    found.error({shown}, reason, "unreadable-file");
}

}  // namespace

std::string digest_of(std::string_view text, const std::vector<subdivision>& regions) {
  std::string all{text};
  all += '\0';
  for (const subdivision& region : regions)
    all += cat(ambit::to_text(region.code), "\t", region.name, "\n");
  return sha256(all);
}

policy_source read_policy(std::string file, const std::string& toml, const gazetteer& known,
                          const std::string& shown, diagnostics& found) {
  const std::size_t errors = found.errors();
  policy_source policy;
  policy.file = std::move(file);
  policy.document = read_document(toml, shown, found);
  const std::span<const subdivision> regions = known.of(policy.document.policy->country->text);
  policy.regions.assign(regions.begin(), regions.end());
  policy.digest = digest_of(toml, policy.regions);
  check(policy, known, found);
  policy.failed = found.errors() > errors;
  return policy;
}

policy_folder load(const fs::path& folder, const std::optional<fs::path>& gazetteer_folder,
                   diagnostics& found) {
  policy_folder all;
  all.folder = folder;
  std::vector<policy_source>& policies = all.policies;
  const std::string shown = shown_as(folder);
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    found.error({shown}, "this is not a folder; name the folder of the policies",
                "unreadable-file");
    return all;
  }
  const bool lost = read_gazetteer(all, gazetteer_folder, found);
  for (const fs::path& file : policy_walk(folder, shown, found).files())
    add_policy(file, all, found);
  for (policy_source& each : policies) each.failed = each.failed || lost;
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

policy_folder load_one(const fs::path& file, const std::optional<fs::path>& gazetteer_folder,
                       diagnostics& found) {
  policy_folder all;
  std::error_code ignored;
  for (all.folder = file.parent_path();;) {
    if (fs::is_directory(all.folder / "gazetteer", ignored)) break;
    // What stands above a relative path is found by "..", so that messages stay short.
    const fs::path above = all.folder.empty() || all.folder.filename() == ".."
                               ? all.folder / ".."
                               : all.folder.parent_path();
    if (above == all.folder || fs::equivalent(above / ".", all.folder / ".", ignored)) {
      all.folder = file.parent_path();
      break;
    }
    all.folder = above;
  }
  const bool lost = read_gazetteer(all, gazetteer_folder, found);
  const fs::path root = all.folder.empty() ? fs::path{"."} : all.folder;
  std::string name = fs::proximate(file, root, ignored).generic_string();
  if (name.ends_with(scenarios_ending))
    name.replace(name.size() - scenarios_ending.size(), scenarios_ending.size(), ".toml");
  add_policy(name, all, found);
  for (policy_source& each : all.policies) each.failed = each.failed || lost;
  return all;
}

}  // namespace ambitc
