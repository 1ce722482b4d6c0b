cmake_minimum_required(VERSION 3.23)

file(STRINGS ${SOURCE} expected REGEX "^// rejects: ")
if(NOT expected)
  message(FATAL_ERROR "${SOURCE} does not say what the compiler must print")
endif()

function(compile result output)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C
            ${COMPILER} -std=c++20 -Werror=unused-result -Werror=unused-value -fsyntax-only -I${INCLUDE} ${ARGN} ${SOURCE}
    RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE printed)
  set(${result} ${status} PARENT_SCOPE)
  set(${output} "${printed}" PARENT_SCOPE)
endfunction()

compile(status printed)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "without AMBIT_REJECT it must compile:\n${printed}")
endif()
compile(status printed -DAMBIT_REJECT)
if(status EQUAL 0)
  message(FATAL_ERROR "with AMBIT_REJECT it compiles")
endif()
foreach(line IN LISTS expected)
  string(REPLACE "// rejects: " "" regex "${line}")
  if(NOT printed MATCHES "${regex}")
    message(FATAL_ERROR "the compiler does not print '${regex}' but:\n${printed}")
  endif()
endforeach()
