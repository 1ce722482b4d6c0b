# Two libraries of one program, each with an edition of a law of its own.
copy(${tests}/two-editions)
foreach(edition before after)
  file(COPY ${tests}/policies/laws/ DESTINATION ${work}/project/${edition})
endforeach()
edit(${work}/project/after/xa/xb.toml XB-N XB-S)
configure_build_run(${work}/project compares -DCMAKE_PREFIX_PATH=${prefix})
