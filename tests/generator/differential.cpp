// SPDX-License-Identifier: BSL-1.0
#include "compare.hpp"

#include "fixture.hpp"

#include <doctest/doctest.h>

TEST_CASE("for every shipped policy the table gives what the rules say, whatever is asked") {
  const fixture::policies all = fixture::load(fixture::root / "policy-src");
  for (std::size_t i = 0; i < all.sources.size(); ++i) {
    const compare::result compared = compare::every_question(all.sources[i], all.images[i]);
    CHECK(compared.questions > 500);
    CHECK(compared.difference == "");
  }
}
