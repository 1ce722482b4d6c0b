// SPDX-License-Identifier: BSL-1.0
// rejects: ambit: atlas_statuses.hpp and atlas.hpp were not baked together; bake them again
#include <ambit/tables/atlas.hpp>

#ifdef AMBIT_REJECT
// As if another atlas were in its place.
#undef AMBIT_EDITION_5ambit6tables5atlas
#define AMBIT_EDITION_5ambit6tables5atlas 1
#endif
#include <ambit/tables/atlas_statuses.hpp>
