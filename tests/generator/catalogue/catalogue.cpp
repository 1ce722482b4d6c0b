// SPDX-License-Identifier: BSL-1.0

// The catalogue of errors. Each file of `cases` is a transcript on a copy of the folder `good`:
//
//   # What is wrong.
//   @ policies/xn/xm.toml     the file that is changed next (this one if none is named)
//     a line as it stands     a change is written as in a diff: the lines of each block must stand
//   - a line to be removed    in the file exactly once; a block of new lines only is added at the
//   + a new line              end. A file that is not there yet is made.
//   $ ambitc check policies   then a run, with all that it must print to stderr,
//   policies/xn/xm.toml:3:1: error: a sentence [rule-name]
//   exit 1                    and its exit status
//
// Changes and runs may follow one another. A run that fails must print nothing to stdout and leave
// every file as it was; what `check` finds, `bake` must find too. With AMBIT_REWRITE_CATALOGUE in
// the environment, what the runs print is written into the cases: for `git diff` to show.

#include "../files.hpp"

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using files::read;
using files::write;

const fs::path the_catalogue{CATALOGUE};
constexpr std::string_view the_policy = "policies/xn/xm.toml";

// ---- Files

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> files_of(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == extension) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

/// Everything below a folder; a file that is written again is another one, whatever its bytes.
auto state_of(const fs::path& folder) {
  std::map<fs::path, std::tuple<fs::file_type, std::uintmax_t, fs::file_time_type>> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const bool is_file = entry.is_regular_file();
    all[entry.path()] = {entry.symlink_status().type(), is_file ? entry.file_size() : 0,
                         is_file ? entry.last_write_time() : fs::file_time_type{}};
  }
  return all;
}

// ---- Runs

struct result {
  int status;
  std::string out, err;
};

/// A copy of the folder `good` to be broken, gone at the end of the test.
class workspace {
 public:
  workspace() { fs::copy(the_catalogue / "good", folder(), fs::copy_options::recursive); }

  fs::path folder() const { return root_.path() / "work"; }

  /// Runs a command that begins with `ambitc`, in the folder. Blanks part its words.
  result run(const std::string& command) const {
    std::istringstream in(command);
    std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
    REQUIRE((!words.empty() && words.front() == "ambitc"));
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string out = (root_.path() / "out").string(), err = (root_.path() / "err").string();
    const std::string program = files::ambitc();
    const pid_t child = fork();
    if (child == 0) {
      // No stdio here: it would print what the test has buffered once more.
      const auto to_file = [](const std::string& file, int stream) {
        const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        return opened >= 0 && dup2(opened, stream) >= 0;
      };
      if (to_file(out, STDOUT_FILENO) && to_file(err, STDERR_FILENO) &&
          chdir(folder().c_str()) == 0)
        execv(program.c_str(), arguments.data());
      _exit(127);
    }
    int ended = 0;
    if (child < 0 || waitpid(child, &ended, 0) != child)
      throw std::runtime_error("cannot run " + program);
    return {WIFEXITED(ended) ? WEXITSTATUS(ended) : -WTERMSIG(ended), read(out), read(err)};
  }

 private:
  files::temporary_folder root_;
};

std::string shown(const std::string& err, int status) {
  return err + "exit " + std::to_string(status) + "\n";
}

void check_same(const std::string& got, const std::string& expected) {
  const bool same = got == expected;
  CHECK_MESSAGE(same, "\n---- expected:\n", expected, "---- got:\n", got);
}

/// Runs a command and checks what holds of every run; gives what a case writes after the `$`.
std::string checked_run(const workspace& in, const std::string& command) {
  const auto before = state_of(in.folder());
  const auto check_unchanged = [&] {
    const bool unchanged = state_of(in.folder()) == before;
    CHECK_MESSAGE(unchanged, "a run that fails changed files: ", command);
  };
  const result got = in.run(command);
  if (got.status != 0) {
    CHECK_MESSAGE(got.out == "", "a run that fails prints to stderr only");
    check_unchanged();
  }
  constexpr std::string_view check = "ambitc check";
  if (got.status == 1 && command.starts_with(check) && command.find("--sources") == command.npos &&
      got.err.find("[scenario]") == got.err.npos &&
      got.err.find(".scenarios.toml:") == got.err.npos) {  // which a bake does not ask
    const result baked = in.run("ambitc bake --into tables" + command.substr(check.size()));
    check_same(shown(baked.err, baked.status), shown(got.err, got.status));
    check_unchanged();
  }
  return shown(got.err, got.status);
}

