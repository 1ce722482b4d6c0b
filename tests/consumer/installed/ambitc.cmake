# ambitc looks for the gazetteer from where its own file is, wherever the whole is taken.
set(moved ${work}/moved)
file(COPY ${prefix}/bin ${prefix}/share DESTINATION ${moved})
file(CREATE_LINK ${moved}/bin/ambitc ${work}/linked SYMBOLIC)
foreach(program ${prefix}/bin/ambitc ${moved}/bin/ambitc ${work}/linked)
  execute(${program} bake ${tests}/baked/freedonia --into ${work}/tables)
  succeeds("baking with ${program} policies that have no gazetteer")
endforeach()

file(REMOVE_RECURSE ${moved}/share)
execute(${moved}/bin/ambitc check ${tests}/baked/freedonia)
fails("checking policies without a gazetteer" "${tests}/baked/freedonia/gazetteer: note: there is no such folder, nor ${moved}/share/ambit/gazetteer, where an installed ambitc has its own; name one with --gazetteer")
