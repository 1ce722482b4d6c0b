# The headers alone need no package of all that ambit uses for itself.
configure(${ambit_source} --preset install -DAMBIT_BUILD_GENERATOR=OFF ${without_packages})
succeeds("configuring an install of the headers")
execute(${CMAKE_COMMAND} --install ${work}/build ${of_config} --prefix ${work}/prefix)
succeeds("installing the headers")
if(NOT EXISTS ${work}/prefix/include/ambit/ambit.hpp)
  fail("the headers must be installed")
endif()
