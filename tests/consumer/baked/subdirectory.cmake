set(nothing_else)
foreach(package Boost CLI11 nlohmann_json OpenSSL doctest benchmark)
  list(APPEND nothing_else -DCMAKE_DISABLE_FIND_PACKAGE_${package}=ON)
endforeach()
configure_build_run(${tests}/baked committed
  -DWAY=subdirectory -DAMBIT_SOURCE=${ambit_source} ${nothing_else})
