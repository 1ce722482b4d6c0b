file(REMOVE_RECURSE ${prefix})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${ambit_build} --prefix ${prefix} ${of_config}
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
succeeds("installing")
