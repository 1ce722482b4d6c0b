// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

#include <ambit/table.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ambitc {

/// Where those rows are among `all`: they are appended if they do not stand there yet, one after
/// the other.
template <class Row>
ambit::rows<Row> rows_among(std::vector<Row>& all, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  const auto at = std::search(all.begin(), all.end(), rows.begin(), rows.end());
  const auto first = static_cast<std::size_t>(at - all.begin());
  if (at == all.end()) all.insert(all.end(), rows.begin(), rows.end());
  return {first, rows.size()};
}

/// The names of texts in generated code, and of their ends, each once: the second of the same name
/// has a number, or a higher one if some other has that name already.
class symbols {
 public:
  std::string make(const std::string& symbol);

 private:
  std::map<std::string, std::size_t> uses_;
  std::set<std::string> made_;
};

/// Names and references of a table: each once, with the name by which generated code refers to it.
class text_pool {
 public:
  struct entry {
    std::string symbol;
    std::string text;
    std::uint16_t at;
  };

  text_pool();

  /// Where that text is. `symbol` names it if it is new; C++ names are made of it.
  std::uint16_t add(const std::string& symbol, const std::string& text);

  const std::vector<entry>& entries() const { return entries_; }
  const char* bytes() const { return bytes_.data(); }
  /// Bytes in all, each text's NUL included. Offsets are right as long as these are at most 65,536.
  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<entry> entries_;
  std::map<std::string, std::uint16_t, std::less<>> by_text_;
  symbols symbols_;
  std::string bytes_;
};

/// Texts of a table for people, packed: each pair of English and Dutch once.
class prose_pool {
 public:
  struct entry {
    std::string symbol;
    std::string en, nl;
    std::uint16_t at;
  };

  prose_pool();

  std::uint16_t add(const std::string& symbol, const std::string& en, const std::string& nl);

  const std::vector<entry>& entries() const { return entries_; }
  const char* bytes() const { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<entry> entries_;
  std::map<std::pair<std::string, std::string>, std::uint16_t> by_texts_;
  symbols symbols_;
  std::string bytes_;
};

/// A table in memory: the rows that are baked, and where each record's row came from.
struct image {
  const policy_source* policy = nullptr;
  text_pool texts;
  prose_pool prose;

  ambit::text_at id;
  ambit::country jurisdiction, country;
  ambit::bilingual title;
  ambit::position<ambit::change_row> begins;
  ambit::rows<ambit::citation_row> existence, absence;

  std::vector<std::uint32_t> slots;
  std::uint32_t multiplier = 0;
  unsigned shift = 0;
  std::vector<ambit::region_row> regions;
  std::vector<ambit::alias_row> aliases;
  std::vector<ambit::edition_row> editions;
  std::vector<ambit::advice_set_row> advice_sets;
  std::vector<ambit::timeline_row> timelines;
  std::vector<ambit::region_timeline_row> region_timelines;
  std::vector<ambit::packed_day> days;
  std::vector<ambit::answer_entry> answer_entries;
  std::vector<ambit::answer_row> answers;
  std::vector<ambit::status_word> statuses;
  std::vector<ambit::measure_entry> measure_entries;
  std::vector<ambit::measure_row> measures;
  std::vector<ambit::packed_finding> findings;
  std::vector<ambit::doubt_row> doubts;
  std::vector<ambit::change_row> changes;
  std::vector<ambit::rule_row> rules;
  std::vector<ambit::alternative_row> alternatives;
  std::vector<ambit::citation_row> citations;
  std::vector<ambit::source_row> sources;
  std::vector<ambit::digest_row> digests;
  std::vector<ambit::advice_row> advices;
  std::vector<ambit::persons_row> persons;
  std::vector<ambit::persons_entry> persons_entries;
  std::vector<ambit::place_row> places;
  std::vector<ambit::place_entry> place_entries;
  std::vector<ambit::condition_row> conditions;
  std::vector<ambit::condition_entry> condition_entries;
  std::vector<ambit::region_entry> region_entries;
  std::vector<ambit::judgment_row> judgments;
  std::vector<ambit::figure_row> figures;
  std::vector<ambit::remark_row> remarks;

  /// What all codes of the country begin with (ambit::region_hash).
  std::uint64_t prefix() const {
    return ambit::region_of(country).packed | std::uint64_t{'-'} << 24;
  }
};

/// An image as the queries of the headers take it (ambit::policy).
struct shown_image {
  const image* shown = nullptr;

  friend bool operator==(shown_image, shown_image) = default;

