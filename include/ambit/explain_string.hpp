// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/explain.hpp>

#include <string>

// An answer, or one claim beside it, as a std::string. It allocates; explain.hpp does not.

namespace ambit::inline v8 {

/// The answer as text for people (UTF-8, lines end with '\n').
template <policy Policy>
[[nodiscard]] std::string explain(const answer<Policy>& of, language in) {
  std::string text(explain(of, in, {}), '\0');
  explain(of, in, text);
  return text;
}

/// The same for one claim.
template <policy Policy, std::size_t Capacity>
[[nodiscard]] std::string explain(const assessment<Policy, Capacity>& of, language in) {
  std::string text(explain(of, in, {}), '\0');
  explain(of, in, text);
  return text;
}

}  // namespace ambit::inline v8
