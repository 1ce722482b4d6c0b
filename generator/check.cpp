// SPDX-License-Identifier: BSL-1.0
#include "check.hpp"

#include "confidential.hpp"
#include "folding.hpp"
#include "load.hpp"
#include "schema.hpp"
#include "text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace ambitc {

namespace {

constexpr std::size_t most_advices = 32;
constexpr std::size_t most_groups = 64;

std::string in_quotes(std::string_view text) {
  return cat("'", text, "'");
}

std::string lower(std::string text) {
  for (char& c : text)
    if (ambit::detail::is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// The codes that ISO 3166-1 leaves to its users: AA, QM to QZ, XA to XZ, ZZ.
bool is_user_assigned(std::string_view country) {
  return country == "AA" || country == "ZZ" || country.front() == 'X' ||
         (country.front() == 'Q' && country.back() >= 'M');
}

class checker {
 public:
  checker(policy_source& policy, const gazetteer& known, diagnostics& found)
      : policy_(policy), document_(policy.document), known_(known), found_(found) {}

  void run() {
    check_ids();
    resolve_references();
    check_regions();
    check_policy();
    for (const auto& source : document_.source) check_source(*source);
    for_each_citation(document_, [&](const citation_record& cite) { check_citation(cite); });
    check_advices();
    for (auto& advice : document_.advice.value) check_given(advice.value);
    if (document_.persons.size() > most_groups)
      error(document_.persons.value[most_groups].at,
            cat("a policy has at most ", std::to_string(most_groups), " groups of persons"),
            "too-many-groups");
    for (const auto& place : document_.place) check_place(*place);
    check_names();
    for (const auto& condition : document_.condition) check_condition(*condition);
    for (auto& rule : document_.rule.value) settle(rule.value.area.value);
    for (auto& rule : document_.rule.value) check_rule(rule.value);
    check_supersessions();
    check_withheld();
    for (const auto& judgment : document_.judgment) check_judgment(*judgment);
    note_equal_figures();
    note_two_holdings();
    note_unused();
  }

 private:
  void error(const place& at, std::string sentence, std::string rule) {
    found_.error(at, std::move(sentence), std::move(rule));
  }

  /// The record that a reference names; null where it names none, which was said already.
  template <class Record, std::size_t Least>
  static const Record* target(const list<Record, Least>& among,
                              const field<reference<Record>>& to) {
    return to->index < among.size() ? &*among.value[to->index] : nullptr;
  }
  const source_record* source(const field<reference<source_record>>& to) const {
    return target(document_.source, to);
  }

  /// Whether one of the cited sources is such a one.
  template <class Wanted>
  bool any_cited(const list<citation_record, 1>& cites, Wanted wanted) const {
    return std::ranges::any_of(cites, [&](const auto& cite) {
      const source_record* cited = source(cite->source);
      return cited && wanted(*cited);
    });
  }

  // ---- Names

  void check_ids() {
    for_each_member(document_, [&](std::string_view key, auto& member) {
      if constexpr (is_list<std::remove_cvref_t<decltype(member)>>) {
        std::vector<const required<identifier>*> seen;
        for (auto& entry : member.value) {
          const required<identifier>& id = entry.value.id;
          if (!id.given) continue;
          for (const auto* earlier : seen)
            if ((*earlier)->text == id->text)
              error(id.at,
                    cat("there is a [[", key, "]] '", id->text, "' at ", to_text(earlier->at),
                        " already; give each its own id"),
                    "duplicate-id");
          seen.push_back(&id);
        }
      }
    });
  }

  /// The list that holds the records of a kind, with its key.
  template <class Record, class Visit>
  void with_list_of(Visit visit) const {
    for_each_member(document_, [&](std::string_view key, const auto& member) {
      if constexpr (std::is_base_of_v<field<std::vector<field<Record>>>,
                                      std::remove_cvref_t<decltype(member)>>)
        visit(key, member);
    });
  }

  template <class Record>
  void resolve(field<reference<Record>>& to) {
    with_list_of<Record>([&](std::string_view key, const auto& records) {
      for (std::size_t at = 0; at < records.size(); ++at)
        if (records.value[at]->id->text == to->text) {
          to.value.index = at;
          return;
        }
      std::vector<std::string> ids;
      for (const auto& each : records)
        if (!each->id->text.empty()) ids.push_back(each->id->text);
      error(to.at,
            cat("there is no [[", key, "]] '", to->text, "' in this file; ",
                ids.empty() ? "it has none" : cat("it has: ", some_of(ids)),
                did_you_mean(to->text, ids)),
            "dangling-reference");
    });
  }

  void resolve_references() {
    for_each_value(document_, [&](std::string_view, auto& value) {
      if constexpr (is_reference<std::remove_cvref_t<decltype(value.value)>>)
        if (value.given && !value->text.empty()) resolve(value);
    });
  }

  /// Whether a code is given, and one of a country as far as countries are known.
  bool check_country(const required<country_code>& code) {
    const std::string& text = code->text;
    if (text.empty()) return false;
    if (known_.may_be_country(text) || is_user_assigned(text)) return true;
    error(code.at,
          cat("'", text, "' is no country of ISO 3166-1; write the two capitals of one, or a code ",
              "that the standard leaves to its users, as XA to XZ"),
          "unknown-country");
    return false;
  }

  void check_regions() {
    check_country(document_.policy->jurisdiction);
    if (!check_country(document_.policy->country)) return;
    const std::string& country = document_.policy->country->text;
    if (policy_.regions.empty())
      return error(document_.policy->country.at,
                   cat("the gazetteer has no region of '", country, "'; add its rows there"),
                   "unknown-country");
    std::vector<std::string> codes;
    for (const subdivision& each : policy_.regions) codes.push_back(cat(ambit::to_text(each.code)));
    for_each_value(document_, [&](std::string_view, auto& value) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value.value)>, ambit::region>) {
        const std::string code = cat(ambit::to_text(*value));
        if (!code.empty() && std::ranges::find(codes, code) == codes.end())
          unknown_region(value, code, codes);
      }
    });
  }

