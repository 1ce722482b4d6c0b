#!/bin/sh
# Builds, tests and shows ambit. Run without arguments to see how.
set -eu
cd "$(dirname "$0")"

usage() {
  cat <<'USAGE'
./build.sh demo    what the memo on Mali and the Circular say, asked of the compiled policy
./build.sh test    all tests: each compiler and build type, sanitizers, a big-endian machine, and
                   bare machines
./build.sh quick   the fast tests with one compiler: what to run after a change
./build.sh fresh [test]
                   the demo in a bare Debian 12 in which nothing is installed; with `test`, all
                   tests too
./build.sh mutants changes of one thing at a time in the program, each of which a test must find
./build.sh embedded
                   the tests on bare machines alone (emulated Cortex-M4 and RISC-V, WebAssembly),
                   and the bytes of flash that a policy takes
./build.sh bench   benchmarks: figures and ratios, no pass or fail
./build.sh tables  bake the tables in include/ambit/tables from policy-src
./build.sh format  bring the code into its form (clang-format)

Each installs what is missing with apt, configures, builds and runs. CMakePresets.json says what is
built and tested with which compiler.
USAGE
}

say() { printf '== %s\n' "$*"; }

# ---- Packages

# install PACKAGE...: those that are missing, with apt.
install() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    say "these packages are missing, and there is no apt-get to install them:$missing"
    exit 1
  fi
  root=
  if [ "$(id -u)" != 0 ]; then
    root=sudo
    if ! command -v sudo >/dev/null; then
      say "these packages are missing, and only root can install them:$missing"
      exit 1
    fi
  fi
  say "installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  # An old list may name packages that are no longer there: update it once, then install.
  $root apt-get update -qq
  # shellcheck disable=SC2086  # a list of words
  $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# install_if_possible WHAT PACKAGE...: where they cannot be had, the tests of WHAT are skipped.
install_if_possible() {
  what=$1
  shift
  (install "$@") || say "the packages for $what cannot be installed; its tests will be skipped"
}

# One Boost is enough: any that is there, else 1.81.
install_boost() {
  if [ -f /usr/include/boost/hana.hpp ]; then return 0; fi
  install libboost1.81-dev
}

install_compiler() { install cmake ninja-build g++; }

install_generator() {
  install_compiler
  install libtomlplusplus-dev libcli11-dev nlohmann-json3-dev libutfcpp-dev libssl-dev
  install_boost
}

install_tests() {
  install_generator
  install clang libclang-rt-dev doctest-dev librapidcheck-dev libutf8proc-dev binutils pkg-config \
    iso-codes valgrind make ccache python3 python3-jsonschema
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
}

# ---- Building and testing: each adds to what is printed last

passed=0
failed=0
skipped=0

# build PRESET [TARGET...]: configures and builds; prints only what went wrong.
build() {
  preset=$1
  shift
  log=build/$preset.log
  mkdir -p build
  say "building with preset $preset"
  if ! { cmake --preset "$preset" && cmake --build --preset "$preset" ${1+--target "$@"}; } \
    >"$log" 2>&1; then
    grep -E -A12 'error|Error|FAILED' "$log" || cat "$log"
    return 1
  fi
}

