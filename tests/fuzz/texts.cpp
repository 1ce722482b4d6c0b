// SPDX-License-Identifier: BSL-1.0
#include <ambit/ambit.hpp>
#include <ambit/tables/atlas.hpp>
#include <ambit/tables/gazetteer_names.hpp>

#include <cstdlib>
#include <vector>

// Any bytes as what a caller may pass on from a person: a code, a day, a name, the id of a policy
// or of an advice. The sanitizers see each byte read past the end; what must hold of an answer is
// said here.

namespace {

using namespace ambit;

void require(bool holds) {
  if (!holds) std::abort();
}

template <class Of>
void look_up(const Of& of, std::string_view text) {
  const auto found = find(of, text);
  require((found.result() == name_result::one) == static_cast<bool>(found));
  require((found.size() == 0) ==
          (found.result() == name_result::none || found.result() == name_result::malformed));
  require((found.size() > 1) == (found.result() == name_result::ambiguous));
  for (const region each : found) {
    const region_text code = to_text(each);
    require(parse_region(code) == each);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  if (const auto code = find_code(tables::gazetteer, text)) {
    require(contains(tables::gazetteer, *code));
    require(find(tables::gazetteer_names, text).region() == *code);
  }
  look_up(tables::gazetteer_names, text);
  look_up(tables::nl_ml, text);
  if (const auto code = parse_region(text)) require(to_text(*code) == text);
  if (const auto on = parse_country(text)) require(to_text(*on) == text);
  if (const auto day = parse_date(text)) require(to_text(*day) == text);
  if (const auto policy = tables::atlas.find(text))
    require(ambit::text(*policy, policy->id()) == text);
  const auto assumed = try_assume(tables::nl_ml, std::span{&text, 1});
  require(assumed || assumed.advice == text || !assumed.missing.empty());

  // A region and a day of any bytes, explained into a buffer of any size.
  if (size < 13) return 0;
  std::uint64_t packed = 0;
  std::int32_t days = 0;
  for (std::size_t i = 0; i < 6; ++i) packed = packed << 8 | bytes[i];
  for (std::size_t i = 6; i < 10; ++i)
    days = static_cast<std::int32_t>(static_cast<std::uint32_t>(days) << 8 | bytes[i]);
  const tables::atlas_entry of = bytes[10] % 2 == 0
                                     ? tables::atlas_entry{static_cast<std::uint8_t>(bytes[11] % 7)}
                                     : tables::atlas.of("NL"_country, region{packed});
  const region code = bytes[10] % 4 < 2
                          ? of.regions()[bytes[12] % of.regions().size()].code.unpacked()
                          : region{packed};
  std::vector<char> buffer(std::size_t{bytes[12]} * 16);
  const std::size_t needed = explain(classify(of, code, date{days}), language::nl, buffer);
  require(needed > 0);
  return 0;
}
