// SPDX-License-Identifier: BSL-1.0
#include "run.hpp"

#include "bake.hpp"
#include "cpp_names.hpp"

#include <doctest/doctest.h>

#include <vector>

// Any id that is accepted compiles, whatever C++, its macros and the table itself call so; and so
// does any namespace.

namespace {

namespace fs = std::filesystem;

// Of each kind: keywords, macros, members of the table, what is made of other names, and what is
// like another.
const std::vector<std::string> advices = {"title",       "regions", "days",  "linux",
                                          "int",         "and-eq",  "group", "advice",
                                          "nl-xx-table", "slots",   "std",   "ambit"};
const std::vector<std::string> groups = {
    "title",   "regions", "linux",    "unix",    "errno",         "stdin",     "small",
    "near",    "emit",    "signals",  "slots",   "min",           "not",       "xor",
    "class",   "return",  "co-await", "import",  "module",        "typeof",    "assert",
    "a-b",     "ab",      "a-b1",     "none",    "char8-t",       "wchar-t",   "this",
    "null",    "true",    "i386",     "far",     "static-assert", "interface", "nl-xx",
    "text-at", "policy",  "status",   "measure", "ambit",         "std",       "contract-assert"};
const std::vector<std::string> rules = {
    "policy",   "x",       "x-in",  "x-in-force", "x-id",      "x-id-end",
    "x-id-2",   "none",    "linux", "unix",       "null",      "this",
    "rule",     "rule-at", "texts", "place-4",    "place-4-2", "withheld-rule-1",
    "in-force", "end"};

/// What programs define before they include a table: the macros of Qt, Windows, X11 and POSIX, and
/// what ids, regions and places would be called if they were called by nothing else.
const char* const hostile =
    "#define slots\n#define signals public\n#define emit\n#define forever for (;;)\n"
    "#define small char\n#define near\n#define far\n#define min(a, b) ((a) < (b) ? (a) : (b))\n"
    "#define max(a, b) ((a) > (b) ? (a) : (b))\n#define interface struct\n#define None 0L\n"
    "#define Status int\n#define Bool int\n#define True 1\n#define Always 2\n"
    "#define x_in 3\n#define x_id 4\n#define place_4 5\n#define withheld_rule_1 6\n"
    "#define XX_A 7\n#define XX_A_name 8\n#define policy_title 9\n#define policy_id 10\n"
    "#define x_id_end 11\n#define x_in_force 12\n#define texts_id 13\n#define linux_title 14\n";

std::string both(const std::string& text) {
  return "{ en = \"" + text + "\", nl = \"" + text + "\" }";
}

/// A policy in which all of them are ids.
fixture::policies hostile_policy() {
  const std::string cite = "cite = [{ source = \"first\", at = \"1\", terms = [\"term\"] }]\n";
  std::string text;
  std::string earlier;  // required by the next, as few sets of advices may be adopted together
  for (const std::string& id : advices) {
    text += "[[advice]]\nid = \"" + id + "\"\ntitle = " + both(id + " as advice") +
            "\nsource = \"first\"\ngiven = 2020-01-01\n" + cite +
            (earlier.empty() ? "" : "requires = [\"" + earlier + "\"]\n");
    earlier = id;
  }
  for (const std::string& id : groups)
    text +=
        "[[persons]]\nid = \"" + id + "\"\ndefinition = " + both(id + " as group") + "\n" + cite;
  std::size_t at = 0;
  for (const std::string& id : rules) {
    const std::vector<std::string> places = {"4", "(4)", "4.2", "4, end", "4 2", "(4", "4)", "4-2"};
    text += "[[rule]]\nid = \"" + id + "\"\ntitle = " + both(id + " as rule") +
            "\nmeasure = \"risk_group\"\neffect = \"designates\"\n"
            "area = { regions = [\"XX-A\"], closure = \"open\" }\npersons = [\"" +
            groups[at % groups.size()] + "\"]\nin_force = 2020-01-01\n" +
            "cite = [{ source = \"first\", at = \"" + places[at % places.size()] +
            "\", terms = [\"term\"] }]\n";
    ++at;
  }
  return fixture::policy(text);
}

/// Compiles with each compiler that is there, strictly, with and without what GNU adds; the
/// messages.
std::string messages_of(const fs::path& source, const fs::path& tables) {
  std::string messages;
  for (const std::string compiler : {"g++", "clang++"}) {
    if (run::command("command -v " + compiler).status != 0) continue;
    for (const std::string standard : {"c++20", "gnu++20"})
      messages += run::command(compiler + " -std=" + standard +
                               " -fsyntax-only -Wall -Wextra -Wpedantic -Wshadow -Wconversion "
                               "-Werror -I" AMBIT_ROOT "/include -I" +
                               tables.string() + " " + source.string())
                      .err;
  }
  return messages;
}

}  // namespace

