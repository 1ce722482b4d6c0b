// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/assess.hpp>
#include <ambit/detail/writer.hpp>

// An answer, or one claim beside it, as text for people, in English or Dutch.

namespace ambit::inline v8 {

namespace detail {

/// The words of a closed vocabulary for people: entries end with '|' and stand in its order.
struct word_list {
  const char* en;
  const char* nl;
};

template <class Enum>
constexpr std::string_view word(const word_list& list, Enum value, language in) noexcept {
  return entry(in == language::nl ? list.nl : list.en, static_cast<std::size_t>(value), '|');
}

constexpr std::string_view word(measure value, language in) noexcept {
  return word({.en = "indiscriminate violence (Article 15(c))|internal protection alternative|"
                     "decision moratorium|departure moratorium|group persecution|risk group|"
                     "systematic exposure|vulnerable minority|protection by the authorities|"
                     "reception of minors|existing permits|return|",
               .nl = "willekeurig geweld (artikel 15(c))|binnenlands beschermingsalternatief|"
                     "besluitmoratorium|vertrekmoratorium|groepsvervolging|risicogroep|"
                     "systematische blootstelling|kwetsbare minderheid|"
                     "bescherming door autoriteiten|opvang van minderjarigen|"
                     "bestaande vergunningen|terugkeer|"},
              value, in);
}

constexpr std::string_view word(status value, language in) noexcept {
  return word({.en = "designated|not designated|advised|announced|ended|undetermined|"
                     "the policy is silent|no policy|unknown region|",
               .nl = "aangewezen|niet aangewezen|geadviseerd|aangekondigd|beëindigd|onbepaald|"
                     "het beleid zwijgt|geen beleid|onbekende regio|"},
              value, in);
}

constexpr std::string_view word(ground value, language in) noexcept {
  return word(
      {.en = "the rule names this region|the rule holds for the whole country|"
             "the rule holds in a place that takes in a part of this region, or may do so|"
             "the rule names other regions exclusively|"
             "the day lies between the bounds of an uncertain date|"
             "the sources leave open whether the rule includes this region|"
             "the day lies past the last one for which the sources vouch|"
             "confidential sources, which this table does not show, may say otherwise|"
             "no rule speaks of this region|"
             "no table of such a policy is at hand; whether there is one, this does not say|"
             "the country has no such code|",
       .nl = "de regel noemt deze regio|de regel geldt voor het hele land|"
             "de regel geldt op een plaats die een deel van deze regio omvat of kan omvatten|"
             "de regel noemt uitsluitend andere regio’s|"
             "de dag ligt tussen de grenzen van een onzekere datum|"
             "de bronnen laten open of de regel deze regio omvat|"
             "de dag ligt na de laatste waarvoor de bronnen instaan|"
             "vertrouwelijke bronnen, die deze tabel niet toont, kunnen anders luiden|"
             "geen regel spreekt over deze regio|"
             "een tabel van zulk beleid is niet voorhanden; of dat er is, staat daarmee open|"
             "dit land heeft die code niet|"},
      value, in);
}

constexpr std::string_view word(presumption value, language in) noexcept {
  return word({.en = "|presumed in principle|presumed in any case|",
               .nl = "|in beginsel aangenomen|in ieder geval aangenomen|"},
              value, in);
}

constexpr std::string_view word(fear_scope value, language in) noexcept {
  return word({.en = "|only for those at risk solely because of the general situation|"
                     "for those who fear on individual grounds|",
               .nl = "|alleen voor wie enkel vanwege de algemene situatie risico loopt|"
                     "voor wie op individuele gronden te vrezen heeft|"},
              value, in);
}

constexpr std::string_view word(test value, language in) noexcept {
  return word({.en = "|tested case by case|", .nl = "|per geval getoetst|"}, value, in);
}

constexpr std::string_view word(residence value, language in) noexcept {
  return word({.en = "coming from the area|fixed residence there before departure|",
               .nl = "afkomstig uit het gebied|vaste verblijfplaats daar voor het vertrek|"},
              value, in);
}

constexpr std::string_view word(subject value, language in) noexcept {
  return word({.en = "the circumstances of this person|"
                     "whether the person comes from this region|"
                     "whether the person had a fixed residence in this region before departure|"
                     "whether the fear is on individual grounds, or stems from the situation only|"
                     "whether the person is one of: |"
                     "whether the person comes from: |"
                     "the individual examination that the rule demands|"
                     "the further conditions of the source; they are not known here|"
                     "whether the rule holds here on this day: the sources do not settle it|",
               .nl = "de omstandigheden van deze persoon|"
                     "of de persoon uit deze regio komt|"
                     "of de persoon voor het vertrek een vaste verblijfplaats in deze regio had|"
                     "of de vrees op individuele gronden berust, of enkel op de situatie|"
                     "of de persoon behoort tot: |"
                     "of de persoon komt uit: |"
                     "het individuele onderzoek dat de regel verlangt|"
                     "de verdere voorwaarden van de bron; die zijn hier niet bekend|"
                     "of de regel hier op deze dag geldt: de bronnen laten dat open|"},
              value, in);
}

/// How a finding bears on a claim.
constexpr std::string_view word(fact value, language in) noexcept {
  return word({.en = "may bear on this claim|bears on this claim|does not bear on this claim|",
               .nl = "kan op deze zaak zien|ziet op deze zaak|ziet niet op deze zaak|"},
              value, in);
}

constexpr std::string_view word(event value, language in) noexcept {
  return word({.en = "|advised|decided|announced|published|in force|no longer in force|",
               .nl = "|geadviseerd|besloten|aangekondigd|gepubliceerd|in werking|buiten werking|"},
              value, in);
}

constexpr std::string_view word(ending value, language in) noexcept {
  return word(
      {.en = "|Its term ran out|It was withdrawn|It was superseded by |",
       .nl = "|De termijn is verlopen|De regel is ingetrokken|De regel is vervangen door |"},
      value, in);
}

/// What stands between the words.
enum class phrase : std::uint8_t {
  on,
  as_known_on,
  everything_known,
  assuming,
  assume_unchanged,
  everyone,
  in,
  names_this_place,
  rule,
  level,
  scale,
  alternative,
  at_least_this,
  exactly_this,
  how_it_applies,
  to_be_assessed,
  unless,
  further_conditions,
  life,
  after,
  at_the_latest_on,
  change_fell,
  and_by,
  if_at_all,
  since_then,
  says_the_same,
  policy_began,
  source,
  no_source,
  everything_else,
  judgment,
  open,
  nothing_open,
  more_open,
};

// A switch, not an array: pointers in data would need relocations.
constexpr std::string_view word(phrase value, language in) noexcept {
  const bool nl = in == language::nl;
  switch (value) {
    case phrase::on:
      return nl ? " op " : " on ";
    case phrase::as_known_on:
      return nl ? ", naar wat bekend was op " : ", as known on ";
    case phrase::everything_known:
      return nl ? ", naar alles wat bekend is" : ", with everything known";
    case phrase::assuming:
      return nl ? "; aangenomen dat is gevolgd: " : "; assuming adopted: ";
    case phrase::assume_unchanged:
      return nl ? "; aangenomen dat na de bronnen niets veranderde"
                : "; assuming that nothing changed after the sources";
    case phrase::everyone:
      return nl ? "iedereen" : "everyone";
    case phrase::names_this_place:
      return nl ? "de regel geldt voor deze plaats" : "the rule holds for this place";
    case phrase::in:
      return nl ? ", in " : ", in ";
    case phrase::rule:
      return nl ? "  Regel " : "  Rule ";
    case phrase::level:
      return nl ? "; niveau: " : "; level: ";
    case phrase::scale:
      return nl ? ", schaal " : ", scale ";
    case phrase::alternative:
      return nl ? "  Alternatief: " : "  Alternative: ";
    case phrase::at_least_this:
      return nl ? " (in ieder geval deze)" : " (at least this)";
    case phrase::exactly_this:
      return nl ? " (uitsluitend deze)" : " (exclusively this)";
    case phrase::how_it_applies:
      return nl ? "  Toepassing: " : "  How it applies: ";
    case phrase::to_be_assessed:
      return nl ? "  Te beoordelen: " : "  To be assessed: ";
    case phrase::unless:
      return nl ? "  Tenzij: " : "  Unless: ";
    case phrase::further_conditions:
      return nl ? "  De bron stelt meer voorwaarden; deze zijn hier niet bekend.\n"
                : "  The source sets further conditions; they are not known here.\n";
    case phrase::life:
      return nl ? "  Data: " : "  Dates: ";
    case phrase::after:
      return nl ? " na " : " after ";
    case phrase::at_the_latest_on:
      return nl ? " uiterlijk op " : " at the latest on ";
    case phrase::change_fell:
      return nl ? "  De wijziging viel" : "  The change fell";
    case phrase::and_by:
      return nl ? " en uiterlijk op " : " and at the latest on ";
    case phrase::if_at_all:
      return nl ? ", als hij er is" : ", if at all";
    case phrase::since_then:
      return nl ? "  Sinds die wijziging geldt de regel " : "  Since that change the rule ";
    case phrase::says_the_same:
      return nl ? ", die hetzelfde zegt.\n" : " holds, which says the same.\n";
    case phrase::policy_began:
      return nl ? "  In die tijd kreeg het land beleid.\n"
                : "  In that time the country came to have a policy.\n";
    case phrase::source:
      return nl ? "  Bron: " : "  Source: ";
    case phrase::no_source:
      return nl ? "  Bron: geen; dit volgt uit het beleidsbestand "
                : "  Source: none; this follows from the policy file ";
    case phrase::everything_else:
      return nl ? "- Al het overige: " : "- Everything else: ";
    case phrase::open:
      return nl ? "Open: " : "Open: ";
    case phrase::nothing_open:
      return nl ? "Niets staat open van wat het beleid verlangt.\n"
                : "Nothing is open of what the policy demands.\n";
    case phrase::more_open:
      return nl ? "Er staat meer open dan hier past.\n" : "More is open than there is room for.\n";
    case phrase::judgment:
      return nl ? "- Uitspraak: " : "- Judgment: ";
  }
  return {};
}

template <policy Policy>
class explanation {
 public:
  constexpr explanation(const answer<Policy>& of, language in, std::span<char> buffer) noexcept
      : answer_(of), policy_(of.of()), in_(in), out_(buffer) {}

