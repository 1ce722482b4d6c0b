// SPDX-License-Identifier: BSL-1.0
// rejects: these_are_codes_without_names_give_gazetteer_names
#include <ambit/tables/gazetteer_compact.hpp>
#include <ambit/tables/gazetteer_names.hpp>

#ifdef AMBIT_REJECT
constexpr auto gao = ambit::find_name(ambit::tables::gazetteer_compact, "Gao");
#else
constexpr auto gao = ambit::find_name(ambit::tables::gazetteer_names, "Gao");
#endif
