# Weighs the tables and counts the instructions of look-ups and of compilers, and compares them with
# budgets.txt. The same compiler and headers always give the same figures: no time is measured. -D
# COMPILER, NM, READELF, SOURCE (of the project) and BINARY (a folder to work in).
cmake_minimum_required(VERSION 3.23)

file(MAKE_DIRECTORY ${BINARY})
set(here ${SOURCE}/tests/bench)
set(flags -std=c++20 -O2 -fno-exceptions -fno-rtti -I${SOURCE}/include)

# ---- Weighing

execute_process(COMMAND ${COMPILER} ${flags} -fPIC -c ${here}/everything.cpp
  -o ${BINARY}/everything.o COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${NM} --demangle --print-size ${BINARY}/everything.o
  OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" lines "${symbols}")
foreach(name policies countries index codes withdrawn names folding)
  set(measured_${name} 0)
endforeach()
set(parts "")
foreach(line IN LISTS lines)
  if(line MATCHES "^[0-9a-f]+ ([0-9a-f]+) [uVrR] ambit::tables::edition_[0-9a-f]+::pieces$")
    math(EXPR measured_policies "${measured_policies} + 0x${CMAKE_MATCH_1}")
    continue()
  endif()
  if(NOT line MATCHES "^[0-9a-f]+ ([0-9a-f]+) [uVrR] ambit::(tables::edition_[0-9a-f]+|v[0-9]+::detail)::([a-z_]+)_rows::([a-z_]+)$")
    continue()
  endif()
  math(EXPR size "0x${CMAKE_MATCH_1}")
  set(table ${CMAKE_MATCH_3})
  set(part ${CMAKE_MATCH_4})
  if(table STREQUAL atlas_statuses)
    set(of index)
  elseif(table STREQUAL atlas)
    set(of countries)
  elseif(table STREQUAL folding)
    set(of folding)
  elseif(table STREQUAL gazetteer_names)
    set(of names)
  elseif(table STREQUAL gazetteer AND part MATCHES "withdrawn|successors")
    set(of withdrawn)
  elseif(table STREQUAL gazetteer)
    set(of codes)
  else()
    set(of policies)
    math(EXPR bytes_of_${part} "0${bytes_of_${part}} + ${size}")
    list(APPEND parts ${part})
  endif()
  math(EXPR measured_${of} "${measured_${of}} + ${size}")
endforeach()
list(REMOVE_DUPLICATES parts)
set(by_size "")
foreach(part IN LISTS parts)
  math(EXPR bytes "${bytes_of_${part}}")
  list(APPEND by_size "${bytes} ${part}")
endforeach()
list(SORT by_size COMPARE NATURAL ORDER DESCENDING)
list(JOIN by_size ", " by_size)

execute_process(COMMAND ${READELF} --sections --wide ${BINARY}/everything.o
  OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" lines "${sections}")
set(measured_writable 0)
set(measured_addresses 0)
foreach(line IN LISTS lines)
  if(line MATCHES " \\.(data|bss)[^ ]* +(PROGBITS|NOBITS) +[0-9a-f]+ +[0-9a-f]+ +([0-9a-f]+)")
    math(EXPR measured_writable "${measured_writable} + 0x${CMAKE_MATCH_3}")
  elseif(line MATCHES " \\.rela?\\.(data|rodata)[^ ]*_rows[^ ]* +REL")
    math(EXPR measured_addresses "${measured_addresses} + 1")
  endif()
endforeach()

# What a program without a C++ library must bring along, but for what compilers call in any program.
execute_process(COMMAND ${NM} --undefined-only ${BINARY}/everything.o
  OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[A-Za-z0-9_]+\n" symbols "${symbols}")
set(measured_undefined 0)
foreach(symbol IN LISTS symbols)
  string(STRIP "${symbol}" symbol)
  if(NOT symbol MATCHES "^(memcpy|memset|memcmp|strlen|memchr|_GLOBAL_OFFSET_TABLE_)$")
    math(EXPR measured_undefined "${measured_undefined} + 1")
    message(STATUS "undefined: ${symbol}")
  endif()
endforeach()

# ---- Counting

# The instructions of a command, from what callgrind says of it.
function(collected result said)
  string(REGEX MATCH "Collected : ([0-9]+)" matched "${said}")
  set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

find_program(VALGRIND valgrind)
if(VALGRIND)
  execute_process(COMMAND ${COMPILER} ${flags} ${here}/counted.cpp -o ${BINARY}/counted
    COMMAND_ERROR_IS_FATAL ANY)
  set(measured_empty 0)
  foreach(kind empty code folded name written classify statuses)
    # Of two runs the difference is that of the rounds alone.
    foreach(rounds 10 20)
      execute_process(
        COMMAND ${VALGRIND} --tool=callgrind --callgrind-out-file=/dev/null
          ${BINARY}/counted ${kind} ${rounds}
        ERROR_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
      collected(instructions_${rounds} "${said}")
    endforeach()
    math(EXPR measured_${kind} "(${instructions_20} - ${instructions_10}) / (10 * 256)")
    if(NOT kind STREQUAL empty)
      math(EXPR measured_${kind} "${measured_${kind}} - ${measured_empty}")
    endif()
  endforeach()

  # What it takes to compile a file that includes a table, in hundredths of what the file takes
  # without.
  set(common "#include <array>\n#include <cstdint>\n#include <optional>\n#include <span>\n"
    "#include <string_view>\n")
  set(table_none "")
  set(table_policy "#include <ambit/tables/nl_ml.hpp>\n")
  set(table_codes "#include <ambit/tables/gazetteer.hpp>\n")
  set(table_names "#include <ambit/tables/gazetteer_names.hpp>\n")
  foreach(kind none policy codes names)
    file(WRITE ${BINARY}/compiled.cpp ${common} ${table_${kind}})
    execute_process(
      COMMAND ${COMPILER} ${flags} -fsyntax-only ${BINARY}/compiled.cpp
        -wrapper ${VALGRIND},--tool=callgrind,--callgrind-out-file=/dev/null
      ERROR_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
    collected(instructions_${kind} "${said}")
    math(EXPR measured_compiling_${kind} "100 * ${instructions_${kind}} / ${instructions_none}")
  endforeach()
else()
  message(STATUS "valgrind is not installed: no instructions are counted")
endif()

# ---- Comparing

file(STRINGS ${here}/budgets.txt budgets REGEX "^[a-z]")
set(exceeded 0)
foreach(line IN LISTS budgets)
  string(REGEX MATCH "^([a-z_]+) ([0-9]+) (.*)$" matched "${line}")
  set(name ${CMAKE_MATCH_1})
  set(budget ${CMAKE_MATCH_2})
  set(what ${CMAKE_MATCH_3})
  if(NOT DEFINED measured_${name})
    continue()
  endif()
  if(measured_${name} GREATER budget)
    set(verdict "EXCEEDED: ")
    math(EXPR exceeded "${exceeded} + 1")
  else()
    set(verdict "")
  endif()
  message(STATUS "${verdict}${name}: ${measured_${name}} of ${budget} ${what}")
endforeach()
message(STATUS "the policies by part: ${by_size}")
if(exceeded GREATER 0)
  message(FATAL_ERROR "${exceeded} of the budgets in tests/bench/budgets.txt are exceeded")
endif()
