configure(${tests}/baked -DCMAKE_TOOLCHAIN_FILE=${tests}/baked/toolchain.cmake
  -DWAY=package -DBAKE=ON -DCMAKE_PREFIX_PATH=${prefix})
fails("configuring without AMBIT_AMBITC"
  "ambit_add_policies: there is no ambitc to run; name one that runs on this machine with -DAMBIT_AMBITC=<path>")
