#include <laws/atlas_statuses.hpp>
#include <laws/xa_xb.hpp>

#include <ambit/ambit.hpp>

#include <cstdio>

using namespace ambit::literals;

void print(const char* code) {
  const auto region = ambit::parse_region(code);
  const auto answer = ambit::classify(freedonia::tables::xa_xb, *region, "2031-06-01"_date);
  const std::string_view status = ambit::name(answer[ambit::measure::indiscriminate_violence]);
  std::printf("%s is %.*s, ", code, int(status.size()), status.data());
}

int main() {
  for (const char* code : {"XB-E", "XB-N", "XB-S"}) print(code);
  std::printf("policies: %d\n", int{freedonia::tables::atlas.size});
}
