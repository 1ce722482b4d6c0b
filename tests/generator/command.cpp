// SPDX-License-Identifier: BSL-1.0
#include "likely_names.hpp"
#include "run.hpp"
#include "text.hpp"

#include <ambit/version.hpp>

#include "installed.hpp"

#include <ambit/tables/nl_ml.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

// The command as people and programs call it.

namespace {

const std::string gao = "ask policy-src nl-ml ML-7 ";

}  // namespace

TEST_CASE("ask --json prints the finding of an advice as documented") {
  const run::output asked = run::ambitc(gao + "--on 2022-12-01 --known 2022-12-01 --json");
  REQUIRE(asked.status == 0);
  CHECK(asked.err == "");
  const auto json = nlohmann::json::parse(asked.out);
  CHECK(json["policy"] == "nl-ml");
  CHECK(json["region"] == "ML-7");
  CHECK(json["on"] == "2022-12-01");
  CHECK(json["known"] == "2022-12-01");
  CHECK(json["assuming"].empty());
  const auto& finding = json["findings"][0];
  CHECK(finding["measure"] == "indiscriminate_violence");
  CHECK(finding["status"] == "advised");
  CHECK(finding["rule"] == "exceptional-situation");
  CHECK(finding["persons"].is_null());
  CHECK(finding["level"] == "exceptional");
  CHECK(finding["citations"][0] == nlohmann::json{{"source", "nota-4333540"}, {"at", "Advies 1"}});
  CHECK(json["findings"].size() == 12);
}

TEST_CASE("ask --json gives both bounds of an undetermined day, and the conditions not known") {
  const auto between = nlohmann::json::parse(run::ambitc(gao + "--on 2023-03-01 --json").out);
  CHECK(between["known"].is_null());
  CHECK(between["findings"][0]["bounds"] ==
        nlohmann::json{{"event", "in_force"}, {"after", "2022-11-23"}, {"by", "2023-06-22"}});
  const auto later = nlohmann::json::parse(run::ambitc(gao + "--on 2023-06-22 --json").out);
  const auto& alternative = later["findings"][1];
  CHECK(alternative["measure"] == "internal_protection");
  CHECK(alternative["status"] == "designated");
  CHECK(alternative["alternatives"]["regions"] == nlohmann::json::array({"ML-BKO"}));
  CHECK(alternative["conditions_complete"] == false);
}

TEST_CASE("ask for Kayes shows the judgment") {
  const run::output asked = run::ambitc("ask policy-src nl-ml ML-1 --on 2023-06-22");
  CHECK(asked.out.find("not_designated") != std::string::npos);
  CHECK(asked.out.find("NL22.19789") != std::string::npos);
}

TEST_CASE("an unknown region is an answer, not an error") {
  const run::output asked = run::ambitc("ask policy-src nl-ml FR-75 --on 2023-06-22");
  CHECK(asked.status == 0);
  CHECK(asked.out.find("unknown_region") != std::string::npos);
}

TEST_CASE("a region is asked about by its code, in any case, by its name, or by an alias") {
  for (const std::string region : {"ml-6", "tombouctou", "Timboektoe"}) {
    const run::output asked = run::ambitc("ask policy-src nl-ml " + region + " --on 2023-06-22");
    CHECK(asked.status == 0);
    CHECK(asked.out.find("nl-ml, ML-6, on 2023-06-22") != std::string::npos);
  }
}

TEST_CASE("wrong usage exits with 2 and a sentence") {
  const auto refused = [](const std::string& arguments, const std::string& sentence) {
    const run::output got = run::ambitc(arguments);
    CAPTURE(arguments);
    CAPTURE(got.err);
    CHECK(got.status == 2);
    CHECK(got.out == "");
    CHECK(got.err.find(sentence) != std::string::npos);
  };
  refused(gao + "--on 2022-12-01 --assuming bamako",
          "'bamako' requires 'designate', which is not among them; write designate,bamako");
  refused(gao + "--on 2022-12-01 --assuming desginate", "did you mean 'designate'?");
  refused(gao + "--on 2022-02-30", "'2022-02-30' is no day for --on");
  refused(gao + "--on 2022-12-01 --known yesterday", "'yesterday' is no day for --known");
  refused(gao, "--on");
  refused("ask policy-src nl-ml menka --on 2022-12-01", "did you mean 'Ménaka'?");
  refused("ask policy-src nl-mm ML-7 --on 2022-12-01", "did you mean 'nl-cm'?");
  refused("explain policy-src nl-ml ML-7 --on 2022-12-01 --language fr", "write en or nl");
  refused("ask policy-src nl-ml 'Kasaï Central' --on 2022-12-01",
          "the gazetteer has that name for CD-KC");
  refused("", "bake");
  refused("chek policy-src", "ambitc: error: 'chek' is no command; did you mean 'check'?");
  refused("frobnicate", "'frobnicate' is no command; there are: check, bake, ask, explain");
  refused("--verison", "'--verison' is no option of ambitc; did you mean '--version'?");
  refused("check --jsn policy-src", "'--jsn' is no option of 'check'; did you mean '--json'?");
  refused("check policy-src nl-ml", "'nl-ml' is an argument more than 'check' takes");
  refused("check", "'check': folder is required; see 'ambitc help check'");
  refused("check policy-src --sources", "'check': --sources");
}

