// SPDX-License-Identifier: BSL-1.0
#include <ambit/table.hpp>

// What the records of a table hold in few bytes comes back as it was.

namespace {

using namespace ambit;

constexpr bool survives(date day) {
  return packed_day{day}.unpacked() == day;
}
static_assert(survives("1951-01-01"_date) && survives("2022-11-23"_date) &&
              survives("2128-12-31"_date));
static_assert(survives(day_before("1951-01-01"_date)) && survives(day_after("2128-12-31"_date)));
static_assert(survives(distant_past) && survives(distant_future));
static_assert(packed_day{} == distant_past);

static_assert([] {  // packed days are in the order of days
  for (date day = packed_day::first; day < packed_day::last; day = date{day.days + 97})
    if (!(packed_day{day} < packed_day{day_after(day)})) return false;
  return true;
}());

// A day that a table cannot hold lies before, or after, every day that it can.
static_assert(packed_day{"1900-01-01"_date} < packed_day{packed_day::first});
static_assert(packed_day{"9999-12-31"_date} == packed_day{packed_day::last});
static_assert(packed_day{"9999-12-31"_date} < packed_day{distant_future});

static_assert(packed_region{"ML-7"_region} == "ML-7"_region);
static_assert(packed_region{"ML-BKO"_region} == "ML-BKO"_region);
static_assert(packed_region{"ML-7"_region} < packed_region{"ML-BKO"_region});

static_assert(!position<rule_row>{} && position<rule_row>{0} && position<rule_row>{254});
static_assert(!position<persons_row>{} && position<persons_row>{0} && position<persons_row>{254});

// What a table has most of.
static_assert(sizeof(finding_row) == 10 && sizeof(change_row) == 8 && sizeof(region_row) == 8);
static_assert(sizeof(citation_row) == 4 && sizeof(answer_row) == 16);

}  // namespace
