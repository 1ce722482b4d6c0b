// SPDX-License-Identifier: BSL-1.0
#include <ambit/match.hpp>

#include <string_view>

namespace {

using namespace ambit;

constexpr std::string_view bearing(status value) {
  return match(value, on<status::designated>([] { return std::string_view{"bears on the claim"}; }),
               on<status::not_designated, status::silent, status::no_policy>(
                   [] { return std::string_view{"the individual case remains"}; }),
               on<status::advised, status::announced, status::ended, status::undetermined>(
                   [] { return std::string_view{"ask what holds now"}; }),
               on<status::unknown_region>([] { return std::string_view{"ask for the region"}; }));
}
static_assert(bearing(status::designated) == "bears on the claim");
static_assert(bearing(status::no_policy) == "the individual case remains");
static_assert(bearing(status::undetermined) == "ask what holds now");
static_assert(bearing(status::unknown_region) == "ask for the region");

// Any closed vocabulary can be matched, with captures, and a function may give nothing.
constexpr int count_languages() {
  int seen = 0;
  for (const language each : {language::en, language::nl})
    match(each, on<language::en>([&seen] { seen += 1; }),
          on<language::nl>([&seen] { seen += 10; }));
  return seen;
}
static_assert(count_languages() == 11);

}  // namespace