TEST_CASE("help and the version are asked for in the usual ways") {
  for (const char* asking : {"help", "--help", "-h"}) {
    const run::output told = run::ambitc(asking);
    CHECK(told.status == 0);
    CHECK(told.out.find("explain") != std::string::npos);
  }
  for (const char* asking : {"--version", "-V", "version"}) {
    const run::output told = run::ambitc(asking);
    CHECK(told.status == 0);
    CHECK(told.out == "ambitc " AMBIT_VERSION "\n");
  }
  CHECK(run::ambitc("help check").out.find("--sources") != std::string::npos);
}

TEST_CASE("names of other regions are never offered, and what is likely meant is") {
  const std::vector<std::string> names{"Kasaï Central", "Nord-Est", "Bay",       "Gao",
                                       "Ménaka",        "Bari",     "Northbank", "Southbank"};
  const auto likely = [&](const std::string& typed) {
    return ambitc::join(ambitc::likely_names(typed, names), "|");
  };
  CHECK(likely("Kongo Central") == "");
  CHECK(likely("Kasai Centrale") == "Kasaï Central");
  CHECK(likely("menka") == "Ménaka");
  CHECK(likely("Nord") == "");
  CHECK(likely("Nord-West") == "");
  CHECK(likely("Bam") == "");
  CHECK(likely("Gaoo") == "");
  CHECK(likely("Norde-Est") == "Nord-Est");
  CHECK(likely("Sorthbank") == "Northbank|Southbank");
  CHECK(likely(std::string(1'000'000, 'x')) == "");
}

TEST_CASE("check --json has what was found and what was covered in one object") {
  const auto fine = nlohmann::json::parse(run::ambitc("check policy-src/nl/ml.toml --json").out);
  CHECK(fine["fine"] == true);
  REQUIRE(fine["policies"].size() == 1);
  CHECK(fine["policies"][0]["policy"] == "nl-ml");
  CHECK(fine["policies"][0]["rules"] == 5);
  CHECK(fine["policies"][0]["scenarios"].get<int>() > 0);
  CHECK(fine["policies"][0]["documents"].is_null());
  CHECK(fine["policies"][0]["answers"]["regions"] == 11);
  CHECK(fine["findings"][0]["kind"] == "note");
  CHECK(fine["findings"][0]["file"] == "policy-src/nl/ml.toml");

  fixture::temporary_folder folder;
  folder.write("gazetteer/iso-3166-2.tsv", "XX-A\tAlpha\tregion\n");
  folder.write("nl/xx.toml", "[policy]\nid = \"nl-xx\"\n");
  const run::output failed = run::ambitc("check --json " + folder.path().string());
  CHECK(failed.status == 1);
  CHECK(failed.err == "");
  const auto wrong = nlohmann::json::parse(failed.out);
  CHECK(wrong["fine"] == false);
  CHECK(wrong["findings"][0]["kind"] == "error");
  CHECK(wrong["findings"][0]["rule"] == "missing-key");
  CHECK(wrong["findings"][0]["line"] == 1);
  CHECK(wrong["policies"][0]["answers"].is_null());
}

TEST_CASE("one policy is asked by its file, from any folder") {
  const std::string asked = "nl-ml ML-7 --on 2022-12-01";
  const run::output by_folder = run::ambitc("ask policy-src " + asked);
  CHECK(by_folder.status == 0);
  CHECK(run::ambitc("ask policy-src/nl/ml.toml " + asked).out == by_folder.out);
  CHECK(run::ambitc_in("policy-src/nl", "ask ml.toml " + asked).out == by_folder.out);
  CHECK(run::ambitc_in("policy-src", "check nl/ml.toml").out ==
        run::ambitc_in("policy-src/gazetteer", "check ../nl/ml.toml").out);
}

