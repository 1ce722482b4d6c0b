// SPDX-License-Identifier: BSL-1.0
#include <ambit/explain.hpp>
#include <ambit/names.hpp>
#include <ambit/statuses.hpp>
#include <atlas_statuses.hpp>
#include <gazetteer_compact.hpp>
#include <gazetteer_names.hpp>

// A library that asks its own edition of the policy nl-xx: editions.cpp bakes two, in which all
// that is asked here has other answers, and compiles this once with each. LIBRARY is the function
// that asks, DIGEST that of the table, WORLD the edition's number.

using namespace ambit::literals;

namespace {

constexpr ambit::date day = "2022-06-01"_date;
constexpr ambit::status in_alpha =
    WORLD == 1 ? ambit::status::designated : ambit::status::not_designated;

static_assert(baked::nl_xx.digest() == DIGEST);
static_assert(ambit::classify(baked::nl_xx, "XX-A"_region,
                              day)[ambit::measure::indiscriminate_violence] == in_alpha);

/// Whether that text stands in what an answer says.
template <ambit::policy Policy>
bool says(const Policy& of, ambit::region code, std::string_view words) {
  char text[4096];
  const std::size_t size =
      ambit::explain(ambit::classify(of, code, day), ambit::language::en, text);
  return std::string_view{text, size}.find(words) != std::string_view::npos;
}

}  // namespace

/// The number of the first question that another edition answers; 0 if none does. The region is
/// only known at run time.
int LIBRARY(ambit::region alpha) {
  constexpr ambit::measure violence = ambit::measure::indiscriminate_violence;
  const std::string_view title = WORLD == 1 ? "said of Alpha" : "said of all but Alpha";
  const auto in_atlas = *baked::atlas.find("nl-xx");
  const ambit::region delta = *ambit::parse_region("XX-D");
  if (baked::nl_xx.digest() != DIGEST) return 1;
  if (ambit::classify(baked::nl_xx, alpha, day)[violence] != in_alpha) return 2;
  if (!says(baked::nl_xx, alpha, title)) return 3;
  if (ambit::find(baked::nl_xx, "Other").region() != (WORLD == 1 ? alpha : "XX-B"_region)) return 4;
  if (ambit::classify(in_atlas, alpha, day)[violence] != in_alpha) return 5;
  if (!says(in_atlas, alpha, title)) return 6;
  if (ambit::statuses(baked::atlas_statuses, "NL"_country, alpha, day)[violence] != in_alpha)
    return 7;
  if (ambit::contains(baked::gazetteer, delta) != (WORLD == 2)) return 8;
  if (ambit::find_code(baked::gazetteer_compact, "XX-D").has_value() != (WORLD == 2)) return 9;
  if (static_cast<bool>(ambit::find(baked::gazetteer_names, "Delta")) != (WORLD == 2)) return 10;
  if (baked::atlas.find("be-xx").has_value() != (WORLD == 2)) return 11;
  return 0;
}
