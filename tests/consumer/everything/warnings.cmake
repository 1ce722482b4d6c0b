string(APPEND flags " ${all_warnings}")
configure(${tests}/everything
  -DCMAKE_PREFIX_PATH=${prefix} -DBoost_DIR=${boost_dir} -DAMBIT_INCLUDE_DIR=${prefix}/include)
succeeds("configuring")
build(--verbose)
succeeds("building with ${all_warnings}")
string(REGEX REPLACE "[\"\\]" "" output "${output}")
says("the build, which must not take the headers for those of a system," "-I${prefix}/include")
