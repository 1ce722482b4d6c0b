// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ambit/version.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

// The closed vocabularies: every word that a policy, a table or an answer may use. Each one is an
// enumeration and the list of its names, in the same order; names are what sources and JSON write.

namespace ambit::inline v8 {

/// What a policy says of a region on a day: the one closed answer.
enum class [[nodiscard]] status : std::uint8_t{
    designated,      ///< a rule in force that day designates the region
    not_designated,  ///< a rule in force excludes it: by name, nowhere, or left out of
                     ///< "exclusively"
    advised,         ///< an advice would designate it; nothing in force says so
    announced,       ///< decided, and not yet in force that day
    ended,           ///< a designation has ended and nothing in the sources followed
    undetermined,    ///< the sources do not settle that day, or whether the region is meant
    silent,          ///< the policy says nothing on this measure for this region
    no_policy,       ///< no policy on the country, as far as known that day
    unknown_region,  ///< no such region in that country
};

/// The question that a rule settles: the skeleton of chapter C7 of the Dutch Circular.
enum class [[nodiscard]] measure : std::uint8_t{
    indiscriminate_violence,  ///< Article 15(c) of the Qualification Directive
    internal_protection,      ///< a place to which return is presumed possible
    decision_moratorium,     departure_moratorium,
    group_persecution,       risk_group,
    systematic_exposure,     vulnerable_minority,
    authority_protection,    minor_reception,
    existing_permits,        return_,
};

/// What a rule does to the regions of its area.
enum class effect : std::uint8_t {
  designates,
  excludes,
  silent,     ///< a text that says in so many words that there is nothing to say
  unsettled,  ///< a text that says that it cannot be established
};

/// What a list says of the places that it does not name.
enum class closure : std::uint8_t {
  open,         ///< a bare list: nothing
  in_any_case,  ///< at least these
  exhaustive,   ///< exclusively these: all others are excluded
  unsettled,    ///< the source does not settle whether it means others too
};

/// Why a finding has its status.
enum class ground : std::uint8_t {
  named,           ///< the rule names the region, or the place
  whole_country,   ///< the rule holds for the whole country
  in_part,         ///< the rule names a place that takes in a part of the region, or may do so
  left_out,        ///< the rule names others "exclusively"
  between_bounds,  ///< the day lies strictly between the bounds of an uncertain date
  area_unsettled,  ///< the sources do not settle whether the rule's area includes the region
  past_horizon,    ///< the day lies past the last one for which the sources vouch
  withheld,        ///< a confidential source, which a table does not show, may say otherwise
  nothing_said,    ///< no rule speaks of the region
  not_in_atlas,    ///< no table of such a policy is at hand; there may be one
  no_such_region,  ///< the code is not one of the country's
};

/// The changes in a rule's life, in the order in which they usually come; for the policy itself,
/// `in_force` is its beginning.
enum class event : std::uint8_t {
  none,
  advised,    ///< the advice that proposes it was given
  decided,    ///< who decides has decided
  announced,  ///< and has said so, as in a letter to parliament
  published,  ///< the text stands in the official journal
  in_force,   ///< the first day on which it holds
  until,      ///< the first day on which it no longer holds
};

/// The dated events of a rule's own life, in their usual order; `advised` is that of its advice.
inline constexpr event rule_events[] = {event::decided, event::announced, event::published,
                                        event::in_force, event::until};

/// Why a rule ended.
enum class ending : std::uint8_t {
  unstated,
  lapsed,      ///< its term ran out
  withdrawn,   ///< it was taken back
  superseded,  ///< another rule took its place
};

/// How firmly a rule presumes what it says.
enum class presumption : std::uint8_t { unstated, in_principle, in_any_case };

/// The fear for which a rule holds.
enum class fear_scope : std::uint8_t { any, general_situation_only, individual_grounds };

/// How a rule is to be applied to one person.
enum class test : std::uint8_t { unstated, individual };

/// How a place lies to regions.
enum class relation : std::uint8_t {
  unknown,   ///< no source says it
  equals,    ///< it is these regions together
  within,    ///< it is a part of these regions together
  overlaps,  ///< it has a part of each of these regions
};

/// How a person must be tied to the area of a rule.
enum class residence : std::uint8_t { from_area, fixed_before_departure };

/// What is established of a fact.
enum class fact : std::uint8_t { open, yes, no };

/// What a question about one person, or about the policy, is about.
enum class subject : std::uint8_t {
  circumstances,        ///< what else must be weighed for this person
  origin,               ///< whether the person comes from the region
  residence,            ///< whether it had a fixed residence there before departure
  fear,                 ///< whether it fears on individual grounds, or from the situation only
  membership,           ///< whether it belongs to a group
  place,                ///< whether it comes from a place in or over the region
  examination,          ///< the individual examination that a rule demands
  unstated_conditions,  ///< conditions that the source has and that are not known
  unsettled,            ///< whether a rule holds for the region on that day
};

/// What sort of document a source is.
enum class source_kind : std::uint8_t {
  memo,
  circular,
  decree,
  letter,
  judgment,
  legislation,
  work_instruction,
  report,
};

/// How exactly a figure is given.
enum class precision : std::uint8_t { exact, circa, fewer_than, at_least, percent };

/// What a remark records.
enum class remark_kind : std::uint8_t { contradiction, comparable_policy, withheld, context };

/// The languages of every text for people.
enum class language : std::uint8_t { en, nl };

/// The names of a closed vocabulary, in the order of its enumerators, each followed by a blank.
template <class Enum>
inline constexpr const char* vocabulary = nullptr;

template <>
inline constexpr const char* vocabulary<status> =
    "designated not_designated advised announced ended undetermined silent no_policy "
    "unknown_region ";
template <>
inline constexpr const char* vocabulary<measure> =
    "indiscriminate_violence internal_protection decision_moratorium departure_moratorium "
    "group_persecution risk_group systematic_exposure vulnerable_minority authority_protection "
    "minor_reception existing_permits return ";
template <>
inline constexpr const char* vocabulary<effect> = "designates excludes silent unsettled ";
template <>
inline constexpr const char* vocabulary<closure> = "open in_any_case exhaustive unsettled ";
template <>
inline constexpr const char* vocabulary<ground> =
    "named whole_country in_part left_out between_bounds area_unsettled past_horizon withheld "
    "nothing_said not_in_atlas no_such_region ";
template <>
inline constexpr const char* vocabulary<event> =
    "none advised decided announced published in_force until ";
template <>
inline constexpr const char* vocabulary<ending> = "unstated lapsed withdrawn superseded ";
template <>
inline constexpr const char* vocabulary<presumption> = "unstated in_principle in_any_case ";
template <>
inline constexpr const char* vocabulary<fear_scope> =
    "any general_situation_only individual_grounds ";
template <>
inline constexpr const char* vocabulary<test> = "unstated individual ";
template <>
inline constexpr const char* vocabulary<relation> = "unknown equals within overlaps ";
template <>
inline constexpr const char* vocabulary<residence> = "from_area fixed_before_departure ";
template <>
inline constexpr const char* vocabulary<fact> = "open yes no ";
template <>
inline constexpr const char* vocabulary<subject> =
    "circumstances origin residence fear membership place examination unstated_conditions "
    "unsettled ";
template <>
inline constexpr const char* vocabulary<source_kind> =
    "memo circular decree letter judgment legislation work_instruction report ";
template <>
inline constexpr const char* vocabulary<precision> = "exact circa fewer_than at_least percent ";
template <>
inline constexpr const char* vocabulary<remark_kind> =
    "contradiction comparable_policy withheld context ";
template <>
inline constexpr const char* vocabulary<language> = "en nl ";

template <class Enum>
concept closed_vocabulary = vocabulary<Enum>
!= nullptr;

namespace detail {

/// The entry at `index` of a list whose entries each end with `separator`; empty past the last. One
/// literal a list and no array of pointers, so that no relocation is needed.
constexpr std::string_view entry(std::string_view list, std::size_t index, char separator) {
  std::size_t from = 0;
  for (; index > 0 && from < list.size(); --index) from = list.find(separator, from) + 1;
  if (from >= list.size()) return {};
  return {list.data() + from, list.find(separator, from) - from};  // substr could throw
}

}  // namespace detail

/// The name of a value, as sources and JSON write it.
template <closed_vocabulary Enum>
[[nodiscard]] constexpr std::string_view name(Enum value) noexcept {
  return detail::entry(vocabulary<Enum>, static_cast<std::size_t>(value), ' ');
}

/// How many values a closed vocabulary has.
template <closed_vocabulary Enum>
[[nodiscard]] constexpr std::size_t count() noexcept {
  std::size_t names = 0;
  for (const char c : std::string_view{vocabulary<Enum>}) names += c == ' ' ? 1u : 0u;
  return names;
}

/// The value of that name; nothing if the vocabulary has none.
template <closed_vocabulary Enum>
[[nodiscard]] constexpr std::optional<Enum> parse(std::string_view text) noexcept {
  for (std::size_t value = 0; value < count<Enum>(); ++value)
    if (name(static_cast<Enum>(value)) == text) return static_cast<Enum>(value);
  return std::nullopt;
}

inline constexpr std::size_t measure_count = count<measure>();

/// What a status says of a designation. Only `designated` is yes and only `not_designated` is no:
/// everything else, a region that does not exist among it, leaves it open. So `!= designated` is no
/// way to ask whether a region is left out.
[[nodiscard]] constexpr fact designates(status of) noexcept {
  if (of == status::designated) return fact::yes;
  return of == status::not_designated ? fact::no : fact::open;
}

}  // namespace ambit::inline v8
