# Everything that is missing at once, each with the package that has it and the option that does
# without it.
configure(${ambit_source} ${without_packages})
fails("configuring the tests without doctest"
  "doctest (in Debian: doctest-dev), or -DAMBIT_BUILD_TESTS=OFF")
says("configuring ambitc without CLI11"
  "CLI11 (in Debian: libcli11-dev), or -DAMBIT_BUILD_GENERATOR=OFF")
says_nothing_of("configuring without packages" "CMake Warning")