  void unknown_region(const field<ambit::region>& at, const std::string& code,
                      const std::vector<std::string>& codes) {
    const std::string& country = document_.policy->country->text;
    if (const withdrawn_code* withdrawn = known_.withdrawn(*at);
        withdrawn && code.starts_with(country)) {
      const std::vector<std::string>& successors = withdrawn->successors;
      return error(at.at,
                   cat("'", code, "' is a code of an earlier edition of ISO 3166-2; ",
                       successors.empty()       ? "the gazetteer knows no successor"
                       : successors.size() == 1 ? "its successor is "
                                                : "its successors are ",
                       join(successors, ", ")),
                   "withdrawn-region");
    }
    error(at.at,
          cat("'", code, "' is no region of ", country, "; the gazetteer has: ", some_of(codes),
              is_region(*at) ? "" : the_one_like(code, codes)),
          "unknown-region");
  }

  /// Whether a code is that of a region of any country: then no other was meant.
  bool is_region(ambit::region code) const {
    return std::ranges::binary_search(known_.all(), code, {}, &subdivision::code);
  }

  /// "; did you mean 'x'?", or nothing where no candidate or more than one is near: codes are
  /// short.
  static std::string the_one_like(const std::string& code, std::vector<std::string> candidates) {
    const std::string suggestion = did_you_mean(code, candidates);
    if (const std::optional<std::string> near = nearest(code, candidates))
      std::erase(candidates, *near);
    return nearest(code, candidates) ? "" : suggestion;
  }

  // ---- The policy and its sources

  void check_policy() {
    policy_record& policy = document_.policy.value;
    const std::string expected =
        cat(lower(policy.jurisdiction->text), "-", lower(policy.country->text));
    if (!policy.id->text.empty() && expected.size() == 5 && policy.id->text != expected)
      error(policy.id.at,
            cat("the id of this policy must be '", expected, "': jurisdiction and country"),
            "policy-id");
    check_change(policy.begins, "begins", policy.cite);
    if (policy.begins->first_since() > *policy.horizon && policy.horizon.given)
      error(policy.begins.at, "the policy begins after the horizon; nothing could be answered",
            "impossible-date");
    const auto check_past = [&](const field<ambit::date>& day) {
      if (policy.horizon.given && *day > *policy.horizon)
        error(day.at,
              cat("this source is later than the horizon ", ambit::to_text(*policy.horizon),
                  "; move the horizon to the last day for which the sources vouch"),
              "source-past-horizon");
    };
    for (const auto& each : document_.source) {
      check_past(each->published);
      for (const auto& day : each->seen) check_past(day);
    }
  }