  const char* texts() const noexcept { return shown->texts.bytes(); }
  const char* prose() const noexcept { return shown->prose.bytes(); }
  ambit::text_at id() const noexcept { return shown->id; }
  ambit::country jurisdiction() const noexcept { return shown->jurisdiction; }
  ambit::country country() const noexcept { return shown->country; }
  ambit::bilingual title() const noexcept { return shown->title; }
  ambit::date horizon() const noexcept { return *shown->policy->document.policy->horizon; }
  ambit::position<ambit::change_row> begins() const noexcept { return shown->begins; }
  ambit::rows<ambit::citation_row> existence() const noexcept { return shown->existence; }
  ambit::rows<ambit::citation_row> absence() const noexcept { return shown->absence; }
  ambit::position<ambit::region_row> find_region(ambit::region code) const noexcept {
    return ambit::region_hash{shown->slots.data(), shown->prefix(), shown->multiplier, shown->shift}
        .find(code);
  }
  ambit::row_span<ambit::region_row> regions() const noexcept { return of(shown->regions); }
  ambit::row_span<ambit::alias_row> aliases() const noexcept { return of(shown->aliases); }
  ambit::row_span<ambit::edition_row> editions() const noexcept { return of(shown->editions); }
  ambit::row_span<ambit::advice_set_row> advice_sets() const noexcept {
    return of(shown->advice_sets);
  }
  ambit::row_span<ambit::timeline_row> timelines() const noexcept { return of(shown->timelines); }
  ambit::row_span<ambit::region_timeline_row> region_timelines() const noexcept {
    return of(shown->region_timelines);
  }
  ambit::row_span<ambit::packed_day> days() const noexcept { return of(shown->days); }
  ambit::row_span<ambit::answer_entry> answer_entries() const noexcept {
    return of(shown->answer_entries);
  }
  ambit::row_span<ambit::answer_row> answers() const noexcept { return of(shown->answers); }
  ambit::row_span<ambit::status_word> statuses() const noexcept { return of(shown->statuses); }
  ambit::row_span<ambit::measure_entry> measure_entries() const noexcept {
    return of(shown->measure_entries);
  }
  ambit::row_span<ambit::measure_row> measures() const noexcept { return of(shown->measures); }
  ambit::row_span<ambit::packed_finding> findings() const noexcept { return of(shown->findings); }
  ambit::row_span<ambit::doubt_row> doubts() const noexcept { return of(shown->doubts); }
  ambit::row_span<ambit::change_row> changes() const noexcept { return of(shown->changes); }
  ambit::row_span<ambit::rule_row> rules() const noexcept { return of(shown->rules); }
  ambit::row_span<ambit::alternative_row> alternatives() const noexcept {
    return of(shown->alternatives);
  }
  ambit::row_span<ambit::citation_row> citations() const noexcept { return of(shown->citations); }
  ambit::row_span<ambit::source_row> sources() const noexcept { return of(shown->sources); }
  ambit::row_span<ambit::digest_row> digests() const noexcept { return of(shown->digests); }
  ambit::row_span<ambit::advice_row> advices() const noexcept { return of(shown->advices); }
  ambit::row_span<ambit::persons_row> persons() const noexcept { return of(shown->persons); }
  ambit::row_span<ambit::persons_entry> persons_entries() const noexcept {
    return of(shown->persons_entries);
  }
  ambit::row_span<ambit::place_row> places() const noexcept { return of(shown->places); }
  ambit::row_span<ambit::place_entry> place_entries() const noexcept {
    return of(shown->place_entries);
  }
  ambit::row_span<ambit::condition_row> conditions() const noexcept {
    return of(shown->conditions);
  }
  ambit::row_span<ambit::condition_entry> condition_entries() const noexcept {
    return of(shown->condition_entries);
  }
  ambit::row_span<ambit::region_entry> region_entries() const noexcept {
    return of(shown->region_entries);
  }
  ambit::row_span<ambit::judgment_row> judgments() const noexcept { return of(shown->judgments); }
  ambit::row_span<ambit::figure_row> figures() const noexcept { return of(shown->figures); }
  ambit::row_span<ambit::remark_row> remarks() const noexcept { return of(shown->remarks); }

 private:
  template <class Row>
  static ambit::row_span<Row> of(const std::vector<Row>& rows) noexcept {
    return {rows.data(), rows.size()};
  }
};

/// The rows of a policy's records; the answers are still missing (see resolve.hpp).
image to_rows(const policy_source& policy);

}  // namespace ambitc
