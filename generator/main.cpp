// SPDX-License-Identifier: BSL-1.0

// The command line of ambitc. Exit status: 0 fine, 1 something is wrong with the input, 2 wrong
// usage.

#include "bake.hpp"
#include "bake_gazetteer.hpp"
#include "certificate.hpp"
#include "check_report.hpp"
#include "cldr.hpp"
#include "cpp_names.hpp"
#include "diff.hpp"
#include "folding.hpp"
#include "json_schema.hpp"
#include "likely_names.hpp"
#include "lookup.hpp"
#include "mark.hpp"
#include "pieces.hpp"
#include "read.hpp"
#include "redact.hpp"
#include "report.hpp"
#include "resolve.hpp"
#include "scenarios.hpp"
#include "sources.hpp"
#include "text.hpp"
#include "usage.hpp"

#include <ambit/explain.hpp>
#include <ambit/names.hpp>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>

namespace ambitc {
namespace {

enum exit_status { fine = 0, findings = 1, wrong_usage = 2 };

/// The arguments of all commands.
struct arguments {
  std::string folder, newer_folder;
  std::optional<std::string> gazetteer, sources;

  std::string into;
  std::string cpp_namespace = "ambit::tables";
  bool check = false, list = false, prune = false;
  bool coverage = false, with_gazetteer = false;
  bool redact = false;

  std::string schema = "policy";

  std::string policy, region, on;
  std::optional<std::string> known;
  std::vector<std::string> assuming, adopting;
  bool assume_unchanged = false;
  bool json = false;
  std::string language = "en";
};

int usage_error(const std::string& sentence) {
  std::cerr << "ambitc: error: " << visible(sentence) << "\n";
  return wrong_usage;
}

policy_folder load(const arguments& given, const std::string& folder, diagnostics& found) {
  std::optional<std::filesystem::path> gazetteer;
  if (given.gazetteer) gazetteer = *given.gazetteer;
  return load(std::filesystem::path{folder}, gazetteer, found);
}
policy_folder load(const arguments& given, diagnostics& found) {
  return load(given, given.folder, found);
}

/// The same where the argument may also be the file of one policy.
policy_folder load_asked(const arguments& given, diagnostics& found) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(given.folder, ignored)) return load(given, found);
  std::optional<std::filesystem::path> gazetteer;
  if (given.gazetteer) gazetteer = *given.gazetteer;
  return load_one(given.folder, gazetteer, found);
}

/// The tables of the policies, in their order; one without a policy where something is wrong with
/// that.
std::vector<image> make_images(const std::vector<policy_source>& policies, diagnostics& found) {
  std::vector<image> images;
  for (const policy_source& policy : policies) {
    image& made = images.emplace_back();
    if (policy.failed) continue;
    const std::size_t errors = found.errors();
    made = to_rows(policy);
    resolve(made, found);
    if (found.errors() > errors) made.policy = nullptr;
  }
  return images;
}

int finish(const diagnostics& found) {
  found.print(std::cerr);
  return found.failed() ? findings : fine;
}

/// The certificate of a table.
certificate certified(const image& of) {
  const certificate made = certify(of);
  if (!made.total)  // a defect of this program, whatever the policy says
    throw std::logic_error(
        cat("the table of ", of.policy->id(), " does not answer every day exactly once"));
  return made;
}

/// Everything that is wrong with one policy, its documents and its scenarios. `answers`: the policy
/// with all its answers; null where they could not be worked out.
checked_policy check_one(const arguments& given, const policy_source& policy, const image* answers,
                         const std::filesystem::path& folder, diagnostics& found) {
  const document& document = policy.document;
  checked_policy made{.id = policy.id(),
                      .file = policy.file,
                      .rules = document.rule.size(),
                      .advices = document.advice.size(),
                      .sources = document.source.size()};
  if (given.sources) made.documents = check_sources(policy, *given.sources, found);
  std::string shown = folder.generic_string();
  while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
  made.scenarios = check_scenarios(policy, answers, folder, shown, found);
  if (answers) made.answers = certified(*answers);
  return made;
}

