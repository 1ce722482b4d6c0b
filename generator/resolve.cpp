// SPDX-License-Identifier: BSL-1.0
#include "resolve.hpp"

#include "answer_rows.hpp"
#include "judge.hpp"
#include "text.hpp"

#include <algorithm>
#include <map>
#include <set>

// For each edition and consistent set of advices, and each region: the claims of every question are
// gathered (claims.hpp), and judged on each day on which they may come to something else
// (judge.hpp). The answers become rows (answer_rows.hpp), and the days on which they change
// timelines.

namespace ambitc {

namespace {

using ambit::date;
using ambit::ground;
using ambit::status;

constexpr std::size_t most_advice_sets = 256;

/// A measure, a group or everyone, and a place or the region as a whole: what has one finding.
struct question {
  ambit::measure measure;
  std::size_t persons = no_index, place = no_index;
  std::vector<std::size_t> rules = {};  // on the measure, for those persons
};

class resolver {
 public:
  resolver(image& into, diagnostics& found)
      : into_(into), document_(into.policy->document), found_(found), policy_(into), rows_(into) {}

  void run() {
    add_editions();
    if (!add_advice_sets() || !check_number_of_timelines()) return;
    gather_questions();
    gather_kinds_of_regions();
    for (const ambit::edition_row& edition : into_.editions)
      for (const ambit::advice_set_row& set : into_.advice_sets) {
        policy_.look(edition.published, set.advices);
        add_timeline();
        if (const auto excess = rows_.excess()) return refuse(*excess);
      }
    rows_.arrange_findings();
    note_idle_advices();
  }

 private:
  // ---- Editions and sets of advices

  void add_editions() {
    std::set<date> days{ambit::distant_past};
    for (const auto& source : document_.source) days.insert(*source->published);
    for (const date day : days) into_.editions.push_back({day});
  }

  /// All sets that hold the prerequisites of their members, the smaller number first.
  bool add_advice_sets() {
    std::set<std::uint32_t> sets{0};
    // A consistent set without one of its last members is consistent: so all grow from the empty
    // one.
    for (std::vector<std::uint32_t> grown{0}; !grown.empty() && sets.size() <= most_advice_sets;) {
      const std::uint32_t from = grown.back();
      grown.pop_back();
      for (std::size_t i = 0; i < into_.advices.size(); ++i) {
        const std::uint32_t with = from | std::uint32_t{1} << i;
        if ((into_.advices[i].prerequisites & ~from) == 0 && sets.insert(with).second)
          grown.push_back(with);
      }
    }
    if (sets.size() > most_advice_sets) {
      found_.error(
          document_.advice.at,
          cat("these advices can be adopted in more than ", std::to_string(most_advice_sets),
              " combinations; write what depends on what with 'requires', or make fewer"),
          "too-many-advices");
      return false;
    }
    for (const std::uint32_t set : sets) into_.advice_sets.push_back({set});
    return true;
  }

  // ---- What cannot be baked

  void refuse(const std::string& excess) {
    found_.error(document_.policy.at,
                 cat("this policy has ", excess, ", which is the most that a table can have; ",
                     "leave out what no longer matters"),
                 "table-too-large");
  }

  /// Whether a table can have the timelines of all editions, sets of advices and regions.
  bool check_number_of_timelines() {
    constexpr std::size_t most = 0xffff - 1;
    const std::size_t all = into_.editions.size() * into_.advice_sets.size() * into_.regions.size();
    if (all <= most) return true;
    found_.error(document_.policy.at,
                 cat("this policy has ", std::to_string(into_.editions.size()), " editions, ",
                     std::to_string(into_.advice_sets.size()), " sets of advices and ",
                     std::to_string(into_.regions.size()), " regions, which makes ",
                     std::to_string(all), " timelines; a table has at most ", std::to_string(most),
                     ": leave out what no longer matters"),
                 "table-too-large");
    return false;
  }

