// SPDX-License-Identifier: BSL-1.0
#include "answer_rows.hpp"

#include "text.hpp"

#include <algorithm>
#include <bit>

namespace ambitc {

namespace {

/// The position that goes with a key; the next one of `all` if the key is new.
template <class Key, class Row>
std::pair<std::uint16_t, bool> intern(std::map<Key, std::uint16_t>& known, const Key& key,
                                      const std::vector<Row>& all) {
  const auto [at, is_new] = known.try_emplace(key, static_cast<std::uint16_t>(all.size()));
  return {at->second, is_new};
}

/// Where those values are in `all`; they are appended if they are new.
template <class Row, class Value>
std::uint16_t intern_all(std::vector<Row>& all, const std::vector<Value>& row,
                         std::map<std::vector<Value>, std::uint16_t>& known) {
  const auto [at, is_new] = intern(known, row, all);
  if (is_new)
    for (const Value& each : row) all.push_back(Row{each});
  return at;
}

}  // namespace

ambit::rows<ambit::packed_finding> finding_lists::among(
    std::vector<ambit::packed_finding>& all, const std::vector<ambit::packed_finding>& list) {
  const std::vector<std::size_t>& begins = positions_[std::bit_cast<bytes>(list.front())];
  for (const std::size_t first : begins)
    if (list.size() <= all.size() - first &&
        std::equal(list.begin(), list.end(), all.begin() + static_cast<std::ptrdiff_t>(first)))
      return {first, list.size()};
  const std::size_t first = all.size();
  for (const ambit::packed_finding& each : list) {
    positions_[std::bit_cast<bytes>(each)].push_back(all.size());
    all.push_back(each);
  }
  return {first, list.size()};
}

ambit::position<ambit::doubt_row> answer_rows::doubt(const ambit::doubt_row& row) {
  const auto [at, is_new] = intern(doubts_, {row.uncertain.value, row.instead.value}, into_.doubts);
  if (is_new) into_.doubts.push_back(row);
  return {at};
}

std::uint16_t answer_rows::answer(const std::vector<found_on>& found,
                                  const ambit::finding_row& otherwise) {
  ambit::answer_row row{{},
                        ambit::position<ambit::packed_finding>::at(
                            lists_.among(into_.findings, {otherwise}).first())};
  ambit::status_word statuses = ambit::status_word::all(otherwise.status);
  std::vector<std::uint16_t> measures;
  for (const found_on& each : found) {
    most_findings_ = std::max(most_findings_, each.findings.size());
    const ambit::measure_row on{each.measure, lists_.among(into_.findings, each.findings)};
    const auto [at, is_new] =
        intern(measures_, {on.measure, on.findings.first(), on.findings.count}, into_.measures);
    if (is_new) into_.measures.push_back(on);
    measures.push_back(at);
    if (const ambit::finding_row first = each.findings.front().unpacked(); first.is_general())
      statuses.set(each.measure, first.status);
  }
  row.measures = {intern_all(into_.measure_entries, measures, measure_entries_), measures.size()};
  const auto [at, is_new] =
      intern(answers_, {row.measures.first(), measures.size(), row.otherwise.value}, into_.answers);
  if (is_new) {
    into_.answers.push_back(row);
    into_.statuses.push_back(statuses);
  }
  return at;
}

ambit::timeline_row answer_rows::days(const std::vector<ambit::date>& days) {
  return {intern_all(into_.days, days, days_), static_cast<std::uint16_t>(days.size())};
}

ambit::position<ambit::answer_entry> answer_rows::answers(
    const std::vector<std::uint16_t>& answers) {
  return {intern_all(into_.answer_entries, answers, answer_entries_)};
}

void answer_rows::arrange_findings() {
  const std::vector<ambit::packed_finding> before = std::move(into_.findings);
  into_.findings.clear();
  finding_lists lists;
  const auto move = [&](std::size_t first, std::size_t count) {
    const auto from = before.begin() + static_cast<std::ptrdiff_t>(first);
    return lists.among(into_.findings, {from, from + static_cast<std::ptrdiff_t>(count)});
  };
  std::vector<ambit::measure_row*> measures;
  for (ambit::measure_row& each : into_.measures) measures.push_back(&each);
  std::ranges::stable_sort(measures, std::ranges::greater{},
                           [](const auto* each) { return each->findings.count; });
  for (ambit::measure_row* each : measures)
    each->findings = move(each->findings.first(), each->findings.count);
  for (ambit::answer_row& each : into_.answers)
    each.otherwise = decltype(each.otherwise)::at(move(each.otherwise.value, 1).first());
}

std::optional<std::string> answer_rows::excess() const {
  constexpr std::size_t most = 0xffff - 1;
  const auto more_than = [](std::size_t at_most, std::string_view what) {
    return cat("more than ", std::to_string(at_most), " ", what);
  };
  constexpr std::size_t several = ambit::detail::none_in_12_bits;
  if (into_.doubts.size() > several)
    return more_than(several, "ways in which a finding is uncertain");
  if (most_findings_ > 0xff) return more_than(0xff, "findings on one measure in one region");
  if (into_.days.size() > most) return more_than(most, "days on which its answers change");
  if (into_.answer_entries.size() > most) return more_than(most, "periods of its answers");
  if (into_.answers.size() > most) return more_than(most, "answers");
  if (into_.findings.size() > most) return more_than(most, "findings");
  if (std::max(into_.measures.size(), into_.measure_entries.size()) > most)
    return more_than(most, "lists of findings");
  return std::nullopt;
}

}  // namespace ambitc
