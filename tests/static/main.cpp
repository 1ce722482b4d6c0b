// SPDX-License-Identifier: BSL-1.0
#include <cstdio>

int main() {
  std::puts("All claims of tests/static held when this was compiled.");
}