/// The position of the policy that is named; nothing, and a sentence, if there is none.
std::optional<std::size_t> position_of(const arguments& given,
                                       const std::vector<policy_source>& policies) {
  std::vector<std::string> ids;
  for (const policy_source& each : policies) ids.push_back(each.id());
  const auto chosen = std::ranges::find(ids, given.policy);
  if (chosen != ids.end()) return static_cast<std::size_t>(chosen - ids.begin());
  usage_error(cat("there is no policy '", given.policy, "' in ", given.folder,
                  "; it has: ", join(ids, ", "), did_you_mean(given.policy, ids)));
  return std::nullopt;
}

int run_check(const arguments& given) {
  diagnostics found;
  const policy_folder folder = load_asked(given, found);
  const std::vector<image> images = make_images(folder.policies, found);
  std::vector<checked_policy> checked;
  for (std::size_t i = 0; i < images.size(); ++i)
    checked.push_back(check_one(given, folder.policies[i], images[i].policy ? &images[i] : nullptr,
                                folder.folder, found));
  if (given.json) {
    std::cout << to_json(checked, found) << "\n";
    return found.failed() ? findings : fine;
  }
  const int status = finish(found);
  if (status == fine) std::cout << to_lines(checked, given.coverage);
  return status;
}

/// The policies as they may be published: redacted, or refused where they have a confidential
/// source. The notes on a redacted one are left out: its author has them from `check`.
void make_public(std::vector<policy_source>& policies, bool redacted, diagnostics& found) {
  for (policy_source& policy : policies) {
    if (!redacted) refuse_confidential(policy, found);
    if (!redacted || policy.failed) continue;
    policy_source shown = redact(policy, found);
    if (!shown.withheld) continue;
    image whole = to_rows(policy);  // what contradicts itself is refused as a whole
    resolve(whole, found);
    policy = std::move(shown);
  }
}

/// After which nothing more is noted of them.
void forget_notes(const std::vector<policy_source>& policies, diagnostics& found) {
  for (const policy_source& policy : policies)
    if (policy.withheld) found.forget_notes(policy.document.policy.at.file);
}

bool has_file(const std::string& folder, std::string_view name) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::path{folder} / name, error);
}

/// Whether the tables of the gazetteer are baked too: if they are asked for, and if they are in the
/// folder already, which is then wholly of one ambitc.
bool bakes_gazetteer(const arguments& given) {
  return given.with_gazetteer ||
         std::ranges::any_of(names_of_gazetteer_tables,
                             [&](std::string_view name) { return has_file(given.into, name); });
}

/// Prints the names of the files that `bake` writes.
int list_tables(const arguments& given) {
  diagnostics found;
  std::vector<std::string> names = names_of_tables(load(given, found).policies);
  if (bakes_gazetteer(given))
    names.insert(names.end(), names_of_gazetteer_tables.begin(), names_of_gazetteer_tables.end());
  std::ranges::sort(names);
  const int status = finish(found);
  if (status == fine) std::cout << join(names, "\n") << "\n";
  return status;
}

/// A check is of the pieces too, which `bake` does not write.
void check_pieces(const arguments& given, diagnostics& found) {
  const baked_file pieces = pieces_in_use();
  const std::filesystem::path file = std::filesystem::path{given.into} / pieces.name;
  std::string reason;
  if (has_file(given.into, pieces.name) && read_file(file, reason, UINTMAX_MAX) != pieces.text)
    found.error({file.generic_string()},
                "by these pieces this ambitc packs no texts; build it with them, and bake again",
                "stale-table");
}

/// All that is baked of a folder; nothing if anything is wrong.
std::vector<baked_file> tables_of(const arguments& given, diagnostics& found) {
  policy_folder folder = load(given, found);
  make_public(folder.policies, given.redact, found);
  const std::vector<image> images = make_images(folder.policies, found);
  forget_notes(folder.policies, found);
  if (found.failed()) return {};
  std::vector<baked_file> files = bake(images, folder.gazetteer.countries(), given.cpp_namespace);
  if (bakes_gazetteer(given)) {
    const folding by =
        folding::read(folder.gazetteer_folder, folder.gazetteer_folder.generic_string(), found);
    for (baked_file& each : bake_gazetteer(folder.gazetteer, by, given.cpp_namespace, found))
      files.push_back(std::move(each));
  }
  return files;
}

