# ambit_add_policies(<target> <folder>
#                    [NAMESPACE <C++ namespace>]  [PREFIX <folder in #include>]
#                    [GAZETTEER <folder>])
#
# Bakes the policies of a folder (*.toml) when their target is built, and makes an interface library
# that has the tables: after target_link_libraries(program PRIVATE <target>) a program can
# #include <my-policies/nl_ml.hpp>. PREFIX is `my-policies` there; by default the target's name.
# NAMESPACE is the C++ namespace of the tables; by default the target's name.
# GAZETTEER is the folder of iso-3166-2.tsv: by default the one in <folder>, else ambit's own.
#
# The ambitc that runs is the one that AMBIT_AMBITC names (when cross-compiling: one for the machine
# that builds), else ambit's own target.

cmake_policy(PUSH)
cmake_policy(VERSION 3.23)  # whatever the project asks for that includes this file

set(AMBIT_AMBITC "" CACHE FILEPATH
  "An ambitc that runs on this machine; names a native one when cross-compiling")

# The package sets where it put the gazetteer. The function may be called from another scope than
# the one that includes this file, and sees no variable of this one.
if(NOT AMBIT_GAZETTEER_DIR)
  set(AMBIT_GAZETTEER_DIR ${CMAKE_CURRENT_LIST_DIR}/../policy-src/gazetteer)
endif()
set_property(GLOBAL PROPERTY AMBIT_GAZETTEER_DIR "${AMBIT_GAZETTEER_DIR}")

# Stops where CMake would write a path into the rules of Ninja or Make so that they read another one.
function(ambit_check_folder path)
  if("${path}" MATCHES "[;|\"\n]|[$]{" OR
     ("${path}" MATCHES "..:" AND CMAKE_GENERATOR MATCHES Makefiles))
    message(FATAL_ERROR "ambit_add_policies: build tools cannot name the folder ${path}; rename it "
      "to one without any of ; : | \" and \${")
  endif()
endfunction()

# Sets a variable to the files of a folder, by their paths relative to it; what is hidden there is
# not meant. What would be a pattern in the name of the folder stands for itself.
function(ambit_glob variable kind folder pattern)
  string(REGEX REPLACE "([][*?])" "[\\1]" literal "${folder}")
  file(${kind} files RELATIVE "${folder}" CONFIGURE_DEPENDS "${literal}/${pattern}")
  list(FILTER files EXCLUDE REGEX "(^|/)[.]")
  set(${variable} ${files} PARENT_SCOPE)
endfunction()

# The path of an ambitc that can run while CMake does; empty if it is a target yet to be built.
function(ambit_runnable variable ambitc)
  set(program "${ambitc}")
  if(TARGET ${ambitc})
    set(program "")
    get_target_property(imported ${ambitc} IMPORTED)
    if(imported)
      get_target_property(program ${ambitc} LOCATION)
    endif()
  endif()
  set(${variable} "${program}" PARENT_SCOPE)
endfunction()

