// SPDX-License-Identifier: BSL-1.0
#include "diagnostics.hpp"

#include "text.hpp"

#include <algorithm>
#include <ostream>

namespace ambitc {

std::string to_text(const place& at) {
  if (at.line == 0) return at.file;
  return at.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

void diagnostics::error(const place& at, std::string sentence, std::string rule) {
  entries_.push_back({at, true, std::move(sentence), std::move(rule)});
  ++errors_;
}

void diagnostics::note(const place& at, std::string sentence, std::string rule) {
  entries_.push_back({at, false, std::move(sentence), std::move(rule)});
}

std::vector<finding_of_input> diagnostics::in_order() const {
  std::vector<finding_of_input> sorted = entries_;
  std::ranges::stable_sort(sorted, {}, &finding_of_input::at);
  return sorted;
}

void diagnostics::forget_notes(const std::string& file) {
  std::erase_if(entries_, [&](const finding_of_input& each) {
    return !each.is_error && each.at.file == file;
  });
}

void diagnostics::print(std::ostream& out) const {
  for (const finding_of_input& each : in_order())
    out << visible(to_text(each.at)) << ": " << (each.is_error ? "error" : "note") << ": "
        << visible(each.sentence) << " [" << each.rule << "]\n";
}

}  // namespace ambitc