int run_bake(const arguments& given) {
  if (const auto fault = fault_of_namespace(given.cpp_namespace)) return usage_error(*fault);
  if (given.list) return list_tables(given);

  diagnostics found;
  const std::vector<baked_file> files = tables_of(given, found);
  if (found.failed()) return finish(found);
  if (given.check) {
    check_files(files, given.into, found);
    check_pieces(given, found);
  } else {
    write_files(files, given.into, found);
    if (found.failed()) return finish(found);
    if (given.prune)
      remove_leftovers(files, given.into, found);
    else
      note_leftovers(files, given.into, found);
  }
  return finish(found);
}

/// Prints the digest of the policy that is named, else the id and digest of each.
int run_digest(const arguments& given) {
  diagnostics found;
  std::vector<policy_source> policies = load(given, found).policies;
  if (given.redact && !found.failed())
    for (policy_source& policy : policies) policy = redact(std::move(policy), found);
  if (found.failed()) return finish(found);
  if (given.policy.empty()) {
    for (const policy_source& each : policies) std::cout << each.id() << " " << each.digest << "\n";
    return fine;
  }
  const std::optional<std::size_t> chosen = position_of(given, policies);
  if (!chosen) return wrong_usage;
  std::cout << policies[*chosen].digest << "\n";
  return fine;
}

int run_schema(const arguments& given) {
  if (given.schema == "policy") {
    std::cout << policy_schema();
  } else if (given.schema == "scenarios") {
    std::cout << scenarios_schema();
  } else {
    return usage_error(
        cat("there is no schema of '", given.schema, "'; write policy or scenarios"));
  }
  return fine;
}

int run_gazetteer(const arguments& given) {
  diagnostics found;
  const std::vector<baked_file> files = gazetteer_of_cldr(given.folder, given.into, found);
  if (!found.failed()) {
    if (given.check)
      check_gazetteer(files, given.into, found);
    else
      write_files(files, given.into, found);
  }
  return finish(found);
}

int run_pieces(const arguments& given) {
  diagnostics found;
  std::vector<policy_source> policies = load(given, found).policies;
  make_public(policies, given.redact, found);
  std::vector<std::string> texts;
  const std::vector<image> images = make_images(policies, found);
  forget_notes(policies, found);
  for (const image& each : images)
    for (const prose_pool::entry& text : each.prose.entries())
      texts.insert(texts.end(), {text.en, text.nl});
  if (!found.failed()) write_files({bake_pieces(texts)}, given.into, found);
  return finish(found);
}

/// The day of an option, and a sentence if it is none.
std::optional<ambit::date> day_of(const std::string& text, std::string_view option,
                                  std::vector<std::string>& wrong) {
  const std::optional<ambit::date> read = ambit::parse_date(text);
  if (!read)
    wrong.push_back(
        cat("'", text, "' is no day for ", option, "; write one that exists, as in 2022-12-01"));
  return read;
}

/// What a name that no region of a policy has may have been meant to be; nothing if it is that of a
/// region elsewhere.
std::string meant_name(const std::string& text, const shown_image& policy, const gazetteer& all) {
  const std::string form = comparable(text);
  for (const subdivision& each : all.all())
    if (!form.empty() && comparable(each.name) == form)
      return cat("; the gazetteer has that name for ", ambit::to_text(each.code),
                 ", of which this policy does not speak");
  std::vector<std::string> names;
  for (const ambit::region_row& row : policy.regions())
    names.emplace_back(ambit::text(policy, row.name));
  for (const ambit::alias_row& row : policy.aliases())
    names.emplace_back(ambit::text(policy, row.name));
  const std::vector<std::string> likely = likely_names(text, names);
  return likely.empty() ? "" : cat("; did you mean '", join(likely, "' or '"), "'?");
}

