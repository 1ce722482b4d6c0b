// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "image.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ambitc {

/// Lists of findings among all findings of a table, each part once: `rows_among`, with an index.
class finding_lists {
 public:
  /// Where those are in `all`; they are appended if they do not stand there, one after the other.
  ambit::rows<ambit::packed_finding> among(std::vector<ambit::packed_finding>& all,
                                           const std::vector<ambit::packed_finding>& list);

 private:
  using bytes = std::array<unsigned char, sizeof(ambit::packed_finding)>;
  std::map<bytes, std::vector<std::size_t>> positions_;  // of each finding
};

/// The answers of a table as its rows, each once.
class answer_rows {
 public:
  /// The findings of an answer on one measure.
  struct found_on {
    ambit::measure measure;
    std::vector<ambit::packed_finding> findings;
  };

  explicit answer_rows(image& into) : into_(into) {}

  ambit::position<ambit::doubt_row> doubt(const ambit::doubt_row& row);
  /// `otherwise`: what holds of the measures of which no rule speaks.
  std::uint16_t answer(const std::vector<found_on>& found, const ambit::finding_row& otherwise);
  ambit::timeline_row days(const std::vector<ambit::date>& days);
  ambit::position<ambit::answer_entry> answers(const std::vector<std::uint16_t>& answers);

  /// Puts the longest lists of findings first: then more of the others are part of one.
  void arrange_findings();

  /// What there is more of than a table can have, in a few words; nothing while all fits. Rows that
  /// are added after that are wrong.
  std::optional<std::string> excess() const;

 private:
  image& into_;
  finding_lists lists_;
  std::size_t most_findings_ = 0;  // on one measure
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint16_t> doubts_;
  std::map<std::tuple<ambit::measure, std::size_t, std::size_t>, std::uint16_t> measures_;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::uint16_t> answers_;
  std::map<std::vector<ambit::date>, std::uint16_t> days_;
  std::map<std::vector<std::uint16_t>, std::uint16_t> answer_entries_, measure_entries_;
};

}  // namespace ambitc