TEST_CASE("links to folders end, and are said") {
  fixture::temporary_folder folder;
  folder.write("gazetteer/iso-3166-2.tsv", "XX-A\tAlpha\tregion\n");
  folder.write("nl/notes.txt", "none\n");
  fixture::fs::create_directory_symlink("..", folder.path() / "nl/up");
  fixture::fs::create_symlink("nowhere", folder.path() / "nl/lost");
  const run::output checked = run::ambitc("check " + folder.path().string());
  CHECK(checked.err.find("nl/up: note: this link to a folder is not followed") !=
        std::string::npos);
  CHECK(checked.err.find("nl/lost: note: this link leads nowhere") != std::string::npos);
}

TEST_CASE("explain says the same answer in both languages") {
  const run::output english = run::ambitc("explain policy-src nl-ml ML-7 --on 2023-03-01");
  CHECK(english.status == 0);
  CHECK(english.out.find("undetermined") != std::string::npos);
  const run::output dutch =
      run::ambitc("explain policy-src nl-ml ML-7 --on 2023-03-01 --language nl");
  CHECK(dutch.out.find("onbepaald") != std::string::npos);
  CHECK(dutch.out.find("(BWBR0012288, 2023-06-22), C7/23") != std::string::npos);
}

TEST_CASE("check says what it covered, and fails on nothing in the shipped policies") {
  const run::output checked = run::ambitc("check policy-src");
  CHECK(checked.status == 0);
  const auto notes = [&](const std::string& text) {
    CHECK_MESSAGE(checked.err.find(text) != std::string::npos, text);
  };
  CHECK(checked.err.find(": error: ") == std::string::npos);
  notes("the advice 'inform' can never matter: adopted or not, every answer is the same");
  notes("the figure is the same as that of 'fights-mopti' at ");  // as the memo has it
  notes(" with another holding; see what the source says [two-holdings]");
  CHECK(
      checked.out.find(
          "nl-ml: 5 rules, 3 advices, 2 sources; 65 scenarios\n"
          "  one answer for everyone on each day, 11 regions x 12 measures x 3 editions x 4 sets "
          "of "
          "advices, in 3444 periods:\n"
          "  designated 69, not_designated 32, advised 18, undetermined 985, silent 756, no_policy "
          "1584\n") != std::string::npos);
  CHECK(checked.out.find("nl-sd: 30 rules, 0 advices, 8 sources; 563 scenarios\n") !=
        std::string::npos);
}

TEST_CASE("a failed bake leaves the tables as they were") {
  fixture::temporary_folder folder;
  folder.write("policies/gazetteer/iso-3166-2.tsv", "XX-A\tAlpha\tregion\n");
  folder.write("policies/nl/xx.toml", "[policy]\nid = \"nl-xx\"\n");
  folder.write("tables/nl_xx.hpp", "// as it was\n");
  const run::output baked = run::ambitc("bake " + (folder.path() / "policies").string() +
                                        " --into " + (folder.path() / "tables").string());
  CHECK(baked.status == 1);
  CHECK(fixture::read(folder.path() / "tables/nl_xx.hpp") == "// as it was\n");
  CHECK(std::distance(fixture::fs::directory_iterator(folder.path() / "tables"), {}) == 1);
}

TEST_CASE("a program finds its own file, by the system or by how it was called") {
  const auto by_the_system = ambitc::running_program();
  CHECK(by_the_system.string().ends_with("generator_tests"));
  CHECK(fixture::fs::equivalent(by_the_system, ambitc::running_program("/there/is/no/such/link")));
}

TEST_CASE("digest prints the digest of each policy, or of one alone, as its table has it") {
  const std::string of_mali{ambit::tables::nl_ml.digest()};
  const run::output one = run::ambitc("digest policy-src nl-ml");
  CHECK(one.status == 0);
  CHECK(one.out == of_mali + "\n");
  const run::output all = run::ambitc("digest policy-src");
  CHECK(all.status == 0);
  CHECK(std::ranges::count(all.out, '\n') == 7);
  CHECK(all.out.find("nl-ml " + of_mali + "\n") != std::string::npos);
  CHECK(run::ambitc("digest policy-src nl-ml --redact").out == of_mali + "\n");  // all is public
  const run::output none = run::ambitc("digest policy-src nl-mm");
  CHECK(none.status == 2);
  CHECK(none.out == "");
  CHECK(none.err.find("did you mean 'nl-cm'?") != std::string::npos);
}

TEST_CASE("schema prints that of policies or of scenarios, and no other") {
  const auto scenarios = nlohmann::json::parse(run::ambitc("schema scenarios").out);
  const auto& status = scenarios["properties"]["scenario"]["items"]["properties"]["status"];
  CHECK(status["description"] == "The status that is expected.");
  CHECK(run::ambitc("schema").out == run::ambitc("schema policy").out);
  const run::output none = run::ambitc("schema rules");
  CHECK(none.status == 2);
  CHECK(none.err.find("there is no schema of 'rules'; write policy or scenarios") !=
        std::string::npos);
}
