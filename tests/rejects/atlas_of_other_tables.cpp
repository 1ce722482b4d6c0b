// SPDX-License-Identifier: BSL-1.0
// rejects: ambit: atlas.hpp and nl_ml.hpp were not baked together; bake them again
#include <ambit/tables/nl_ml.hpp>

#ifdef AMBIT_REJECT
// As if another table were in its place.
#undef AMBIT_EDITION_5ambit6tables5nl_ml
#define AMBIT_EDITION_5ambit6tables5nl_ml 1
#endif
#include <ambit/tables/atlas.hpp>
