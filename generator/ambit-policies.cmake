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

set(AMBIT_POLICIES_DIR ${CMAKE_CURRENT_LIST_DIR})

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
  get_filename_component(folder ${folder} ABSOLUTE)
  if(NOT IS_DIRECTORY ${folder})
    message(FATAL_ERROR "ambit_add_policies: there is no folder ${folder}")
  endif()
  if(NOT ARG_GAZETTEER)
    set(ARG_GAZETTEER ${folder}/gazetteer)
    if(NOT IS_DIRECTORY ${ARG_GAZETTEER})
      set(ARG_GAZETTEER ${AMBIT_GAZETTEER_DIR})
    endif()
  endif()

  if(AMBIT_AMBITC)
    set(ambitc ${AMBIT_AMBITC})
  elseif(TARGET ambit::ambitc AND NOT CMAKE_CROSSCOMPILING)
    set(ambitc ambit::ambitc)
  else()
    message(FATAL_ERROR "ambit_add_policies: there is no ambitc to run; name one that runs on this "
      "machine with -DAMBIT_AMBITC=<path>, or build ambit with -DAMBIT_BUILD_GENERATOR=ON")
  endif()

  file(GLOB_RECURSE policies RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/*.toml)
  list(FILTER policies EXCLUDE REGEX "(^|/)gazetteer/")
  if(NOT policies)
    message(FATAL_ERROR "ambit_add_policies: there is no policy (*.toml) in ${folder}")
  endif()
  set(tables ${CMAKE_CURRENT_BINARY_DIR}/${target}-tables)
  set(stamp ${tables}/${target}.stamp)
  list(TRANSFORM policies PREPEND ${folder}/ OUTPUT_VARIABLE sources)
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${ambitc} bake ${folder} --into ${tables}/${ARG_PREFIX}
            --gazetteer ${ARG_GAZETTEER} --namespace ${ARG_NAMESPACE}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${sources} ${ARG_GAZETTEER}/iso-3166-2.tsv ${ambitc}
    COMMENT "Baking the policies of ${folder}"
    VERBATIM)
  add_custom_target(${target}-bake DEPENDS ${stamp})
  add_library(${target} INTERFACE)
  add_dependencies(${target} ${target}-bake)
  target_include_directories(${target} INTERFACE ${tables})
  target_link_libraries(${target} INTERFACE ambit::ambit)
endfunction()

if(NOT AMBIT_GAZETTEER_DIR)
  set(AMBIT_GAZETTEER_DIR ${AMBIT_POLICIES_DIR}/../policy-src/gazetteer)
endif()