/// The region that a text means: any code, or a name or alias that exactly one region of the policy
/// has. Else a sentence, with the name that was likely meant.
std::optional<ambit::region> region_of(const std::string& text, const image& policy,
                                       const gazetteer& all, std::vector<std::string>& wrong) {
  if (const auto code = ambit::parse_region(text)) return code;
  const shown_image shown{&policy};
  const auto found = ambit::find(shown, text);
  if (found) return found.region();
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < found.size(); ++i) codes.emplace_back(ambit::to_text(found[i]));
  wrong.push_back(codes.empty()
                      ? cat("'", visible(text),
                            "' is no region; write its name or its ISO 3166-2 code, as in ML-7",
                            meant_name(text, shown, all))
                      : cat("'", visible(text),
                            "' is the name of several regions; write one of: ", join(codes, ", ")));
  return std::nullopt;
}

/// The question that the arguments ask; nothing, and a sentence for each that is wrong, if they ask
/// none.
std::optional<asked> question_of(const arguments& given, const image& of, const gazetteer& all,
                                 std::vector<std::string>& wrong) {
  const policy_source& policy = *of.policy;
  asked question;
  const auto day = [&wrong](const std::string& text, std::string_view option) {
    return day_of(text, option, wrong).value_or(ambit::date{});
  };
  question.region = region_of(given.region, of, all, wrong).value_or(ambit::region{});
  question.on = day(given.on, "--on");
  if (given.known) question.known = day(*given.known, "--known");
  question.assume_unchanged = given.assume_unchanged;
  std::string why;
  if (const auto assumed = advices_of(policy, given.assuming, why))
    question.assuming = *assumed;
  else
    wrong.push_back(why);
  if (!wrong.empty()) return std::nullopt;
  return question;
}

/// The baked answer as sentences.
std::string explanation(const image& policy, const asked& question, ambit::language in) {
  const auto answer = look_up(policy, question);
  std::string text(ambit::explain(answer, in, {}), '\0');
  ambit::explain(answer, in, text);
  return text;
}

/// The same of a policy that has confidential sources: they are marked, and so is what rests on
/// them.
std::string marked_explanation(const policy_source& policy, const asked& question,
                               ambit::language in) {
  const policy_source marked = with_marks(policy);
  image made = to_rows(marked);
  diagnostics ignored;  // of the same rules, said already
  resolve(made, ignored);
  std::string text = explanation(made, question, in);
  const reply given = ask(policy, question);
  std::vector<std::string> secret;
  const std::set<const told*> findings = confidential_findings(policy, question, given);
  for (const told& each : given.findings)
    if (findings.contains(&each))
      secret.push_back(cat(ambit::name(each.measure), each.persons ? " " : "",
                           each.persons ? each.persons->id->text : "", each.place ? " " : "",
                           each.place ? each.place->id->text : ""));
  if (!secret.empty())
    text += cat(in == ambit::language::nl
                    ? "Niet openbaar, want het berust op vertrouwelijke bronnen: "
                    : "Not to be published, as it rests on confidential sources: ",
                join(secret, ", "), ".\n");
  return text;
}

int run_question(const arguments& given, bool as_sentences) {
  diagnostics found;
  const policy_folder folder = load_asked(given, found);
  const std::vector<policy_source>& policies = folder.policies;
  const std::vector<image> images = make_images(policies, found);
  if (found.failed()) return finish(found);
  const std::optional<std::size_t> chosen = position_of(given, policies);
  if (!chosen) return wrong_usage;
  const std::size_t index = *chosen;
  std::vector<std::string> wrong;
  const std::optional<asked> question = question_of(given, images[index], folder.gazetteer, wrong);
  for (const std::string& sentence : wrong) usage_error(sentence);
  if (!question) return wrong_usage;
  if (as_sentences) {
    const std::optional<ambit::language> in = ambit::parse<ambit::language>(given.language);
    if (!in) return usage_error(cat("'", given.language, "' is no language; write en or nl"));
    std::cout << (confidential_records(policies[index].document).empty()
                      ? explanation(images[index], *question, *in)
                      : marked_explanation(policies[index], *question, *in));
    return fine;
  }
  const reply answer = ask(policies[index], *question);
  std::cout << (given.json ? to_json(policies[index], *question, answer) + "\n"
                           : to_lines(policies[index], *question, answer));
  return fine;
}

/// The policies of both versions by id; null where one does not have it.
using pairs_of_images = std::map<std::string, std::pair<const image*, const image*>>;