  void check_source(const source_record& source) {
    if (source.file.given != source.sha256.given)
      error(source.id.at,
            cat("the source '", source.id->text,
                "' needs both 'file' and 'sha256' (it is pinned), or neither"),
            "half-pinned-source");
    for (const auto& day : source.seen)
      if (*day <= *source.published)
        error(day.at, "a text is seen again on days after 'published'", "impossible-date");
    if (source.is_markdown() && !source.section.empty())
      error(source.section.at,
            "the headings of a Markdown document are its sections; remove 'section'",
            "misplaced-key");
    if (source.file.given && source.section.empty() && !source.is_markdown())
      error(source.id.at,
            cat("the source '", source.id->text,
                "' is pinned but has no section; list each place that is cited"),
            "source-without-section");
    if (!source.file.given && !source.section.empty())
      error(source.section.at, "sections need a pinned document; write 'file' and 'sha256'",
            "half-pinned-source");
  }

  void check_citation(const citation_record& cite) {
    const source_record* cited = source(cite.source);
    if (!cited || !cited->file.given || cited->section.empty() || cite.at->text.empty()) return;
    std::vector<std::string> sections;
    for (const auto& section : cited->section)
      if (std::ranges::find(sections, section->at->text) == sections.end())
        sections.push_back(section->at->text);
    if (std::ranges::find(sections, cite.at->text) == sections.end())
      error(cite.at.at,
            cat("the source '", cited->id->text, "' lists no section '", cite.at->text,
                "'; it lists: ", some_of(sections), did_you_mean(cite.at->text, sections)),
            "unknown-section");
  }

  ambit::date earliest(const list<citation_record, 1>& cites) const {
    ambit::date first = ambit::distant_future;
    for (const auto& cite : cites)
      if (const source_record* cited = source(cite->source); cited && cited->published.given)
        first = std::min(first, *cited->published);
    return first;
  }

  // ---- Advices

  void check_advices() {
    if (document_.advice.size() > most_advices)
      error(document_.advice.value[most_advices].at,
            cat("a policy has at most ", std::to_string(most_advices), " advices"),
            "too-many-advices");
    report_cycles(
        document_.advice, [](const advice_record& advice) -> auto& { return advice.requires_; },
        "requires", "advice-cycle");
  }

  /// An error for each cycle among the records of a list, at the reference that closes it.
  template <class List, class Next>
  void report_cycles(const List& records, Next next, const std::string& verb,
                     const std::string& rule) {
    enum class mark { unseen, open, done };
    std::vector<mark> marks(records.size(), mark::unseen);
    std::vector<std::size_t> path;
    const auto visit = [&](const auto& self, std::size_t at) -> void {
      marks[at] = mark::open;
      path.push_back(at);
      for (const auto& to : next(*records.value[at])) {
        if (to->index >= marks.size()) continue;
        if (marks[to->index] == mark::unseen) self(self, to->index);
        if (marks[to->index] != mark::open) continue;
        std::string cycle;
        for (auto step = std::ranges::find(path, to->index); step != path.end(); ++step)
          cycle += cat(in_quotes(records.value[*step]->id->text), " ", verb, " ");
        error(to.at, cat(cycle, in_quotes(to->text), ": a cycle; remove one of these"), rule);
      }
      path.pop_back();
      marks[at] = mark::done;
    };
    for (std::size_t at = 0; at < records.size(); ++at)
      if (marks[at] == mark::unseen) visit(visit, at);
  }

  // ---- Conditions

  void check_condition(const condition_record& condition) {
    constexpr std::array of_a_person{ambit::subject::circumstances, ambit::subject::origin,
                                     ambit::subject::residence, ambit::subject::fear};
    if (std::ranges::find(of_a_person, *condition.about) == of_a_person.end())
      error(condition.about.at,
            "a condition is about circumstances, origin, residence or fear; write one of them",
            "misplaced-key");
  }

  // ---- Rules

