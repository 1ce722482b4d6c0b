#!/bin/sh
# SPDX-License-Identifier: BSL-1.0

# run.sh WORK: builds the cases and the examples for machines without an operating system, runs
# them there, and compares what they say with the host. A line for each test: passed, failed or
# skipped, and why. The compilers and emulators are those of Debian 12.
set -eu
mkdir -p "$1"
work=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."

cases=tests/embedded/cases.cpp
board=examples/board
every_header=$work/every_header.cpp
: "${GXX:=g++}" "${CLANGXX:=clang++}"

# What a bare program is built with. Freestanding: the compiler may assume no C library.
common="-std=c++20 -Os -ffreestanding -fno-exceptions -fno-rtti -fno-threadsafe-statics
  -ffunction-sections -fdata-sections -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  -Iinclude -I$board"
# With no library but that of the compiler's own arithmetic, an allocation does not link.
link="-nostdlib -Wl,--gc-sections -Wl,--fatal-warnings -L$board"

passed() { echo "passed   $1"; }
skipped() { echo "skipped  $1: $2"; }
# failed NAME SENTENCE [LOG]
failed() {
  echo "failed   $1: $2"
  [ ! -s "${3-}" ] || sed 's/^/    /' "$3" | head -40
}

# missing TOOL...: says which tools are not there; fails if all are.
missing() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || {
      printf '%s is not installed' "$tool"
      return 0
    }
  done
  return 1
}

# same NAME EXPECTED PRINTED: the verdict on a program that has run.
same() {
  if diff "$2" "$3" >"$work/$1.diff"; then
    passed "$1"
  else
    failed "$1" "what it says differs from what it must say (<)" "$work/$1.diff"
  fi
}

# addresses OBJECT READELF: succeeds if a table of the object holds an address.
addresses() {
  "$2" --relocs --wide "$1" | grep "^Relocation section '[.]rela*[.]rodata.*_rows"
}

# bare NAME COMPILER READELF SCRIPT SOURCE...: links a program for a board, sections checked by the
# linker script. The compiler's words of `flags` say for which machine.
bare() {
  name=$1 compiler=$2 readelf=$3 script=$4
  shift 4
  log=$work/$name.log
  objects=
  for source in "$@"; do
    object=$work/$name.$(basename "$source" .cpp).o
    objects="$objects $object"
    # The compiler would make a call of memcpy out of the loop that is memcpy.
    own=
    [ "$source" != $board/memory.cpp ] || own=-fno-tree-loop-distribute-patterns
    # shellcheck disable=SC2086  # lists of words
    "$compiler" $flags $common $own -c "$source" -o "$object" >"$log" 2>&1 || {
      failed "$name" "$source does not compile" "$log"
      return 1
    }
    if addresses "$object" "$readelf" >"$log"; then
      failed "$name" "a table holds an address, which a loader would have to fix" "$log"
      return 1
    fi
  done
  # shellcheck disable=SC2086
  "$compiler" $flags $link -T "$script" $objects -lgcc -o "$work/$name.elf" >"$log" 2>&1 || {
    failed "$name" "it does not link: it must need no library, no writable data and no code before it" "$log"
    return 1
  }
}

# emulate NAME INPUT COMMAND...: runs a program; its serial line is standard input and output.
emulate() {
  name=$1 input=$2
  shift 2
  status=0
  timeout 60 "$@" -display none -monitor none -serial stdio -kernel "$work/$name.elf" \
    <"$input" >"$work/$name.txt" 2>"$work/$name.log" || status=$?
  if [ $status != 0 ]; then
    failed "$name" "the emulator ended with status $status (99: an exception; 124: no end)" "$work/$name.log"
    return 1
  fi
}

qemu_m4="qemu-system-arm -M mps2-an386 -semihosting-config enable=on,target=native"
flags_m4="-mcpu=cortex-m4 -mthumb"

test_host() {
  "$GXX" -std=c++20 -O1 -Iinclude $cases tests/embedded/main_host.cpp -o "$work/host" &&
    "$work/host" >"$work/host.txt"
}

