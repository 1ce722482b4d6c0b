// SPDX-License-Identifier: BSL-1.0
#include "likely_names.hpp"

#include "folding.hpp"
#include "text.hpp"

#include <algorithm>
#include <optional>

namespace ambitc {

namespace {

/// The words of a name as names are compared.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find_first_of(" -"));
    name.remove_prefix(std::min(name.size(), word.size() + 1));
    if (std::string form = comparable(word); !form.empty()) words.push_back(std::move(form));
  }
  return words;
}

std::size_t most_wrong(std::size_t letters) {
  return letters <= 3 ? 0 : letters <= 7 ? 1 : 2;
}

/// How many letters are wrong; nothing where a word is another one.
std::optional<std::size_t> letters_wrong(const std::vector<std::string>& typed,
                                         const std::vector<std::string>& name) {
  if (typed.size() != name.size()) return std::nullopt;
  std::size_t all = 0;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const std::size_t wrong = edit_distance(typed[i], name[i]);
    if (wrong > most_wrong(std::min(typed[i].size(), name[i].size()))) return std::nullopt;
    all += wrong;
  }
  return all <= 2 ? std::optional{all} : std::nullopt;
}

}  // namespace

std::vector<std::string> likely_names(std::string_view typed, std::span<const std::string> names) {
  constexpr std::size_t longest = 128;  // bytes: no name has as many
  if (typed.size() > longest) return {};
  const std::vector<std::string> words = words_of(typed);
  std::vector<std::string> nearest;
  std::size_t least = 3;
  for (const std::string& name : names) {
    const std::optional<std::size_t> wrong = letters_wrong(words, words_of(name));
    if (!wrong || *wrong > least) continue;
    if (*wrong < least) nearest.clear();
    least = *wrong;
    nearest.push_back(name);
  }
  if (nearest.size() > 2) nearest.clear();
  return nearest;
}

}  // namespace ambitc