  /// The findings that bear on a claim, and what is open.
  template <std::size_t Capacity>
  constexpr std::size_t write(const assessment<Policy, Capacity>& assessed) noexcept {
    heading();
    if (unknown_region()) return out_.needed();
    for (const bearing each : assessed.findings()) {
      if (!each.finding.rule_at) continue;
      title(each.finding);
      out_ << say(each.finding.status) << "; " << say(each.bears) << ".\n";
    }
    for (const open_question& each : assessed.questions()) {
      out_ << say(phrase::open);
      if (each.condition)
        out_ << text(policy_.conditions()[each.condition.value].text);
      else
        out_ << say(each.about);
      if (each.about == subject::membership)
        out_ << text(policy_.persons()[each.persons.value].definition);
      if (each.about == subject::place) out_ << text(policy_.places()[each.place.value].name);
      out_ << ".\n";
      cite(assessed.citations(each));
    }
    if (assessed.needed() == 0) out_ << say(phrase::nothing_open);
    if (!assessed.complete()) out_ << say(phrase::more_open);
    return out_.needed();
  }

  constexpr std::size_t write() noexcept {
    heading();
    if (unknown_region()) return out_.needed();
    for (const finding found : answer_.findings())
      if (found.rule_at) speak(found);
    everything_else();
    for (const judgment_row& judgment : policy_.judgments())
      if (answer_.concerns(judgment)) cite(judgment);
    return out_.needed();
  }

