// SPDX-License-Identifier: BSL-1.0

// What a case worker must do next, for every status there is. A status that a later version adds,
// or a case that is forgotten here, does not compile.

#include <ambit/classify.hpp>
#include <ambit/match.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdio>

namespace {

using ambit::on;
using ambit::status;

constexpr const char* next_step(status found) {
  return ambit::match(
      found,
      on<status::designated>([] { return "establish origin and residence, read the conditions"; }),
      on<status::not_designated, status::silent, status::no_policy>(
          [] { return "assess the individual account under the general policy"; }),
      on<status::advised, status::announced>([] { return "ask whether it is in force by now"; }),
      on<status::ended>([] { return "ask what followed, and what holds for earlier decisions"; }),
      on<status::undetermined>([] { return "look for the source that settles this day"; }),
      on<status::unknown_region>([] { return "ask for the region again"; }));
}

}  // namespace

int main() {
  using namespace ambit::literals;
  using ambit::tables::nl_ml;
  struct question {
    ambit::region region;
    ambit::date day;
  };
  for (const auto [region, day] :
       {question{"ML-7"_region, "2022-11-23"_date}, question{"ML-7"_region, "2023-03-01"_date},
        question{"ML-7"_region, "2023-06-22"_date}, question{"ML-1"_region, "2023-06-22"_date},
        question{"ML-99"_region, "2023-06-22"_date}}) {
    const status found =
        ambit::classify(nl_ml, region, day)[ambit::measure::indiscriminate_violence];
    const ambit::region_text code = to_text(region);
    const ambit::date_text on_day = to_text(day);
    std::printf("%.*s on %.*s: %s\n", int(code.size()), code.data(), int(on_day.size()),
                on_day.data(), next_step(found));
  }
}
