// SPDX-License-Identifier: BSL-1.0
#include <ambit/classify.hpp>
#include <ambit/tables/atlas_statuses.hpp>
#include <ambit/tables/gazetteer_names.hpp>
#include <ambit/tables/nl_ml.hpp>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <type_traits>

// What budgets.cmake counts the instructions of: as many rounds of look-ups as the second argument
// says, of the kind that the first one says. A round has 256.

namespace {

using namespace ambit;

constexpr std::size_t in_a_round = 256;

/// Codes and names, each eighth with another last letter.
struct texts {
  char bytes[in_a_round * 64] = {};
  std::string_view all[in_a_round];
};

/// The name of some region of a policy, as people write it.
std::string_view written_name(std::size_t at) {
  const tables::atlas_entry of{static_cast<std::uint8_t>(at % tables::atlas.size)};
  return text(of, of.regions()[at / tables::atlas.size % of.regions().size()].name);
}

texts make(std::string_view kind) {
  static texts made;
  std::size_t at = 0, taken = 0;
  for (std::size_t i = 0; taken < in_a_round; i += 19) {
    const auto& of = tables::gazetteer_names;
    std::string_view text;
    region_text code;
    if (kind == "written") {
      text = written_name(i);
    } else if (kind == "name" || kind == "folded") {
      const detail::name_slot slot{of.name_slots()[i % of.name_slots().size()]};
      text = {of.name_texts() + slot.offset(), slot.size()};
    } else {
      // The regions of policies have codes of every size.
      code = to_text(tables::nl_ml.regions()[i % tables::nl_ml.regions().size()].code);
      text = code;
    }
    if (text.empty() || text.size() > 60) continue;
    for (std::size_t c = 0; c < text.size(); ++c) made.bytes[at + c] = text[c];
    if (taken % 8 == 7) made.bytes[at + text.size() - 1] = 'q';
    made.all[taken++] = {made.bytes + at, text.size()};
    at += text.size();
  }
  return made;
}

/// An answer is used in a register: where it may be in memory, compilers work out its address and
/// no answer. Of one of several words, all are laid over each other. Memory is written for all that
/// is known, so that nothing of a round is left to the next one.
template <class T>
void use(const T& answer) {
  static_assert(std::is_trivially_copyable_v<T>);
  std::uint64_t words[(sizeof answer + 7) / 8] = {}, all = 0;
  std::memcpy(words, &answer, sizeof answer);
  for (const std::uint64_t word : words) all ^= word;
  asm volatile("" : : "r"(all) : "memory");
}

/// Rounds of one kind of look-up: which kind it is, is not asked again in each of them.
void look_up(const texts& probes, long rounds, auto each_of) {
  for (long round = 0; round < rounds; ++round)
    for (const std::string_view each : probes.all) use(each_of(each));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::string_view kind = arguments[1];
  const long rounds = std::atol(arguments[2]);
  static texts probes;
  probes = make(kind);
  constexpr date day = "2023-06-01"_date;
  const auto with = [&](auto each_of) { look_up(probes, rounds, each_of); };
  if (kind == "empty")  // what the round itself takes
    with([](std::string_view text) { return text; });
  else if (kind == "code")
    with([](std::string_view text) {
      return find_code(tables::gazetteer, text).value_or(region{});
    });
  else if (kind == "folded")
    with([](std::string_view text) { return find_folded(tables::gazetteer_names, text); });
  else if (kind == "name" || kind == "written")
    with([](std::string_view text) { return find_name(tables::gazetteer_names, text); });
  else if (kind == "statuses")
    with([](std::string_view text) {
      return statuses(tables::atlas_statuses, "NL"_country, text, day);
    });
  else
    with([](std::string_view text) {
      return classify(tables::nl_ml, detail::pack_code(text),
                      day)[measure::indiscriminate_violence];
    });
}
