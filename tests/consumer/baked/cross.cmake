# An ambitc that leaves a mark, to tell it from the one in the package.
file(WRITE ${work}/native-ambitc "#!/bin/sh\ntouch '${work}/ran'\nexec '${ambitc}' \"$@\"\n")
file(CHMOD ${work}/native-ambitc PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)

configure(${tests}/baked -DCMAKE_TOOLCHAIN_FILE=${tests}/baked/toolchain.cmake
  -DWAY=package -DBAKE=ON -DCMAKE_PREFIX_PATH=${prefix} -DAMBIT_AMBITC=${work}/native-ambitc)
succeeds("configuring")
build()
succeeds("building")
if(NOT EXISTS ${work}/ran)
  fail("the ambitc that AMBIT_AMBITC names must run, and no other")
endif()
