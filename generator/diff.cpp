// SPDX-License-Identifier: BSL-1.0
#include "diff.hpp"

#include "mark.hpp"
#include "redact.hpp"
#include "resolve.hpp"
#include "schema.hpp"
#include "text.hpp"

#include <ambit/classify.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace ambitc {

namespace {

using ambit::date;

// ---- Records as text

/// A value as it is written, or its key and value where it is a record.
template <class T>
std::string content(const T& value);

template <class Member>
std::string content_of_member(const Member& member) {
  std::string all;
  if constexpr (is_list<Member>) {
    for (const auto& entry : member) all += cat(all.empty() ? "" : ", ", content(*entry));
  } else if (member.given) {
    all = content(*member);
  }
  return all;
}

template <class T>
std::string content(const T& value) {
  if constexpr (record<T>) {
    std::string all;
    for_each_member(value, [&](std::string_view key, const auto& member) {
      const std::string text = content_of_member(member);
      if (!text.empty()) all += cat(all.empty() ? "" : "; ", key, " ", text);
    });
    return all;
  } else {
    return as_written(value);
  }
}

/// The records of two files that differ, with the keys that do.
class record_comparison {
 public:
  std::vector<std::string> compare(const document& before, const document& after) && {
    for_each_member(before, [&](std::string_view key, const auto& was) {
      for_each_member(after, [&](std::string_view other_key, const auto& is) {
        if constexpr (std::is_same_v<decltype(was), decltype(is)>)
          if (key == other_key) compare(key, was, is);
      });
    });
    return std::move(all_);
  }

 private:
  template <class Member>
  void compare(std::string_view key, const Member& was, const Member& is) {
    if constexpr (!is_list<Member>) {
      add(cat("[", key, "]"), keys_that_differ(*was, *is));
    } else {
      for (const auto& each : was)
        if (const auto* same = find(is, each->id->text))
          add(cat("[[", key, "]] ", each->id->text), keys_that_differ(*each, *same));
        else
          all_.push_back(cat("[[", key, "]] ", each->id->text, ": removed"));
      for (const auto& each : is)
        if (!find(was, each->id->text))
          all_.push_back(cat("[[", key, "]] ", each->id->text, ": added"));
    }
  }

  template <class List>
  static auto find(const List& in, const std::string& id) {
    const auto at =
        std::ranges::find_if(in, [&](const auto& each) { return each->id->text == id; });
    return at == in.end() ? nullptr : &**at;
  }

  template <class Record>
  static std::vector<std::string> keys_that_differ(const Record& was, const Record& is) {
    std::map<std::string, std::string, std::less<>> text_of;
    std::vector<std::string> keys;
    for_each_member(was, [&](std::string_view key, const auto& member) {
      text_of[std::string{key}] = content_of_member(member);
    });
    for_each_member(is, [&](std::string_view key, const auto& member) {
      if (text_of[std::string{key}] != content_of_member(member)) keys.emplace_back(key);
    });
    return keys;
  }

  void add(const std::string& name, const std::vector<std::string>& keys) {
    if (!keys.empty()) all_.push_back(cat(name, ": ", join(keys, ", ")));
  }

