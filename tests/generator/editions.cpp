// SPDX-License-Identifier: BSL-1.0
#include "run.hpp"

#include "bake.hpp"
#include "pieces.hpp"

#include <ambit/version.hpp>

#include <doctest/doctest.h>

// Law 11: two editions of one table in one program each answer for themselves, however they are
// compiled and linked. What is compiled stands in editions/.

namespace {

namespace fs = std::filesystem;

const std::string sources = AMBIT_ROOT "/tests/generator/editions/";

std::string policy(const std::string& jurisdiction, const std::string& region,
                   const std::string& title) {
  std::string capitals = jurisdiction;
  for (char& c : capitals) c = static_cast<char>(c - 'a' + 'A');
  const auto both = [](const std::string& text) {
    return "{ en = \"" + text + "\", nl = \"" + text + "\" }\n";
  };
  const std::string cite = "cite = [{ source = \"text\", at = \"1\", terms = [\"term\"] }]\n";
  return "[policy]\nid = \"" + jurisdiction + "-xx\"\njurisdiction = \"" + capitals +
         "\"\ncountry = \"XX\"\ntitle = " + both("Policy") +
         "horizon = 2023-01-01\nbegins = { by = 2020-01-01 }\n" + cite +
         "[[source]]\nid = \"text\"\nkind = \"circular\"\npublished = 2020-01-01\n"
         "language = \"en\"\nreference = \"text\"\ntitle = " +
         both("text") + "[[rule]]\nid = \"violence\"\ntitle = " + both(title) +
         "measure = \"indiscriminate_violence\"\neffect = \"designates\"\narea = { regions = [\"" +
         region + "\"], closure = \"exhaustive\" }\nin_force = 2020-01-01\n" + cite +
         "[[alias]]\nid = \"other\"\nregion = \"" + region + "\"\nname = \"Other\"\n" + cite;
}

/// The gazetteer and the policies of an edition. In the second a rule and an alias are of another
/// region, and there is a region and a policy more.
void write_edition(const fixture::temporary_folder& into, int number) {
  const bool second = number == 2;
  const std::string name = "edition" + std::to_string(number) + "/";
  into.write(name + "gazetteer/folding.tsv",
             fixture::read(fixture::root / "policy-src/gazetteer/folding.tsv"));
  into.write(name + "gazetteer/iso-3166-2.tsv",
             std::string{"XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\nXX-C\tGamma\tregion\n"} +
                 (second ? "XX-D\tDelta\tregion\n" : ""));
  into.write(name + "nl/xx.toml", second ? policy("nl", "XX-B", "said of all but Alpha")
                                         : policy("nl", "XX-A", "said of Alpha"));
  if (second) into.write(name + "be/xx.toml", policy("be", "XX-A", "said of Alpha"));
}

/// The first digest that a table has: that of its sources.
std::string digest_of(const std::string& table) {
  const std::string before = "#define AMBIT_DIGEST ";
  return table.substr(table.find(before) + before.size(), 66);
}

}  // namespace

TEST_CASE("law 11: two editions compiled into one program each answer for themselves") {
  const fixture::temporary_folder folder;
  const std::string path = folder.path().string() + "/";
  std::string digests[3];
  for (const int edition : {1, 2}) {
    write_edition(folder, edition);
    const std::string number = std::to_string(edition);
    const run::output baked =
        run::ambitc("bake " + path + "edition" + number + " --with-gazetteer --namespace baked" +
                    " --into " + path + "tables" + number);
    REQUIRE_MESSAGE(baked.status == 0, baked.err);
    digests[edition] = digest_of(fixture::read(path + "tables" + number + "/nl_xx.hpp"));
  }
  REQUIRE(digests[1] != digests[2]);

  const auto compiled = [&](const std::string& command) {
    const run::output said = run::command(command);
    REQUIRE_MESSAGE(said.status == 0, command << "\n" << said.err);
  };
  for (const std::string compiler : {"g++", "clang++"}) {
    if (run::command("command -v " + compiler).status != 0) {
      MESSAGE("skipped: ", compiler, " is not installed");
      continue;
    }
    for (const std::string level : {"-O0", "-O2"}) {
      const std::string with =
          "cd " + path + " && " + compiler + " -std=c++20 -fPIC -I" AMBIT_ROOT "/include " + level;
      const auto library = [&](int edition, const std::string& name) {
        const std::string number = std::to_string(edition);
        return with + " -Itables" + number + " -DWORLD=" + number + " -DLIBRARY=ask_" + name +
               " -D'DIGEST=" + digests[edition] + "' -c " + sources + "library.cpp -o " + name +
               ".o && rm -f lib" + name + ".a && ar rc lib" + name + ".a " + name + ".o && " +
               compiler + " -shared " + name + ".o -o lib" + name + ".so";
      };
      compiled(library(1, "first") + " && " + library(2, "second") + " && " + with + " -c " +
               sources + "main.cpp");
      for (const std::string suffix : {".a", ".so"})
        for (const std::string libraries : {"libfirst@ libsecond@", "libsecond@ libfirst@"}) {
          std::string linked = libraries;
          for (std::size_t at; (at = linked.find('@')) != std::string::npos;)
            linked.replace(at, 1, suffix);
          compiled("cd " + path + " && " + compiler + " main.o " + linked + " -Wl,-rpath," + path +
                   " -o program");
          CAPTURE(compiler);
          CAPTURE(level);
          CAPTURE(linked);
          CHECK(run::command(path + "program").status == 0);
        }
    }
  }
}

