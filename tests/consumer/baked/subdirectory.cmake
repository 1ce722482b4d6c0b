configure_build_run(${tests}/baked committed
  -DWAY=subdirectory -DAMBIT_SOURCE=${ambit_source} ${without_packages})