/// Which policies can be asked with these advices adopted; a sentence if none can.
std::set<std::string> policies_with(const std::vector<policy_source>& policies,
                                    const std::vector<std::string>& advices,
                                    std::vector<std::string>& wrong) {
  std::set<std::string> with;
  std::vector<std::string> why;
  for (const policy_source& each : policies)
    if (std::string sentence; advices_of(each, advices, sentence))
      with.insert(each.id());
    else
      why.push_back(sentence);
  if (with.empty()) wrong.insert(wrong.end(), why.begin(), why.end());
  return with;
}

int run_diff(const arguments& given) {
  diagnostics found;
  const std::vector<policy_source> older = load(given, given.folder, found).policies;
  const std::vector<policy_source> newer = load(given, given.newer_folder, found).policies;
  const std::vector<image> before = make_images(older, found);
  const std::vector<image> after = make_images(newer, found);
  if (found.failed()) {  // not 1: that says that both can be compared, and differ
    found.print(std::cerr);
    return wrong_usage;
  }
  std::vector<std::string> wrong;
  diff_question question;
  if (given.known) question.known = day_of(*given.known, "--known", wrong);
  std::set<std::string> adopters;
  if (!given.adopting.empty()) adopters = policies_with(newer, given.adopting, wrong);
  for (const std::string& sentence : wrong) usage_error(sentence);
  if (!wrong.empty()) return wrong_usage;

  pairs_of_images pairs;
  for (const image& each : before) pairs[each.policy->id()].first = &each;
  for (const image& each : after) pairs[each.policy->id()].second = &each;
  std::vector<policy_diff> all;
  bool differ = false;
  for (const auto& [id, versions] : pairs) {
    diff_question of_policy = question;
    if (adopters.contains(id)) of_policy.adopting = given.adopting;
    all.push_back(compare(versions.first, versions.second, of_policy));
    differ = differ || all.back().answers_differ();
  }
  std::cout << (given.json ? to_json(all) : to_lines(all));
  return differ ? findings : fine;
}

void add_gazetteer(CLI::App& command, arguments& given) {
  command.add_option("--gazetteer", given.gazetteer,
                     "The folder of the gazetteer (default: 'gazetteer' in the folder, else the "
                     "one that is installed with ambitc)");
}

constexpr const char* folder_or_file = "The folder of the policies, or the file of one";

void add_folder(CLI::App& command, arguments& given,
                const std::string& what = "The folder of the policies") {
  command.add_option("folder", given.folder, what)->required();
  add_gazetteer(command, given);
}

void add_redact(CLI::App& command, arguments& given) {
  command.add_flag("--redact", given.redact,
                   "Leave out what confidential sources say; without it they are refused");
}

void add_question(CLI::App& command, arguments& given) {
  add_folder(command, given, folder_or_file);
  command.add_option("policy", given.policy, "Id of the policy, as in nl-ml")->required();
  command.add_option("region", given.region, "Its name, or its ISO 3166-2 code, as in ML-7")
      ->required();
  command.add_option("--on", given.on, "The day asked about, YYYY-MM-DD")->required();
  command.add_option("--known", given.known, "Only what was published by this day");
  command.add_option("--assuming", given.assuming, "Advices taken as adopted: a,b")->delimiter(',');
  command.add_flag("--assume-unchanged", given.assume_unchanged,
                   "Look past the horizon as if nothing had changed since");
}