  /// Rules of a measure on which others are withheld are no conflict: one of those may settle it.
  void report_conflict(const claim& strong, const claim& weak, std::size_t region, date day) {
    const rule_record& later = policy_.rule(std::max(strong.rule_index, weak.rule_index));
    if (may_be_withheld(*later.measure)) return;
    const rule_record& earlier = policy_.rule(std::min(strong.rule_index, weak.rule_index));
    if (!conflicts_.insert({&earlier, &later}).second) return;
    found_.error(later.id.at,
                 cat("the rules '", earlier.id->text, "' (", to_text(earlier.id.at), ") and '",
                     later.id->text, "' give ", ambit::to_text(into_.regions[region].code),
                     " different answers on ",
                     day == ambit::distant_past ? std::string{"every early day"}
                                                : std::string{ambit::to_text(day)},
                     policy_.assumed() == 0 ? "" : " if their advices are adopted",
                     "; let one supersede the other, end one, or name a smaller area"),
                 "conflict");
  }

  /// Whether more changes are uncertain than can be tried: their number doubles the trials each
  /// time.
  bool too_uncertain(const question_over_time& on, const claim& strongest, date day) {
    const std::size_t uncertain = on.uncertain();
    if (uncertain <= most_uncertain_changes) return false;
    const rule_record& rule = policy_.rule(strongest.rule_index);
    if (too_uncertain_.insert(&rule).second)
      found_.error(rule.id.at,
                   cat("on ", ambit::to_text(day), " ", std::to_string(uncertain),
                       " changes that bear on one question are uncertain, and at most ",
                       std::to_string(most_uncertain_changes), " can be; let rules supersede each ",
                       "other, so that one change stands for several"),
                   "too-many-uncertain-changes");
    return true;
  }

  // ---- What a redacted policy does not show

  bool withholds_rules() const {
    return into_.policy->withheld && into_.policy->withheld->rules > 0;
  }
  bool may_be_withheld(ambit::measure measure) const {
    return withholds_rules() && std::ranges::count(into_.policy->withheld->measures, measure) > 0;
  }
  /// What is found where a withheld rule may speak; beside it, the public rule that does.
  static ambit::finding_row withheld(ambit::position<ambit::rule_row> beside) {
    return {status::undetermined, ground::withheld, {}, {}, beside, {}};
  }

  // ---- Questions, and the regions that are asked about

  /// All questions on which some rule speaks, in the order of an answer's findings.
  void gather_questions() {
    std::map<std::pair<ambit::measure, std::size_t>, std::vector<std::size_t>> rules;
    for (std::size_t rule = 0; rule < document_.rule.size(); ++rule) {
      const rule_record& each = policy_.rule(rule);
      if (each.persons.empty()) rules[{*each.measure, no_index}].push_back(rule);
      for (const auto& group : each.persons) rules[{*each.measure, group->index}].push_back(rule);
    }
    const auto add = [&](ambit::measure measure, std::size_t persons, std::size_t place) {
      const auto on = rules.find({measure, persons});
      if (on == rules.end()) {
        // Of everyone something is said wherever a withheld rule may speak, if no other does.
        if (persons == no_index && place == no_index && may_be_withheld(measure))
          questions_.push_back({measure});
        return;
      }
      if (place != no_index && std::ranges::none_of(on->second, [&](std::size_t rule) {
            return policy_.rule(rule).area->names_place(place);
          }))
        return;
      questions_.push_back({measure, persons, place, on->second});
    };
    for (std::size_t i = 0; i < ambit::measure_count; ++i)
      for (std::size_t place = no_index; place == no_index || place < into_.places.size(); ++place)
        for (std::size_t persons = no_index; persons == no_index || persons < into_.persons.size();
             ++persons)
          add(static_cast<ambit::measure>(i), persons, place);
  }

