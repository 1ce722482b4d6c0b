cmake_minimum_required(VERSION 3.23)

# Fails if the object OBJECT has writable data, a relocation in read-only data, something to run
# before main, or an undefined symbol other than what a freestanding C library must have.

execute_process(COMMAND ${READELF} --sections --wide ${OBJECT}
  OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${NM} --undefined-only --demangle ${OBJECT}
  OUTPUT_VARIABLE undefined COMMAND_ERROR_IS_FATAL ANY)

if(NOT sections MATCHES "\\.rodata[^\n]*nl_ml")
  message(FATAL_ERROR "the object does not hold the table at all: this test would prove nothing")
endif()

string(REPLACE "\n" ";" lines "${sections}")
foreach(line IN LISTS lines)
  if(line MATCHES "[ ]\\.(data\\.rel|init_array|ctors|tbss|tdata)")
    message(SEND_ERROR "a section that must not be: ${line}")
  elseif(line MATCHES "[ ]\\.(data|bss)[^ ]* +[A-Z]+ +[0-9a-f]+ +[0-9a-f]+ +([0-9a-f]+)")
    if(NOT CMAKE_MATCH_2 MATCHES "^0+$")
      message(SEND_ERROR "writable data: ${line}")
    endif()
  endif()
endforeach()

# Jump tables are relative to the code and cost the loader nothing; addresses in data would.
execute_process(COMMAND ${READELF} --relocs --wide ${OBJECT}
  OUTPUT_VARIABLE relocations COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" lines "${relocations}")
foreach(line IN LISTS lines)
  if(line MATCHES "^Relocation section '(.*)' at")
    set(section ${CMAKE_MATCH_1})
  elseif(section MATCHES "\\.(rodata|data)" AND line MATCHES "R_[A-Z0-9_]+_(ABS)?(32|64)[ ]")
    message(SEND_ERROR "an address in ${section}: ${line}")
  endif()
endforeach()

# GCC and Clang may call these in any program, freestanding ones too.
set(allowed memcpy memmove memset memcmp strlen memchr bcmp)
string(REPLACE "\n" ";" lines "${undefined}")
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^ +[Uw] +" "" symbol "${line}")
  if(symbol AND NOT symbol IN_LIST allowed AND NOT symbol STREQUAL "_GLOBAL_OFFSET_TABLE_")
    message(SEND_ERROR "the object needs '${symbol}' of the runtime")
  endif()
endforeach()
