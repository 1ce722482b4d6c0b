// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/classify.hpp>
#include <ambit/detail/writer.hpp>

// An answer as text for people, in English or Dutch.

namespace ambit::inline v1 {

namespace detail {

/// Sentences and words for people; entries end with '|' and stand in the order of the vocabulary.
struct wording {
  const char *measures, *statuses, *grounds, *presumptions, *fears, *residences;
  const char *on, *as_known_on, *everything_known, *assuming, *assume_unchanged;
  const char *general_population, *rule, *level, *scale, *alternative, *alternative_at_least,
      *alternative_exactly, *applies, *individual_test, *conditions, *conditions_incomplete,
      *bounds_first, *bounds_second, *bounds_open, *policy_bounds, *source, *no_source,
      *all_other_measures, *judgment;
};

constexpr wording words(language in) noexcept {
  if (in == language::nl)
    return {
        .measures =
            "willekeurig geweld (artikel 15(c))|binnenlands beschermingsalternatief|"
            "besluitmoratorium|vertrekmoratorium|groepsvervolging|risicogroep|"
            "systematische blootstelling|kwetsbare minderheid|"
            "bescherming door autoriteiten|opvang van minderjarigen|"
            "bestaande vergunningen|terugkeer|",
        .statuses =
            "aangewezen|niet aangewezen|geadviseerd|aangekondigd|beëindigd|onbepaald|"
            "het beleid zwijgt|geen beleid|onbekende regio|",
        .grounds =
            "de regel noemt deze regio|de regel geldt voor het hele land|"
            "de regel noemt uitsluitend andere regio's|"
            "de dag ligt tussen de grenzen van een onzekere datum|"
            "de bronnen laten open of de regel deze regio omvat|"
            "de dag ligt na de laatste waarvoor de bronnen instaan|"
            "geen regel spreekt over deze regio|dit land heeft die code niet|",
        .presumptions = "|in beginsel aangenomen|in ieder geval aangenomen|",
        .fears =
            "|alleen voor wie enkel vanwege de algemene situatie risico loopt|"
            "voor wie op individuele gronden te vrezen heeft|",
        .residences = "afkomstig uit het gebied|vaste verblijfplaats daar voor het vertrek|",
        .on = " op ",
        .as_known_on = ", naar wat bekend was op ",
        .everything_known = ", naar alles wat bekend is",
        .assuming = "; aangenomen dat is gevolgd: ",
        .assume_unchanged = "; aangenomen dat na de bronnen niets veranderde",
        .general_population = "iedereen",
        .rule = "  Regel ",
        .level = "; niveau: ",
        .scale = ", schaal ",
        .alternative = "  Alternatief: ",
        .alternative_at_least = " (in ieder geval deze)",
        .alternative_exactly = " (uitsluitend deze)",
        .applies = "  Toepassing: ",
        .individual_test = "per geval getoetst",
        .conditions = "  Te beoordelen: ",
        .conditions_incomplete = "  De bron stelt meer voorwaarden; deze zijn hier niet bekend.\n",
        .bounds_first = "  De wijziging viel na ",
        .bounds_second = " en uiterlijk op ",
        .bounds_open = "  De wijziging viel uiterlijk op ",
        .policy_bounds = "  In die tijd kreeg het land beleid.\n",
        .source = "  Bron: ",
        .no_source = "  Bron: geen; dit volgt uit het beleidsbestand ",
        .all_other_measures = "- Al het overige: ",
        .judgment = "- Uitspraak: ",
    };
  return {
      .measures =
          "indiscriminate violence (Article 15(c))|internal protection alternative|"
          "decision moratorium|departure moratorium|group persecution|risk group|"
          "systematic exposure|vulnerable minority|protection by the authorities|"
          "reception of minors|existing permits|return|",
      .statuses =
          "designated|not designated|advised|announced|ended|undetermined|"
          "the policy is silent|no policy|unknown region|",
      .grounds =
          "the rule names this region|the rule holds for the whole country|"
          "the rule names other regions exclusively|"
          "the day lies between the bounds of an uncertain date|"
          "the sources leave open whether the rule includes this region|"
          "the day lies past the last one for which the sources vouch|"
          "no rule speaks of this region|the country has no such code|",
      .presumptions = "|presumed in principle|presumed in any case|",
      .fears =
          "|only for those at risk solely because of the general situation|"
          "for those who fear on individual grounds|",
      .residences = "coming from the area|fixed residence there before departure|",
      .on = " on ",
      .as_known_on = ", as known on ",
      .everything_known = ", with everything known",
      .assuming = "; assuming adopted: ",
      .assume_unchanged = "; assuming that nothing changed after the sources",
      .general_population = "everyone",
      .rule = "  Rule ",
      .level = "; level: ",
      .scale = ", scale ",
      .alternative = "  Alternative: ",
      .alternative_at_least = " (at least this)",
      .alternative_exactly = " (exclusively this)",
      .applies = "  How it applies: ",
      .individual_test = "tested case by case",
      .conditions = "  To be assessed: ",
      .conditions_incomplete = "  The source sets further conditions; they are not known here.\n",
      .bounds_first = "  The change fell after ",
      .bounds_second = " and at the latest on ",
      .bounds_open = "  The change fell at the latest on ",
      .policy_bounds = "  In that time the country came to have a policy.\n",
      .source = "  Source: ",
      .no_source = "  Source: none; this follows from the policy file ",
      .all_other_measures = "- Everything else: ",
      .judgment = "- Judgment: ",
  };
}

template <class Enum>
constexpr std::string_view word(const char* list, Enum value) noexcept {
  return entry(list, static_cast<std::size_t>(value), '|');
}

template <policy Policy>
class explanation {
 public:
  constexpr explanation(const answer<Policy>& of, language in, std::span<char> buffer) noexcept
      : answer_(of), shown_(of.policy().view()), in_(in), words_(words(in)), out_(buffer) {}