  void check_rule(rule_record& rule) {
    rule.known = earliest(rule.cite);
    if (rule.area.given) check_area(rule);
    check_scale(rule);
    if (rule.alternatives.given && *rule.measure != ambit::measure::internal_protection)
      error(rule.alternatives.at, "only a rule on internal_protection has alternatives",
            "misplaced-key");
    if (rule.alternatives.given && rule.alternatives->regions.empty() &&
        rule.alternatives->places.empty())
      error(rule.alternatives.at, "alternatives need 'regions' or 'places'; write where they are",
            "empty-list");
    if (rule.alternatives.given && rule.alternatives->closure.given &&
        *rule.alternatives->closure == ambit::closure::unsettled)
      error(rule.alternatives->closure.at,
            "a list of alternatives is open, in_any_case or exhaustive; write one of them",
            "misplaced-key");
    if (!rule.advice.given && !rule.in_force.given && !rule.announced.given &&
        !rule.decided.given && !rule.published.given)
      error(
          rule.id.at,
          cat("the rule '", rule.id->text, "' is undated; write 'in_force', or the 'advice' that ",
              "proposes it, or when it was 'decided', 'announced' or 'published'"),
          "undated-rule");
    if (rule.advice.given) check_advised(rule);
    if (rule.adopts.given) check_adopting(rule);
    check_change(rule.decided, "decided", rule.cite);
    check_change(rule.announced, "announced", rule.cite);
    check_change(rule.published, "published", rule.cite);
    check_change(rule.in_force, "in_force", rule.cite);
    check_change(rule.until, "until", rule.cite);
    check_last_seen(rule);
    check_decided(rule, rule.announced, "announced");
    check_decided(rule, rule.published, "published");
    check_decided(rule, rule.in_force, "in_force");
    check_order(rule.announced, "announced", rule.in_force, "in_force");
    check_order(rule.in_force, "in_force", rule.until, "until");
    check_ending(rule);
    if (rule.until.given && !rule.in_force.given && !rule.advice.given)
      error(rule.until.at, "a rule that ends must have begun; write 'in_force'",
            "ended-before-begun");
  }

  /// The source of an advice; null where there is none, which was said already.
  const source_record* source_proposing(const field<reference<advice_record>>& to) const {
    const advice_record* advice = target(document_.advice, to);
    return advice ? source(advice->source) : nullptr;
  }

  void check_advised(const rule_record& rule) {
    const source_record* proposes = source_proposing(rule.advice);
    if (!proposes) return;
    if (!any_cited(rule.cite, [&](const auto& cited) { return &cited == proposes; }))
      error(rule.advice.at,
            cat("the rule does not cite '", proposes->id->text, "', the source of this advice"),
            "advice-not-cited");
    const field<change_value>& given = target(document_.advice, rule.advice)->given;
    for (const ambit::event event : ambit::rule_events) {
      const field<change_value>& change = rule.change(event);
      if (is_dated(*change) && is_dated(*given) && change->last_before() < given->first_since())
        error(change.at,
              cat("this may lie before the advice '", rule.advice->text, "' of ",
                  ambit::to_text(given->first_since()),
                  ", which proposes the rule; what is advised comes later"),
              "ended-before-begun");
    }
  }

  void check_adopting(const rule_record& rule) {
    const source_record* proposes = source_proposing(rule.adopts);
    if (rule.advice.given && rule.advice->text == rule.adopts->text)
      error(rule.adopts.at,
            cat("this rule is what the advice '", rule.adopts->text,
                "' proposes; it adopts itself by ", "being in force: remove 'adopts'"),
            "adopts-itself");
    if (!proposes) return;
    const field<change_value>& given = target(document_.advice, rule.adopts)->given;
    if (is_dated(*rule.in_force) && is_dated(*given) &&
        rule.in_force->first_since() < given->first_since())
      error(rule.in_force.at,
            cat("this rule was in force before the advice '", rule.adopts->text, "' of ",
                ambit::to_text(given->first_since()), ", which it adopts"),
            "ended-before-begun");
  }

  // ---- Places and areas

  void check_place(const place_record& place) {
    const bool known = *place.relation != ambit::relation::unknown;
    if (place.relation.given && known == place.regions.empty())
      error(place.relation.at,
            known
                ? "a place that equals, lies within or overlaps regions needs these 'regions'"
                : "regions are there, and the relation to them is 'unknown'; write equals, within "
                  "or overlaps, or leave the regions out",
            "place-not-settled");
  }