  std::vector<std::string> all_;
};

// ---- What is said of a person

using terms = std::map<std::string, std::string, std::less<>>;

/// The keys that say who decides when and where a rule holds: the status says what they come to.
bool is_term(std::string_view key) {
  constexpr std::string_view others[] = {"id",        "title",     "measure",    "effect",
                                         "area",      "advice",    "adopts",     "decided",
                                         "announced", "published", "in_force",   "until",
                                         "ending",    "last_seen", "supersedes", "cite"};
  return std::ranges::find(others, key) == std::end(others);
}

const std::string& words(const persons_record& of) {
  return of.definition->en->text;
}
const std::string& words(const condition_record& of) {
  return of.text->en->text;
}

/// The words of the records that a list refers to.
template <class Record, std::size_t Least>
std::string words(const list<Record, Least>& among, const list<reference<Record>>& to) {
  std::string all;
  for (const auto& each : to) all += cat(all.empty() ? "" : "; ", words(*among.value[each->index]));
  return all;
}

/// What a rule says beside its status. Groups and conditions are compared by their words, so that a
/// new id alone is no difference.
terms terms_of(const document& policy, const rule_record& rule, ambit::status status) {
  terms all;
  for_each_member(rule, [&](std::string_view key, const auto& member) {
    if (!is_term(key)) return;
    const std::string text = content_of_member(member);
    if (!text.empty()) all[std::string{key}] = text;
  });
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) all[key] = text;
  };
  add("persons", words(policy.persons, rule.persons));
  add("conditions", words(policy.condition, rule.conditions));
  add("unless", words(policy.condition, rule.unless));
  if (status == ambit::status::ended) all["ending"] = ambit::name(*rule.ending);
  return all;
}

/// All that may be said of one measure and group on one day.
struct said {
  outcome of;
  terms with;

  friend bool operator==(const said&, const said&) = default;
};
/// The measure, and the ids of the group and the place; empty for everyone, and for all of a
/// region.
using about = std::tuple<ambit::measure, std::string, std::string>;
using all_said = std::map<about, said>;

all_said say(const image& of, const ambit::answer<shown_image>& answer) {
  all_said all;
  const document& policy = of.policy->document;
  for (const ambit::finding found : answer.findings()) {
    said now{{found.status, std::string{found.rule}, false}, {}};
    const bool settled =
        found.status != ambit::status::undetermined && found.status != ambit::status::silent;
    if (found.rule_at && settled)
      now.with = terms_of(policy, *policy.rule.value[found.rule_at.value], found.status);
    all[{found.measure, std::string{found.persons}, std::string{found.place}}] = now;
  }
  return all;
}

// ---- One cell of the comparison: a region, measure and group in one period, edition and set

/// What became what; equal ones are merged.
struct change_of_answer {
  std::optional<outcome> before, after;
  std::vector<changed_term> terms;

  friend auto operator<=>(const change_of_answer&, const change_of_answer&) = default;
};

/// The change of one answer; nothing if both say the same.
std::optional<change_of_answer> change_between(const said* before, const said* after) {
  change_of_answer change;
  if (before) change.before = before->of;
  if (after) change.after = after->of;
  if (!before || !after) return before || after ? std::optional{change} : std::nullopt;
  if (before->of.status != after->of.status) return change;
  std::set<std::string> keys;
  for (const auto& [key, text] : before->with) keys.insert(key);
  for (const auto& [key, text] : after->with) keys.insert(key);
  const auto text_in = [](const terms& all, const std::string& key) {
    const auto at = all.find(key);
    return at == all.end() ? std::string{} : at->second;
  };
  for (const std::string& key : keys) {
    changed_term term{key, text_in(before->with, key), text_in(after->with, key)};
    if (term.before != term.after) change.terms.push_back(std::move(term));
  }
  if (change.terms.empty()) return std::nullopt;
  return change;
}

using set_of_ids = std::vector<std::string>;

/// A box, and what becomes of the answers in it. Each dimension is merged in turn.
struct box {
  std::size_t edition;
  std::size_t edition_count = 1;
  std::set<std::size_t> assuming;  // among the sets that are compared
  std::set<ambit::region> regions;
  std::set<ambit::measure> measures;
  std::string persons, place;
  ambitc::days days;
  change_of_answer change;

  friend auto operator<=>(const box&, const box&) = default;
};

/// Merges those boxes that are alike but for one dimension: `without(box)` is a box without it, and
/// `join(into, box)` adds it, or gives false where it cannot. The first of them keeps its place.
template <class Without, class Join>
std::vector<box> merged(const std::vector<box>& all, Without without, Join join) {
  std::vector<box> made;
  std::map<box, std::size_t> places;
  for (const box& each : all) {
    const auto [at, is_new] = places.try_emplace(without(each), made.size());
    if (is_new || !join(made[at->second], each)) {
      at->second = made.size();
      made.push_back(each);
    }
  }
  return made;
}

