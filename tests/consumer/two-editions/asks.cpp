#include <laws/atlas.hpp>
#include <laws/xa_xb.hpp>

#include <ambit/ambit.hpp>

using namespace ambit::literals;

#ifdef EDITION_IS_before
constexpr auto designated = "XB-N"_region;
#else
constexpr auto designated = "XB-S"_region;
#endif

// Not in the template: clang 14 does not link a literal that stands in one.
constexpr auto day = "2031-06-01"_date;

bool is_designated(const auto& policy, ambit::region region) {
  const auto answer = ambit::classify(policy, region, day);
  return answer[ambit::measure::indiscriminate_violence] == ambit::status::designated;
}

/// Whether the table and the atlas answer as this library's edition of the law does.
bool ASKS(ambit::region region) {
  const bool should = region == designated;
  return is_designated(freedonia::xa_xb, region) == should &&
         is_designated(*freedonia::atlas.find("xa-xb"), region) == should;
}
