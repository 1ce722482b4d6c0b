#!/bin/sh
# Builds, tests and shows ambit. Run without arguments to see how.
set -eu
cd "$(dirname "$0")"

usage() {
  cat <<'END'
./build.sh demo    what the memo on Mali and the Circular say, asked of the compiled policy
./build.sh test    all tests, with g++ and with clang++, with sanitizers, and on bare machines
./build.sh embedded
                   the tests on bare machines alone (emulated Cortex-M4 and RISC-V, WebAssembly),
                   and the bytes of flash that a policy takes
./build.sh bench   benchmarks: figures and ratios, no pass or fail
./build.sh tables  bake the tables in include/ambit/tables from policy-src
./build.sh format  bring the code into its form (clang-format)

Each installs what is missing with apt, configures, builds and runs.
END
}

say() { printf '== %s\n' "$*"; }

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
  [ "$(id -u)" = 0 ] || root=sudo
  say "installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  # An old list may name packages that are no longer there: update it once, then install.
  $root apt-get update -qq
  # shellcheck disable=SC2086  # a list of words
  $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# One Boost is enough: any that is there, else 1.81.
install_boost() {
  if [ -f /usr/include/boost/hana.hpp ]; then return 0; fi
  install libboost1.81-dev
}

install_generator() {
  install cmake ninja-build g++ libtomlplusplus-dev libcli11-dev nlohmann-json3-dev libutfcpp-dev \
    libssl-dev
  install_boost
}

install_tests() {
  install_generator
  install clang libclang-rt-dev doctest-dev librapidcheck-dev libutf8proc-dev binutils pkg-config \
    iso-codes valgrind
}

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
    exit 1
  fi
}

demo() {
  install_generator
  build gcc ambitc demo
  build/gcc/examples/demo
}

# The tests of one preset. Adds to $passed, $failed and $skipped.
run_tests() {
  say "testing with preset $1"
  log=build/$1.tests.log
  ctest --preset "$1" --parallel 2 >"$log" 2>&1 || true
  # "98% tests passed, 1 tests failed out of 55"; what was skipped counts as passed there.
  summary=$(sed -n 's/.*, \([0-9]*\) tests failed out of \([0-9]*\)/\1 \2/p' "$log")
  if [ -z "$summary" ]; then
    cat "$log"
    say "the tests of preset $1 did not run"
    exit 1
  fi
  failed_here=${summary% *}
  skipped_here=$(grep -c '[*][*][*]Skipped' "$log" || true)
  [ "$failed_here" = 0 ] || cat "$log"
  grep '[*][*][*]Skipped' "$log" || true
  printf '%s: %s of %s tests failed\n' "$1" "$failed_here" "${summary#* }"
  failed=$((failed + failed_here))
  skipped=$((skipped + skipped_here))
  passed=$((passed + ${summary#* } - failed_here - skipped_here))
}

# The packages of one bare machine; where they cannot be had, its tests are skipped.
install_if_possible() {
  machine=$1
  shift
  (install "$@") || say "the packages for $machine cannot be installed; its tests will be skipped"
}

# The tests on bare machines. Adds to $passed, $failed and $skipped.
run_embedded() {
  install g++
  install_if_possible Cortex-M4 gcc-arm-none-eabi libnewlib-arm-none-eabi \
    libstdc++-arm-none-eabi-newlib qemu-system-arm
  # The C++ library of the Arm compiler has the headers that RISC-V lacks in Debian 12.
  install_if_possible RISC-V gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf \
    libstdc++-arm-none-eabi-dev qemu-system-misc
  install_if_possible WebAssembly clang lld libc++-dev-wasm32 wasi-libc nodejs
  say "testing on bare machines"
  mkdir -p build
  log=build/embedded.log
  tests/embedded/run.sh build/embedded >"$log" 2>&1 || true
  cat "$log"
  if ! grep -q '^[pfs][a-z]*ed  ' "$log"; then
    say "the tests on bare machines did not run"
    exit 1
  fi
  passed=$((passed + $(grep -c '^passed ' "$log" || true)))
  failed=$((failed + $(grep -c '^failed ' "$log" || true)))
  skipped=$((skipped + $(grep -c '^skipped ' "$log" || true)))
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

passed=0
failed=0
skipped=0

test_all() {
  install_tests
  for preset in gcc clang; do
    build "$preset"
    run_tests "$preset"
  done
  # What holds at compile time holds without sanitizers: only what runs is built with them.
  build asan ambitc generator_tests catalogue unit_tests ask batch claim demo match pin
  run_tests asan
  run_embedded
  total
}

embedded() {
  run_embedded
  total
}

bench() {
  install_tests
  install libbenchmark-dev libabsl-dev libboost1.81-dev gperf libicu-dev libutf8proc-dev
  build release ambitc bench write_questions  # what it runs, and no test
  say "compile time, bake, bytes and instructions"
  cmake -P build/release/tests/bench/footprint.cmake
  say "look-ups and questions"
  build/release/tests/bench/bench --benchmark_counters_tabular=true
}

case "${1-}" in
  demo) demo ;;
  test) test_all ;;
  embedded) embedded ;;
  bench) bench ;;
  tables)
    install_generator
    build gcc tables
    ;;
  format)
    install clang-format
    git ls-files '*.hpp' '*.cpp' | grep -v include/ambit/tables/ | xargs clang-format -i
    ;;
  *)
    usage
    [ -z "${1-}" ] || exit 2
    ;;
esac