template <class Value>
std::vector<box> merged(const std::vector<box>& all, std::set<Value> box::*dimension) {
  return merged(
      all,
      [dimension](box each) {
        (each.*dimension).clear();
        return each;
      },
      [dimension](box& into, const box& other) {
        (into.*dimension).insert((other.*dimension).begin(), (other.*dimension).end());
        return true;
      });
}

std::vector<box> merged(std::vector<box> all) {
  all = merged(all, &box::regions);
  all = merged(all, &box::measures);
  all = merged(all, &box::assuming);
  all = merged(
      all,
      [](box each) {
        each.edition = each.edition_count = 0;
        return each;
      },
      [](box& into, const box& other) {
        if (into.edition + into.edition_count != other.edition) return false;
        into.edition_count += other.edition_count;
        return true;
      });
  std::ranges::stable_sort(all, {}, [](const box& of) {
    return std::tuple{of.days.first, of.measures, of.persons, of.place, of.regions, of.edition};
  });
  return all;
}

// ---- Two versions of one policy

/// A version of a policy, and what is left of it without confidential sources.
class version {
 public:
  explicit version(const image* shown) : all_{shown} {
    if (!shown || confidential_records(shown->policy->document).empty()) return;
    has_secrets_ = true;
    public_policy_ = public_part(*shown->policy);
    if (!public_policy_) return;
    public_image_ = to_rows(*public_policy_);
    diagnostics ignored;  // rules that contradict each other without the others are no error here
    resolve(*public_image_, ignored);
    if (ignored.failed()) public_image_.reset();
  }
  version(const version&) = delete;

  const shown_image& operator*() const { return all_; }
  const image* shown() const { return all_.shown; }

  /// Marks what is not said alike in public on that day; gives the day until which that holds.
  date mark(all_said& said_here, const ambit::answer<shown_image>& answer,
            const std::vector<std::string>& assumed) const {
    if (!has_secrets_) return ambit::distant_future;
    all_said in_public;
    date next = ambit::distant_future;
    if (public_image_) {
      const shown_image of{&*public_image_};
      std::vector<std::string_view> known;
      for (const std::string& id : assumed)
        if (find_id(of, of.advices(), id) < of.advices().size()) known.push_back(id);
      const auto same = ambit::classify(
          of, answer.region(), answer.day(),
          {.known = answer.asked().known,
           .assuming = ambit::try_assume(of, std::span<const std::string_view>{known}).advices,
           .assume_unchanged = answer.asked().assume_unchanged});
      next = same.next_change();
      in_public = say(*public_image_, same);
    }
    for (auto& [question, here] : said_here) {
      const auto there = in_public.find(question);
      here.of.confidential = there == in_public.end() || !(there->second == here);
    }
    return next;
  }

 private:
  shown_image all_;
  bool has_secrets_ = false;
  std::optional<policy_source> public_policy_;
  std::optional<image> public_image_;
};

class comparison {
 public:
  comparison(const image* before, const image* after, const diff_question& question)
      : before_version_(before),
        after_version_(after),
        before_(*before_version_),
        after_(*after_version_),
        question_(question) {}

  policy_diff make() && {
    const image& any = after_.shown ? *after_.shown : *before_.shown;
    made_.id = any.policy->id();
    made_.title = any.policy->document.policy->title->en->text;
    made_.only_before = !after_.shown;
    made_.only_after = !before_.shown;
    add_regions();
    add_sets();
    add_editions();
    for (std::size_t edition = 0; edition < editions_.size(); ++edition)
      for (std::size_t set = 0; set < sets_.size(); ++set)
        for (const auto& [region, name] : made_.names)
          compare(region, edition, set, {ambit::distant_past, ambit::distant_future}, true);
    made_.differences = differences();
    compare_horizons();
    if (before_.shown && after_.shown)
      made_.records = record_comparison{}.compare(before_.shown->policy->document,
                                                  after_.shown->policy->document);
    add_confidential();
    return std::move(made_);
  }

