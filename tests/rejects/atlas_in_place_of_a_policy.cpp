// SPDX-License-Identifier: BSL-1.0
// rejects: an_atlas_has_many_policies_give_one_as_atlas_of_jurisdiction_and_code
#include <ambit/ambit.hpp>
#include <ambit/tables/atlas.hpp>

using namespace ambit::literals;
using ambit::tables::atlas;

#ifdef AMBIT_REJECT
constexpr auto answer = ambit::classify(atlas, "ML-7"_region, "2026-04-04"_date);
#else
constexpr auto answer =
    ambit::classify(atlas.of("NL"_country, "ML-7"_region), "ML-7"_region, "2026-04-04"_date);
#endif
