// SPDX-License-Identifier: BSL-1.0

// What is asked on every target. Statuses are written in full, long texts as their FNV-1a digest:
// a line of text each, which must be the same as on the machine that builds.

#include "cases.hpp"

#include <ambit/ambit.hpp>
#include <ambit/names.hpp>
#include <ambit/tables/atlas_statuses.hpp>
#include <ambit/tables/gazetteer_names.hpp>

#include <span>

namespace {

using namespace ambit::literals;
using ambit::tables::atlas;
using ambit::tables::atlas_entry;
using question = ambit::question<atlas_entry>;

/// More text than any answer or assessment of the shipped policies has.
constexpr std::size_t room_for_text = 32 * 1024;

constexpr ambit::region unknown_region = "ZZ-9"_region;

class digest {
 public:
  void add(std::string_view text) noexcept {
    for (const char c : text) add(static_cast<std::uint8_t>(c));
  }
  template <std::size_t Capacity>
  void add(const ambit::short_text<Capacity>& text) noexcept {
    add(text.view());
  }
  void add_number(std::uint64_t number) noexcept {
    for (int shift = 0; shift < 64; shift += 8) add(static_cast<std::uint8_t>(number >> shift));
  }
  std::uint64_t value() const noexcept { return value_; }

 private:
  void add(std::uint8_t byte) noexcept { value_ = (value_ ^ byte) * 0x100'0000'01b3; }

  std::uint64_t value_ = 0xcbf2'9ce4'8422'2325;
};

struct line {
  const line& operator<<(std::string_view text) const noexcept {
    put(text);
    put(" ");
    return *this;
  }
  template <std::size_t Capacity>
  const line& operator<<(const ambit::short_text<Capacity>& text) const noexcept {
    return *this << text.view();
  }
  const line& operator<<(std::uint64_t number) const noexcept {
    char digits[16];
    for (std::size_t at = 16; at-- > 0; number >>= 4) digits[at] = "0123456789abcdef"[number & 0xf];
    return *this << std::string_view{digits, 16};
  }
  ~line() { put("\n"); }
};

/// Some of the days on which an answer changes, each once, spread over all of them.
class sampled_days {
 public:
  explicit sampled_days(const atlas_entry& of) noexcept {
    const auto all = of.days();
    const std::size_t step = all.size() / capacity + 1;
    for (std::size_t at = 0; at < all.size(); at += step) add(all[at]);
    if (size_ == 0) add("2024-01-01"_date);
  }
  const ambit::date* begin() const noexcept { return days_; }
  const ambit::date* end() const noexcept { return days_ + size_; }

 private:
  void add(ambit::date day) noexcept {
    for (const ambit::date seen : *this)
      if (seen == day) return;
    days_[size_++] = day;
  }

