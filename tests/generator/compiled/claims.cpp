// SPDX-License-Identifier: BSL-1.0
#include <ambit/classify.hpp>
#include <atlas.hpp>

// Answers at compile time: compiled.cpp writes what the rules say, as lines of
// static_assert(says(...)).

namespace {

/// Whether the table gives this for everyone, by the status alone and by the whole finding.
template <ambit::policy Policy>
constexpr bool says(Policy of, ambit::region region, ambit::date day,
                    const ambit::question<Policy>& how, ambit::measure measure,
                    ambit::status status, ambit::ground ground, std::string_view rule) {
  const auto answer = ambit::classify(of, region, day, how);
  const ambit::finding found = answer.finding(measure);
  return answer[measure] == status && found.status == status && found.ground == ground &&
         found.rule == rule;
}

}  // namespace

#include <claims.hpp>