test_cortex_m4() {
  if why=$(missing arm-none-eabi-g++ qemu-system-arm); then
    for each in cortex-m4.cases cortex-m4.flash firmware; do skipped $each "$why"; done
    return 0
  fi
  flags=$flags_m4
  m4() {
    name=$1
    shift
    bare "$name" arm-none-eabi-g++ arm-none-eabi-readelf cortex_m4.ld "$@" $board/memory.cpp \
      $board/cortex_m4.cpp
  }

  # shellcheck disable=SC2086
  if m4 cortex-m4.cases $cases "$every_header" tests/embedded/main_board.cpp &&
    emulate cortex-m4.cases /dev/null $qemu_m4; then
    same cortex-m4.cases "$work/host.txt" "$work/cortex-m4.cases.txt"
  fi

  if m4 cortex-m4.flash tests/embedded/flash.cpp; then flash cortex-m4.flash; fi

  { cat examples/firmware/questions.txt && printf '\004'; } >"$work/questions"
  # shellcheck disable=SC2086
  if m4 firmware examples/firmware/firmware.cpp &&
    emulate firmware "$work/questions" $qemu_m4; then
    accept examples/firmware/expected.txt "$work/firmware.txt"
    same firmware examples/firmware/expected.txt "$work/firmware.txt"
  fi
}

# accept EXPECTED PRINTED: with AMBIT_ACCEPT set, what is printed becomes what is expected.
accept() { [ -z "${AMBIT_ACCEPT-}" ] || cp "$2" "$1"; }

# The bytes of flash by part. All of the program counts against the goal.
goal=8192
flash() {
  {
    arm-none-eabi-size --format=sysv "$work/$1.elf"
    arm-none-eabi-nm --print-size --demangle --radix=d "$work/$1.elf"
  } | awk -v goal=$goal '
      function print_sorted(bytes, before,    each, most) {
        for (;;) {
          most = ""
          for (each in bytes) if (most == "" || bytes[each] > bytes[most]) most = each
          if (most == "") return
          printf "%s%6d  %s\n", before, bytes[most], most
          delete bytes[most]
        }
      }
      $1 ~ /^[.](vectors|text|rodata|data)$/ { total += $2 }
      NF < 4 || $2 !~ /^[0-9]+$/ || ($1, $2) in seen { next }  # one place may have several names
      {
        seen[$1, $2]
        size = $2 + 0
        named += size
        what = substr($0, index($0, $4))
        if (what ~ /nl_ml_rows::texts$/)
          part["names and references"] += size
        else if (match(what, /nl_ml_rows::/)) {
          part["rows"] += size
          rows[substr(what, RSTART + RLENGTH)] = size
        } else if ($3 ~ /[rRV]/)
          part["vectors and constants"] += size
        else if (what ~ /^(mem|str)|__aeabi/)
          part["memcpy and the like"] += size
        else if (what ~ /reset|fault/)
          part["start-up"] += size
        else
          part["code: classify, and the walk over findings and citations"] += size
      }
      END {
        part["alignment"] = total - named
        printf "    %6d  bytes in all; the goal is %d\n", total, goal
        print_sorted(part, "    ")
        print "            rows by array:"
        print_sorted(rows, "            ")
        exit total > goal
      }' >"$work/$1.txt" || {
    failed "$1" "Mali with classify and all citations takes more flash than the goal" "$work/$1.txt"
    return 0
  }
  passed "$1"
  cat "$work/$1.txt"
}

# riscv BITS FLAGS...: there is no C++ library for it in Debian 12; the headers of the Arm one
# serve, as nothing of them is linked.
riscv() {
  name=riscv$1.cases bits=$1
  shift
  if why=$(missing riscv64-unknown-elf-g++ "qemu-system-riscv$bits"); then
    skipped "$name" "$why"
    return 0
  fi
  version=$(riscv64-unknown-elf-g++ -dumpversion)
  headers=
  for each in /usr/include/newlib/c++/"${version%%.*}".*; do
    [ ! -d "$each" ] || headers=$each
  done
  if [ -z "$headers" ] || [ ! -e /usr/lib/picolibc/riscv64-unknown-elf/include/stdlib.h ]; then
    skipped "$name" "libstdc++-arm-none-eabi-dev of g++ ${version%%.*} or picolibc is not installed"
    return 0
  fi
  flags="$* --specs=picolibc.specs -nostdinc++ -isystem $headers
    -isystem $headers/arm-none-eabi/thumb/v7e-m/nofp"
  if bare "$name" riscv64-unknown-elf-g++ riscv64-unknown-elf-readelf riscv.ld \
    $cases "$every_header" tests/embedded/main_board.cpp $board/memory.cpp $board/riscv.cpp &&
    emulate "$name" /dev/null "qemu-system-riscv$bits" -M virt -bios none; then
    same "$name" "$work/host.txt" "$work/$name.txt"
  fi
}

