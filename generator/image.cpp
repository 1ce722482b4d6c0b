// SPDX-License-Identifier: BSL-1.0
#include "image.hpp"

#include "perfect_hash.hpp"
#include "pieces.hpp"
#include "text.hpp"

#include <algorithm>

namespace ambitc {

std::string symbols::make(const std::string& symbol) {
  const auto is_made = [this](const std::string& name) {
    return made_.contains(name) || made_.contains(name + "_end");
  };
  std::string name = symbol;
  while (is_made(name)) name = cat(symbol, "_", std::to_string(++uses_[symbol] + 1));
  made_.insert({name, name + "_end"});
  return name;
}

text_pool::text_pool() {
  add("none", "");
}

std::uint16_t text_pool::add(const std::string& symbol, const std::string& text) {
  if (const auto known = by_text_.find(text); known != by_text_.end()) return known->second;
  const auto at = static_cast<std::uint16_t>(bytes_.size());
  entries_.push_back({symbols_.make(symbol), text, at});
  by_text_[text] = at;
  bytes_ += text;
  bytes_ += '\0';
  return at;
}

prose_pool::prose_pool() {
  add("none", "", "");
}

std::uint16_t prose_pool::add(const std::string& symbol, const std::string& en,
                              const std::string& nl) {
  const auto at = static_cast<std::uint16_t>(bytes_.size());
  const auto [known, is_new] = by_texts_.try_emplace({en, nl}, at);
  if (!is_new) return known->second;
  entries_.push_back({symbols_.make(symbol), en, nl, at});
  for (const std::string& text : {en, nl}) {
    bytes_ += packed(text);
    bytes_ += '\0';
  }
  return at;
}

namespace {

using ambit::event;

class row_maker {
 public:
  explicit row_maker(const policy_source& policy) : document_(policy.document) {
    made_.policy = &policy;
  }

  image make() && {
    const policy_record& policy = *document_.policy;
    made_.id = text("policy_id", policy.id->text);
    made_.jurisdiction = ambit::detail::read_country(policy.jurisdiction->text);
    made_.country = ambit::detail::read_country(policy.country->text);
    made_.title = both("policy_title", *policy.title);
    made_.begins = change(event::in_force, policy.begins);
    add_regions();
    for (const auto& source : document_.source) add(*source);
    made_.existence = citations(policy.cite);
    made_.absence = citations(document_.absence->cite);
    for (const auto& advice : document_.advice) add(*advice);
    for (const auto& persons : document_.persons)
      made_.persons.push_back({name(persons->id),
                               both(persons->id, "definition", *persons->definition),
                               citations(persons->cite), *persons->fear});
    for (const auto& place : document_.place)
      made_.places.push_back({name(place->id), both(place->id, "name", *place->name),
                              place->decision.given ? both(place->id, "decision", *place->decision)
                                                    : ambit::bilingual{},
                              regions(place->regions), citations(place->cite), *place->relation});
    for (const auto& alias : document_.alias)
      made_.aliases.push_back({text(cat(underscored(alias->id->text), "_alias"), alias->name->text),
                               citations(alias->cite), region_at(*alias->region)});
    for (const auto& condition : document_.condition)
      made_.conditions.push_back(
          {name(condition->id), both(condition->id, "text", *condition->text),
           condition->duration.given
               ? text(cat(underscored(condition->id->text), "_duration"), condition->duration->text)
               : ambit::text_at{},
           citations(condition->cite), *condition->about});
    for (const auto& rule : document_.rule) add(*rule);
    for (std::size_t later = 0; later < document_.rule.size(); ++later)
      for (const auto& earlier : document_.rule.value[later]->supersedes) {
        made_.rules[earlier->index].ending = ambit::ending::superseded;
        made_.rules[earlier->index].superseded_by = {static_cast<std::uint16_t>(later)};
      }
    for (const auto& judgment : document_.judgment) add(*judgment);
    for (const auto& figure : document_.figure) add(*figure);
    for (const auto& remark : document_.remark)
      made_.remarks.push_back({name(remark->id), both(remark->id, "text", *remark->text),
                               regions(remark->regions), citations(remark->cite), *remark->kind});
    return std::move(made_);
  }