  /// A name must lead to one region. Two regions may be called alike, but an alias decides.
  void check_names() {
    std::map<std::string, std::pair<ambit::region, std::string>, std::less<>> known;
    for (const subdivision& region : policy_.regions)
      known.try_emplace(comparable(region.name), region.code, "the gazetteer");
    for (const auto& alias : document_.alias) {
      const std::string name = comparable(alias->name->text);
      if (!alias->name.given || !alias->region.given) continue;
      if (alias->cite.empty() && !alias->decision.given)
        error(alias->name.at,
              "an alias cites a text that has it, or says in 'decision' why an editor gives it",
              "alias-unproved");
      if (name.empty()) {
        error(alias->name.at, "this alias is too long, or has nothing to compare it by",
              "alias-collides");
        continue;
      }
      const auto [other, is_new] = known.try_emplace(name, *alias->region, to_text(alias->name.at));
      if (!is_new)
        error(alias->name.at,
              cat("the name '", alias->name->text, "' is that of ",
                  ambit::to_text(other->second.first), " in ", other->second.second,
                  " already; case, accents, apostrophes, hyphens and blanks make no difference"),
              "alias-collides");
    }
  }

  /// Works out which regions and places an area has.
  void settle(area_record& area) {
    for (const auto& region : area.regions) area.named.push_back(*region);
    for (const auto& to : area.places)
      if (const place_record* place = target(document_.place, to)) {
        if (!place->is_regions())
          area.in_part.push_back(to->index);
        else
          for (const auto& region : place->regions) area.named.push_back(*region);
      }
    if (*area.country && !area.is_country())
      for (const subdivision& each : policy_.regions)
        if (!is_excepted(area, each.code)) area.named.push_back(each.code);
    std::ranges::sort(area.named);
    area.named.erase(std::unique(area.named.begin(), area.named.end()), area.named.end());
  }

  bool is_excepted(const area_record& area, ambit::region region) const {
    return std::ranges::any_of(area.except, [&](const auto& each) { return *each == region; }) ||
           std::ranges::any_of(area.except_places, [&](const auto& to) {
             const place_record* place = target(document_.place, to);
             return place && place->has(region);
           });
  }

  void check_area(const rule_record& rule) {
    const area_record& area = *rule.area;
    const bool country = area.country.given && *area.country;
    if (country == !(area.regions.empty() && area.places.empty()))
      error(rule.area.at,
            "an area is either a list of 'regions' or 'places', or the whole with 'country = true'",
            "area-not-settled");
    if (!country && !area.closure.given)
      error(rule.area.at,
            "a list of regions needs its 'closure': open, in_any_case, exhaustive or unsettled",
            "missing-closure");
    if (!country && !(area.except.empty() && area.except_places.empty()))
      error(rule.area.at, "only the whole country has exceptions; write 'country = true'",
            "misplaced-key");
    for (const auto& to : area.except_places)
      if (const place_record* place = target(document_.place, to); place && !place->is_regions())
        error(to.at,
              cat("of the country without '", to->text,
                  "' nobody can tell what is left: the place at ", to_text(place->id.at),
                  " equals no regions"),
              "unknown-complement");
    if (country && area.closure.given)
      error(area.closure.at, "an area that is the whole country has no 'closure'; remove it",
            "misplaced-key");
    note_parts(area.regions);
    note_parts(area.except);
    if (area.closure.given && *area.closure == ambit::closure::exhaustive &&
        *rule.effect != ambit::effect::designates)
      error(area.closure.at,
            "only a rule that designates has an exhaustive list: it is the others that it excludes",
            "misplaced-key");
  }

  /// Regions inside a listed one that are not listed themselves: for the rule they are others.
  void note_parts(const list<ambit::region>& regions) {
    const auto is_listed = [&](ambit::region code) {
      return std::ranges::any_of(regions, [code](const auto& each) { return *each == code; });
    };
    for (const auto& whole : regions) {
      std::vector<std::string> parts;
      for (const subdivision& each : policy_.regions)
        if (each.parent == *whole && each.parent != ambit::region{} && !is_listed(each.code))
          parts.push_back(cat(ambit::to_text(each.code)));
      if (!parts.empty())
        found_.note(whole.at,
                    cat("this list names '", ambit::to_text(*whole), "' without what lies in it: ",
                        some_of(parts), "; name that too if it is meant"),
                    "unnamed-parts");
    }
  }