 private:
  constexpr std::string_view text(text_at at) const noexcept { return ambit::text(policy_, at); }
  constexpr packed_text text(bilingual both) const noexcept {
    return ambit::text(policy_, both, in_);
  }

  constexpr std::string_view say(auto value) const noexcept { return word(value, in_); }

  constexpr void heading() noexcept {
    if (policy_.title().empty())  // of an absent policy
      out_ << to_text(policy_.jurisdiction()) << ", " << to_text(policy_.country()) << ": ";
    else
      out_ << text(policy_.title()) << ": ";
    const std::string_view name = answer_.region_at()
                                      ? text(policy_.regions()[answer_.region_at().value].name)
                                      : std::string_view{};
    if (name.empty())
      out_ << to_text(answer_.region());
    else
      out_ << name << " (" << to_text(answer_.region()) << ")";
    out_ << say(phrase::on) << to_text(answer_.day());
    const question<Policy>& asked = answer_.asked();
    if (asked.known == distant_future)
      out_ << say(phrase::everything_known);
    else
      out_ << say(phrase::as_known_on) << to_text(asked.known);
    std::string_view between = say(phrase::assuming);
    for (std::size_t i = 0; i < policy_.advices().size(); ++i)
      if ((answer_.assumed() >> i & 1) != 0) {
        out_ << between << text(policy_.advices()[i].id);
        between = ", ";
      }
    if (asked.assume_unchanged) out_ << say(phrase::assume_unchanged);
    out_ << ".\n";
  }