 private:
  ambit::text_at text(const std::string& symbol, const std::string& of) {
    return made_.texts.add(symbol, of);
  }
  ambit::text_at name(const required<identifier>& id) {
    return text(cat(underscored(id->text), "_id"), id->text);
  }
  ambit::bilingual both(const std::string& symbol, const bilingual_record& of) {
    return made_.prose.add(symbol, of.en->text, of.nl->text);
  }
  ambit::bilingual both(const required<identifier>& id, const std::string& member,
                        const bilingual_record& of) {
    return both(cat(underscored(id->text), "_", member), of);
  }
  /// A member of a record that may be missing; without it, the empty text.
  ambit::text_at member(const required<identifier>& id, const std::string& key,
                        const field<prose>& of) {
    return of.given ? text(cat(underscored(id->text), "_", key), of->text) : ambit::text_at{};
  }

  /// The position of a change, which is added; none if none is given.
  ambit::position<ambit::change_row> change(event what, const field<change_value>& of) {
    if (!of.given) return {};
    made_.changes.push_back(
        {what, {static_cast<std::uint16_t>(of->proof)}, of->last_before(), of->first_since()});
    return {static_cast<std::uint16_t>(made_.changes.size() - 1)};
  }
  ambit::rows<ambit::change_row> changes(const rule_record& rule) {
    const std::size_t first = made_.changes.size();
    for (const event each : ambit::rule_events) change(each, rule.change(each));
    return {first, made_.changes.size() - first};
  }

  template <class Row, class Record>
  static ambit::position<Row> position(const field<reference<Record>>& to) {
    using at = ambit::position<Row>;
    return to.given ? at{static_cast<typename at::index>(to->index)} : at{};
  }

  /// Of the letters and digits of a place, at most 40 of them.
  static std::string place_symbol(const std::string& at) {
    std::string symbol;
    for (const char c : at) {
      const bool plain =
          (c >= 'a' && c <= 'z') || ambit::detail::is_capital(c) || ambit::detail::is_digit(c);
      if (plain)
        symbol += c;
      else if (!symbol.empty() && symbol.back() != '_')
        symbol += '_';
      if (symbol.size() == 40) break;
    }
    while (!symbol.empty() && symbol.back() == '_') symbol.pop_back();
    return symbol;
  }

  template <std::size_t Least>
  ambit::rows<ambit::citation_row> citations(const list<citation_record, Least>& cites) {
    std::vector<ambit::citation_row> rows;
    for (const auto& cite : cites)
      rows.push_back({position<ambit::source_row>(cite->source),
                      text(cat("place_", place_symbol(cite->at->text)), cite->at->text)});
    return rows_among(made_.citations, rows);
  }

  ambit::position<ambit::region_row> region_at(ambit::region code) const {
    const auto at = std::ranges::find_if(
        made_.regions, [code](const ambit::region_row& each) { return each.code == code; });
    return ambit::position<ambit::region_row>::at(
        static_cast<std::size_t>(at - made_.regions.begin()));
  }

  template <std::size_t Least>
  ambit::rows<ambit::region_entry> regions(const list<ambit::region, Least>& codes) {
    std::vector<ambit::region_entry> rows;
    for (const auto& code : codes) rows.push_back({region_at(*code)});
    return rows_among(made_.region_entries, rows);
  }

  /// References to records as entries of one of the arrays.
  template <class Entry, class Row, class Record>
  static ambit::rows<Entry> entries(std::vector<Entry>& all, const list<reference<Record>>& to) {
    std::vector<Entry> rows;
    for (const auto& each : to) rows.push_back({position<Row>(each)});
    return rows_among(all, rows);
  }
  ambit::rows<ambit::condition_entry> entries(const list<reference<condition_record>>& to) {
    return entries<ambit::condition_entry, ambit::condition_row>(made_.condition_entries, to);
  }
  ambit::rows<ambit::place_entry> entries(const list<reference<place_record>>& to) {
    return entries<ambit::place_entry, ambit::place_row>(made_.place_entries, to);
  }

  void add_regions() {
    for (const subdivision& region : made_.policy->regions) {
      made_.regions.push_back(
          {region.code, text(underscored(std::string{ambit::to_text(region.code)}) + "_name", region.name)});
    }
    make_hash();
  }

  /// Gives every code its own slot.
  void make_hash() {
    std::vector<std::uint32_t> codes;
    for (const ambit::region_row& region : made_.regions)
      codes.push_back(static_cast<std::uint32_t>(region.code.unpacked().packed));
    const ambit::detail::small_hash hash = make_small_hash(codes);
    made_.multiplier = hash.multiplier;
    made_.shift = hash.shift;
    made_.slots.assign(slots_of(hash), ambit::region_hash::empty_slot);
    for (std::uint32_t i = 0; i < codes.size(); ++i)
      made_.slots[hash.slot(codes[i])] = codes[i] << 8 | i;  // the hyphen falls out
  }

