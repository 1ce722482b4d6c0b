configure_build_run(${tests}/baked baked
  -DWAY=subdirectory -DBAKE=ON -DAMBIT_SOURCE=${ambit_source} -DAMBIT_AMBITC=${ambitc})
