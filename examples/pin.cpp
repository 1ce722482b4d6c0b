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
                              "2023-06-22"_date)[measure::indiscriminate_violence] ==
                  status::designated,
              "Gao (ML-7) on 2023-06-22: no longer designated; read C7/23 of the Circular again");

// And everything else that the reviewer read.
static_assert(
    nl_ml.digest() == "c0ed59bbe436fcc8fe9eb221789b2819d3a7b80b2bd9a52f0e6b2434e9085c2b",
    "the sources of nl-ml changed: review what this program does, then pin the new digest");

int main() {
  std::puts("Built against the policy on Mali that was reviewed.");
  return 0;
}
