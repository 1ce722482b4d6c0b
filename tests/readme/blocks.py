#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs every block of the READMEs as it stands.

blocks.py ROOT AMBITC COMPILER CMAKE WORK [compile...]: the project, its ambitc, a C++ compiler that
sees Boost, cmake, and a folder to work in, which is emptied.

The language of a fence says what is done with a block:
  cpp    a program: built without a warning, and run
  toml   a policy, or records that are added to the policy before it, or scenarios of it: checked
  sh     commands, run in a folder in which `ambit` and `policy-src` are the project's
  cmake  a CMakeLists.txt: configured, built and run with the program of the same text
  text   what the block before it prints
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

root, ambitc, compiler, cmake, work = sys.argv[1:6]
root, work = pathlib.Path(root), pathlib.Path(work)
files = ["README.md", "include/ambit/README.md", "policy-src/README.md"]
wrong = []


def run(command, cwd=work, **more):
    """Runs a command: its exit status, and all that it prints."""
    environment = {**os.environ, "PATH": f"{pathlib.Path(ambitc).parent}:{work / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=cwd, env=environment, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=900, **more)
    return done.returncode, done.stdout


class block:
    def __init__(self, file, line, language, text):
        self.place, self.language, self.text = f"{file}:{line}", language, text
        self.file = file
        self.printed = None

    def fail(self, what):
        wrong.append(f"{self.place}: error: {what}")


def blocks_of(file):
    """The fenced blocks of a file. What is indented by four blanks, or has no language, is none."""
    found, opened = [], None
    for number, line in enumerate((root / file).read_text(encoding="utf-8").split("\n"), 1):
        fence = re.match(r"```(\S*)$", line)
        if opened and fence:
            found.append(opened)
            opened = None
        elif opened:
            opened.text += line + "\n"
        elif fence:
            opened = block(file, number, fence[1], "")
            if fence[1] not in does:
                opened.fail(f"a block of '{fence[1]}'; write one of {', '.join(does)} after ```")
        elif line.startswith("    "):
            wrong.append(f"{file}:{number}: error: an indented block; write it between ``` lines, with its language")
    return found


def program(of):
    """Builds and runs a program."""
    if "<our-policies/" in of.text:
        (work / "own.cpp").write_text(of.text)
        return  # the block of CMake with these policies builds it
    source = work / "program.cpp"
    if of.file == "README.md":
        source.write_text(of.text)
    built = work / f"{re.sub('[^a-z0-9]', '_', of.place)}.cpp"
    built.write_text(of.text)
    status, said = run([*compiler.split(";"), "-std=c++20", "-Wall", "-Wextra", "-Werror", "-I", root / "include",
                        built, "-o", built.with_suffix("")])
    if status != 0:
        return of.fail(f"it does not compile:\n{said}")
    status, of.printed = run([built.with_suffix("")])
    if status != 0:
        of.fail(f"the program exits with {status}")


def policy(of):
    """Checks a policy and what is added to it."""
    folder = work / "manual" / "nl"
    folder.mkdir(parents=True, exist_ok=True)
    for each in root.glob("policy-src/*.json"):
        shutil.copy(each, folder.parent)
    if not (folder.parent / "gazetteer").exists():
        (folder.parent / "gazetteer").symlink_to(root / "policy-src/gazetteer")
    name = "ml.scenarios.toml" if "[[scenario]]" in of.text else "ml.toml"
    with open(folder / name, "w" if "[policy]" in of.text else "a", encoding="utf-8") as out:
        out.write(of.text + "\n")
    status, of.printed = run([ambitc, "check", folder.parent])
    if status != 0:
        of.fail(f"ambitc refuses it:\n{of.printed}")


def commands(of):
    """Runs the lines of a block. What builds the whole project is the work of other tests."""
    lines = of.text.splitlines()
    if all(line.startswith("./build.sh ") for line in lines):
        usage = (root / "build.sh").read_text()
        for line in lines:
            if f"\n{' '.join(line.split()[:2])} " not in usage:
                of.fail(f"build.sh has no such command: {line}")
        of.printed = (root / "examples/expected/demo.txt").read_text().replace("exit status 0\n", "")
        return
    status, of.printed = run(["sh", "-euc", of.text])
    if status != 0:
        of.fail(f"it exits with {status}:\n{of.printed}")
    if lines[0].startswith("cmake "):
        of.printed = None


def project(of):
    """Configures and builds a project of the block, and runs its program."""
    folder = work / f"project{len(list(work.glob('project*')))}"
    folder.mkdir()
    (folder / "CMakeLists.txt").write_text(of.text)
    (folder / "ambit").symlink_to(root)
    (folder / "policies").symlink_to(work / "own-policies")
    for each in work.glob("*.cpp"):
        shutil.copy(each, folder)
    own = work / "own.cpp"
    if "own.cpp" in of.text and not own.exists():
        (folder / "own.cpp").write_text(next(b.text for b in all_blocks if "<our-policies/" in b.text))
    flags = [f"-DCMAKE_PREFIX_PATH={work / 'installed'}", f"-DCMAKE_CXX_COMPILER={compiler.split(';')[0]}",
             f"-DAMBIT_AMBITC={ambitc}"]
    ours = "AMBIT_BUILD_GENERATOR ON" in of.text
    for step in ([cmake, "-S", folder, "-B", folder / "build", *flags], [cmake, "--build", folder / "build", "--target", "program"],
                 [folder / "build/program"]):
        status, said = run(step)
        if status != 0:
            return of.fail(f"{step[0]} fails:\n{said}")
    expected = "exceptional-situation\n" if ours else "BWBR0012288, C7/23\n"
    if said != expected:
        of.fail(f"the program prints {said!r}")


def printed(of):
    """Compares what the block before it printed."""
    before = all_blocks[all_blocks.index(of) - 1]
    if before.printed is None:
        return of.fail("the block before it prints nothing")
    if before.printed.rstrip("\n") != of.text.rstrip("\n"):
        of.fail(f"the block before it prints:\n{before.printed}")


does = {"cpp": program, "toml": policy, "sh": commands, "cmake": project, "text": printed}

shutil.rmtree(work, ignore_errors=True)
(work / "bin").mkdir(parents=True)
(work / "bin/c++").symlink_to(shutil.which(compiler.split(";")[0]))
(work / "ambit").symlink_to(root)
shutil.copytree(root / "policy-src", work / "policy-src")
shutil.copytree(root / "include/ambit/tables", work / "include/ambit/tables")
shutil.copytree(root / "policy-src/nl", work / "own-policies/nl", ignore=shutil.ignore_patterns("[!m]*", "*scenarios*"))

all_blocks = [each for file in files for each in blocks_of(file)]
for each in all_blocks:
    does.get(each.language, lambda of: None)(each)
print("\n".join(wrong) if wrong else f"{len(all_blocks)} blocks of {len(files)} files do what they say")
sys.exit(1 if wrong else 0)