  void add(const source_record& source) {
    made_.sources.push_back({name(source.id), *source.published,
                             text(cat("language_", source.language->text), source.language->text),
                             member(source.id, "reference", source.reference),
                             both(source.id, "title", *source.title), digest(source),
                             *source.kind});
  }

  ambit::position<ambit::digest_row> digest(const source_record& source) {
    if (!source.sha256.given) return {};
    made_.digests.push_back(ambit::detail::read_digest(source.sha256->text));
    return {static_cast<std::uint16_t>(made_.digests.size() - 1)};
  }

  void add(const advice_record& advice) {
    made_.advices.push_back({prerequisites(advice), name(advice.id),
                             both(advice.id, "title", *advice.title),
                             position<ambit::source_row>(advice.source),
                             change(event::advised, advice.given), citations(advice.cite)});
  }

  std::uint32_t prerequisites(const advice_record& advice) const {
    std::uint32_t all = 0;
    for (const auto& other : advice.requires_)
      all |=
          std::uint32_t{1} << other->index | prerequisites(*document_.advice.value[other->index]);
    return all;
  }

  void add(const rule_record& rule) {
    std::uint8_t residence = 0;
    for (const auto& tie : rule.residence)
      residence = static_cast<std::uint8_t>(residence | 1u << static_cast<unsigned>(*tie));
    made_.rules.push_back({
        .id = name(rule.id),
        .title = both(rule.id, "title", *rule.title),
        .note = rule.note.given ? both(rule.id, "note", *rule.note) : ambit::bilingual{},
        .scale = rule.scale.given
                     ? text(cat("scale_", underscored(rule.scale->text)), rule.scale->text)
                     : ambit::text_at{},
        .level = rule.level.given
                     ? text(cat("level_", underscored(rule.level->text)), rule.level->text)
                     : ambit::text_at{},
        .legal_basis = member(rule.id, "legal_basis", rule.legal_basis),
        .superseded_by = {},
        .places = entries(rule.area->places),
        .persons =
            entries<ambit::persons_entry, ambit::persons_row>(made_.persons_entries, rule.persons),
        .conditions = entries(rule.conditions),
        .unless = entries(rule.unless),
        .changes = changes(rule),
        .citations = citations(rule.cite),
        .alternative = alternative(rule),
        .advice = position<ambit::advice_row>(rule.advice),
        .adopts = position<ambit::advice_row>(rule.adopts),
        .measure = *rule.measure,
        .effect = *rule.effect,
        .closure = *rule.area->closure,
        .presumption = *rule.presumption,
        .fear = *rule.fear,
        .test = *rule.test,
        .residence = residence,
        .conditions_complete = !rule.conditions_complete.given || *rule.conditions_complete,
        .ending = *rule.ending,
    });
  }

  ambit::position<ambit::alternative_row> alternative(const rule_record& rule) {
    if (rule.alternatives->regions.empty() && rule.alternatives->places.empty()) return {};
    made_.alternatives.push_back({regions(rule.alternatives->regions),
                                  entries(rule.alternatives->places), *rule.alternatives->closure});
    return ambit::position<ambit::alternative_row>::at(made_.alternatives.size() - 1);
  }

  void add(const judgment_record& judgment) {
    made_.judgments.push_back({name(judgment.id), member(judgment.id, "court", judgment.court),
                               member(judgment.id, "case_number", judgment.case_number),
                               member(judgment.id, "ecli", judgment.ecli), *judgment.given,
                               both(judgment.id, "holding", *judgment.holding),
                               regions(judgment.regions), citations(judgment.cite),
                               *judgment.measure});
  }

  void add(const figure_record& figure) {
    made_.figures.push_back({*figure.value, name(figure.id),
                             both(figure.id, "about", *figure.about),
                             text(underscored(figure.id->text) + "_period", figure.period->text),
                             member(figure.id, "counted_by", figure.counted_by),
                             regions(figure.regions), citations(figure.cite), *figure.precision});
  }

  image made_;
  const document& document_;
};

}  // namespace

image to_rows(const policy_source& policy) {
  return row_maker{policy}.make();
}

}  // namespace ambitc