// ---- Cases in files

/// One block of changed lines.
struct block {
  std::string old_lines, new_lines;

  void apply(const fs::path& file) const {
    const std::string text = "\n" + (fs::exists(file) ? read(file) : "");
    const std::string wanted = "\n" + old_lines;
    const std::size_t at = old_lines.empty() ? text.size() - 1 : text.find(wanted);
    if (at == std::string::npos || (!old_lines.empty() && text.find(wanted, at + 1) != text.npos))
      throw std::runtime_error("not exactly once in " + file.filename().string() + ":\n" +
                               old_lines);
    write(file, (text.substr(0, at + 1) + new_lines + text.substr(at + wanted.size())).substr(1));
  }
};

/// Plays a case in a copy of `good`. The case as the runs made it: equal to its text if it holds.
std::string played(const std::string& text) {
  const workspace work;
  fs::path file = work.folder() / the_policy;
  block change;
  std::string as_run;
  const std::vector<std::string> lines = lines_of(text);
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    const std::string line = i < lines.size() ? lines[i] : "";
    const std::string mark = line.substr(0, 2), rest = line.size() > 2 ? line.substr(2) : "";
    if (mark == "  " || mark == "- " || mark == "-") change.old_lines += rest + "\n";
    if (mark == "  " || mark == "+ " || mark == "+") change.new_lines += rest + "\n";
    if (mark == "  " || mark.starts_with('-') || mark.starts_with('+')) {
      as_run += line + "\n";
      continue;
    }
    if (!change.old_lines.empty() || !change.new_lines.empty()) change.apply(file);
    change = {};
    if (i == lines.size()) break;
    as_run += line + "\n";
    if (mark == "@ ") file = work.folder() / rest;
    if (mark == "$ ") {
      as_run += checked_run(work, rest);
      while (++i < lines.size() && !lines[i].starts_with("exit ")) {
      }
    } else if (!line.empty() && mark != "# " && mark != "@ ") {
      throw std::runtime_error("not a line of a case: " + line);
    }
  }
  return as_run;
}

TEST_CASE("the good policy") {
  const workspace work;
  const result got = work.run("ambitc check policies --sources documents");
  CHECK(got.err == "");
  CHECK(got.status == 0);
  CHECK(got.out.starts_with(
      "xn-xm: 2 rules, 2 advices, 2 sources; opened 1 document (1 not pinned) and found 7 terms "
      "of 7 citations\n"));
}

TEST_CASE("cases") {
  for (const fs::path& file : files_of(the_catalogue / "cases", ".case")) {
    SUBCASE(file.stem().string().c_str()) {
      const std::string expected = read(file);
      const std::string got = played(expected);
      if (std::getenv("AMBIT_REWRITE_CATALOGUE"))
        write(file, got);
      else
        check_same(got, expected);
    }
  }
}

// ---- Cases that a file cannot show: odd bytes, odd files, large ones

struct made_case {
  std::string name;
  std::function<void(const fs::path& folder)> make;
  std::string command;
  std::string expected;
};

/// The good policy with one text for another.
void replace(const fs::path& folder, std::string_view old_text, std::string_view new_text) {
  std::string text = read(folder / the_policy);
  const std::size_t at = text.find(old_text);
  if (at == std::string::npos) throw std::runtime_error("not there: " + std::string{old_text});
  write(folder / the_policy, text.replace(at, old_text.size(), new_text));
}

void add(const fs::path& folder, std::string_view more) {
  write(folder / the_policy, read(folder / the_policy) + std::string{more});
}

std::string repeated(std::size_t times, std::string_view text) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

