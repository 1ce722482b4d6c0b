// SPDX-License-Identifier: BSL-1.0
// rejects: ambit: gazetteer_names.hpp and folding.hpp were not baked together; bake them again
#include <ambit/tables/folding.hpp>

#ifdef AMBIT_REJECT
// As if the headers compared names in another way.
#undef AMBIT_EDITION_5ambit6tables7folding
#define AMBIT_EDITION_5ambit6tables7folding 1
#endif
#include <ambit/tables/gazetteer_names.hpp>
