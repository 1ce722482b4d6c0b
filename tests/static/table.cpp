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
static_assert(sizeof(packed_finding) == 6 && sizeof(change_row) == 8 && sizeof(region_row) == 8);
static_assert(sizeof(citation_row) == 4 && sizeof(answer_row) == 6 && sizeof(rule_row) == 44);

// A finding is the same after it was packed, at the ends of what fits as well.
constexpr bool packs(const finding_row& of) {
  return packed_finding{of}.unpacked() == of;
}
static_assert(packs({status::designated, ground::named, {}, {}, {}, {}}));
static_assert(packs({status::undetermined, ground::no_such_region, {0}, {254}, {0}, {0}}));
static_assert(packs({status::no_policy, ground::between_bounds, {254}, {0}, {4094}, {255}}));
static_assert(packs({status::silent, ground::between_bounds, {}, {}, {256}, {4094}}));

constexpr rows<rule_row> some{0xfedc, 255};
static_assert(some.first() == 0xfedc && some.count == 255 && !some.empty());
static_assert(rows<rule_row>{}.empty() && sizeof(some) == 3);

constexpr std::string_view digits =
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
static_assert(to_text(detail::read_digest(digits)) == digits);

// Of the codes of one country, "ML-7" in the first of two slots; in the other one there is none,
// whatever bytes are asked for.
constexpr std::uint32_t slots[] = {std::uint32_t{'7'} << 24, region_hash::empty_slot};
constexpr region_hash codes{slots, region_of("ML"_country).packed | std::uint64_t{'-'} << 24, 0x100,
                            31};
static_assert(codes.find("ML-7"_region) == position<region_row>{0});
static_assert(!codes.find("ML-8"_region) && !codes.find("XX-7"_region));
static_assert(!codes.find(region{codes.prefix | 0xff'ffff}));
static_assert(!codes.find(region{"ML-7"_region.packed | std::uint64_t{1} << 47}));

}  // namespace
