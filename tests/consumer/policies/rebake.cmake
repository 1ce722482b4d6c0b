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
# TOML that is not what it looks like at a glance.
edit(${laws}/xa/xb.toml "[policy]" "# Beside it: jurisdiction = \"XZ\", country = \"XY\".\n[policy]")
edit(${laws}/xa/xb.toml "\njurisdiction" "\n\"jurisdiction\"")
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

# What is not baked stays, and CMake may run again at any time.
set(tables ${work}/build/freedonia-tables/laws)
file(WRITE ${tables}/mine.hpp "// Written by hand.\n")
file(TOUCH ${work}/project/CMakeLists.txt)
build(--target print)
succeeds("the build after CMake ran again")
says_nothing_of("the build after CMake ran again" "print.cpp")
run(print)
says("the program after CMake ran again" "policies: 2")

file(REMOVE_RECURSE ${laws}/xc)
build_says("a policy is gone" "policies: 1")
file(GLOB left RELATIVE ${tables} ${tables}/*)
if(NOT left STREQUAL "atlas.hpp;atlas_statuses.hpp;mine.hpp;xa_xb.hpp")
  fail("a table whose policy is gone must go too, and nothing else: ${left}")
endif()

# A program that includes a table that is gone is not what the sources say.
edit(${laws}/xa/xb.toml "\"XA\"" "\"XC\"")
edit(${laws}/xa/xb.toml xa-xb xc-xb)
build(--target print)
fails("the build after a policy has another name" "laws/xa_xb.hpp")
