// SPDX-License-Identifier: BSL-1.0
// rejects: (unused|ignoring return|ignoring returned).*
#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

using namespace ambit::literals;

void ask() {
#ifndef AMBIT_REJECT
  [[maybe_unused]] const auto answer =
#endif
      ambit::classify(ambit::tables::nl_ml, "ML-7"_region, "2022-11-23"_date);
}