  void check_scale(const rule_record& rule) {
    if (rule.level.given != rule.scale.given)
      return error(rule.id.at,
                   "a level is one of a scale: write both 'level' and 'scale', or neither",
                   "level-without-scale");
    const scale_record* scale = target(document_.scale, rule.scale);
    if (!rule.level.given || !scale) return;
    const auto has = [&](const scale_record& of) {
      return std::ranges::any_of(
          of.levels, [&](const auto& level) { return level->text == rule.level->text; });
    };
    if (has(*scale)) return;
    std::vector<std::string> levels;
    for (const auto& level : scale->levels) levels.push_back(level->text);
    std::string other;
    for (const auto& each : document_.scale)
      if (has(*each))
        other = cat("; it is one of '", each->id->text, "' at ", to_text(each->id.at),
                    ", and two scales are never mixed");
    error(rule.level.at,
          cat("the scale '", scale->id->text, "' has no level '", rule.level->text,
              "'; it has: ", join(levels, ", "), other),
          "unknown-level");
  }

  // ---- Dates

  /// A change must be proved by a cited source, and its bounds be days of sources.
  void check_change(field<change_value>& change, std::string_view key,
                    const list<citation_record, 1>& cites) {
    change_value& value = change.value;
    if (!value.on.given && !value.by.given)
      return;  // not there, or undated, which was said already
    if (value.after.given && !is_day_of_source(*value.after))
      error(value.after.at, bound_sentence(value.after), "bound-without-source");
    if (value.by.given && !is_day_of_source(*value.by))
      error(value.by.at, bound_sentence(value.by), "bound-without-source");
    if (value.source.given) {
      const source_record* proof = source(value.source);
      if (!proof) return;
      prove(value, value.source->index);
      if (value.by.given && *proof->published < *value.by)
        error(value.source.at,
              cat("'", value.source->text, "' is older than the bound ", ambit::to_text(*value.by),
                  " that it would prove; name the source that shows the change"),
              "impossible-date");
      if (!any_cited(cites, [&](const auto& cited) { return &cited == proof; }))
        error(value.source.at,
              cat("'", key, "' is proved by '", value.source->text, "', which is not cited here; ",
                  "cite the place"),
              "proof-not-cited");
    } else if (value.by.given) {
      const auto shows = std::ranges::find_if(cites, [&](const auto& cite) {
        const source_record* cited = source(cite->source);
        return cited && *cited->published == *value.by;
      });
      if (shows != cites.end())
        prove(value, (*shows)->source->index);
      else
        error(value.by.at,
              cat("no source dated ", ambit::to_text(*value.by),
                  " is cited here; cite the one that shows the change"),
              "proof-not-cited");
    } else {
      for (const auto& cite : cites)
        if (const source_record* cited = source(cite->source);
            cited && *cited->published < value.known)
          prove(value, cite->source->index);
    }
  }

  void prove(change_value& change, std::size_t by) const {
    change.proof = by;
    change.known = *document_.source.value[by]->published;
  }

  /// An advice was given on the day of its source, unless the file says another.
  void check_given(advice_record& advice) {
    field<change_value>& given = advice.given;
    const source_record* proposes = source(advice.source);
    if (!given.given && proposes) {
      given.given = given.value.on.given = true;
      given.at = advice.source.at;
      given.value.on.value = *proposes->published;
      return prove(given.value, advice.source->index);
    }
    check_change(given, "given", advice.cite);
    if (given->on.given && *given->on > given->known)
      error(given.at,
            cat("this is later than the source that tells of it, of ", ambit::to_text(given->known),
                "; an advice that is told of was given"),
            "impossible-date");
  }

  bool is_day_of_source(ambit::date day) const {
    return std::ranges::any_of(document_.source, [day](const auto& each) {
      return *each->published == day ||
             std::ranges::any_of(each->seen, [day](const auto& seen) { return *seen == day; });
    });
  }

  static std::string bound_sentence(const field<ambit::date>& bound) {
    return cat("no source of this file is dated ", ambit::to_text(*bound),
               "; a bound is the day of the source that shows it");
  }

