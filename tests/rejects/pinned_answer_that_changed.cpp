// SPDX-License-Identifier: BSL-1.0
// rejects: Gao .ML-7. is no longer what it was on 2023-06-22: read C7/23 of the Circular again
#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

// A downstream build that was written for one answer breaks with a sentence when it changes.

using namespace ambit::literals;
using ambit::status;

#ifdef AMBIT_REJECT
constexpr status reviewed = status::not_designated;
#else
constexpr status reviewed = status::designated;
#endif
static_assert(
    ambit::classify(ambit::tables::nl_ml, "ML-7"_region,
                    "2023-06-22"_date)[ambit::measure::indiscriminate_violence] == reviewed,
    "Gao (ML-7) is no longer what it was on 2023-06-22: read C7/23 of the Circular again");