  constexpr bool unknown_region() noexcept {
    if (answer_.region_at()) return false;
    out_ << "- " << say(status::unknown_region) << ": " << say(ground::no_such_region) << ".\n";
    return true;
  }

  /// On what a finding is, and for whom.
  constexpr void title(const finding& found) noexcept {
    out_ << "- " << say(found.measure) << ", ";
    if (found.persons_at)
      out_ << text(policy_.persons()[found.persons_at.value].definition);
    else
      out_ << say(phrase::everyone);
    if (found.place_at)
      out_ << say(phrase::in) << text(policy_.places()[found.place_at.value].name);
    out_ << ": ";
  }

  constexpr void speak(const finding& found) noexcept {
    const rule_row& rule = *answer_.rule(found);
    title(found);
    out_ << say(found.status) << "; "
         << (found.place_at && found.ground == ground::named ? say(phrase::names_this_place)
                                                             : say(found.ground))
         << ".\n";
    bounds(found);
    if (found.instead_at)
      out_ << say(phrase::since_then) << found.instead << say(phrase::says_the_same);
    ended(found);
    out_ << say(phrase::rule) << found.rule << ": " << text(rule.title);
    if (rule.level.offset != 0) out_ << say(phrase::level) << text(rule.level);
    if (rule.scale.offset != 0) out_ << say(phrase::scale) << text(rule.scale);
    out_ << ".\n";
    life(rule);
    alternatives(rule);
    qualifications(rule);
    for (const condition_entry& entry : select(policy_.condition_entries(), rule.conditions))
      out_ << say(phrase::to_be_assessed) << text(policy_.conditions()[entry.condition.value].text)
           << "\n";
    for (const condition_entry& entry : select(policy_.condition_entries(), rule.unless))
      out_ << say(phrase::unless) << text(policy_.conditions()[entry.condition.value].text) << "\n";
    if (!rule.conditions_complete) out_ << say(phrase::further_conditions);
    if (!rule.note.empty()) out_ << "  " << text(rule.note) << "\n";
    cite(answer_.citations(found));
  }

  constexpr void bounds(const finding& found) noexcept {
    if (found.uncertain == event::none) return;
    out_ << say(phrase::change_fell);
    between(found.bounds);
    out_ << ".\n";
  }

  constexpr void between(const ambit::bounds& of) noexcept {
    if (of.after == distant_past && of.by == distant_future) {
      out_ << say(phrase::if_at_all);
      return;
    }
    if (of.after == distant_past)
      out_ << say(phrase::at_the_latest_on);
    else
      out_ << say(phrase::after) << to_text(of.after);
    if (of.by == distant_future) {
      out_ << say(phrase::if_at_all);
      return;
    }
    if (of.after != distant_past) out_ << say(phrase::and_by);
    out_ << to_text(of.by);
  }

  constexpr void ended(const finding& found) noexcept {
    if (found.ending == ending::unstated) return;
    out_ << "  " << say(found.ending);
    if (found.ending == ending::superseded)
      out_ << text(policy_.rules()[answer_.rule(found)->superseded_by.value].id);
    out_ << ".\n";
  }

  /// The dates of a rule, as far as known.
  constexpr void life(const rule_row& rule) noexcept {
    std::string_view before = say(phrase::life);
    const auto add = [&](const change_row& of) {
      if (policy_.sources()[of.proof.value].published > answer_.asked().known) return;
      out_ << before << say(of.what);
      if (day_after(of.after) == of.by)
        out_ << say(phrase::on) << to_text(of.by);
      else
        between(of.between());
      before = "; ";
    };
    if (rule.advice) add(policy_.changes()[policy_.advices()[rule.advice.value].given.value]);
    for (const change_row& each : select(policy_.changes(), rule.changes)) add(each);
    if (before == "; ") out_ << ".\n";
  }

