// SPDX-License-Identifier: BSL-1.0

// A program that was reviewed against one version of a policy, and refuses to be built against
// another: a change of the policy breaks its build, and the compiler says what to read again.

#include <ambit/classify.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdio>

using namespace ambit::literals;
using ambit::measure;
using ambit::status;
using ambit::tables::nl_ml;

// The answer that this program depends on.
static_assert(ambit::classify(nl_ml, "ML-7"_region,
                              "2026-04-04"_date)[measure::indiscriminate_violence] ==
                  status::designated,
              "Gao (ML-7) on 2026-04-04: no longer designated; read C7/23 of the Circular again");

// And everything else that the reviewer read.
static_assert(
    nl_ml.digest() == "193667876a5198102e83ecca02a32ae6869319033a45482c63dbdb01d24bcfc6",
    "the sources of nl-ml changed: review what this program does, then pin the new digest");

int main() {
  std::puts("Built against the policy on Mali that was reviewed.");
  return 0;
}
