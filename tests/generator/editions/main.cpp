// SPDX-License-Identifier: BSL-1.0
#include <ambit/region.hpp>

// A program of two libraries, each with an edition of its own. Exit status 0 if each answers as it
// was compiled to; else the first question that one did not, from 101 on that of the second.

int ask_first(ambit::region alpha);
int ask_second(ambit::region alpha);

int main() {
  const ambit::region alpha = *ambit::parse_region("XX-A");
  if (const int wrong = ask_first(alpha)) return wrong;
  if (const int wrong = ask_second(alpha)) return 100 + wrong;
  return 0;
}
