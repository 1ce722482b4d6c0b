# The headers alone need no package of all that ambit uses for itself. A bake that was killed may have
# left a folder beside the tables, whose files are none of them.
file(COPY ${ambit_source}/CMakeLists.txt ${ambit_source}/CMakePresets.json ${ambit_source}/include
  ${ambit_source}/generator ${ambit_source}/policy-src DESTINATION ${work}/ambit)
file(WRITE ${work}/ambit/include/ambit/tables/.ambitc-killed/nl_ml.hpp "cut off")
configure(${work}/ambit --preset install -DAMBIT_BUILD_GENERATOR=OFF ${without_packages})
succeeds("configuring an install of the headers")
execute(${CMAKE_COMMAND} --install ${work}/build ${of_config} --prefix ${work}/prefix)
succeeds("installing the headers")
says("what is installed" "include/ambit/tables/nl_ml.hpp")
says_nothing_of("what is installed" "killed")