TEST_CASE(
    "headers of other pieces or another folding, compiled into one program, read by their own") {
  const fixture::temporary_folder folder;
  const std::string path = folder.path().string() + "/";
  // As if the headers of the second library were of another day.
  ambitc::diagnostics found;
  const std::vector<std::string> texts = {"aaaa bbbb aaaa bbbb", "bbbb aaaa bbbb aaaa"};
  ambitc::write_files({ambitc::bake_pieces(texts)}, folder.path() / "texts/ambit/tables", found);
  REQUIRE(!found.failed());
  std::string folding = fixture::read(fixture::root / "include/ambit/tables/folding.hpp");
  const std::string edition = folding.substr(folding.find("inline edition_") + 15, 16);
  for (std::size_t at; (at = folding.find(edition)) != std::string::npos;)
    folding.replace(at, edition.size(), "0123456789abcdef");
  const std::string first_letter = "latin[] = {\n  97,";  // À is a
  REQUIRE(folding.find(first_letter) != std::string::npos);
  folding.replace(folding.find(first_letter), first_letter.size(), "latin[] = {\n  98,");
  folder.write("names/ambit/tables/folding.hpp", folding);
  folder.write(
      "nl_xx.hpp",
      ambitc::bake(
          fixture::policy(fixture::rule("violence", "regions = [\"XX-A\"], closure = \"open\"",
                                        "in_force = 2020-01-01"))
              .images,
          {}, "baked")
          .front()
          .text);
  folder.write("texts.cpp",
               "#include <ambit/packed_text.hpp>\n"
               "constexpr char bytes[] = \"\\200\\201\\202\\203\\204\\205\\206\\207\";\n"
               "int LIBRARY(const char*, const char* packed) {\n"
               "  constexpr std::size_t size = ambit::packed_text{bytes}.size();\n"
               "  return ambit::packed_text{packed ? packed : bytes}.size() == size ? 0 : 1;\n}\n");
  folder.write("names.cpp",
               "#include <nl_xx.hpp>\n#include <ambit/names.hpp>\n"
               "int LIBRARY(const char* name, const char*) {\n"
               "  constexpr bool is = bool(ambit::find(baked::nl_xx, \"\\303\\200lpha\"));\n"
               "  static_assert(is == IS);\n"
               "  return bool(ambit::find(baked::nl_xx, name)) == is ? 0 : 2;\n}\n");
  folder.write("main.cpp",
               "int first(const char*, const char*);\nint second(const char*, const char*);\n"
               "int main() {\n  const char* const name = \"\\303\\200lpha\";\n"
               "  return first(name, nullptr) + 4 * second(name, nullptr);\n}\n");
  for (const std::string source : {"texts", "names"}) {
    const std::string with = "cd " + path + " && " AMBIT_CXX " -std=c++20 -O0 ";
    const auto library = [&](const std::string& name, const std::string& options) {
      return with + options + " -I. -I" AMBIT_ROOT "/include -DLIBRARY=" + name + " -c " + source +
             ".cpp -o " + name + ".o && ";
    };
    const run::output made =
        run::command(library("first", "-DIS=true") + library("second", "-DIS=false -I" + source) +
                     with + "main.cpp first.o second.o -o program && ./program");
    CHECK_MESSAGE(made.status == 0, source << "\n" << made.err);
  }
}

TEST_CASE("all names of the headers bear the number of the format") {
  const std::string named = "namespace ambit::inline v" + std::to_string(ambit::format_version);
  for (const auto& entry : fs::recursive_directory_iterator(fixture::root / "include/ambit")) {
    const std::string name = entry.path().lexically_relative(fixture::root).generic_string();
    if (entry.path().extension() != ".hpp" || name.find("/tables/") != std::string::npos) continue;
    const std::string text = fixture::read(entry.path());
    CAPTURE(name);
    for (std::size_t at = 0; (at = text.find("namespace ambit", at)) != std::string::npos; ++at)
      CHECK(text.substr(at, named.size()) == named);
  }
}