  constexpr std::size_t write() noexcept {
    heading();
    if (!answer_.region_at()) {
      out_ << "- " << word(words_.statuses, status::unknown_region) << ": "
           << word(words_.grounds, ground::no_such_region) << ".\n";
      return out_.needed();
    }
    for (const finding found : answer_.findings())
      if (found.rule_at) speak(found);
    everything_else();
    for (const judgment_row& judgment : shown_.judgments)
      if (answer_.concerns(judgment)) cite(judgment);
    return out_.needed();
  }

 private:
  constexpr std::string_view text(text_at at) const noexcept { return shown_.text(at); }
  constexpr std::string_view text(bilingual both) const noexcept { return shown_.text(both, in_); }

  constexpr void heading() noexcept {
    out_ << text(shown_.title) << ": ";
    if (answer_.region_at()) out_ << text(shown_.regions[answer_.region_at().value].name) << ", ";
    out_ << to_text(answer_.code()) << words_.on << to_text(answer_.day());
    const question<Policy>& asked = answer_.asked();
    if (asked.known == distant_future)
      out_ << words_.everything_known;
    else
      out_ << words_.as_known_on << to_text(asked.known);
    std::string_view between = words_.assuming;
    for (std::size_t i = 0; i < shown_.advices.size(); ++i)
      if ((answer_.assumed() >> i & 1) != 0) {
        out_ << between << text(shown_.advices[i].id);
        between = ", ";
      }
    if (asked.assume_unchanged) out_ << words_.assume_unchanged;
    out_ << ".\n";
  }

  constexpr void speak(const finding& found) noexcept {
    const rule_row& rule = *answer_.rule(found);
    out_ << "- " << word(words_.measures, found.measure) << ", "
         << (found.persons_at ? text(shown_.persons[found.persons_at.value].definition)
                              : std::string_view{words_.general_population})
         << ": " << word(words_.statuses, found.status) << "; "
         << word(words_.grounds, found.ground) << ".\n";
    bounds(found);
    out_ << words_.rule << found.rule << ": " << text(rule.title);
    if (rule.level.offset != 0) out_ << words_.level << text(rule.level);
    if (rule.scale.offset != 0) out_ << words_.scale << text(rule.scale);
    out_ << ".\n";
    alternatives(rule);
    qualifications(rule);
    for (const condition_entry& entry :
         shown_.condition_entries.subspan(rule.conditions.first, rule.conditions.count))
      out_ << words_.conditions << text(shown_.conditions[entry.condition.value].text) << "\n";
    if (!rule.conditions_complete) out_ << words_.conditions_incomplete;
    if (rule.note.en.offset != 0) out_ << "  " << text(rule.note) << "\n";
    cite(answer_.citations(found));
  }

