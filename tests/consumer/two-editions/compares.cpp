#include <ambit/region.hpp>

bool asks_before(ambit::region);
bool asks_after(ambit::region);

int main() {
  bool as_their_editions = true;
  for (const char* code : {"XB-N", "XB-S"}) {
    const ambit::region region = *ambit::parse_region(code);
    as_their_editions = as_their_editions && asks_before(region) && asks_after(region);
  }
  return as_their_editions ? 0 : 1;
}