  /// Regions that no rule and no place tells apart have the same answers: each kind is asked about
  /// once.
  void gather_kinds_of_regions() {
    std::map<std::vector<unsigned>, std::size_t> kinds;
    for (std::size_t region = 0; region < into_.regions.size(); ++region) {
      std::vector<unsigned> features;
      for (std::size_t rule = 0; rule < document_.rule.size(); ++rule)
        features.push_back(static_cast<unsigned>(policy_.reach_of(rule, {region})));
      for (std::size_t place = 0; place < into_.places.size(); ++place)
        features.push_back(policy_.may_overlap(place, region) ? 1u : 0u);
      const auto [at, is_new] = kinds.try_emplace(std::move(features), kinds.size());
      if (is_new) first_of_kind_.push_back(region);
      kind_of_.push_back(at->second);
    }
  }

  /// Whether a question has an answer of its own even where no rule speaks.
  bool is_always_answered(const question& of) const {
    return of.persons == no_index && of.place == no_index && may_be_withheld(of.measure);
  }

  /// Whether a question about a place has an answer of its own: a rule that is known names it.
  bool is_asked(const question& of, std::size_t region) const {
    if (of.place == no_index) return true;
    return policy_.may_overlap(of.place, region) &&
           std::ranges::any_of(of.rules, [&](std::size_t rule) {
             return policy_.rule(rule).area->names_place(of.place) && policy_.is_alive(rule);
           });
  }

  // ---- From claims to findings

  /// A question about one region, and its finding on the day to which it has come.
  struct asked_question {
    const question* of;
    question_over_time over_time;
    claim strongest;
    ambit::finding_row found{};
  };

  ambit::position<ambit::rule_row> position_of(std::size_t rule) const {
    return rule == no_index ? ambit::position<ambit::rule_row>{}
                            : ambit::position<ambit::rule_row>{static_cast<std::uint16_t>(rule)};
  }

  /// `rules`: those on the question that speak of the region.
  ambit::finding_row finding(const question_over_time& on, const std::vector<std::size_t>& rules,
                             std::size_t region, date day) {
    const judgement made = on.judge();
    ambit::finding_row row{};
    if (made.decisive == no_index && !made.disputing) {
      row.status = made.said.status;
      row.ground = made.said.ground;
      row.rule = position_of(made.said.rule);
      if (made.doubted_by != no_index)
        row.doubt = rows_.doubt({policy_.row_of(made.doubted_by), position_of(made.instead)});
      return row;
    }
    row.status = status::undetermined;
    row.ground = ground::between_bounds;
    if (made.decisive == no_index) {  // whatever happened, two rules dispute the answer
      row.rule = position_of(made.said.rule);
      report_conflict(*made.first, *made.disputing, region, day);
      return row;
    }
    row.rule = policy_.rule_of(made.decisive, rules);
    row.doubt = rows_.doubt({policy_.row_of(made.decisive), {}});
    return row;
  }

  /// The finding of a question on a day; without a rule, none.
  void look_again(asked_question& on, std::size_t region, date day) {
    on.over_time.move_to(day);
    on.over_time.for_each_new_conflict([&](const claim& strong, const claim& weak) {
      report_conflict(strong, weak, region, day);
    });
    on.found = {};
    if (too_uncertain(on.over_time, on.strongest, day)) return;
    std::vector<std::size_t> rules;
    for (const std::size_t rule : on.of->rules)
      if (policy_.is_known(policy_.rule(rule)) &&
          policy_.reach_of(rule, {region, on.of->place}) != reach::none)
        rules.push_back(rule);
    on.found = finding(on.over_time, rules, region, day);
    if (may_be_withheld(on.of->measure)) on.found = withheld(on.found.rule);
    if (on.of->persons != no_index) on.found.persons = {static_cast<std::uint8_t>(on.of->persons)};
    if (on.of->place != no_index) on.found.place = {static_cast<std::uint8_t>(on.of->place)};
  }

