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

// Two answers of a region, one before 1 June 2020 and one from then on. They are two periods if
// they differ in anything that a finding shows, and one if they do not.
template <ambit::finding_row Before, ambit::finding_row After>
struct two_answers : ambit::absent_policy {
  static constexpr ambit::packed_day day[] = {"2020-06-01"_date};
  static constexpr ambit::timeline_row timeline[] = {{ambit::position<ambit::packed_day>{0}, 1}};
  static constexpr ambit::answer_entry entry[] = {{0}, {1}};
  static constexpr ambit::answer_row answer[] = {{{0, 1}, {}}, {{1, 1}, {}}};
  static constexpr ambit::status_word status[] = {0, 0};
  static constexpr ambit::measure_entry measure_of_answer[] = {{0}, {1}};
  static constexpr ambit::measure_row measure[] = {{violence, {0, 1}}, {violence, {1, 1}}};
  static constexpr ambit::packed_finding found[] = {Before, After};
  static constexpr ambit::rule_row rule[] = {{}, {}};  // of "[2] = {}" g++ 12 breaks down
  static constexpr ambit::change_row change[] = {
      {ambit::event::in_force, {}, "2020-01-01"_date, "2021-01-01"_date},
      {ambit::event::until, {}, "2020-01-01"_date, "2021-01-01"_date},
      {ambit::event::in_force, {}, "2020-02-01"_date, "2021-01-01"_date},
      {ambit::event::in_force, {}, "2020-01-01"_date, "2021-02-01"_date}};
  static constexpr ambit::doubt_row doubt[] = {{0, {}}, {1, {}}, {2, {}}, {3, {}}, {0, 1}};

  constexpr ambit::position<ambit::region_row> find_region(ambit::region) const noexcept {
    return 0;
  }
  static constexpr auto days() noexcept { return ambit::detail::one_row(day); }
  static constexpr auto timelines() noexcept { return ambit::detail::one_row(timeline); }
  static constexpr ambit::row_span<ambit::answer_entry> answer_entries() noexcept {
    return {entry, 2};
  }
  static constexpr ambit::row_span<ambit::answer_row> answers() noexcept { return {answer, 2}; }
  static constexpr ambit::row_span<ambit::status_word> statuses() noexcept { return {status, 2}; }
  static constexpr ambit::row_span<ambit::measure_entry> measure_entries() noexcept {
    return {measure_of_answer, 2};
  }
  static constexpr ambit::row_span<ambit::measure_row> measures() noexcept { return {measure, 2}; }
  static constexpr ambit::row_span<ambit::packed_finding> findings() noexcept { return {found, 2}; }
  static constexpr ambit::row_span<ambit::rule_row> rules() noexcept { return {rule, 2}; }
  static constexpr ambit::row_span<ambit::change_row> changes() noexcept { return {change, 4}; }
  static constexpr ambit::row_span<ambit::doubt_row> doubts() noexcept { return {doubt, 5}; }
};

template <ambit::finding_row Before, ambit::finding_row After>
constexpr std::size_t periods() {
  std::size_t number = 0;
  for ([[maybe_unused]] const ambit::period each :
       ambit::timeline(two_answers<Before, After>{}, gao, violence))
    ++number;
  return number;
}

constexpr ambit::finding_row in_doubt(ambit::position<ambit::doubt_row> doubt) {
  return {status::undetermined, ground::between_bounds, {}, {}, 0, doubt};
}
constexpr ambit::finding_row certain{status::undetermined, ground::named, {}, {}, 0, {}};
static_assert(periods<certain, certain>() == 1);
static_assert(
    periods<certain, ambit::finding_row{status::silent, ground::named, {}, {}, 0, {}}>() == 2);
static_assert(
    periods<certain, ambit::finding_row{status::undetermined, ground::left_out, {}, {}, 0, {}}>() ==
    2);
static_assert(
    periods<certain, ambit::finding_row{status::undetermined, ground::named, {}, {}, 1, {}}>() ==
    2);
static_assert(periods<in_doubt(0), in_doubt(0)>() == 1);
static_assert(periods<in_doubt(0), in_doubt(1)>() == 2);  // which change it is
static_assert(periods<in_doubt(0), in_doubt(2)>() == 2);  // after which day it fell
static_assert(periods<in_doubt(0), in_doubt(3)>() == 2);  // by which day it fell
static_assert(periods<in_doubt(0), in_doubt(4)>() == 2);  // which rule holds since then

// A build that depends on a span of days in which nothing changed.
static_assert(ambit::changes_between(nl_ml, "2022-11-24"_date, "2023-06-21"_date) == 0);
static_assert(ambit::changes_between(nl_ml, "2022-11-24"_date, "2023-06-22"_date) == 11);
static_assert(ambit::changes_between(nl_ml, "2022-11-22"_date, "2022-11-23"_date) == 3);
static_assert(ambit::changes_between(nl_ml, "2023-06-22"_date, "2023-06-23"_date) == 11);
static_assert(ambit::changes_between(nl_ml, "2023-06-22"_date, "2100-01-01"_date,
                                     {.assume_unchanged = true}) == 0);
static_assert(ambit::changes_between(nl_ml, "2023-06-22"_date, "2022-11-23"_date) == 0);

}  // namespace
