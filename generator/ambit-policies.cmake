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

set(AMBIT_AMBITC "" CACHE FILEPATH
  "An ambitc that runs on this machine; names a native one when cross-compiling")

# The package sets where it put the gazetteer. The function may be called from another scope than
# the one that includes this file, and sees no variable of this one.
if(NOT AMBIT_GAZETTEER_DIR)
  set(AMBIT_GAZETTEER_DIR ${CMAKE_CURRENT_LIST_DIR}/../policy-src/gazetteer)
endif()
set_property(GLOBAL PROPERTY AMBIT_GAZETTEER_DIR ${AMBIT_GAZETTEER_DIR})

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
      get_property(ARG_GAZETTEER GLOBAL PROPERTY AMBIT_GAZETTEER_DIR)
    endif()
  endif()
  get_filename_component(gazetteer ${ARG_GAZETTEER} ABSOLUTE)

  if(AMBIT_AMBITC)
    set(ambitc ${AMBIT_AMBITC})
  elseif(TARGET ambit::ambitc AND NOT CMAKE_CROSSCOMPILING)
    set(ambitc ambit::ambitc)
  else()
    message(FATAL_ERROR "ambit_add_policies: there is no ambitc to run; name one that runs on this "
      "machine with -DAMBIT_AMBITC=<path>, or build ambit with -DAMBIT_BUILD_GENERATOR=ON")
  endif()

  file(GLOB_RECURSE policies RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/*.toml)
  list(FILTER policies EXCLUDE REGEX "(^|/)(gazetteer|[.][^/]*)/")
  if(NOT policies)
    message(FATAL_ERROR "ambit_add_policies: there is no policy (*.toml) in ${folder}")
  endif()
  list(TRANSFORM policies PREPEND ${folder}/ OUTPUT_VARIABLE sources)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources})

  # A build tool must know the tables by name: otherwise it looks at them before they are baked, and
  # compiles a program anew only in the build after that.
  set(include_dir ${CMAKE_CURRENT_BINARY_DIR}/${target}-tables)
  set(into ${include_dir}/${ARG_PREFIX})
  set(tables ${into}/atlas.hpp)
  foreach(source IN LISTS sources)
    file(READ ${source} text)
    if(text MATCHES "jurisdiction[ \t]*=[ \t]*[\"']([A-Z][A-Z])[\"']")
      set(name ${CMAKE_MATCH_1})
      if(text MATCHES "country[ \t]*=[ \t]*[\"']([A-Z][A-Z])[\"']")
        string(TOLOWER ${name}_${CMAKE_MATCH_1} name)
        list(APPEND tables ${into}/${name}.hpp)
      endif()
    endif()
  endforeach()

  # Without its policy a table goes too, and the atlas is baked without it.
  file(GLOB stale ${into}/*.hpp)
  list(REMOVE_ITEM stale ${tables})
  if(stale)
    file(REMOVE ${stale})
  endif()
  set(inputs ${include_dir}/${target}.inputs)
  file(CONFIGURE OUTPUT ${inputs} CONTENT "${ARG_NAMESPACE}: ${policies}\n" @ONLY)

  file(GLOB regions CONFIGURE_DEPENDS ${gazetteer}/*.tsv)
  set(stamp ${include_dir}/${target}.stamp)
  add_custom_command(OUTPUT ${stamp}
    BYPRODUCTS ${tables}
    COMMAND ${ambitc} bake ${folder} --into ${into} --gazetteer ${gazetteer}
            --namespace ${ARG_NAMESPACE}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${sources} ${inputs} ${regions} ${ambitc}
    COMMENT "Baking the policies of ${folder}"
    VERBATIM)
  add_custom_target(${target}-bake DEPENDS ${stamp})
  add_library(${target} INTERFACE)
  add_dependencies(${target} ${target}-bake)
  target_include_directories(${target} INTERFACE ${include_dir})
  target_link_libraries(${target} INTERFACE ambit::ambit)
endfunction()
