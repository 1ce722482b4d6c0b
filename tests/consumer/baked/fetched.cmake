# Building ambitc once more takes long and shows nothing new. So its place is taken by a small program
# that becomes the ambitc that is built already; all else of the fetched ambit is as it is.
set(fetched ${work}/ambit)
file(COPY ${ambit_source}/CMakeLists.txt ${ambit_source}/include DESTINATION ${fetched})
file(COPY ${ambit_source}/policy-src/gazetteer DESTINATION ${fetched}/policy-src)
file(COPY ${ambit_source}/generator DESTINATION ${fetched} PATTERN *.cpp EXCLUDE)
file(GLOB sources RELATIVE ${ambit_source} ${ambit_source}/generator/*.cpp)
foreach(source IN LISTS sources)
  file(WRITE ${fetched}/${source} "")
endforeach()
file(WRITE ${fetched}/generator/main.cpp
  "#include <unistd.h>\nint main(int, char** arguments) { return execv(R\"(${ambitc})\", arguments); }\n")

copy(${tests}/baked)
configure_build_run(${work}/project baked
  -DWAY=fetched -DBAKE=ON -DAMBIT_SOURCE=${fetched} -DAMBIT_BUILD_GENERATOR=ON)

# Only in the second build CMake knows what ambitc makes, which it could not ask before the first.
build()
succeeds("the second build")
says_nothing_of("the second build" "baked.cpp")
build()
says_nothing_of("the third build" "Baking the policies of")
edit(${work}/project/freedonia/xa/ml.toml "regions = [\"ML-8\"]" "regions = [\"ML-7\"]")
build()
fails("a build whose policy says other than the program asserts" "baked.cpp")
