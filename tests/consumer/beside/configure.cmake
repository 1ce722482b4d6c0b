# With all that ambit can build; the benchmarks only where this build found what they need.
configure(${tests}/beside -DAMBIT_SOURCE=${ambit_source} -DAMBIT_BUILD_BENCH=${build_bench}
  -DAMBIT_BUILD_GENERATOR=ON -DAMBIT_BUILD_TESTS=ON -DAMBIT_BUILD_EXAMPLES=ON)
succeeds("configuring all of ambit beside targets of a project's own")