int run(int argc, char** argv) {
  arguments given;
  CLI::App app{"ambitc compiles country-of-origin asylum policy into constexpr C++ tables.",
               "ambitc"};
  app.set_version_flag("--version", "ambitc " AMBIT_VERSION);
  app.require_subcommand(1);

  CLI::App& check =
      *app.add_subcommand("check", "Report everything that is wrong with the policies");
  add_folder(check, given, folder_or_file);
  check.add_option("--sources", given.sources,
                   "Also open the cited documents below this folder: digests, sections, terms");
  check.add_flag("--coverage", given.coverage,
                 "With --sources: print each section and what rests on it");
  check.add_flag("--json", given.json, "One JSON object, also of what is wrong");

  CLI::App& bake = *app.add_subcommand("bake", "Write the tables");
  add_folder(bake, given);
  bake.add_option("--into", given.into, "The folder of the tables")->required();
  bake.add_option("--namespace", given.cpp_namespace, "Their C++ namespace")->capture_default_str();
  CLI::Option& check_tables = *bake.add_flag(
      "--check", given.check, "Write nothing; fail if the tables there are not fresh");
  CLI::Option& list = *bake.add_flag(
      "--list", given.list, "Write nothing; print the names of the files that would be written");
  bake.add_flag("--prune", given.prune, "Remove the tables there that no policy makes any more")
      ->excludes(&check_tables, &list);
  list.excludes(&check_tables);
  bake.add_flag("--with-gazetteer", given.with_gazetteer,
                "Also write the tables of all regions and their names; where they are there "
                "already, they are always written");
  add_redact(bake, given);

  CLI::App& question = *app.add_subcommand("ask", "What does a policy say of a region on a day?");
  add_question(question, given);
  question.add_flag("--json", given.json, "One JSON object");

  CLI::App& explain =
      *app.add_subcommand("explain", "The same answer as sentences, with citations");
  add_question(explain, given);
  explain.add_option("--language", given.language, "en or nl")->capture_default_str();

  CLI::App& diff = *app.add_subcommand(
      "diff", "What changed for whom between two versions of a folder; exit status 1 if anything");
  diff.add_option("old", given.folder, "The folder as it was")->required();
  diff.add_option("new", given.newer_folder, "The folder as it is")->required();
  add_gazetteer(diff, given);
  diff.add_option("--known", given.known, "Only what was published by this day");
  diff.add_option("--adopting", given.adopting, "Ask the new version as if a,b were adopted")
      ->delimiter(',');
  diff.add_flag("--json", given.json, "One JSON object");

  CLI::App& gazetteer =
      *app.add_subcommand("gazetteer", "Write the lists of countries and regions, from CLDR");
  gazetteer
      .add_option("packages", given.folder, "The folder 'node_modules' of the packages of CLDR")
      ->required();
  gazetteer.add_option("--into", given.into, "The folder of the gazetteer")->required();
  gazetteer.add_flag("--check", given.check,
                     "Write nothing; fail if the files there are not fresh");

  CLI::App& pieces = *app.add_subcommand(
      "pieces", "Choose anew by which pieces texts are packed; every table must be baked again");
  add_folder(pieces, given);
  pieces.add_option("--into", given.into, "The folder of pieces.hpp")->required();
  add_redact(pieces, given);

  CLI::App& schema =
      *app.add_subcommand("schema", "The source format as a JSON Schema, for editors");
  schema.add_option("of", given.schema, "policy or scenarios")->capture_default_str();

  CLI::App& digest = *app.add_subcommand(
      "digest", "The digest of each policy, as its table has it: for a program to pin");
  add_folder(digest, given);
  digest.add_option("policy", given.policy, "Id of one policy, as in nl-ml: its digest alone");
  digest.add_flag("--redact", given.redact, "That of the table which `bake --redact` writes");

  std::vector<std::string> words = with_usual_words({argv + 1, argv + argc});
  if (words.empty()) {
    std::cerr << app.help();
    return wrong_usage;
  }
  if (const auto unknown = unknown_command(app, words)) return usage_error(*unknown);
  try {
    std::ranges::reverse(words);  // as CLI11 takes them
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0)
      return app.exit(error);  // what was asked for: help, the version
    return usage_error(what_is_wrong(app, error));
  }
  if (check) return run_check(given);
  if (bake) return run_bake(given);
  if (question) return run_question(given, false);
  if (explain) return run_question(given, true);
  if (diff) return run_diff(given);
  if (gazetteer) return run_gazetteer(given);
  if (pieces) return run_pieces(given);
  if (digest) return run_digest(given);
  if (schema) return run_schema(given);
  return fine;
}

}  // namespace
}  // namespace ambitc

int main(int argc, char** argv) {
  try {
    const int status = ambitc::run(argc, argv);
    if (std::cout.flush()) return status;
    std::cerr << "ambitc: error: the output cannot be written\n";
    return ambitc::findings;
  } catch (const std::exception& error) {  // out of memory, or a defect: never a silent success
    std::cerr << "ambitc: error: " << error.what() << "\n";
    return ambitc::findings;
  }
}
