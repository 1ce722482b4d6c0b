// SPDX-License-Identifier: BSL-1.0
#include <ambit/classify.hpp>
#include <ambit/ostream.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

// Prints a file of static_asserts on questions made at random, each with the answer that it has at
// run time: so the file compiles if the answers at compile time are the same. The argument says how
// many. A few hundred are a test; how long ten thousand take the compiler is measured
// (tests/bench).

namespace {

using namespace ambit::literals;
using ambit::tables::nl_ml;

std::string literal(ambit::date day) {
  std::string text{ambit::to_text(day)};
  return text.insert(0, 1, '"') += "\"_date";
}

/// A set of advices as the file names it.
struct named_set {
  const char* name;
  ambit::advice_set<ambit::tables::nl_ml_table> advices;
};
constexpr named_set sets[] = {
    {"designate", ambit::assume(nl_ml, nl_ml.designate)},
    {"both", ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako)},
    {"all", ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako, nl_ml.inform)},
};

}  // namespace

int main(int count, char** arguments) {
  std::cout << R"(#include <ambit/classify.hpp>
#include <ambit/ostream.hpp>
#include <ambit/tables/nl_ml.hpp>

using namespace ambit::literals;
using ambit::classify;
using ambit::measure;
using ambit::status;
using ambit::tables::nl_ml;

constexpr auto designate = ambit::assume(nl_ml, nl_ml.designate);
constexpr auto both = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako);
constexpr auto all = ambit::assume(nl_ml, nl_ml.designate, nl_ml.bamako, nl_ml.inform);

)";
  std::mt19937 random{2022};
  const auto one_in = [&](unsigned of) { return random() % of == 0; };
  const auto some_day = [&]() -> ambit::date {  // of 2020 to 2027
    return ambit::date{"2020-01-01"_date.days + static_cast<std::int32_t>(random() % (8 * 365))};
  };
  for (int left = count > 1 ? std::atoi(arguments[1]) : 0; left > 0; --left) {
    const auto regions = nl_ml.regions();
    const ambit::region region =
        one_in(10) ? "ML-99"_region : regions[random() % regions.size()].code.unpacked();
    const ambit::date day = some_day();
    const auto measure =
        static_cast<ambit::measure>(one_in(2) ? random() % 2 : random() % ambit::measure_count);
    ambit::question<ambit::tables::nl_ml_table> how;
    std::string narrowed;
    const auto narrow = [&](const std::string& by) {
      narrowed += (narrowed.empty() ? "" : ", ") + by;
    };
    if (one_in(3)) {
      how.known = some_day();
      narrow(".known = " + literal(how.known));
    }
    if (one_in(3)) {
      const named_set& set = sets[random() % std::size(sets)];
      how.assuming = set.advices;
      narrow(std::string{".assuming = "} + set.name);
    }
    if (one_in(4)) {
      how.assume_unchanged = true;
      narrow(".assume_unchanged = true");
    }
    const ambit::status status = ambit::classify(nl_ml, region, day, how)[measure];
    std::cout << "static_assert(classify(nl_ml, \"" << ambit::to_text(region) << "\"_region, "
              << literal(day) << (narrowed.empty() ? "" : ", {" + narrowed + "}")
              << ")[measure::" << (measure == ambit::measure::return_ ? "return_" : name(measure))
              << "] == status::" << name(status) << ");\n";
  }
}