# run_tests PRESET [ARGUMENT OF CTEST...]
run_tests() {
  say "testing with preset $1"
  preset=$1
  shift
  log=build/$preset.tests.log
  ctest --preset "$preset" --parallel "$(nproc)" "$@" >"$log" 2>&1 || true
  # "98% tests passed, 1 tests failed out of 55"; what was skipped counts as passed there.
  summary=$(sed -n 's/.*, \([0-9]*\) tests failed out of \([0-9]*\)/\1 \2/p' "$log")
  if [ -z "$summary" ]; then
    cat "$log"
    say "the tests of preset $preset did not run"
    failed=$((failed + 1))
    return 0
  fi
  failed_here=${summary% *}
  skipped_here=$(grep -c '[*][*][*]Skipped' "$log" || true)
  [ "$failed_here" = 0 ] || cat "$log"
  grep '[*][*][*]Skipped' "$log" || true
  printf '%s: %s of %s tests failed\n' "$preset" "$failed_here" "${summary#* }"
  failed=$((failed + failed_here))
  skipped=$((skipped + skipped_here))
  passed=$((passed + ${summary#* } - failed_here - skipped_here))
}

# check PRESET: builds what the preset names, and runs its tests.
check() {
  if build "$1"; then
    run_tests "$1"
  else
    say "preset $1 does not build"
    failed=$((failed + 1))
  fi
}

# check_if_possible PRESET "TOOL..." PACKAGE...: where the tools cannot be had, it is skipped.
check_if_possible() {
  preset=$1 tools=$2
  shift 2
  install_if_possible "preset $preset" "$@"
  for tool in $tools; do
    if ! command -v "$tool" >/dev/null; then
      say "skipped: preset $preset, as $tool is not installed"
      skipped=$((skipped + 1))
      return 0
    fi
  done
  check "$preset"
}

# run_script NAME SCRIPT [ARGUMENT...]: a script that prints a line for each test: passed, failed or
# skipped, and why. Its first argument is a folder to work in.
run_script() {
  name=$1 script=$2
  shift 2
  mkdir -p build
  log=build/$name.log
  "$script" "build/$name" "$@" >"$log" 2>&1 || true
  cat "$log"
  if ! grep -q '^[pfs][a-z]*ed  ' "$log"; then
    say "the tests of $script did not run"
    failed=$((failed + 1))
  fi
  passed=$((passed + $(grep -c '^passed  ' "$log" || true)))
  failed=$((failed + $(grep -c '^failed  ' "$log" || true)))
  skipped=$((skipped + $(grep -c '^skipped  ' "$log" || true)))
}

# The last line of a test run, and its exit status.
total() {
  if [ "$skipped" = 0 ]; then
    printf "%s passed, %s failed\n" "$passed" "$failed"
  else
    printf "%s passed, %s failed, %s skipped\n" "$passed" "$failed" "$skipped"
  fi
  [ "$failed" = 0 ]
}

# ---- The commands

demo() {
  install_compiler
  build demo
  build/demo/examples/demo
}

# The compilers and build types; CMakePresets.json says what each builds and tests.
test_all() {
  install_tests
  check gcc
  check release
  check clang
  check_if_possible clang-19 clang++-19 clang-19 libclang-rt-19-dev
  check_if_possible libcxx clang++-19 clang-19 libc++-19-dev libc++abi-19-dev
  check asan
  check_if_possible s390x "s390x-linux-gnu-g++ qemu-s390x" g++-s390x-linux-gnu qemu-user
  run_embedded
  total
}

# What takes long is left out: other people's projects, fuzzing, counted instructions, policies that
# are compiled as C++, and every question to every policy.
quick() {
  install_tests
  if build gcc ambitc examples/all tests/static/all tests/unit/all tests/generator/all; then
    run_tests gcc --exclude-regex \
      '^(rejects|consumer|readme|fuzz|bench|unit.footprint|generator.(compiled|shipped|folding_oracle))'
  else
    failed=1
  fi
  total
}

fresh() {
  # Only root can make a bare system, and the script says so.
  [ "$(id -u)" != 0 ] || install_if_possible "a bare Debian" debootstrap git
  say "in a bare Debian 12: demo${1+ and $1}"
  run_script fresh tests/fresh/run.sh demo "$@"
  total
}

mutants() {
  install_tests
  build gcc ambitc generator_tests catalogue unit_tests
  python3 tests/mutants/run.py build/gcc
}

run_embedded() {
  install g++
  install_if_possible Cortex-M4 gcc-arm-none-eabi libnewlib-arm-none-eabi \
    libstdc++-arm-none-eabi-newlib qemu-system-arm
  # The C++ library of the Arm compiler has the headers that RISC-V lacks in Debian 12.
  install_if_possible RISC-V gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf \
    libstdc++-arm-none-eabi-dev qemu-system-misc
  install_if_possible WebAssembly clang lld libc++-dev-wasm32 wasi-libc nodejs
  say "testing on bare machines"
  run_script embedded tests/embedded/run.sh
}

embedded() {
  run_embedded
  total
}

bench() {
  install_tests
  install libbenchmark-dev libabsl-dev libboost1.81-dev gperf libicu-dev libutf8proc-dev
  build bench
  say "compile time, bake, bytes and instructions"
  cmake -P build/bench/tests/bench/footprint.cmake
  say "look-ups and questions"
  build/bench/tests/bench/bench --benchmark_counters_tabular=true
  build/bench/tests/bench/bench_growth
}

tables() {
  install_generator
  build install ambit_tables
}

format() {
  install clang-format
  git ls-files '*.hpp' '*.cpp' | grep -v include/ambit/tables/ | xargs clang-format -i
}

case "$*" in
  demo | quick | fresh | "fresh test" | mutants | embedded | bench | tables | format) "$@" ;;
  test) test_all ;;
  *)
    usage
    [ -z "${1-}" ] || exit 2
    ;;
esac