  constexpr void alternatives(const rule_row& rule) noexcept {
    if (!rule.alternative) return;
    const alternative_row& alternative = policy_.alternatives()[rule.alternative.value];
    std::string_view between = say(phrase::alternative);
    for (const region_entry& entry : select(policy_.region_entries(), alternative.regions)) {
      const region_row& place = policy_.regions()[entry.region.value];
      out_ << between << text(place.name) << " (" << to_text(place.code) << ")";
      between = ", ";
    }
    for (const place_entry& entry : select(policy_.place_entries(), alternative.places)) {
      out_ << between << text(policy_.places()[entry.place.value].name);
      between = ", ";
    }
    if (alternative.closure == closure::in_any_case) out_ << say(phrase::at_least_this);
    if (alternative.closure == closure::exhaustive) out_ << say(phrase::exactly_this);
    out_ << ".\n";
  }

  /// Presumption, fear, individual test and residence: one line, if there is anything to say.
  constexpr void qualifications(const rule_row& rule) noexcept {
    std::string_view before = say(phrase::how_it_applies);
    const auto add = [&](std::string_view qualification) {
      if (qualification.empty()) return;
      out_ << before << qualification;
      before = "; ";
    };
    add(say(rule.presumption));
    add(say(rule.fear));
    add(say(rule.test));
    for (unsigned tie = 0; tie < count<residence>(); ++tie)
      if ((rule.residence >> tie & 1) != 0) add(say(static_cast<residence>(tie)));
    if (before == "; ") out_ << ".\n";
  }

  constexpr void cite(const citation_range<Policy>& citations) noexcept {
    std::string_view before = say(phrase::source);
    for (const citation place : citations) {
      out_ << before << text(policy_.sources()[place.source_at.value].title) << " ("
           << place.reference << ", " << to_text(place.published) << "), " << place.at;
      before = "; ";
    }
    if (before == say(phrase::source)) out_ << say(phrase::no_source) << text(policy_.id());
    out_ << ".\n";
  }

  constexpr void cite(const judgment_row& judgment) noexcept {
    out_ << say(phrase::judgment) << text(judgment.court) << ", " << to_text(judgment.given) << ", "
         << text(judgment.case_number);
    if (judgment.ecli.offset != 0) out_ << ", " << text(judgment.ecli);
    out_ << ": " << text(judgment.holding) << "\n";
    cite(citation_range<Policy>{policy_, judgment.citations, answer_.asked().known});
  }

  /// The measures of which no rule speaks have one status between them: one line. Those of which a
  /// rule that is withheld may speak have one of their own, and a line each unless they are all.
  constexpr void everything_else() noexcept {
    bool all_withheld = true;
    for (const finding found : answer_.findings())
      all_withheld = all_withheld && (found.rule_at || found.ground == ground::withheld);
    for (const finding found : answer_.findings()) {
      if (found.rule_at || found.ground != ground::withheld || all_withheld) continue;
      title(found);
      out_ << say(found.status) << "; " << say(found.ground) << ".\n";
    }
    for (const finding found : answer_.findings()) {
      if (found.rule_at || found.persons_at) continue;
      if (found.ground == ground::withheld && !all_withheld) continue;
      out_ << say(phrase::everything_else) << say(found.status) << "; " << say(found.ground)
           << ".\n";
      bounds(found);
      if (found.ground == ground::between_bounds) out_ << say(phrase::policy_began);
      if (found.ground != ground::not_in_atlas) cite(answer_.citations(found));
      return;
    }
  }

  const answer<Policy>& answer_;
  [[no_unique_address]] Policy policy_;
  language in_;
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

/// The same for one claim: how the findings bear on it, and what is open, each with its source.
template <policy Policy, std::size_t Capacity>
constexpr std::size_t explain(const assessment<Policy, Capacity>& of, language in,
                              std::span<char> buffer) noexcept {
  return detail::explanation<Policy>{of.answer(), in, buffer}.write(of);
}

}  // namespace ambit::inline v8