  static bool is_dated(const change_value& change) { return change.on.given || change.by.given; }

  void check_order(const field<change_value>& first, std::string_view first_key,
                   const field<change_value>& then, std::string_view then_key) {
    if (!is_dated(*first) || !is_dated(*then)) return;
    if (then->first_since() <= first->first_since() && then->on.given && first->on.given)
      error(then.at, cat("'", then_key, "' must be later than '", first_key, "'"),
            "ended-before-begun");
    else if (then->last_before() < first->last_before() ||
             then->first_since() < first->first_since())
      error(then.at,
            cat("'", then_key, "' may have come before '", first_key,
                "': neither of its bounds can be earlier than that of '", first_key, "'"),
            "ended-before-begun");
  }

  /// What was decided can be announced, published and in force on that day, but not before.
  void check_decided(const rule_record& rule, const field<change_value>& then,
                     std::string_view key) {
    if (is_dated(*rule.decided) && is_dated(*then) &&
        then->first_since() <= rule.decided->last_before())
      error(then.at, cat("'", key, "' cannot be earlier than 'decided'"), "ended-before-begun");
  }

  /// A rule that was last seen on a day is vouched for until then, as soon as later sources of the
  /// policy are known: then it may have ended on any later day.
  void check_last_seen(rule_record& rule) {
    if (!rule.last_seen.given) return;
    if (rule.until.given)
      return error(rule.last_seen.at, "a rule that ends needs no 'last_seen'; remove it",
                   "misplaced-key");
    if (!is_day_of_source(*rule.last_seen))
      error(rule.last_seen.at, bound_sentence(rule.last_seen), "bound-without-source");
    for (std::size_t at = 0; at < document_.source.size(); ++at)
      if (const ambit::date published = *document_.source.value[at]->published;
          published > *rule.last_seen && published < rule.until->known) {
        rule.until.given = true;
        rule.until.at = rule.last_seen.at;
        rule.until.value = change_value::after_if_at_all(*rule.last_seen, published, at);
      }
  }

  void check_ending(const rule_record& rule) {
    if (rule.ending.given && !rule.until.given)
      error(rule.ending.at, "only a rule that ends has an 'ending'; write its 'until'",
            "misplaced-key");
    if (rule.ending.given && *rule.ending == ambit::ending::superseded)
      error(rule.ending.at,
            "what takes the place of a rule says so itself; write 'supersedes' there, and neither "
            "'until' nor 'ending' here",
            "misplaced-key");
  }

  // ---- Supersession

  void check_supersessions() {
    report_cycles(
        document_.rule, [](const rule_record& rule) -> auto& { return rule.supersedes; },
        "supersedes", "supersedes-cycle");
    std::vector<const rule_record*> superseded_by(document_.rule.size());
    for (const auto& rule : document_.rule)
      for (const auto& to : rule->supersedes) {
        if (to->index >= document_.rule.size() ||
            document_.rule.value[to->index]->id.at == rule->id.at)
          continue;  // none, or itself: said already
        const rule_record& earlier = *document_.rule.value[to->index];
        const rule_record*& other = superseded_by[to->index];
        if (other && other != &*rule)
          error(to.at,
                cat("'", earlier.id->text, "' is superseded by '", other->id->text, "' at ",
                    to_text(other->id.at), " already; a rule has one successor"),
                "two-successors");
        other = &*rule;
        check_supersession(*rule, earlier, to.at);
      }
  }

  void check_supersession(const rule_record& later, const rule_record& earlier, const place& at) {
    if (*later.measure != *earlier.measure || groups_of(later) != groups_of(earlier))
      error(
          at,
          cat("'", earlier.id->text, "' is on another measure or other persons; a rule supersedes ",
              "one on its own question"),
          "supersedes-other-question");
    if (earlier.until.given)
      error(at,
            cat("'", earlier.id->text, "' ends at ", to_text(earlier.until.at),
                " and is superseded too; write one of them"),
            "ends-twice");
    check_order(earlier.in_force, cat("in_force of ", earlier.id->text), later.in_force,
                "in_force");
  }

  static std::set<std::string> groups_of(const rule_record& rule) {
    std::set<std::string> groups;
    for (const auto& each : rule.persons) groups.insert(each->text);
    return groups;
  }

  // ---- What may be withheld

