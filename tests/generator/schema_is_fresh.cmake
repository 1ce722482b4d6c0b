cmake_minimum_required(VERSION 3.23)

execute_process(COMMAND ${AMBITC} schema ${SCHEMA}
  OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
file(READ ${COMMITTED} committed)
if(NOT printed STREQUAL committed)
  message(FATAL_ERROR "${COMMITTED} is not what `ambitc schema ${SCHEMA}` prints; write it again")
endif()