  std::vector<asked_question> ask_about(std::size_t region) const {
    std::vector<asked_question> all;
    for (const question& each : questions_) {
      if (!is_asked(each, region)) continue;
      std::vector<claim> claims = policy_.claims(each.rules, {region, each.place});
      if (claims.empty() && !is_always_answered(each)) continue;
      const claim strongest = claims.empty() ? claim{} : claims.front();
      all.push_back({&each, {policy_, std::move(claims), policy_.fallback()}, strongest});
    }
    return all;
  }

  std::uint16_t answer(const std::vector<asked_question>& questions,
                       const ambit::finding_row& unspoken) {
    std::vector<answer_rows::found_on> found;
    for (const asked_question& each : questions) {
      if (!each.found.rule && !is_always_answered(*each.of)) continue;  // no rule speaks after all
      if (found.empty() || found.back().measure != each.of->measure)
        found.push_back({each.of->measure, {}});
      found.back().findings.push_back(each.found);
    }
    return rows_.answer(found, unspoken);
  }

  /// The answers about a region, from each of the days on.
  std::vector<std::uint16_t> answers(std::size_t region, const std::vector<date>& days) {
    question_over_time otherwise(policy_, {}, policy_.fallback());
    ambit::finding_row unspoken;
    std::vector<asked_question> questions = ask_about(region);
    // The questions of which something changes on each day; the one after all others is that on
    // what holds where no rule speaks.
    std::map<date, std::vector<std::size_t>> agenda;
    for (const date day : otherwise.days()) agenda[day].push_back(questions.size());
    for (std::size_t at = 0; at < questions.size(); ++at)
      for (const date day : questions[at].over_time.days()) agenda[day].push_back(at);
    std::vector<std::uint16_t> all;
    for (const date day : days) {
      const auto changing = agenda.find(day);
      if (changing == agenda.end()) {
        all.push_back(all.back());
        continue;
      }
      for (const std::size_t at : changing->second)
        if (at == questions.size()) {
          otherwise.move_to(day);
          unspoken = finding(otherwise, {}, region, day);
          // A withheld rule may make a policy of the advices that are assumed.
          if (unspoken.status == status::no_policy && policy_.assumed() != 0 && withholds_rules())
            unspoken = withheld({});
        } else {
          look_again(questions[at], region, day);
        }
      all.push_back(answer(questions, unspoken));
      if (rows_.excess()) break;
    }
    return all;
  }

  // ---- From findings to timelines

  /// The answers of all regions for what is known and assumed now.
  void add_timeline() {
    const std::vector<date> days = days_of_change();
    std::vector<std::vector<std::uint16_t>> all;  // of each kind of region, by day
    for (const std::size_t region : first_of_kind_) {
      all.push_back(answers(region, days));
      if (rows_.excess()) return;
    }
    // A day on which no region's answer becomes another begins no period.
    std::vector<date> begun;
    std::vector<std::vector<std::uint16_t>> kept(all.size());
    for (std::size_t at = 0; at < days.size(); ++at) {
      const bool begins = at == 0 || std::ranges::any_of(all, [at](const auto& each) {
                            return each[at] != each[at - 1];
                          });
      if (begins && at > 0) begun.push_back(days[at]);
      for (std::size_t kind = 0; begins && kind < all.size(); ++kind)
        kept[kind].push_back(all[kind][at]);
    }
    into_.timelines.push_back(rows_.days(begun));
    for (const std::size_t kind : kind_of_)
      into_.region_timelines.push_back({rows_.answers(kept[kind])});
  }

  /// The days on which an answer may become another; the first stands for all early days. What
  /// never happens as far as known does so on no day.
  std::vector<date> days_of_change() const {
    std::set<date> days{ambit::distant_past};
    for (change_index index = 0; index < policy_.changes(); ++index)
      if (policy_.is_known(index)) {
        days.insert(policy_.maybe_from(index));
        days.insert(policy_.certain_from(index));
      }
    days.erase(ambit::distant_future);
    return {days.begin(), days.end()};
  }

