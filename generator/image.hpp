// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

#include <ambit/table.hpp>

#include <map>
#include <string>
#include <vector>

namespace ambitc {

/// The texts of a table: each once, with the name by which generated code refers to it.
class text_pool {
 public:
  struct entry {
    std::string symbol;
    std::string text;
    ambit::text_at at;
  };

  text_pool();

  /// Where that text is. `symbol` names it if it is new; C++ names are made of it.
  ambit::text_at add(const std::string& symbol, const std::string& text);

  const std::vector<entry>& entries() const { return entries_; }
  const char* bytes() const { return bytes_.data(); }
  /// Bytes in all, each text's NUL included. Offsets are right as long as these are at most 65,536.
  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<entry> entries_;
  std::map<std::string, ambit::text_at, std::less<>> by_text_;
  std::map<std::string, std::size_t> uses_of_symbol_;
  std::string bytes_;
};

/// A table in memory: the rows that are baked, and where each record's row came from.
struct image {
  const policy_source* policy = nullptr;
  text_pool texts;

  ambit::text_at id, jurisdiction, country;
  ambit::bilingual title;
  ambit::change begins;
  ambit::rows<ambit::citation_row> citations, absence_citations;

  std::vector<std::uint64_t> slots;
  std::uint64_t multiplier = 0;
  unsigned shift = 0;
  std::vector<ambit::region_row> regions;
  std::vector<ambit::edition_row> editions;
  std::vector<ambit::advice_set_row> advice_sets;
  std::vector<ambit::timeline_entry> timeline_of;
  std::vector<ambit::timeline_row> timelines;
  std::vector<ambit::segment_row> segments;
  std::vector<ambit::answer_row> answers;
  std::vector<ambit::finding_row> findings;
  std::vector<ambit::rule_row> rules;
  std::vector<ambit::citation_row> citation_rows;
  std::vector<ambit::source_row> sources;
  std::vector<ambit::advice_row> advices;
  std::vector<ambit::persons_row> persons;
  std::vector<ambit::condition_row> conditions;
  std::vector<ambit::condition_entry> condition_entries;
  std::vector<ambit::region_entry> region_entries;
  std::vector<ambit::judgment_row> judgments;
  std::vector<ambit::figure_row> figures;
  std::vector<ambit::remark_row> remarks;

  ambit::table view() const noexcept;
};

/// An image as the headers' queries take it.
struct shown_image {
  const image* of;
  ambit::table view() const noexcept { return of->view(); }
};

/// The rows of a policy's records; the answers are still missing (see resolve.hpp).
image to_rows(const policy_source& policy);

}  // namespace ambitc