/// `a7`. Appended: g++ 12 with -O3 takes a text that is put before another for one that overlaps
/// it.
std::string numbered(std::string text, int number) {
  text += std::to_string(number);
  return text;
}

std::string remark(const std::string& id, const std::string& text) {
  return "[[remark]]\nid = \"" + id + "\"\nkind = \"context\"\ntext = { en = \"" + text +
         "\", nl = \"" + text + text.front() +
         "\" }\ncite = [{ source = \"letter\", at = \"3\", terms = [\"report\"] }]\n";
}

std::string advice(const std::string& id, const std::string& required) {
  return "[[advice]]\nid = \"" + id + R"("
title = { en = "Designate Alder", nl = "Alder aanwijzen" }
source = "memo"
requires = [)" +
         required + R"(]
cite = [{ source = "memo", at = "1", terms = ["Alder"] }]
)";
}

std::vector<made_case> made_cases() {
  const std::string check = "ambitc check policies", bake = "ambitc bake policies --into tables";
  const std::string policy{the_policy};
  const std::string nothing_in_it =
      policy + ":1:1: error: the key 'policy' is missing in the file; write it [missing-key]\n" +
      policy + ":1:1: error: the key 'source' is missing in the file; write it [missing-key]\n" +
      policy + ":1:1: error: the key 'rule' is missing in the file; write it [missing-key]\n";
  std::vector<made_case> cases;
  const auto add_case = [&cases](std::string name, std::function<void(const fs::path&)> make,
                                 const std::string& command, const std::string& errors) {
    cases.push_back(
        {std::move(name), std::move(make), command, shown(errors, errors.empty() ? 0 : 1)});
  };

  // Odd characters in the policy's title, at the 20th of line 5.
  const auto add_title = [&](const std::string& name, const std::string& title,
                             const std::string& error) {
    add_case(
        name, [title](const fs::path& folder) { replace(folder, "Northland on Midland", title); },
        check, policy + ":5:20: error: " + error + "\n");
  };
  const std::string no_utf8 = "this is not UTF-8; save the file as UTF-8 [not-utf-8]";
  add_title("Latin-1", "Nor\xfc", no_utf8);
  add_title("a UTF-16 surrogate in UTF-8", "Nor\xed\xa0\x80", no_utf8);
  add_title("an overlong slash", "Nor\xc0\xaf", no_utf8);
  add_title("a cut sequence", "Nor\xe2\x82", no_utf8);
  const std::string control = "a control character ";
  const std::string bidirectional = "a bidirectional formatting character ";
  const std::string hidden = " stands here; remove it [hidden-character]";
  add_title("a NUL", std::string("Nor\0", 4), control + "U+0000" + hidden);
  add_title("a control character", "Nor\x1b[31m", control + "U+001B" + hidden);
  add_title("DEL", "Nor\x7f", control + "U+007F" + hidden);
  add_title("a C1 control character", "Nor\xc2\x85", control + "U+0085" + hidden);
  add_title("a line separator", "Nor\xe2\x80\xa8", control + "U+2028" + hidden);
  add_title("a bidirectional override", "Nor\xe2\x80\xae", bidirectional + "U+202E" + hidden);
  add_title("a bidirectional isolate", "Nor\xe2\x81\xa6", bidirectional + "U+2066" + hidden);
  add_title("a column counts characters", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x8c\x8d\x01",
            control + "U+0001" + hidden);
  add_case(
      "a carriage return in a text",
      [](const fs::path& folder) { replace(folder, "Memo", "A\rB"); }, check,
      policy +
          ":16:18: error: Error while parsing string: unescaped control characters other than "
          "TAB (U+0009) are explicitly prohibited [toml-syntax]\n");
  add_case(
      "the gazetteer in Latin-1",
      [](const fs::path& folder) {
        write(folder / "policies/gazetteer/iso-3166-2.tsv", "XM-A\tAld\xe9r\tregion\n");
      },
      check,
      "policies/gazetteer/iso-3166-2.tsv:1:9: error: " + no_utf8 + "\n" + policy +
          ":4:11: error: the gazetteer has no region of 'XM'; add its rows there "
          "[unknown-country]\n");
  add_case(
      "CRLF",
      [](const fs::path& folder) {
        std::string text;
        for (const std::string& line : lines_of(read(folder / the_policy))) text += line + "\r\n";
        write(folder / the_policy, text);
      },
      check, "");
  add_case(
      "a byte order mark before the policy",
      [](const fs::path& folder) {
        write(folder / the_policy, "\xef\xbb\xbf" + read(folder / the_policy));
      },
      check, "");
  add_case(
      "a file of a byte order mark only",
      [](const fs::path& folder) { write(folder / the_policy, "\xef\xbb\xbf"); }, check,
      nothing_in_it);
  add_case(
      "an empty file", [](const fs::path& folder) { write(folder / the_policy, ""); }, check,
      nothing_in_it);

  // What is no file, or no folder of policies.
  add_case(
      "a sparse file of 100 MB",
      [](const fs::path& folder) {
        write(folder / "policies/xn/xy.toml", "");
        fs::resize_file(folder / "policies/xn/xy.toml", 100'000'000);
      },
      check,
      "policies/xn/xy.toml: error: this file has 100000000 bytes; at most 4194304 are read: "
      "split it [unreadable-file]\n");
  add_case(
      "a folder with the name of a file",
      [](const fs::path& folder) { fs::create_directories(folder / "policies/xn/xy.toml"); }, check,
      "policies/xn/xy.toml: error: this is a folder; name a file [unreadable-file]\n");
  add_case(
      "links to a folder above, and to nothing",
      [](const fs::path& folder) {
        fs::create_directory_symlink("..", folder / "policies/xn/up");
        fs::create_symlink("nowhere", folder / "policies/xn/lost");
        fs::create_directories(folder / "policies/xn/xy.toml");
      },
      check,
      "policies/xn/lost: note: this link leads nowhere, and is not read [not-read]\n"
      "policies/xn/up: note: this link to a folder is not followed; name that folder [not-read]\n"
      "policies/xn/xy.toml: error: this is a folder; name a file [unreadable-file]\n");
  add_case(
      "a pipe with the name of a file",
      [](const fs::path& folder) {
        if (mkfifo((folder / "policies/xn/xy.toml").c_str(), 0600) != 0)
          throw std::runtime_error("cannot make a pipe");
      },
      check, "policies/xn/xy.toml: error: this is not a regular file [unreadable-file]\n");
  add_case(
      "a link to nothing",
      [](const fs::path& folder) { fs::create_symlink("no", folder / "policies/xn/xy.toml"); },
      check, "policies/xn/xy.toml: error: there is no such file [unreadable-file]\n");
  add_case(
      "a folder without policies",
      [](const fs::path& folder) { fs::remove_all(folder / "policies/xn"); }, check,
      "policies: error: there is no policy here; write one as <jurisdiction>/<country>.toml "
      "[no-policy]\n");
  add_case(
      "an empty folder",
      [](const fs::path& folder) {
        fs::remove_all(folder / "policies");
        fs::create_directory(folder / "policies");
      },
      check,
      "policies/gazetteer: note: there is no such folder, nor " +
          (fs::canonical(AMBITC).parent_path() / GAZETTEER_FROM_AMBITC)
              .lexically_normal()
              .string() +
          ", where an installed ambitc has its own; name one with --gazetteer [unreadable-file]\n"
          "policies/gazetteer/iso-3166-2.tsv: error: there is no such file [unreadable-file]\n");

  // What stands where a table should be written. The second table cannot be: nor is the first.
  const std::string unwritable =
      ": error: this file cannot be written; nothing was changed [unwritable-target]\n";
  for (const std::string table : {"tables/xn_xm.hpp", "tables/atlas.hpp"})
    add_case(
        "a folder " + table,
        [table](const fs::path& folder) { fs::create_directories(folder / table); }, bake,
        table + unwritable);

  // Too deep, too many, too large.
  const std::string too_deep =
      ": error: Error while parsing value: exceeded maximum nested value depth of 256 "
      "(TOML_MAX_NESTED_VALUES) [toml-syntax]\n";
  add_case(
      "arrays in arrays",
      [](const fs::path& folder) {
        add(folder, "a = " + repeated(100'000, "[\n") + repeated(100'000, "]\n"));
      },
      check, policy + ":363:1" + too_deep);
  add_case(
      "tables in tables",
      [](const fs::path& folder) {
        add(folder, "a = " + repeated(2'000, "{a=") + "1" + repeated(2'000, "}"));
      },
      check, policy + ":107:773" + too_deep);
  add_case(
      "a line that is too long",
      [](const fs::path& folder) { add(folder, "# " + repeated(9'000, "-")); }, check,
      policy +
          ":107:1: error: this line has more than 8192 bytes; write it on several "
          "[line-too-long]\n");
  add_case(
      "a key of 20,000 parts",
      [](const fs::path& folder) { add(folder, repeated(20'000, "a.") + "a = 1"); }, check,
      policy +
          ":107:1: error: this line has more than 8192 bytes; write it on several "
          "[line-too-long]\n");
  add_case(
      "a file whose name would end a comment",
      [](const fs::path& folder) {
        fs::rename(folder / the_policy, folder / "policies/xn/x\nint m.toml");
      },
      check,
      "policies/xn/x<U+000A>int m.toml: error: the name of a policy's file has letters, digits, "
      "'-', "
      "'_' and '.' only [file-name]\n");
  add_case(
      "33 advices",
      [](const fs::path& folder) {
        add(folder, advice("a0", R"("return")"));
        for (int i = 1; i < 31; ++i)
          add(folder, advice(numbered("a", i), numbered("\"a", i - 1) + "\""));
      },
      check, policy + ":287:1: error: a policy has at most 32 advices [too-many-advices]\n");
  add_case(
      "256 policies",
      [](const fs::path& folder) {
        const std::string text = read(folder / the_policy);
        for (int i = 0; i < 255; ++i) {
          std::string jurisdiction = "AA";
          jurisdiction[0] = static_cast<char>('A' + i / 26);
          jurisdiction[1] = static_cast<char>('A' + i % 26);
          std::string id = jurisdiction;
          for (char& c : id) c = static_cast<char>(c - 'A' + 'a');
          std::string other = text;
          other.replace(other.find("xn-xm"), 2, id);
          other.replace(other.find("\"XN\""), 4, "\"" + jurisdiction + "\"");
          write(folder / ("policies/" + id + ".toml"), other);
        }
      },
      check,
      "policies: error: there are 256 policies here, and an atlas has at most 255; make two "
      "folders "
      "of them [too-many-policies]\n");
  add_case(
      "65 groups of persons",
      [](const fs::path& folder) {
        for (int i = 0; i < 64; ++i)
          add(folder, numbered("[[persons]]\nid = \"g", i) +
                          "\"\ndefinition = { en = \"some\", nl = \"sommigen\" }\n"
                          "cite = [{ source = \"memo\", at = \"1\", terms = [\"Alder\"] }]\n");
      },
      check,
      [&] {
        std::string expected;
        for (int i = 0; i < 64; ++i) {
          if (i == 63)
            expected += policy +
                        ":359:1: error: a policy has at most 64 groups of persons "
                        "[too-many-groups]\n";
          expected += numbered(policy + ":", 108 + 4 * i) +
                      numbered(":6: note: nothing refers to the [[persons]] 'g", i) +
                      "' [unused]\n";
        }
        return expected;
      }());
  add_case(
      "advices in too many combinations",
      [](const fs::path& folder) {
        for (int i = 0; i < 8; ++i) add(folder, advice(numbered("a", i), ""));
      },
      check,
      policy +
          ":32:1: error: these advices can be adopted in more than 256 combinations; write "
          "what depends on what with 'requires', or make fewer [too-many-advices]\n");
  add_case(
      "texts of 70,000 bytes",
      [](const fs::path& folder) {
        for (const char* letter : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
          add(folder, remark(letter, repeated(3'500, letter)));
      },
      check,
      policy +
          ":1:1: error: this policy has 70253 bytes of texts of one kind; a table has at most "
          "65536 [table-too-large]\n");
  add_case(
      "70,000 citations of one record",
      [](const fs::path& folder) {
        replace(folder, R"([{ source = "letter", at = "3", terms = ["no report"] }])",
                "[" + repeated(70'000, "{source='letter',at='3',terms=['a']},\n") + "]");
      },
      bake,
      policy +
          ":106:8: error: 'cite' has 70000 entries, and a list has at most 255; make several "
          "records of this one [list-too-long]\n");
  return cases;
}

TEST_CASE("cases made here") {
  for (const made_case& each : made_cases()) {
    SUBCASE(each.name.c_str()) {
      const workspace work;
      each.make(work.folder());
      const std::string got = checked_run(work, each.command);
      check_same(got, each.expected);
    }
  }
}

// The sentences are CLI11's.
TEST_CASE("command lines that are none") {
  const workspace work;
  for (const char* const command :
       {"ambitc", "ambitc no", "ambitc check", "ambitc check --no policies", "ambitc bake policies",
        "ambitc ask policies xn-xm", "ambitc ask policies xn-xm XM-A",
        "ambitc check policies more"}) {
    CAPTURE(command);
    const result got = work.run(command);
    CHECK(got.status == 2);
    CHECK(got.out == "");
    CHECK(got.err != "");
  }
}

// ---- Every error has a case

/// The names in the last arguments of all calls of a function in some C++.
std::set<std::string> last_arguments(const std::string& code, const std::string& function) {
  std::set<std::string> names;
  const std::string call = function + "(";
  for (std::size_t at = code.find(call); at != code.npos; at = code.find(call, at + 1)) {
    if (at > 0 && (std::isalnum(static_cast<unsigned char>(code[at - 1])) || code[at - 1] == '_'))
      continue;
    std::set<std::string> last;
    int depth = 1;
    for (std::size_t i = at + call.size(); depth > 0 && i < code.size(); ++i) {
      if (code[i] == '\'' && i + 2 < code.size() && code[i + 2] == '\'') i += 2;
      if (std::string_view{"([{"}.find(code[i]) != std::string_view::npos) ++depth;
      if (std::string_view{")]}"}.find(code[i]) != std::string_view::npos) --depth;
      if (code[i] == ',' && depth == 1) last.clear();
      if (code[i] != '"') continue;
      std::string text;
      for (++i; i < code.size() && code[i] != '"'; ++i) {
        text += code[i];
        if (code[i] == '\\') ++i;
      }
      if (depth == 1) last.insert(text);
    }
    names.merge(last);
  }
  return names;
}

/// The names in the errors and notes that a transcript shows, as in `... [name]`.
std::set<std::string> names_in(const std::string& transcript) {
  std::set<std::string> names;
  for (const std::string& line : lines_of(transcript)) {
    const bool is_finding =
        line.find(": error: ") != line.npos || line.find(": note: ") != line.npos;
    const std::size_t at = line.rfind(" [");
    if (is_finding && at != line.npos && line.ends_with(']'))
      names.insert(line.substr(at + 2, line.size() - at - 3));
  }
  return names;
}

TEST_CASE("every error of the generator has a case, and no case an error that is gone") {
  std::set<std::string> in_generator, in_cases;
  for (const fs::path& file : files_of(GENERATOR, ".cpp")) {
    const std::string code = read(file);
    for (const char* const function : {"error", "note", "report_cycles"})
      in_generator.merge(last_arguments(code, function));
  }
  for (const fs::path& file : files_of(the_catalogue / "cases", ".case"))
    in_cases.merge(names_in(read(file)));
  for (const made_case& each : made_cases()) in_cases.merge(names_in(each.expected));
  for (const std::string& name : in_generator) CHECK_MESSAGE(in_cases.contains(name), name);
  for (const std::string& name : in_cases) CHECK_MESSAGE(in_generator.contains(name), name);
}

}  // namespace