  // ---- Advices that do not matter

  /// Whether some question has another answer with this advice adopted than without it.
  bool changes_an_answer(std::size_t advice) const {
    const std::vector<ambit::advice_set_row>& sets = into_.advice_sets;
    for (std::size_t without = 0; without < sets.size(); ++without) {
      const std::uint32_t both = sets[without].advices | std::uint32_t{1} << advice;
      const auto with = static_cast<std::size_t>(
          std::ranges::find(sets, both, &ambit::advice_set_row::advices) - sets.begin());
      if (with == sets.size()) continue;
      for (std::size_t edition = 0; edition < into_.editions.size(); ++edition)
        if (!same_timelines(edition * sets.size() + without, edition * sets.size() + with))
          return true;
    }
    return false;
  }

  /// Equal answers have equal positions: so a comparison of those is exact.
  bool same_timelines(std::size_t a, std::size_t b) const {
    const std::size_t regions = into_.regions.size();
    const auto first = [&](std::size_t timeline) {
      return into_.region_timelines.begin() + static_cast<std::ptrdiff_t>(timeline * regions);
    };
    return into_.timelines[a] == into_.timelines[b] &&
           std::equal(first(a), first(a + 1), first(b),
                      [](const auto& one, const auto& other) { return one.first == other.first; });
  }

  /// An advice that changes no answer, and that none which does requires.
  void note_idle_advices() {
    const std::size_t count = document_.advice.size();
    std::vector<bool> matters(count);
    for (std::size_t advice = 0; advice < count; ++advice)
      if (changes_an_answer(advice))
        for (std::size_t other = 0; other < count; ++other)
          if (other == advice || (into_.advices[advice].prerequisites >> other & 1) != 0)
            matters[other] = true;
    for (std::size_t advice = 0; advice < count; ++advice)
      if (!matters[advice])
        found_.note(document_.advice.value[advice]->id.at,
                    cat("the advice '", document_.advice.value[advice]->id->text,
                        "' can never matter: adopted or not, every answer is the same"),
                    "idle-advice");
  }

  image& into_;
  const document& document_;
  diagnostics& found_;
  known_policy policy_;
  answer_rows rows_;

  std::vector<question> questions_;
  std::vector<std::size_t> kind_of_, first_of_kind_;  // of each region, and a region of each kind

  std::set<std::pair<const rule_record*, const rule_record*>> conflicts_;
  std::set<const rule_record*> too_uncertain_;
};

/// Whether a table can have that many records; an error for each kind of which it cannot.
bool check_size(const image& of, diagnostics& found) {
  const document& document = of.policy->document;
  bool fits = true;
  const auto at_most = [&](std::size_t most, std::size_t count, std::string_view what) {
    if (count <= most) return;
    found.error(document.policy.at,
                cat("this policy has ", std::to_string(count), " ", what, "; a table has at most ",
                    std::to_string(most)),
                "table-too-large");
    fits = false;
  };
  constexpr std::size_t few = 0xff - 1, several = ambit::detail::none_in_12_bits;
  at_most(few, of.regions.size(), "regions");
  at_most(few, of.persons.size(), "groups");
  at_most(few, of.places.size(), "places");
  at_most(few, of.alternatives.size(), "rules with alternatives");
  at_most(several, of.rules.size(), "rules");
  at_most(0xffff - 1,
          std::max({of.changes.size(), of.citations.size(), of.region_entries.size(),
                    of.condition_entries.size(), of.sources.size()}),
          "rows of one kind");
  at_most(0x10000, std::max(of.texts.size(), of.prose.size()), "bytes of texts of one kind");
  return fits;
}

}  // namespace

void resolve(image& into, diagnostics& found) {
  if (check_size(into, found)) resolver{into, found}.run();
}

}  // namespace ambitc
