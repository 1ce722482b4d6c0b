#include <ambit/ambit.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdio>

using namespace ambit::literals;
using ambit::measure;

constexpr auto answer = ambit::classify(ambit::tables::nl_ml, "ML-7"_region, "2023-06-22"_date);
static_assert(answer[measure::indiscriminate_violence] == ambit::status::designated);

int main() {
  const std::string_view status = ambit::name(answer[measure::indiscriminate_violence]);
  std::printf("%.*s\n", int(status.size()), status.data());
}
