// SPDX-License-Identifier: BSL-1.0
// rejects: ambit: one file includes two editions of nl_ml.hpp; include one
#ifdef AMBIT_REJECT
// As if a table of other contents had been included.
#define AMBIT_EDITION_5ambit6tables5nl_ml 1
#endif
#include <ambit/tables/nl_ml.hpp>
