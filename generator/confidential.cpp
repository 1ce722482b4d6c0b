// SPDX-License-Identifier: BSL-1.0
#include "confidential.hpp"

#include "schema.hpp"

#include <algorithm>

namespace ambitc {

bool stands_without(std::string_view key_of_rule) {
  constexpr std::string_view keys[] = {"supersedes", "adopts", "conditions", "unless"};
  return std::ranges::find(keys, key_of_rule) != std::end(keys);
}

confidentiality::confidentiality(const document& policy) : policy_(policy) {
  for (const auto& source : policy.source)
    if (*source->confidential) withheld_.insert(&*source);
  while (!none() && grow()) continue;
  for (const auto& rule : policy.rule) rules_ += is_withheld(*rule) ? 1u : 0u;
}

template <class Record>
bool confidentiality::rests_on_withheld(const Record& of) const {
  bool rests = false;
  for_each_value(of, [&](std::string_view key, const auto& value) {
    if constexpr (is_reference<std::remove_cvref_t<decltype(value.value)>>) {
      if (std::is_same_v<Record, rule_record> && stands_without(key)) return;
      const auto* target = target_of(policy_, value);
      rests = rests || (target && is_withheld(*target));
    }
  });
  return rests;
}

bool confidentiality::grow() {
  const std::size_t before = withheld_.size();
  for_each_member(policy_, [&](std::string_view, const auto& member) {
    if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) {
      for (const auto& entry : member)
        if (rests_on_withheld(*entry)) withheld_.insert(&*entry);
    } else if (rests_on_withheld(*member)) {
      withheld_.insert(&*member);
    }
  });
  return withheld_.size() > before;
}

}  // namespace ambitc
