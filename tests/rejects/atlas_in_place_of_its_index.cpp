// SPDX-License-Identifier: BSL-1.0
// rejects: this_is_an_atlas_give_its_index_such_as_atlas_statuses
#include <ambit/tables/atlas_statuses.hpp>

using namespace ambit::literals;

inline ambit::status_word ask(ambit::date day) {
#ifdef AMBIT_REJECT
  return ambit::statuses(ambit::tables::atlas, "NL"_country, "ML-7", day);
#else
  return ambit::statuses(ambit::tables::atlas_statuses, "NL"_country, "ML-7", day);
#endif
}
