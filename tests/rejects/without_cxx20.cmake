# Each header alone, with a compiler that is told an older standard: the first error is the sentence,
# and behind it there is at most the one that ends the compilation.
cmake_minimum_required(VERSION 3.23)

foreach(header IN LISTS HEADERS)
  file(WRITE ${BINARY}/without_cxx20.cpp "#include <${header}>\n")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C
            ${COMPILER} -std=c++17 -fsyntax-only -I${INCLUDE} ${BINARY}/without_cxx20.cpp
    RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE printed)
  if(status EQUAL 0)
    message(FATAL_ERROR "${header} compiles as C++17")
  endif()
  string(REGEX MATCHALL "error: [^\n]*" errors "${printed}")
  list(LENGTH errors number)
  list(GET errors 0 first)
  if(number GREATER 2 OR NOT first MATCHES "ambit needs C\\+\\+20: compile with -std=c\\+\\+20 or later")
    message(FATAL_ERROR "${header} says, as C++17:\n${printed}")
  endif()
endforeach()