  static constexpr std::size_t capacity = 12;
  ambit::date days_[capacity + 1] = {};
  std::size_t size_ = 0;
};

/// Everything that one answer says without the texts for people.
template <class Answer>
void add_findings(digest& into, const Answer& answer) noexcept {
  for (const ambit::finding found : answer.findings()) {
    into.add(name(found.measure));
    into.add(name(found.status));
    into.add(name(found.ground));
    into.add(found.rule);
    into.add(found.persons);
    into.add(found.place);
    into.add(to_text(found.bounds.after));
    into.add(to_text(found.bounds.by));
    for (const ambit::citation place : answer.citations(found)) {
      into.add(place.source);
      into.add(place.reference);
      into.add(to_text(place.published));
      into.add(place.at);
    }
  }
}

template <class Explained>
std::uint64_t text_of(const Explained& explained, ambit::language in,
                      std::span<char> buffer) noexcept {
  const std::size_t size = explain(explained, in, buffer);
  if (size > buffer.size()) line{} << "the text of an explanation is longer than its buffer";
  digest text;
  text.add({buffer.data(), size < buffer.size() ? size : buffer.size()});
  return text.value();
}

void ask(const atlas_entry& of, ambit::region code, std::span<char> buffer) noexcept {
  const ambit::region_text region = to_text(code);
  digest findings;
  for (const ambit::date day : sampled_days{of})
    for (const ambit::date each : {ambit::day_before(day), day, ambit::day_after(day)}) {
      const auto answer = classify(of, code, each);
      line{} << region << to_text(each) << answer.statuses().bits << to_text(answer.next_change());
      add_findings(findings, answer);
      findings.add_number(
          statuses(ambit::tables::atlas_statuses, of.jurisdiction(), region, each).bits);
    }
  line{} << region << "findings" << findings.value();

  // What was known when, and with which advices adopted.
  digest editions;
  for (const auto edition : ambit::editions(of))
    for (const auto advices : ambit::advice_sets(of)) {
      const question how{.known = edition.published, .assuming = advices, .assume_unchanged = true};
      for (const ambit::date day : sampled_days{of}) {
        const ambit::region_and_day asked[] = {{code, ambit::day_before(day)}, {code, day}};
        ambit::status_word words[2];
        classify(of, asked, words, how);
        for (const ambit::status_word word : words) editions.add_number(word.bits);
      }
    }
  line{} << region << "editions" << editions.value();

  const auto answer = classify(of, code, of.horizon());
  const auto claim = ambit::try_establish(of, {.origin = ambit::fact::yes});
  const auto assessed = ambit::assess(answer, claim.claim);
  for (const ambit::language in : {ambit::language::en, ambit::language::nl})
    line{} << region << "text" << text_of(answer, in, buffer) << text_of(assessed, in, buffer);

  for (const ambit::measure asked :
       {ambit::measure::indiscriminate_violence, ambit::measure::internal_protection})
    for (const ambit::period now : ambit::timeline(of, code, asked))
      line{} << region << name(asked) << to_text(now.first) << to_text(now.last)
             << name(now.finding.status) << now.finding.rule;
}

void ask(const atlas_entry& of, std::span<char> buffer) noexcept {
  line{} << "policy" << text(of, of.id()) << to_text(of.jurisdiction()) << to_text(of.country());
  for (const auto edition : ambit::editions(of)) {
    std::uint64_t disclosures = 0;
    for (const ambit::disclosure each : edition.disclosures()) {
      (void)each;
      ++disclosures;
    }
    line{} << "edition" << to_text(edition.published) << disclosures;
  }
  for (const ambit::region_row& row : of.regions()) ask(of, row.code, buffer);
  ask(of, unknown_region, buffer);
}

template <class Match>
void add_match(digest& into, const Match& found) noexcept {
  into.add_number(static_cast<std::uint64_t>(found.result()));
  for (std::size_t at = 0; at < found.size(); ++at) into.add_number(found[at].packed);
}

/// Every code and name of the gazetteer, and some that a person may write.
void ask_gazetteer() noexcept {
  using ambit::tables::gazetteer_names;
  digest codes, names;
  std::uint64_t found = 0;
  for (const std::uint64_t slot : gazetteer_names.code_slots()) {
    if (slot == ambit::detail::empty_slot) continue;
    const ambit::region code = ambit::detail::region_of_slot(slot);
    ++found;
    codes.add_number(code.packed);
    if (const auto parent = ambit::parent_of(gazetteer_names, code))
      codes.add_number(parent->packed);
  }
  for (const ambit::withdrawn_row& row : gazetteer_names.withdrawn())
    for (const ambit::successor_row& after : ambit::successors_of(gazetteer_names, row.code))
      codes.add_number(after.code.unpacked().packed);
  line{} << "codes" << found << codes.value();

  for (const std::uint64_t each : gazetteer_names.name_slots()) {
    const ambit::detail::name_slot slot{each};
    if (slot.is_empty()) continue;
    add_match(names, ambit::find(gazetteer_names,
                                 {gazetteer_names.name_texts() + slot.offset(), slot.size()}));
  }
  line{} << "names" << names.value();

  for (const std::string_view written : {"Gao", "ml-7", "Centre", "Haut-Uélé", "Me\xcc\x81naka",
                                         "Timboektoe", "Goa", "", "Gao\xff"}) {
    digest text, all, of_policy;
    text.add(written);  // as a digest: not all of them are texts
    add_match(all, ambit::find(gazetteer_names, written));
    add_match(of_policy, ambit::find(ambit::tables::nl_ml, written));
    line{} << "written" << text.value() << all.value() << of_policy.value();
  }
}

}  // namespace

void answer_cases() noexcept {
  char buffer[room_for_text];
  for (std::uint8_t index = 0; index < atlas.size; ++index) ask(atlas_entry{index}, buffer);

  // One that the atlas does not have, and one of no country.
  const auto paris = ambit::parse_region("FR-75");
  if (paris) ask(atlas.of("FR"_country, *paris), *paris, buffer);
  ask(atlas.of("NL"_country, unknown_region), unknown_region, buffer);
  line{} << "read" << (ambit::parse_date("2022-02-30") ? "a day that is none" : "as it should");
  ask_gazetteer();
  put("end of the cases\n");
}
