// SPDX-License-Identifier: BSL-1.0
#include "compare.hpp"

#include "bake.hpp"
#include "random_policy.hpp"

#include <ambit/ostream.hpp>

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <sstream>

// The whole way of a policy: baked into a header, compiled and asked there, against what its rules
// say. The policies are made at random, and the shipped one is among them. AMBIT_COMPILED_POLICIES
// says how many are made, AMBIT_RANDOM_SEED which.

namespace {

namespace fs = std::filesystem;
using ambitc::policy_source;

constexpr std::size_t claims_of_each = 8;

/// What a table must answer: a question, and the advices assumed as bits.
struct question {
  ambitc::asked asked;
  std::uint32_t advices;
};

/// The sets of advices that lack no prerequisite, in the order of their bits.
std::vector<std::uint32_t> consistent_sets(const policy_source& policy) {
  const auto& advices = policy.document.advice;
  std::vector<std::uint32_t> sets;
  for (std::uint32_t set = 0; set >> advices.size() == 0; ++set) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < advices.size(); ++i)
      if ((set >> i & 1) != 0) ids.push_back(advices.value[i]->id->text);
    std::string wrong;
    if (ambitc::advices_of(policy, ids, wrong)) sets.push_back(set);
  }
  return sets;
}

std::vector<question> questions_on(const policy_source& policy) {
  std::vector<question> all;
  compare::for_every_question(policy, consistent_sets(policy),
                              [&](const ambitc::asked& asked, std::uint32_t advices) {
                                all.push_back({asked, advices});
                              });
  return all;
}

// ---- What must hold at compile time

std::string cpp_name(std::string id) {
  std::ranges::replace(id, '-', '_');
  return id;
}

std::string cpp_date(ambit::date day) {
  if (day == ambit::distant_future) return "ambit::distant_future";
  return "\"" + std::string{ambit::to_text(day)} + "\"_date";
}

/// One answer of a policy as a static_assert.
std::string claim(const policy_source& policy, const question& one, ambit::measure measure) {
  const ambitc::reply reply = ambitc::ask(policy, one.asked);
  const auto told = std::ranges::find_if(reply.findings, [&](const ambitc::told& each) {
    return each.measure == measure && !each.persons && !each.place;
  });
  std::string advices;
  for (const std::size_t i : one.asked.assuming)
    advices +=
        ", " + cpp_name(policy.id()) + "." + cpp_name(policy.document.advice.value[i]->id->text);
  std::ostringstream out;
  out << "static_assert(says(" << cpp_name(policy.id()) << ", \""
      << ambit::to_text(one.asked.region) << "\"_region, "
      << cpp_date(one.asked.on) << ", {.known = " << cpp_date(one.asked.known)
      << ", .assuming = ambit::assume(" << cpp_name(policy.id()) << advices
      << "), .assume_unchanged = " << (one.asked.assume_unchanged ? "true" : "false")
      << "}, ambit::measure::" << name(measure) << ", ambit::status::" << name(told->status)
      << ", ambit::ground::" << name(told->ground) << ", \""
      << (told->rule ? told->rule->id->text : "") << "\"));\n";
  return out.str();
}

/// The rows of several gazetteers in the order of their codes.
std::string merged(std::initializer_list<std::string> gazetteers) {
  std::set<std::string> rows;
  for (const std::string& each : gazetteers) {
    std::istringstream lines{each};
    for (std::string row; std::getline(lines, row);)
      if (!row.starts_with('#')) rows.insert(row + '\n');
  }
  std::string all;
  for (const std::string& row : rows) all += row;
  return all;
}

// ---- Running programs

/// What a command prints, line by line.
class printed {
 public:
  explicit printed(const std::string& command) : pipe_(popen(command.c_str(), "r")) {
    if (!pipe_) throw std::runtime_error("cannot run " + command);
  }
  ~printed() {
    if (pipe_) pclose(pipe_);
  }
  printed(const printed&) = delete;
  printed& operator=(const printed&) = delete;

  /// The lines up to an empty one; nothing at the end.
  std::string block() {
    std::string all;
    while (std::fgets(line_, sizeof line_, pipe_) && line_ != std::string_view{"\n"}) all += line_;
    return all;
  }

  /// Everything that is left.
  std::string rest() {
    std::string all;
    while (std::fgets(line_, sizeof line_, pipe_)) all += line_;
    return all;
  }

