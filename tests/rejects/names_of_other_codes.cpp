// SPDX-License-Identifier: BSL-1.0
// rejects: ambit: gazetteer_names.hpp and gazetteer.hpp were not baked together; bake them again
#include <ambit/tables/gazetteer.hpp>

#ifdef AMBIT_REJECT
// As if another list of codes were in its place.
#undef AMBIT_EDITION_5ambit6tables9gazetteer
#define AMBIT_EDITION_5ambit6tables9gazetteer 1
#endif
#include <ambit/tables/gazetteer_names.hpp>