function(ambit_add_policies target folder)
  cmake_parse_arguments(PARSE_ARGV 2 ARG "" "NAMESPACE;PREFIX;GAZETTEER" "")
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "ambit_add_policies: unknown arguments: ${ARG_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT ARG_NAMESPACE)
    string(MAKE_C_IDENTIFIER ${target} ARG_NAMESPACE)
  endif()
  if(NOT ARG_PREFIX)
    set(ARG_PREFIX ${target})
  endif()
  get_filename_component(folder "${folder}" ABSOLUTE)
  ambit_check_folder("${folder}")
  if(NOT IS_DIRECTORY "${folder}")
    message(FATAL_ERROR "ambit_add_policies: there is no folder ${folder}")
  endif()
  if(NOT ARG_GAZETTEER)
    set(ARG_GAZETTEER "${folder}/gazetteer")
    if(NOT IS_DIRECTORY "${ARG_GAZETTEER}")
      get_property(ARG_GAZETTEER GLOBAL PROPERTY AMBIT_GAZETTEER_DIR)
    endif()
  endif()
  get_filename_component(gazetteer "${ARG_GAZETTEER}" ABSOLUTE)
  ambit_check_folder("${gazetteer}")

  if(AMBIT_AMBITC)
    set(ambitc "${AMBIT_AMBITC}")
  elseif(TARGET ambit::ambitc AND NOT CMAKE_CROSSCOMPILING)
    set(ambitc ambit::ambitc)
  else()
    message(FATAL_ERROR "ambit_add_policies: there is no ambitc to run; name one that runs on this "
      "machine with -DAMBIT_AMBITC=<path>, or build ambit with -DAMBIT_BUILD_GENERATOR=ON")
  endif()

  ambit_glob(policies GLOB_RECURSE "${folder}" *.toml)
  list(FILTER policies EXCLUDE REGEX "(^|/)gazetteer/")
  if(NOT policies)
    message(FATAL_ERROR "ambit_add_policies: there is no policy (*.toml) in ${folder}")
  endif()
  ambit_glob(regions GLOB "${gazetteer}" *.tsv)

  # A build tool must know the tables by name: otherwise it looks at them before they are baked, and
  # compiles a program anew only in the build after that. ambitc lists them at each bake; CMake asks
  # it for the first list, too, if ambitc is not itself yet to be built. Where there is no list
  # nothing has been compiled yet, and it is enough that the bake comes before all that is.
  set(include_dir "${CMAKE_CURRENT_BINARY_DIR}/${target}-tables")
  set(into "${include_dir}/${ARG_PREFIX}")
  set(listed "${include_dir}/${target}.list")
  if(NOT EXISTS "${listed}")
    file(WRITE "${listed}" "")
    ambit_runnable(program "${ambitc}")
    if(program)
      execute_process(
        COMMAND "${program}" bake "${folder}" --into "${into}" --gazetteer "${gazetteer}" --list
        OUTPUT_FILE "${listed}" ERROR_QUIET)
    endif()
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${listed}")
  file(STRINGS "${listed}" tables)
  list(TRANSFORM tables PREPEND ${target}-tables/${ARG_PREFIX}/)

  # The bake depends on which files there are, too, and on its arguments.
  set(inputs "${include_dir}/${target}.inputs")
  file(CONFIGURE OUTPUT "${inputs}" CONTENT "${ARG_NAMESPACE}: ${policies}; ${regions}\n" @ONLY)

  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${target}-tables/${target}.stamp")
  add_custom_command(OUTPUT "${stamp}"
    BYPRODUCTS ${tables}
    COMMAND "${ambitc}" bake "${folder}" --into "${into}" --gazetteer "${gazetteer}"
            --namespace ${ARG_NAMESPACE} --prune
    COMMAND "${ambitc}" bake "${folder}" --into "${into}" --gazetteer "${gazetteer}"
            --list > "${listed}.new"
    COMMAND ${CMAKE_COMMAND} -E copy_if_different "${listed}.new" "${listed}"
    COMMAND ${CMAKE_COMMAND} -E touch "${stamp}"
    DEPENDS "${inputs}" "${ambitc}"
    COMMENT "Baking the policies of ${folder}"
    VERBATIM)
  # One by one: in a list, a bracket in a name would hide where the next one begins.
  foreach(source IN LISTS policies)
    add_custom_command(OUTPUT "${stamp}" APPEND DEPENDS "${folder}/${source}")
  endforeach()
  foreach(source IN LISTS regions)
    add_custom_command(OUTPUT "${stamp}" APPEND DEPENDS "${gazetteer}/${source}")
  endforeach()
  add_custom_target(${target}-bake DEPENDS "${stamp}")
  add_library(${target} INTERFACE)
  add_dependencies(${target} ${target}-bake)
  target_include_directories(${target} INTERFACE "${include_dir}")
  target_link_libraries(${target} INTERFACE ambit::ambit)
endfunction()

cmake_policy(POP)
