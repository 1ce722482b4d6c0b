cmake_minimum_required(VERSION 3.23)

# Runs PROGRAM with ARGUMENTS and the file INPUT as standard input; what it prints must be EXPECTED.
if(INPUT)
  set(INPUT INPUT_FILE ${INPUT})
endif()
execute_process(COMMAND ${PROGRAM} ${ARGUMENTS} ${INPUT}
  OUTPUT_VARIABLE printed ERROR_VARIABLE printed RESULT_VARIABLE status)
string(APPEND printed "exit status ${status}\n")
if(DEFINED ENV{AMBIT_ACCEPT})
  file(WRITE ${EXPECTED} "${printed}")
endif()
file(READ ${EXPECTED} expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "expected:\n${expected}\nprinted:\n${printed}")
endif()
