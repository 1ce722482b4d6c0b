// SPDX-License-Identifier: BSL-1.0
#include <ambit/ambit.hpp>
#include <ambit/tables/atlas.hpp>

// Everything that a program can ask at run time, in one object: footprint.cmake looks at it.

using ambit::tables::nl_ml;

ambit::status status_of(ambit::region region, ambit::date day, ambit::measure measure) {
  return classify(nl_ml, region, day)[measure];
}

std::size_t explain_any(std::string_view id, std::string_view code, std::string_view day,
                        std::string_view advice, std::span<char> into) {
  const auto policy = ambit::tables::atlas.find(id);
  const auto region = ambit::parse_region(code);
  const auto on = ambit::parse_date(day);
  if (!policy || !region || !on) return 0;
  const auto assumed = ambit::try_assume(*policy, std::span{&advice, 1});
  return explain(classify(*policy, *region, *on, {.assuming = assumed.advices}),
                 ambit::language::nl, into);
}