 private:
  static set_of_ids ids_of(const image& of, std::uint32_t advices) {
    set_of_ids ids;
    for (std::size_t i = 0; i < of.advices.size(); ++i)
      if ((advices >> i & 1) != 0) ids.push_back(of.policy->document.advice.value[i]->id->text);
    std::ranges::sort(ids);
    return ids;
  }

  void add_confidential() {
    std::set<std::string> all;
    for (const shown_image* each : {&before_, &after_})
      if (each->shown)
        for (std::string& record : confidential_records(each->shown->policy->document))
          all.insert(std::move(record));
    made_.confidential.assign(all.begin(), all.end());
  }

  void add_regions() {
    std::map<ambit::region, std::string> names;
    for (const shown_image* each : {&before_, &after_})
      if (each->shown)
        for (const subdivision& region : each->shown->policy->regions)
          names[region.code] = region.name;
    made_.names.assign(names.begin(), names.end());
  }

  using advices = ambit::advice_set<shown_image>;

  static advices assumed(const shown_image& of, const set_of_ids& ids) {
    if (!of.shown) return {};
    const std::vector<std::string_view> names(ids.begin(), ids.end());
    return ambit::try_assume(of, std::span<const std::string_view>{names}).advices;
  }

  void add_set(const set_of_ids& before, const set_of_ids& after) {
    sets_.push_back({after, before, assumed(before_, before), assumed(after_, after)});
  }

  /// The sets of advices that both versions have, by id.
  void add_sets() {
    if (!question_.adopting.empty()) {
      set_of_ids adopting = question_.adopting;
      std::ranges::sort(adopting);
      return add_set({}, adopting);
    }
    const std::set<set_of_ids> in_before = sets_in(before_), in_after = sets_in(after_);
    std::vector<set_of_ids> in_both;
    for (const set_of_ids& set : before_.shown ? in_before : in_after)
      if (!before_.shown || !after_.shown || in_after.contains(set)) in_both.push_back(set);
    std::ranges::stable_sort(in_both, {}, &set_of_ids::size);
    for (const set_of_ids& set : in_both) add_set(set, set);
    if (!before_.shown || !after_.shown) return;
    const set_of_ids was = ids_of(*before_.shown, ~0u), is = ids_of(*after_.shown, ~0u);
    std::ranges::set_difference(was, is, std::back_inserter(made_.advices_before));
    std::ranges::set_difference(is, was, std::back_inserter(made_.advices_after));
  }

  static std::set<set_of_ids> sets_in(const shown_image& of) {
    std::set<set_of_ids> all;
    if (of.shown)
      for (const ambit::advice_set_row& set : of.shown->advice_sets)
        all.insert(ids_of(*of.shown, set.advices));
    return all;
  }

  void add_editions() {
    if (question_.known) {
      editions_ = {*question_.known};
      return;
    }
    std::set<date> all;
    for (const shown_image* each : {&before_, &after_})
      if (each->shown)
        for (const ambit::edition_row& edition : each->shown->editions)
          all.insert(edition.published);
    editions_.assign(all.begin(), all.end());
  }

  /// Adds a box for each measure and group whose answer differs in these days.
  void compare(ambit::region region, std::size_t edition, std::size_t set, const days& in,
               bool unchanged) {
    std::map<about, std::size_t> open;  // boxes that may go on
    for (date day = in.first; day != in.last;) {
      date next = in.last;
      const auto look = [&](const version& of, const advices& assuming, const set_of_ids& ids) {
        if (!of.shown()) return all_said{};
        const auto now =
            ambit::classify(*of, region, day,
                            {.known = unchanged ? editions_[edition] : ambit::distant_future,
                             .assuming = assuming,
                             .assume_unchanged = unchanged});
        all_said said_now = say(*of.shown(), now);
        next = std::min({next, now.next_change(), of.mark(said_now, now, ids)});
        return said_now;
      };
      const all_said was = look(before_version_, sets_[set].before, sets_[set].ids_before);
      const all_said is = look(after_version_, sets_[set].after, sets_[set].ids);
      add_boxes(was, is, {region, edition, set, {day, next}}, open);
      day = next;
    }
  }

