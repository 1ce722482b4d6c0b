// SPDX-License-Identifier: BSL-1.0
#include <ambit/batch.hpp>
#include <ambit/tables/nl_ml.hpp>

namespace {

using namespace ambit;
using tables::nl_ml;

constexpr region_and_day asked[] = {{"ML-7"_region, "2023-06-22"_date},
                                    {"ML-1"_region, "2023-06-22"_date},
                                    {"ML-99"_region, "2023-06-22"_date}};

// Each row has the answer of the single question; what does not fit is not asked.
static_assert([] {
  status_word said[3];
  if (classify(nl_ml, asked, said) != 3) return false;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t m = 0; m < measure_count; ++m)
      if (said[i][static_cast<measure>(m)] !=
          classify(nl_ml, asked[i].region, asked[i].day)[static_cast<measure>(m)])
        return false;
  return true;
}());
static_assert([] {
  status_word said[2] = {};
  return classify(nl_ml, asked, std::span{said}.first(1)) == 1 && said[1] == status_word{};
}());
static_assert([] {
  status_word said[3];
  classify(nl_ml, asked, said, {.known = "2022-12-01"_date, .assume_unchanged = true});
  return said[0][measure::indiscriminate_violence] == status::advised;
}());

}  // namespace