  /// A policy may say, in public, on which measures confidential rules may speak: then all that
  /// those could change must be on them.
  void check_withheld() {
    const auto& declared = document_.policy->may_be_withheld;
    if (!declared.given) return;
    const auto is_declared = [&](ambit::measure measure) {
      return std::ranges::any_of(declared, [&](const auto& each) { return *each == measure; });
    };
    const confidentiality confidential(document_);
    for (const auto& rule : document_.rule) {
      if (!confidential.is_withheld(*rule)) continue;
      if (!is_declared(*rule->measure))
        error(rule->measure.at,
              cat("the rule '", rule->id->text, "' rests on a confidential source, and ",
                  "'may_be_withheld' of [policy] does not have its measure; add it there"),
              "withheld-elsewhere");
      for (const auto& proposed : document_.rule)
        if (rule->adopts.given && proposed->advice.given &&
            proposed->advice->text == rule->adopts->text && !is_declared(*proposed->measure))
          error(rule->adopts.at,
                cat("'", proposed->id->text, "' on ", ambit::name(*proposed->measure),
                    " is only advised until this rule adopts '", rule->adopts->text,
                    "', which is confidential, and 'may_be_withheld' of [policy] does not have ",
                    "that measure; add it there"),
                "withheld-elsewhere");
    }
  }

  // ---- Judgments

  void check_judgment(const judgment_record& judgment) {
    if (judgment.given.given && *judgment.given > earliest(judgment.cite))
      error(judgment.given.at, "this judgment is later than the source that cites it",
            "impossible-date");
  }

  // ---- What a reviewer should look at twice

  /// One number for two periods: a source may have copied it.
  void note_equal_figures() {
    for_each_pair(document_.figure, [&](const figure_record& first, const figure_record& then) {
      if (*first.value == *then.value && first.about->en->text == then.about->en->text &&
          first.period->text != then.period->text && same_regions(first, then))
        found_.note(then.id.at,
                    cat("the figure is the same as that of '", first.id->text, "' at ",
                        to_text(first.id.at), ", for another period; see what the source says"),
                    "equal-figures");
    });
  }

  static bool same_regions(const figure_record& a, const figure_record& b) {
    return std::ranges::equal(a.regions, b.regions,
                              [](const auto& one, const auto& other) { return *one == *other; });
  }

  /// One case number for two holdings.
  void note_two_holdings() {
    for_each_pair(document_.judgment,
                  [&](const judgment_record& first, const judgment_record& then) {
                    if (first.case_number->text == then.case_number->text &&
                        first.holding->en->text != then.holding->en->text)
                      found_.note(then.case_number.at,
                                  cat("this case number stands at ", to_text(first.case_number.at),
                                      " with another holding; see what the source says"),
                                  "two-holdings");
                  });
  }

  template <class Record, class Visit>
  static void for_each_pair(const list<Record>& records, Visit visit) {
    for (std::size_t then = 1; then < records.size(); ++then)
      for (std::size_t first = 0; first < then; ++first)
        visit(*records.value[first], *records.value[then]);
  }

  // ---- What nothing uses

  void note_unused() {
    note_unused(document_.persons, "persons");
    note_unused(document_.place, "place");
    note_unused(document_.condition, "condition");
    note_unused(document_.scale, "scale");
    note_unused(document_.source, "source");
  }

  template <class Record, std::size_t Least>
  void note_unused(const list<Record, Least>& records, std::string_view key) {
    std::vector<bool> used(records.size());
    for_each_value(document_, [&](std::string_view, auto& value) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value.value)>, reference<Record>>)
        if (value->index < used.size()) used[value->index] = true;
    });
    for (std::size_t at = 0; at < records.size(); ++at)
      if (!used[at])
        found_.note(records.value[at]->id.at,
                    cat("nothing refers to the [[", key, "]] '", records.value[at]->id->text, "'"),
                    "unused");
  }

  policy_source& policy_;
  ambitc::document& document_;
  const gazetteer& known_;
  diagnostics& found_;
};

}  // namespace

void check(policy_source& policy, const gazetteer& known, diagnostics& found) {
  // A file that could not be read as records has nothing more to say.
  if (!policy.document.policy.given) return;
  checker{policy, known, found}.run();
}

}  // namespace ambitc
