configure_build_run(${tests}/everything everything
  -DCMAKE_PREFIX_PATH=${prefix} -DBoost_DIR=${boost_dir} -DAMBIT_INCLUDE_DIR=${prefix}/include)
