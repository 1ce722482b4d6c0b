// SPDX-License-Identifier: BSL-1.0
#include "answers.hpp"

namespace {

using namespace answers;

struct expected_period {
  ambit::date first, last;
  ambit::status status;
};

constexpr bool goes(ambit::region region, ambit::measure measure,
                    const ambit::question<ambit::tables::nl_ml_table>& how,
                    std::initializer_list<expected_period> expected) {
  const expected_period* next = expected.begin();
  for (const ambit::period now : ambit::timeline(nl_ml, region, measure, how)) {
    if (next == expected.end() || now.first != next->first || now.last != next->last ||
        now.finding.status != next->status)
      return false;
    ++next;
  }
  return next == expected.end();
}

constexpr ambit::date ever = ambit::distant_past;

static_assert(goes(gao, violence, {},
                   {{ever, "2022-11-22"_date, status::no_policy},
                    {"2022-11-23"_date, "2022-11-23"_date, status::advised},
                    {"2022-11-24"_date, "2023-06-21"_date, status::undetermined},
                    {"2023-06-22"_date, "2023-06-22"_date, status::designated},
                    {"2023-06-23"_date, everything, status::undetermined}}));
static_assert(goes(gao, violence, {.assume_unchanged = true},
                   {{ever, "2022-11-22"_date, status::no_policy},
                    {"2022-11-23"_date, "2022-11-23"_date, status::advised},
                    {"2022-11-24"_date, "2023-06-21"_date, status::undetermined},
                    {"2023-06-22"_date, everything, status::designated}}));

// What was known on a day vouches up to that day.
static_assert(goes(gao, violence, {.known = "2023-03-01"_date},
                   {{ever, "2022-11-22"_date, status::no_policy},
                    {"2022-11-23"_date, "2023-03-01"_date, status::advised},
                    {"2023-03-02"_date, everything, status::undetermined}}));

// Answers that do not differ on this measure are one period: advice 2 changes nothing here.
static_assert(goes(gao, violence, {.known = "2023-03-01"_date, .assuming = both},
                   {{ever, "2022-11-22"_date, status::no_policy},
                    {"2022-11-23"_date, "2023-03-01"_date, status::designated},
                    {"2023-03-02"_date, everything, status::undetermined}}));

static_assert(goes("FR-75"_region, violence, {}, {{ever, everything, status::unknown_region}}));

// Before anything was published nothing is known of any day.
static_assert(goes(gao, violence, {.known = ever}, {{ever, everything, status::undetermined}}));
static_assert(goes(gao, violence, {.known = ever, .assume_unchanged = true},
                   {{ever, everything, status::no_policy}}));
static_assert(ambit::changes_between(nl_ml, ever, everything, {.known = ever}) == 0);

// In every edition a timeline ends, and so does the count of changes: the next change is later than
// the day asked about, from the first day to the last. Of the other tables: tests/unit/laws.cpp.
constexpr bool ends(ambit::date known) {
  std::size_t periods = 0;
  for (ambit::date day = ever; day != everything; ++periods) {
    const ambit::date next = classify(nl_ml, gao, day, {.known = known}).next_change();
    if (next <= day || periods > 10) return false;
    day = next;
  }
  return ambit::changes_between(nl_ml, ever, everything, {.known = known}) <= 11 * periods;
}
static_assert([] {
  for (const ambit::edition_row& each : nl_ml.editions())
    if (!ends(each.published)) return false;
  return ends(everything);
}());

// A build that depends on a span of days in which nothing changed.
static_assert(ambit::changes_between(nl_ml, "2022-11-24"_date, "2023-06-21"_date) == 0);
static_assert(ambit::changes_between(nl_ml, "2022-11-24"_date, "2023-06-22"_date) == 11);
static_assert(ambit::changes_between(nl_ml, "2022-11-22"_date, "2022-11-23"_date) == 3);
static_assert(ambit::changes_between(nl_ml, "2023-06-22"_date, "2023-06-23"_date) == 11);
static_assert(ambit::changes_between(nl_ml, "2023-06-22"_date, "2100-01-01"_date,
                                     {.assume_unchanged = true}) == 0);
static_assert(ambit::changes_between(nl_ml, "2023-06-22"_date, "2022-11-23"_date) == 0);

}  // namespace