# wasm NAME SOURCE...: a module without a library; what is not defined does not link.
wasm() {
  name=$1
  shift
  # shellcheck disable=SC2086
  "$CLANGXX" --target=wasm32-wasi $common -fno-builtin -nostdlib -Wl,--no-entry -Wl,--gc-sections \
    "$@" $board/memory.cpp -o "$work/$name.wasm" >"$work/$name.log" 2>&1 || {
    failed "$name" "it does not build: it must need no library" "$work/$name.log"
    return 1
  }
}

test_wasm() {
  why=
  if why=$(missing "$CLANGXX" wasm-ld node); then :; elif ! echo '#include <string_view>' |
    "$CLANGXX" --target=wasm32-wasi -std=c++20 -x c++ -fsyntax-only - 2>/dev/null; then
    why="the headers of libc++ for wasm32 are not installed"
  fi
  if [ -n "$why" ]; then
    for each in wasm32.cases wasm; do skipped $each "$why"; done
    return 0
  fi
  if wasm wasm32.cases $cases "$every_header" tests/embedded/main_wasm.cpp; then
    if timeout 60 node tests/embedded/run_wasm.mjs "$work/wasm32.cases.wasm" \
      >"$work/wasm32.cases.txt" 2>"$work/wasm32.cases.log"; then
      same wasm32.cases "$work/host.txt" "$work/wasm32.cases.txt"
    else
      failed wasm32.cases "the module does not run" "$work/wasm32.cases.log"
    fi
  fi
  if wasm wasm examples/wasm/answer.cpp; then
    for question in "ML-7 2022-12-01" "FR-75 2024-01-01" "Gao" "ML-7 2022-02-30"; do
      # shellcheck disable=SC2086
      timeout 60 node examples/wasm/answer.mjs "$work/wasm.wasm" $question 2>&1 || true
    done >"$work/wasm.txt"
    accept examples/wasm/expected.txt "$work/wasm.txt"
    same wasm examples/wasm/expected.txt "$work/wasm.txt"
  fi
}

# Headers that the cases do not use must compile there too. Two of them need Boost, and others are of
# streams, strings, hashes and clocks, which a bare machine may not have.
find include/ambit -name '*.hpp' ! -name match.hpp ! -name hana.hpp ! -name ostream.hpp \
  ! -name format.hpp ! -name hash.hpp ! -name chrono.hpp ! -name explain_string.hpp | sort |
  sed 's|include/\(.*\)|#include <\1>|' >"$every_header"

if ! test_host >"$work/host.log" 2>&1; then
  failed host "the cases do not build or run on this machine" "$work/host.log"
  exit 1
fi
# Two at a time: the machine that runs this has two cores.
{ test_cortex_m4; } >"$work/cortex_m4.report" &
{
  riscv 32 -march=rv32imac -mabi=ilp32
  riscv 64 -march=rv64imac -mabi=lp64 -mcmodel=medany
  test_wasm
} >"$work/others.report"
wait
cat "$work/cortex_m4.report" "$work/others.report"
verdict=0
for each in cortex-m4.cases cortex-m4.flash firmware riscv32.cases riscv64.cases wasm32.cases wasm; do
  if ! grep -qE "^(passed  |failed  |skipped ) $each(:|\$)" "$work"/*.report; then
    failed "$each" "it ended without a verdict"
    verdict=1
  fi
done
if grep -q '^failed' "$work"/*.report; then verdict=1; fi
exit $verdict