TEST_CASE("compiled: whatever an id is, its table compiles, and has a name for it") {
  const fixture::policies all = hostile_policy();
  const fixture::temporary_folder folder;
  ambitc::diagnostics found;
  ambitc::write_files(ambitc::bake(all.images, {}, "baked"), folder.path(), found);
  REQUIRE(!found.failed());
  std::string source = hostile;
  source +=
      "#include <atlas_statuses.hpp>\n#undef min\n#undef max\nusing table = baked::nl_xx_table;\n"
      "constexpr bool advice_is(table::advice each, std::string_view id) {\n"
      "  return ambit::text(baked::nl_xx, baked::nl_xx.advices()[static_cast<unsigned>(each)].id) "
      "== id;\n}\n"
      "constexpr bool group_is(table::group each, std::string_view id) {\n"
      "  return ambit::text(baked::nl_xx, baked::nl_xx.persons()[static_cast<unsigned>(each)].id) "
      "== id;\n}\n"
      "static_assert(advice_is(baked::nl_xx.title_, \"title\"));\n"
      "static_assert(advice_is(baked::nl_xx.days_, \"days\"));\n"
      "static_assert(advice_is(baked::nl_xx.linux_, \"linux\"));\n"
      "static_assert(advice_is(baked::nl_xx.and_eq_, \"and-eq\"));\n"
      "static_assert(advice_is(baked::nl_xx.nl_xx_table_, \"nl-xx-table\"));\n"
      "static_assert(group_is(table::group::title, \"title\"));\n"
      "static_assert(group_is(table::group::unix_, \"unix\"));\n"
      "static_assert(group_is(table::group::co_await_, \"co-await\"));\n"
      "static_assert(group_is(table::group::a_b1, \"a-b1\"));\n"
      "static_assert(baked::nl_xx.title().offset != 0);\n";
  folder.write("names.cpp", source);
  CHECK(messages_of(folder.path() / "names.cpp", folder.path()) == "");
}

TEST_CASE("compiled: a namespace that is accepted compiles") {
  const fixture::policies all = fixture::policy(fixture::rule(
      "violence", "regions = [\"XX-A\"], closure = \"open\"", "in_force = 2020-01-01"));
  const fixture::temporary_folder folder;
  std::string source;
  for (const std::string space :
       {"ambit::tables", "laws", "laws::tables", "laws_::_1tables", "nl_xx", "atlas", "v1",
        "region_row", "my::region", "my::status::detail", "my::ambit", "tables::ambit::status",
        "my::measure", "folding", "text_at", "edition", "Laws", "my::index", "absent"}) {
    CAPTURE(space);
    CHECK(ambitc::fault_of_namespace(space).value_or("") == "");
    std::string in;
    for (const char c : space) in += c == ':' ? '-' : c;
    ambitc::diagnostics found;
    ambitc::write_files(ambitc::bake(all.images, {}, space), folder.path() / in, found);
    REQUIRE(!found.failed());
    source += "#include \"" + in + "/atlas_statuses.hpp\"\nstatic_assert(ambit::policy<" + space +
              "::nl_xx_table>);\n";
  }
  folder.write("namespaces.cpp", source);
  CHECK(messages_of(folder.path() / "namespaces.cpp", folder.path()) == "");
}

TEST_CASE("a namespace in which tables cannot stand is refused with a sentence") {
  const auto refused = [](const std::string& space, const std::string& why) {
    CAPTURE(space);
    const std::string fault = ambitc::fault_of_namespace(space).value_or("");
    CHECK_MESSAGE(fault.find(why) != std::string::npos, fault);
  };
  for (const std::string space :
       {"", "::", "a::", "::a", "a:b", "1a", "a b", "a-b", "a::b;", "\xc3\xa9"})
    refused(space, "is no C++ namespace; write one as in a::b");
  for (const std::string word : {"int", "and", "xor_eq", "co_await", "char8_t", "typeof"}) {
    refused(word, "'" + word + "' is a word of C++ itself; choose another");
    refused("a::" + word, "'" + word + "' is a word of C++ itself; choose another");
  }
  refused("linux", "is a macro where it is compiled for some systems");
  refused("a::errno", "is a macro");
  refused("NULL", "'NULL' may be a macro, as names in capitals are");
  refused("a::INT_MAX", "may be a macro");
  refused("std", "'std' belongs to the standard library");
  refused("a::std", "'std' belongs to the standard library");
  refused("std::tables", "'std' belongs to the standard library");
  refused("posix", "belongs to the standard library");
  refused("a__b", "keeps for compilers");
  refused("_Tables", "keeps for compilers");
  refused("time", "'time' is a name of the C library");
  refused("index::a", "'index' is a name of the C library");
  for (const std::string space : {"ambit", "ambit::detail", "ambit::tables::mine", "ambit::v1"})
    refused(space, "'ambit' is the library's own, and has room for them in ambit::tables alone");
}

TEST_CASE("names of rows are all different, whatever the ids are") {
  ambitc::symbols names;
  CHECK(names.make("place_4") == "place_4");
  CHECK(names.make("place_4") == "place_4_2");
  CHECK(names.make("place_4_2") == "place_4_2_2");
  CHECK(names.make("place_4") == "place_4_3");
  CHECK(names.make("place_4_end") == "place_4_end_2");  // place_4_end is where the first one ends
}
