set(laws ${work}/project/laws)

# Each time: one build, after which the program must know what the sources say now.
function(build_says after sentence)
  build(--target print)
  succeeds("the build after ${after}")
  says("the build after ${after}" "Baking the policies of")
  run(print)
  succeeds("running print after ${after}")
  says("the program after ${after}" ${sentence})
endfunction()

copy(${tests}/policies)
configure(${work}/project -DCMAKE_PREFIX_PATH=${prefix})
succeeds("configuring")
build_says("configuring" "XB-E is unknown_region, XB-N is designated, XB-S is not_designated, policies: 1")

build(--target print)
succeeds("a build without a change")
says_nothing_of("a build without a change" "Baking the policies of")
says_nothing_of("a build without a change" "print.cpp")

edit(${laws}/xa/xb.toml XB-N XB-S)
build_says("an edit of the policy" "XB-N is not_designated, XB-S is designated, policies: 1")

edit(${laws}/gazetteer/iso-3166-2.tsv "XB-N\t" "XB-E\tEast\tprovince\nXB-N\t")
build_says("an edit of the gazetteer" "XB-E is not_designated, XB-N is not_designated, XB-S is designated")

file(READ ${laws}/xa/xb.toml other)
string(REPLACE xa-xb xc-xb other "${other}")
string(REPLACE "\"XA\"" "\"XC\"" other "${other}")
file(WRITE ${laws}/xc/xb.toml "${other}")
build_says("a new policy" "policies: 2")

file(REMOVE_RECURSE ${laws}/xc)
build_says("a policy is gone" "policies: 1")
file(GLOB_RECURSE left ${work}/build/xc_xb.hpp)
if(left)
  fail("a table whose policy is gone must go too")
endif()
