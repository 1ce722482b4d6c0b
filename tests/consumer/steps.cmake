# The steps of a consumer test. Each one ends the test with a sentence, after the output that it is
# about, unless all went as it should. `output` is what the last step wrote.

file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})

if(config)
  set(of_config --config ${config})
endif()

# What a surrounding make, package build or shell says is not meant for the consumer.
foreach(variable CXXFLAGS LDFLAGS DESTDIR MAKEFLAGS MFLAGS)
  unset(ENV{${variable}})
endforeach()

function(fail sentence)
  message(NOTICE "${output}")
  message(FATAL_ERROR "consumer.${CLAIM}: ${sentence}")
endfunction()

# Runs a command, sets `output`, and `result` to 0 if it succeeded.
macro(execute)
  execute_process(COMMAND ${ARGN}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(result ${result} PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endmacro()

function(succeeds what)
  if(NOT result EQUAL 0)
    fail("${what} must succeed")
  endif()
endfunction()

# CMake breaks the lines of its messages, so white space does not count.
function(says what sentence)
  string(REGEX REPLACE "[ \n]+" " " folded "${output}")
  string(FIND "${folded}" "${sentence}" at)
  if(at EQUAL -1)
    fail("${what} must say: ${sentence}")
  endif()
endfunction()

function(says_nothing_of what sentence)
  string(FIND "${output}" "${sentence}" at)
  if(NOT at EQUAL -1)
    fail("${what} must not say: ${sentence}")
  endif()
endfunction()

function(fails what sentence)
  if(result EQUAL 0)
    fail("${what} must fail")
  endif()
  says(${what} ${sentence})
endfunction()

# Takes the consumer's project to the work folder, where it may be changed.
function(copy project)
  file(COPY ${project}/ DESTINATION ${work}/project)
endfunction()

function(configure project)
  execute(${CMAKE_COMMAND} -S ${project} -B ${work}/build -G ${generator}
    -DCMAKE_MAKE_PROGRAM=${make_program} -DCMAKE_CXX_COMPILER=${compiler}
    "-DCMAKE_CXX_FLAGS=${flags}" -DCMAKE_BUILD_TYPE=${config}
    "-DCMAKE_RUNTIME_OUTPUT_DIRECTORY=$<1:${work}/build/bin>" ${ARGN})
endfunction()

# All packages that ambit looks for, as if they were not there.
set(without_packages)
foreach(package Boost CLI11 nlohmann_json OpenSSL doctest rapidcheck benchmark absl ICU)
  list(APPEND without_packages -DCMAKE_DISABLE_FIND_PACKAGE_${package}=ON)
endforeach()

function(build)
  execute(${CMAKE_COMMAND} --build ${work}/build ${of_config} --parallel 2 ${ARGN})
endfunction()

function(run program)
  execute(${work}/build/bin/${program})
endfunction()

# The three together, where nothing but success is expected.
function(configure_build_run project program)
  configure(${project} ${ARGN})
  succeeds("configuring")
  build()
  succeeds("building")
  run(${program})
  succeeds("running ${program}")
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(edit file from to)
  file(READ ${file} text)
  string(REPLACE "${from}" "${to}" edited "${text}")
  if(edited STREQUAL text)
    fail("${file} must have something to edit: ${from}")
  endif()
  file(WRITE ${file} "${edited}")
endfunction()
