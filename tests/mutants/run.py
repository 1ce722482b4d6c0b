#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Changes one thing at a time in the generator or the headers: a named test must fail.

The lists beside this script (*.toml) say what is changed and which test must fail:

    [[in]]
    file = "include/ambit/date.hpp"      # what is changed, one thing at a time
    test = "static/date.cpp"             # the test that must fail, below tests/
    changes = [
      ["month > 12", "month > 11"],      # this text, once in the file -> what stands there instead
      ["day < 1", "day < 0", "why no test can fail: the reason, where the program is the same"],
    ]

A test is one of
    static/date.cpp               its static_asserts: they must not compile
    unit/explain.cpp: a name      a case of the unit tests
    generator/worlds.cpp: a name  a case of the generator's tests
    catalogue: a name             a case of the catalogue of errors
A comma in a name is written as \\, (as for doctest), and * stands for anything.

A change whose text does not stand in its file exactly once, that does not compile, or whose test
does not run or fails without any change is an error of the list. Nothing is written outside the
build folder. What was built there is used: ambitc, generator_tests, catalogue and unit_tests.

What runs is compiled once for many changes (mutant schemata, Untch and others, 1993): of the
expression or statement around each the program has both forms, and a variable of the environment
chooses. What does not compile so is compiled alone.
"""

import argparse
import concurrent.futures
import dataclasses
import itertools
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
ROOT = TESTS.parent
SECONDS = 120  # a test that takes longer does not end: that is found too
GENERATOR_TESTS = "tests/generator/generator_tests"


class ListError(Exception):
    """Something is wrong with the lists."""


# ---- The lists


@dataclasses.dataclass(eq=False)
class Mutant:
    file: str
    test: str
    old: str
    new: str
    reason: str  # why it lives; empty if it must be killed
    where: str  # the list, and its number there

    def __str__(self):
        show = lambda text: " ".join(text.split())
        return f"{self.where}: {self.file}: {show(self.old)} -> {show(self.new)}"

    @property
    def is_static(self):
        return self.test.startswith("static/")

    @property
    def is_header(self):
        return self.file.startswith("include/")

    @property
    def source(self):
        """The file of the test."""
        return TESTS / self.test.partition(": ")[0]

    @property
    def case(self):
        return self.test.partition(": ")[2]

    def at(self):
        """Where its text begins in the file."""
        text = (ROOT / self.file).read_text()
        times = text.count(self.old)
        if self.old == self.new:
            raise ListError("the change changes nothing")
        if times != 1:
            raise ListError(f"the text stands {times} times in the file, and must stand there once")
        return text.index(self.old)

    def changed_text(self):
        at, text = self.at(), (ROOT / self.file).read_text()
        return text[:at] + self.new + text[at + len(self.old):]

    def choice(self):
        """The expression or statement around its text, as its begin and end in the file, and what it
        becomes; nothing where it is neither."""
        text = (ROOT / self.file).read_text()
        at = self.at()
        # What differs, without what both have.
        same = len(os.path.commonprefix([self.old, self.new]))
        most = min(len(self.old), len(self.new)) - same
        same_end = len(os.path.commonprefix([self.old[::-1], self.new[::-1]])[:most])
        first, last = at + same, at + len(self.old) - same_end
        begin, before = left_of(text, first)
        end, behind = right_of(text, last)
        is_statement = before in ";{}" and (behind == ";" or text[last - 1] == ";")
        if is_statement:
            end = last if text[last - 1] == ";" else end + 1
            begin += len(text[begin:]) - len(text[begin:].lstrip())
            declares = r"(const|constexpr|auto|static|using|[\w:<>]+&? \w+( =|;|\{|\())"
            if re.match(declares, text[begin:]) and not text[begin:].startswith("return"):
                return None
        declared = re.split(r"[;{}]", text[:begin])[-1]
        if re.search(r"\bconstexpr\b|\bstatic_assert\b", declared) and not is_statement:
            return None  # there nothing is chosen at run time
        changed = text[begin:first] + self.new[same:len(self.new) - same_end] + text[last:end]
        return begin, end, changed, is_statement


def left_of(text, at):
    """Where the expression around a place begins, and what stands before it."""
    depth = 0
    for i in range(at - 1, 0, -1):
        c = text[i]
        if depth == 0:
            spaced = text[i - 1] == " " and text[i + 1] in " \n"
            if c in "([{,;?" or c in "=:" and spaced:
                return i + 1, c
            if c == "}" and re.match(r"\s*[\w}]", text[i + 1:i + 80]):  # of a block
                return i + 1, c
            if re.search(r"\breturn$", text[i - 6:i + 1]):
                return i + 1, "return"
        depth += {")": 1, "]": 1, "}": 1, "(": -1, "[": -1, "{": -1}.get(c, 0)
    return 0, ";"


def right_of(text, at):
    """Where it ends, and what stands behind it."""
    depth = 0
    for i in range(at, len(text)):
        c = text[i]
        if depth == 0 and (c in ")],;?}" or c == ":" and text[i - 1] == " " == text[i + 1]):
            return i, c
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(c, 0)
    return len(text), ""


def read_lists():
    mutants = []
    for path in sorted(HERE.glob("*.toml")):
        number = 0
        for group in tomllib.loads(path.read_text())["in"]:
            for old, new, *reason in group["changes"]:
                number += 1
                mutants.append(Mutant(group["file"], group["test"], old, new, "".join(reason),
                                      f"{path.name} {number}"))
    return mutants


# ---- Compiling and running


class Build:
    """The commands of a build folder, with other files and objects in the place of some."""

    def __init__(self, folder):
        self.folder = folder
        self.commands = {}
        for entry in json.loads((folder / "compile_commands.json").read_text()):
            self.commands[str(pathlib.Path(entry["file"]).resolve())] = shlex.split(entry["command"])
        self.links = {}
        for target in ("generator/ambitc", GENERATOR_TESTS):
            said = self.run(["ninja", "-t", "commands", "-s", target]).stdout
            self.links[target] = [word for word in shlex.split(said.strip())
                                  if word not in (":", "&&")]
            if "-o" not in self.links[target]:
                raise SystemExit(f"{folder} has no command for {target}")

    def run(self, command, environment=None, seconds=None):
        return subprocess.run(list(map(str, command)), cwd=self.folder, capture_output=True,
                              text=True, errors="replace", timeout=seconds,
                              stdin=subprocess.DEVNULL,
                              env={**os.environ, **(environment or {})})

    def flags(self, source):
        """What a source is compiled with, without warnings, optimization and its output."""
        if str(source) not in self.commands:
            raise ListError(f"{source} is not compiled in {self.folder}")
        kept = []
        words = iter(self.commands[str(source)])
        for word in words:
            if word in ("-o", "-include"):  # the object, and a precompiled header
                next(words)
            elif word.startswith("-") and word not in ("-c", "-g", "-Werror", "-Winvalid-pch"):
                kept.append(word)
                if word in ("-isystem", "-I", "-D"):
                    kept.append(next(words))
        return [*kept, "-w", "-O0", "-g0"]

    def compile(self, source, output, includes=(), flags_of=None):
        """Compiles a source, or a changed copy of one; only looks at it if there is no output."""
        # clang takes half the time for the generator; of constants g++ is the faster.
        compiler = shutil.which("clang++") if output else None
        return self.run([compiler or "g++", *[f"-I{each}" for each in includes],
                         *self.flags(flags_of or source), source,
                         *(["-c", "-o", output] if output else ["-fsyntax-only"])])

    def link(self, target, first, output):
        """Links a program with an object before those that it has: its names are those that count."""
        link = list(self.links[target])
        at = link.index("-o")
        link[at:at + 2] = ["-Wl,-S", "-o", str(output)]
        at = next(i for i, word in enumerate(link) if word.endswith(".o"))
        link.insert(at, str(first))
        require(self.run(link), "link")
        return output


def require(done, what):
    if done.returncode != 0:
        errors = [line.strip() for line in done.stderr.splitlines() if "error" in line]
        raise ListError(f"it does not {what}: " + (errors or [done.stderr[-300:]])[0])


def fails(mutant, build, program, environment):
    """Whether the case of a mutant fails in a program."""
    if mutant.test.startswith("catalogue: "):
        program = build.folder / "tests/generator/catalogue/catalogue"
        arguments = ["--test-case=cases,cases made here", f"--subcase={mutant.case}"]
    else:
        arguments = [f"--test-case={mutant.case}"]
    try:
        done = build.run([program, *arguments], environment, SECONDS)
    except subprocess.TimeoutExpired:
        return True
    counted = re.search(r"test cases: *(\d+).*\n.*assertions: *(\d+)", done.stdout)
    if counted and (counted[1] == "0" or counted[2] == "0" and done.returncode == 0):
        raise ListError("there is no such test")
    return done.returncode != 0


CHOICE = """
#include <cstdlib>
#include <type_traits>
#ifndef AMBIT_MUTANT
#define AMBIT_MUTANT
namespace ambit_mutant {
inline bool is_chosen_now(int number) {
  static const char* const chosen = std::getenv("AMBIT_MUTANT");
  return chosen && std::atoi(chosen) == number;
}
constexpr bool is_chosen(int number) {
  return !std::is_constant_evaluated() && is_chosen_now(number);
}
}
#endif
#line 1
"""


def with_choices(mutants):
    """The file with all changes, each made if its number (from 1 on) is chosen; the lines of each."""
    text = (ROOT / mutants[0].file).read_text()
    numbered = sorted(((*each.choice(), number, each) for number, each in enumerate(mutants, 1)),
                      key=lambda one: one[:2])
    made, end, lines = "", 0, {}
    for (begin, stop), same in itertools.groupby(numbered, key=lambda one: one[:2]):
        same = list(same)
        old = text[begin:stop]
        if same[0][3]:
            choice = "".join(f"if (ambit_mutant::is_chosen({number})) {{ {changed} }} else "
                             for _, _, changed, _, number, _ in same) + f"{{ {old} }}"
        else:
            # A condition may be of a class, which has a type in common with no other value.
            truth = "bool" if re.search(r"\b(if|while) \($", text[:begin]) else ""
            choice = " (" + "".join(f"ambit_mutant::is_chosen({number}) ? {truth}({changed}) : "
                                    for _, _, changed, _, number, _ in same) + f"{truth}({old}))"
        made += text[end:begin] + choice
        end = stop
        line = made.count("\n") + 1
        for _, _, _, _, _, each in same:
            lines[each] = range(line - choice.count("\n"), line + 1)
    return CHOICE + made + text[end:], lines


def rounds_of(mutants):
    """Mutants of one file, in lists of those that can be in one program: their places do not overlap,
    or are the same."""
    rounds = []
    for each in mutants:
        begin, end, _, _ = each.choice()
        for spans, together in rounds:
            if all((begin, end) == (a, b) or begin >= b or end <= a for a, b in spans):
                break
        else:
            spans, together = [], []
            rounds.append((spans, together))
        spans.append((begin, end))
        together.append(each)
    return [together for _, together in rounds]


class Group:
    """Mutants of one file and, of a header, of one file of tests."""

    def __init__(self, mutants, build):
        self.mutants = mutants
        self.build = build

    def place(self, work, text):
        """Puts a changed file where it is found before the other."""
        file = self.mutants[0].file
        place = work / file if self.mutants[0].is_header else work / pathlib.Path(file).name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        return place

    def compile(self, work, text, output):
        first = self.mutants[0]
        place = self.place(work, text)
        if first.is_header:
            return self.build.compile(first.source, output, [work / "include"])
        return self.build.compile(place, output, flags_of=ROOT / first.file)

    def programs(self, work, object_file):
        """The program of the tests with the changed object, and the environment that it needs."""
        first = self.mutants[0]
        if first.test.startswith("unit/"):
            main = work / "main.o"
            require(self.build.compile(TESTS / "unit/main.cpp", main), "compile")
            require(self.build.run(["g++", object_file, main, "-o", work / "tests"]), "link")
            return work / "tests", {}
        environment = {}
        if not first.is_header:
            runs_it = lambda one: one.test.startswith("catalogue") or \
                '"run.hpp"' in one.source.read_text()
            if any(map(runs_it, self.mutants)):
                environment["AMBITC"] = str(self.build.link("generator/ambitc", object_file,
                                                            work / "ambitc"))
        if all(each.test.startswith("catalogue") for each in self.mutants):
            return None, environment
        return self.build.link(GENERATOR_TESTS, object_file, work / "tests"), environment

    def results(self):
        """Each mutant, and whether it is killed or what is wrong with the list."""
        together = [each for each in self.mutants if each.choice()]
        alone = [each for each in self.mutants if each not in together]
        for each_round in rounds_of(together):
            with tempfile.TemporaryDirectory(dir=self.build.folder / "mutants") as folder:
                yield from self.results_of(each_round, pathlib.Path(folder), alone)
        for each in alone:
            with tempfile.TemporaryDirectory(dir=self.build.folder / "mutants") as folder:
                yield each, self.result_alone(each, pathlib.Path(folder))

    def result_alone(self, mutant, work):
        try:
            unit = mutant.test.startswith("unit/")
            program = self.build.folder / ("tests/unit/unit_tests" if unit else GENERATOR_TESTS)
            if fails(mutant, self.build, program, {}):
                raise ListError("the test fails unchanged")
            done = self.compile(work, mutant.changed_text(), work / "changed.o")
            require(done, "compile")
            return fails(mutant, self.build, *Group([mutant], self.build).programs(
                work, work / "changed.o"))
        except ListError as error:
            return error

    def results_of(self, mutants, work, alone):
        """Of mutants in one program; those that cannot be there are put among those `alone`."""
        for _ in range(3):
            if not mutants:
                return
            text, lines = with_choices(mutants)
            done = self.compile(work, text, work / "changed.o")
            if done.returncode == 0:
                break
            wrong = {int(line) for line in re.findall(r":(\d+):\d+: error", done.stderr)}
            wrong = [each for each in mutants if wrong & set(lines[each])] or mutants
            alone += wrong
            mutants = [each for each in mutants if each not in wrong]
        else:
            alone += mutants
            return
        program, environment = Group(mutants, self.build).programs(work, work / "changed.o")
        passes = {}  # without a change
        for number, each in enumerate(mutants, 1):
            try:
                if each.test not in passes:
                    passes[each.test] = not fails(each, self.build, program, environment)
                if not passes[each.test]:
                    raise ListError("the test fails unchanged")
                yield each, fails(each, self.build, program,
                                  {**environment, "AMBIT_MUTANT": str(number)})
            except ListError as error:
                yield each, error


class StaticGroup(Group):
    """Mutants that static_asserts must find."""

    def results(self):
        for each in self.mutants:
            with tempfile.TemporaryDirectory(dir=self.build.folder / "mutants") as folder:
                try:
                    yield each, self.is_found(each, pathlib.Path(folder))
                except ListError as error:
                    yield each, error

    def is_found(self, mutant, work):
        done = self.compile(work, mutant.changed_text(), None)
        # The claims of the test fail: by what they say, or as they are no constants any more.
        if done.returncode != 0 and not re.search(
                r"static.assert|static assertion|constant.expression|non-.constexpr.", done.stderr):
            require(done, "compile")
        return done.returncode != 0


# ---- The command


def chosen(mutants, arguments):
    if arguments.only:
        return [each for each in mutants if arguments.only in str(each) + each.test]
    if not arguments.sample:
        return mutants
    step = max(1, len(mutants) // arguments.sample)
    return mutants[arguments.round % step::step]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="a build folder, of Ninja")
    parser.add_argument("--sample", type=int, help="about so many, spread over the lists")
    parser.add_argument("--round", type=int, default=0, help="which sample: each number another")
    parser.add_argument("--only", help="those whose file, texts or test have this in them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()

    mutants = read_lists()
    build = Build(arguments.build.resolve())
    (build.folder / "mutants").mkdir(exist_ok=True)
    counts = dict.fromkeys(("killed", "argued", "lived", "error"), 0)

    def say(mutant, result):
        word, why = "lived", f"no failure of {mutant.test}"
        if isinstance(result, ListError):
            word, why = "error", str(result)
        elif mutant.reason:
            word, why = ("error", "it is said to live, and is killed") if result else \
                ("argued", mutant.reason)
        elif result:
            word, why = "killed", ""
        counts[word] += 1
        if word in ("lived", "error"):
            print(f"{word:7} {mutant}" + (f"\n        {why}" if why else ""), flush=True)

    # Each text of the lists must stand where it is said to, whether or not it is tried now.
    selected = chosen(mutants, arguments)
    for each in mutants:
        try:
            each.at()
        except ListError as error:
            say(each, error)
            selected = [other for other in selected if other is not each]

    groups = {}
    for each in selected:
        of_test = (each.test.partition(": ")[0],) if each.is_header else ()
        groups.setdefault((each.file, *of_test), []).append(each)
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        tests = {each.source: each for each in selected if each.is_static}.values()
        unchanged = list(zip(tests, pool.map(lambda one: build.compile(one.source, None), tests)))
        for each, done in unchanged:
            if done.returncode != 0:
                say(each, ListError("the test fails unchanged"))
        work = [(StaticGroup if all(each.is_static for each in group) else Group)(group, build)
                for group in groups.values()]
        running = [pool.submit(lambda group: list(group.results()), group) for group in work]
        for done in concurrent.futures.as_completed(running):
            for each, result in done.result():
                say(each, result)

    tried = counts["killed"] + counts["lived"] + counts["argued"]
    print(f"{tried} of {len(mutants)} mutants: {counts['killed']} killed, {counts['lived']} lived, "
          f"{counts['argued']} argued to live, {counts['error']} errors of the list")
    if tried == len(mutants) and counts["killed"] < 0.95 * tried:
        print("fewer than 95 % are killed")
        return 1
    return 1 if counts["lived"] or counts["error"] else 0


if __name__ == "__main__":
    sys.exit(main())