  struct where {
    ambit::region region;
    std::size_t edition, set;
    ambitc::days days;
  };

  void add_boxes(const all_said& was, const all_said& is, const where& at,
                 std::map<about, std::size_t>& open) {
    std::set<about> questions;
    for (const all_said* each : {&was, &is})
      for (const auto& [question, what] : *each) questions.insert(question);
    const auto find = [](const all_said& in, const auto& question) -> const said* {
      const auto found = in.find(question);
      return found == in.end() ? nullptr : &found->second;
    };
    for (const auto& question : questions) {
      const auto change = change_between(find(was, question), find(is, question));
      if (!change) continue;
      const auto before = open.find(question);
      if (before != open.end() && boxes_[before->second].days.last == at.days.first &&
          boxes_[before->second].change == *change) {
        boxes_[before->second].days.last = at.days.last;
        continue;
      }
      open[question] = boxes_.size();
      boxes_.push_back({at.edition,
                        1,
                        {at.set},
                        {at.region},
                        {std::get<0>(question)},
                        std::get<1>(question),
                        std::get<2>(question),
                        at.days,
                        *change});
    }
  }

  /// The boxes as differences; none are left.
  std::vector<difference> differences() {
    std::vector<difference> all;
    for (const box& each : merged(std::exchange(boxes_, {}))) {
      difference made{.regions = {each.regions.begin(), each.regions.end()},
                      .days = each.days,
                      .measures = {each.measures.begin(), each.measures.end()},
                      .persons = each.persons,
                      .place = each.place,
                      .known = {editions_[each.edition], ambit::distant_future},
                      .assuming = {},
                      .whatever_is_assumed = each.assuming.size() == sets_.size(),
                      .before = each.change.before,
                      .after = each.change.after,
                      .terms = each.change.terms};
      if (const std::size_t after = each.edition + each.edition_count; after < editions_.size())
        made.known.last = editions_[after];
      if (question_.known) made.known.last = ambit::day_after(*question_.known);
      for (const std::size_t set : each.assuming) made.assuming.push_back(sets_[set].ids);
      all.push_back(std::move(made));
    }
    return all;
  }

  /// One of two horizons vouches for the days between them: by default, with everything known and
  /// nothing assumed, their answers differ.
  void compare_horizons() {
    if (!before_.shown || !after_.shown) return;
    const date was = before_.horizon(), is = after_.horizon();
    if (was == is) return;
    made_.horizon_before = was;
    made_.horizon_after = is;
    if (question_.known) return;
    const days between{ambit::day_after(std::min(was, is)), ambit::day_after(std::max(was, is))};
    for (const auto& [region, name] : made_.names)
      compare(region, editions_.size() - 1, 0, between, false);
    made_.at_horizon = differences();
  }

  /// A set of advices, and how each version is asked with it.
  struct compared_set {
    set_of_ids ids, ids_before;
    advices before, after;
  };

  version before_version_, after_version_;
  shown_image before_, after_;
  const diff_question& question_;
  policy_diff made_;
  std::vector<compared_set> sets_;
  std::vector<date> editions_;
  std::vector<box> boxes_;
};

}  // namespace

bool policy_diff::answers_differ() const {
  return !differences.empty() || horizon_before || !advices_before.empty() ||
         !advices_after.empty() || only_before || only_after;
}

policy_diff compare(const image* before, const image* after, const diff_question& question) {
  return comparison{before, after, question}.make();
}

}  // namespace ambitc
