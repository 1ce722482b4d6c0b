configure_build_run(${tests}/installed answer
  -DCMAKE_PREFIX_PATH=${prefix} -DAMBIT_VERSION=${ambit_version} -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)
says("the program" "designated")