  constexpr void bounds(const finding& found) noexcept {
    if (found.ground != ground::between_bounds) return;
    if (found.bounds.after == distant_past)
      out_ << words_.bounds_open;
    else
      out_ << words_.bounds_first << to_text(found.bounds.after) << words_.bounds_second;
    out_ << to_text(found.bounds.by) << ".\n";
  }

  constexpr void alternatives(const rule_row& rule) noexcept {
    std::string_view between = words_.alternative;
    for (const region_entry& entry : select(shown_.region_entries, rule.alternatives)) {
      const region_row& place = shown_.regions[entry.region.value];
      out_ << between << text(place.name) << " (" << to_text(place.code) << ")";
      between = ", ";
    }
    if (rule.alternatives.count == 0) return;
    if (rule.alternatives_closure == closure::in_any_case) out_ << words_.alternative_at_least;
    if (rule.alternatives_closure == closure::exhaustive) out_ << words_.alternative_exactly;
    out_ << ".\n";
  }

  /// Presumption, fear, individual test and residence: one line, if there is anything to say.
  constexpr void qualifications(const rule_row& rule) noexcept {
    std::string_view before = words_.applies;
    const auto say = [&](std::string_view phrase) {
      if (phrase.empty()) return;
      out_ << before << phrase;
      before = "; ";
    };
    say(word(words_.presumptions, rule.presumption));
    say(word(words_.fears, rule.fear));
    if (rule.test == test::individual) say(words_.individual_test);
    for (unsigned tie = 0; tie < count<residence>(); ++tie)
      if ((rule.residence >> tie & 1) != 0) say(word(words_.residences, tie));
    if (before == "; ") out_ << ".\n";
  }

  constexpr void cite(const citation_range& citations) noexcept {
    std::string_view before = words_.source;
    for (const citation place : citations) {
      out_ << before << text(shown_.sources[place.source_at.value].title) << " (" << place.reference
           << "), " << place.at;
      before = "; ";
    }
    if (before == words_.source) out_ << words_.no_source << text(shown_.id);
    out_ << ".\n";
  }

  constexpr void cite(const judgment_row& judgment) noexcept {
    out_ << words_.judgment << text(judgment.court) << ", " << to_text(judgment.given) << ", "
         << text(judgment.case_number);
    if (judgment.ecli.offset != 0) out_ << ", " << text(judgment.ecli);
    out_ << ": " << text(judgment.holding) << "\n";
    cite(citation_range{shown_, judgment.citations, answer_.asked().known});
  }

  /// The measures of which no rule speaks have one status between them: one line.
  constexpr void everything_else() noexcept {
    for (const finding found : answer_.findings()) {
      if (found.rule_at || found.persons_at) continue;
      out_ << words_.all_other_measures << word(words_.statuses, found.status) << "; "
           << word(words_.grounds, found.ground) << ".\n";
      bounds(found);
      if (found.ground == ground::between_bounds) out_ << words_.policy_bounds;
      cite(answer_.citations(found));
      return;
    }
  }

  const answer<Policy>& answer_;
  table shown_;
  language in_;
  wording words_;
  writer out_;
};

}  // namespace detail

/// Writes the answer as text into `buffer` (UTF-8, lines end with '\n', no NUL at the end) and
/// gives the size that the whole text needs. If that is more than the buffer has, the text was cut
/// there, between two characters; nothing is ever written past the end.
template <policy Policy>
constexpr std::size_t explain(const answer<Policy>& of, language in,
                              std::span<char> buffer) noexcept {
  return detail::explanation<Policy>{of, in, buffer}.write();
}

}  // namespace ambit::inline v1