  /// Waits for the end. The exit status.
  int end() {
    const int status = pclose(pipe_);
    pipe_ = nullptr;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  std::FILE* pipe_;
  char line_[4096];
};

/// Compiles one of the files in compiled/ with the tables of a folder; what the compiler says is in
/// `said`.
bool compile(const std::string& file, const std::string& options, const fs::path& tables,
             std::string& said) {
  printed compiler(
      AMBIT_CXX
      " -std=c++20 -O0 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -Wfatal-errors "
      "-I" AMBIT_ROOT "/include -I" AMBIT_ROOT "/tests/generator -I" +
      tables.string() + " " + options + " " AMBIT_ROOT "/tests/generator/compiled/" + file +
      " 2>&1");
  said = compiler.rest();
  return compiler.end() == 0;
}

std::string arguments(const std::set<ambit::date>& days) {
  std::string all;
  for (const ambit::date day : days) all += " " + std::to_string(day.days);
  return all;
}

/// The first difference between what the program answers and what the rules say.
std::string difference(const std::string& program, const policy_source& policy,
                       const std::vector<question>& questions) {
  printed answers(program + " " + policy.id() + " known" +
                  arguments(compare::known_days_of(policy)) + " on" +
                  arguments(compare::days_of(policy)));
  for (const question& one : questions) {
    const ambitc::asked& asked = one.asked;
    const std::string told = compare::question_text(asked.region, asked.on, asked.known,
                                                    one.advices, asked.assume_unchanged) +
                             compare::text_of(ambitc::ask(policy, asked));
    const std::string answered = answers.block();
    if (told != answered)
      return "the rules say:\n" + told + "the compiled table says:\n" + answered;
  }
  const std::string more = answers.block();
  if (!more.empty()) return "the compiled table answers what was not asked:\n" + more;
  return answers.end() == 0 ? "" : "the program of the compiled table failed";
}

}  // namespace

TEST_CASE(
    "policies made at random, a new country and a shipped one give compiled what their rules say") {
  const std::uint64_t seed = random_policy::number_from("AMBIT_RANDOM_SEED", 10);
  const std::size_t wanted = random_policy::number_from("AMBIT_COMPILED_POLICIES", 24);
  INFO("AMBIT_RANDOM_SEED=" << seed);

  const fixture::temporary_folder folder;
  const fs::path shipped = fixture::root / "policy-src";
  const fs::path new_country = fixture::root / "tests/generator/new_country";
  folder.write(
      "policies/gazetteer/iso-3166-2.tsv",
      merged({fixture::read(shipped / "gazetteer/iso-3166-2.tsv"),
              fixture::read(new_country / "gazetteer/iso-3166-2.tsv"), random_policy::gazetteer}));
  folder.write("policies/nl/ml.toml", fixture::read(shipped / "nl/ml.toml"));
  folder.write("policies/xn/xz.toml", fixture::read(new_country / "xn/xz.toml"));

  // One jurisdiction each, AA, AB, ..., so that all stand in one atlas.
  rc::Random random{seed};
  rc::Random picks = random.split();
  const random_policy::workshop here;
  std::size_t made = 0;
  for (std::size_t tried = 0; made < wanted && tried < 50 * wanted; ++tried) {
    random_policy::policy one = random_policy::make(random.split(), 2 + made % 7);
    if (!here.accept(one)) continue;
    one.jurisdiction = {static_cast<char>('A' + made / 26), static_cast<char>('A' + made % 26)};
    folder.write("policies/" + id_of(one) + ".toml", text_of(one));
    ++made;
  }

  const fixture::policies all = fixture::load(folder.path() / "policies");
  REQUIRE(all.sources.size() == wanted + 2);
  ambitc::diagnostics found;
  ambitc::write_files(ambitc::bake(all.images, {}, "baked"), folder.path(), found);
  REQUIRE(!found.failed());

  const auto toml_of = [&](const policy_source& policy) {
    return policy.file + ":\n" + fixture::read(folder.path() / "policies" / policy.file);
  };
  const auto with_policies = [&](std::string messages) {
    for (const policy_source& policy : all.sources)
      if (messages.find(cpp_name(policy.id())) != std::string::npos) messages += toml_of(policy);
    return messages;
  };

  const std::string program = (folder.path() / "driver").string();
  std::string said;
  const bool compiles = compile("driver.cpp", "-o " + program, folder.path(), said);
  REQUIRE_MESSAGE(compiles, with_policies(said));

  std::size_t answers = 0;
  std::string claims = "using namespace ambit::literals;\nusing namespace baked;\n";
  for (const policy_source& policy : all.sources) {
    const std::vector<question> questions = questions_on(policy);
    const std::string different = difference(program, policy, questions);
    INFO(toml_of(policy));
    REQUIRE(different == "");
    answers += questions.size();
    for (std::size_t i = 0; i < claims_of_each; ++i)
      claims += claim(policy, questions[picks.next() % questions.size()],
                      i % 2 == 0 ? ambit::measure::indiscriminate_violence
                                 : ambit::measure::internal_protection);
  }

  folder.write("claims.hpp", claims);
  const bool hold = compile("claims.cpp", "-fsyntax-only", folder.path(), said);
  REQUIRE_MESSAGE(hold, with_policies(said));
  MESSAGE(all.sources.size(), " policies were compiled; ", answers, " answers compared, ",
          claims_of_each * all.sources.size(), " of them at compile time too");
}
