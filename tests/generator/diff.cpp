// SPDX-License-Identifier: BSL-1.0
#include "diff.hpp"

#include "compare.hpp"
#include "fixture.hpp"
#include "random_policy.hpp"
#include "run.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

// What changed for whom between two versions of a policy.

namespace {

using namespace ambit::literals;
using ambit::status;
using fixture::rule;

ambitc::policy_diff diff(const fixture::policies& before, const fixture::policies& after,
                         const ambitc::diff_question& question = {}) {
  return ambitc::compare(&before.images[0], &after.images[0], question);
}

const std::string in_alpha = "regions = [\"XX-A\"], closure = \"open\"";
const std::string in_two = "regions = [\"XX-A\", \"XX-B\"], closure = \"open\"";
const std::string advice =
    "[[advice]]\nid = \"do-it\"\ntitle = { en = \"Do it\", nl = \"Doe het\" }\nsource = \"first\"\n"
    "cite = [{ source = \"first\", at = \"1\", terms = [\"advice\"] }]\n";
const std::string scale =
    "[[scale]]\nid = \"s\"\ntitle = { en = \"S\", nl = \"S\" }\nlevels = [\"most\", \"less\"]\n";

/// The same rule with other dates.
ambitc::policy_diff of_dates(const std::string& before, const std::string& after) {
  return diff(fixture::policy(rule("a", in_two, before, "first second")),
              fixture::policy(rule("a", in_two, after, "first second")));
}

}  // namespace

TEST_CASE("a version does not differ from itself") {
  const fixture::policies shipped = fixture::load(fixture::root / "policy-src");
  for (const ambitc::image& each : shipped.images) {
    const ambitc::policy_diff same = ambitc::compare(&each, &each, {});
    CHECK(!same.answers_differ());
    CHECK(same.records.empty());
  }
}

TEST_CASE("versions that differ in one date differ in exactly one box") {
  const ambitc::policy_diff moved = of_dates("in_force = 2020-06-01", "in_force = 2020-07-01");
  REQUIRE(moved.differences.size() == 1);
  const ambitc::difference& box = moved.differences[0];
  CHECK(box.regions == std::vector{"XX-A"_region, "XX-B"_region});
  CHECK(box.days == ambitc::days{"2020-06-01"_date, "2020-07-01"_date});
  CHECK(box.measures == std::vector{ambit::measure::indiscriminate_violence});
  CHECK(box.persons == "");
  CHECK(box.before == ambitc::outcome{status::designated, "a"});
  CHECK(box.after == ambitc::outcome{status::silent, ""});
  CHECK(box.known == ambitc::days{"2020-01-01"_date, ambit::distant_future});
  CHECK(box.whatever_is_assumed);
  CHECK(box.terms.empty());
  CHECK(moved.records == std::vector<std::string>{"[[rule]] a: in_force"});
}

TEST_CASE("so do versions in which another date of a rule's life, or a bound, moved") {
  const auto one_box = [](const std::string& before, const std::string& after, status was,
                          status is, ambitc::days days) {
    const ambitc::policy_diff moved = of_dates(before, after);
    REQUIRE(moved.differences.size() == 1);
    CHECK(moved.differences[0].before->status == was);
    CHECK(moved.differences[0].after->status == is);
    CHECK(moved.differences[0].days == days);
  };
  one_box("in_force = 2020-01-01\nuntil = 2020-06-01", "in_force = 2020-01-01\nuntil = 2020-07-01",
          status::ended, status::designated, {"2020-06-01"_date, "2020-07-01"_date});
  one_box("announced = 2020-02-01\nin_force = 2020-06-01",
          "announced = 2020-03-01\nin_force = 2020-06-01", status::announced, status::silent,
          {"2020-02-01"_date, "2020-03-01"_date});
  one_box("in_force = { after = 2020-01-01, by = 2021-01-01 }",
          "in_force = { on = 2020-01-02, source = \"second\" }", status::undetermined,
          status::designated, {"2020-01-02"_date, "2021-01-01"_date});
}

TEST_CASE("where the day on which a date was known moved, only later editions differ") {
  const ambitc::policy_diff later =
      diff(fixture::policy(rule("a", in_two, "in_force = { on = 2020-06-01, source = \"second\" }",
                                "first second third")),
           fixture::policy(rule("a", in_two, "in_force = { on = 2020-06-01, source = \"third\" }",
                                "first second third")));
  REQUIRE(later.differences.size() == 1);
  CHECK(later.differences[0].known == ambitc::days{"2021-01-01"_date, "2022-01-01"_date});
  CHECK(later.differences[0].days == ambitc::days{"2020-06-01"_date, ambit::distant_future});
}

TEST_CASE("a rule that says something else under the same status differs in what it says") {
  const auto with = [](const std::string& level) {
    return fixture::policy(
        scale +
        rule("a", in_two, "in_force = 2020-01-01\nscale = \"s\"\nlevel = \"" + level + "\""));
  };
  const ambitc::policy_diff other = diff(with("most"), with("less"));
  REQUIRE(other.differences.size() == 1);
  CHECK(other.differences[0].terms == std::vector<ambitc::changed_term>{{"level", "most", "less"}});
}

TEST_CASE("another id or title is no other answer, but another record") {
  const ambitc::policy_diff renamed =
      diff(fixture::policy(rule("a", in_two, "in_force = 2020-01-01")),
           fixture::policy(rule("b", in_two, "in_force = 2020-01-01")));
  CHECK(!renamed.answers_differ());
  CHECK(renamed.records == std::vector<std::string>{"[[rule]] a: removed", "[[rule]] b: added"});
}

TEST_CASE("what adopting an advice would change is the difference of one version to itself") {
  const fixture::policies advised =
      fixture::policy(advice + rule("a", in_alpha, "advice = \"do-it\""));
  const ambitc::policy_diff adopted = diff(advised, advised, {.adopting = {"do-it"}});
  REQUIRE(adopted.differences.size() == 1);
  CHECK(adopted.differences[0].before->status == status::advised);
  CHECK(adopted.differences[0].after->status == status::designated);
  CHECK(adopted.differences[0].regions == std::vector{"XX-A"_region});
}

TEST_CASE("an answer that differs only where an advice is assumed says so") {
  const auto with = [](const std::string& area) {
    return fixture::policy(advice + rule("a", area, "advice = \"do-it\"", "first", "excludes"));
  };
  const ambitc::policy_diff other = diff(with(in_alpha), with(in_two));
  REQUIRE(other.differences.size() == 1);
  CHECK(!other.differences[0].whatever_is_assumed);
  CHECK(other.differences[0].assuming == std::vector<std::vector<std::string>>{{"do-it"}});
  CHECK(other.differences[0].regions == std::vector{"XX-B"_region});
}

TEST_CASE("a policy that only one version has differs in everything it says") {
  const fixture::policies one = fixture::policy(rule("a", in_alpha, "in_force = 2020-01-01"));
  const ambitc::policy_diff added = ambitc::compare(nullptr, &one.images[0], {});
  CHECK(added.only_after);
  CHECK(added.answers_differ());
  for (const ambitc::difference& each : added.differences) CHECK(!each.before);
  const ambitc::policy_diff removed = ambitc::compare(&one.images[0], nullptr, {});
  CHECK(removed.only_before);
  for (const ambitc::difference& each : removed.differences) CHECK(!each.after);
}

TEST_CASE("editions that do not touch are two boxes, though the same changed in both") {
  // What the second document brings, and the third takes back, hides the difference in Alpha.
  const std::string hides = rule("b", in_alpha,
                                 "in_force = 2020-01-01\n"
                                 "until = { on = 2020-03-01, source = \"third\" }",
                                 "second third", "excludes");
  const ambitc::policy_diff removed =
      diff(fixture::policy(hides + rule("a", "country = true", "in_force = 2020-03-01")),
           fixture::policy(hides));
  std::size_t in_alpha_too = 0;
  for (const ambitc::difference& each : removed.differences)
    if (each.regions.front() == "XX-A"_region) {
      const bool is_first = in_alpha_too++ == 0;
      CHECK(each.known == (is_first ? ambitc::days{"2020-01-01"_date, "2021-01-01"_date}
                                    : ambitc::days{"2022-01-01"_date, ambit::distant_future}));
    }
  CHECK(in_alpha_too == 2);
}

TEST_CASE("days that do not touch are two boxes, though the same changed on both") {
  const std::string hides =
      rule("b", in_alpha, "in_force = 2020-04-01\nuntil = 2020-05-01", "first", "excludes");
  const ambitc::policy_diff removed =
      diff(fixture::policy(hides + rule("a", "country = true", "in_force = 2020-02-01")),
           fixture::policy(hides));
  std::vector<ambitc::days> in_alpha_too;
  for (const ambitc::difference& each : removed.differences)
    if (each.regions.front() == "XX-A"_region) in_alpha_too.push_back(each.days);
  CHECK(in_alpha_too == std::vector{ambitc::days{"2020-02-01"_date, "2020-04-01"_date},
                                    ambitc::days{"2020-05-01"_date, ambit::distant_future}});
}

TEST_CASE("a question about what was known on a day is compared for that day") {
  const auto with = [](const std::string& day) {
    return fixture::policy(rule("a", in_two, "in_force = " + day));
  };
  const ambitc::policy_diff moved =
      diff(with("2020-06-01"), with("2020-07-01"), {.known = "2020-09-01"_date});
  REQUIRE(moved.differences.size() == 1);
  CHECK(moved.differences[0].known == ambitc::days{"2020-09-01"_date, "2020-09-02"_date});
}

// ---- Exactness

namespace {

/// How often a box says that this answer differs, and from what to what.
std::size_t boxes_on(const ambitc::policy_diff& diff, ambit::region region, ambit::date day,
                     ambit::date known, const std::vector<std::string>& assuming,
                     const ambit::finding& found, std::optional<status> before,
                     std::optional<status> after) {
  const auto in = [](const ambitc::days& of, ambit::date each) {
    return of.first <= each && each < of.last;
  };
  const auto has = [](const auto& all, const auto& one) {
    return std::ranges::find(all, one) != all.end();
  };
  const auto status_of = [](const std::optional<ambitc::outcome>& of) {
    return of ? std::optional{of->status} : std::nullopt;
  };
  return static_cast<std::size_t>(
      std::ranges::count_if(diff.differences, [&](const ambitc::difference& box) {
        return has(box.regions, region) && in(box.days, day) && has(box.measures, found.measure) &&
               box.persons == found.persons && box.place == found.place && in(box.known, known) &&
               has(box.assuming, assuming) && status_of(box.before) == before &&
               status_of(box.after) == after;
      }));
}

/// Compares boxes and answers on every question; the first that is wrong, empty if none is.
std::string wrong_in(const ambitc::policy_diff& diff, const fixture::policies& before,
                     const fixture::policies& after, std::size_t& differing) {
  const ambitc::shown_image was{&before.images[0]}, is{&after.images[0]};
  std::set<ambit::date> days = compare::days_of(before.sources[0]);
  days.merge(compare::days_of(after.sources[0]));
  for (const ambit::advice_set_row& set : before.images[0].advice_sets) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < before.images[0].advices.size(); ++i)
      if ((set.advices >> i & 1) != 0)
        ids.push_back(before.sources[0].document.advice.value[i]->id->text);
    std::ranges::sort(ids);
    const std::vector<std::string_view> names(ids.begin(), ids.end());
    const auto before_assumed = ambit::try_assume(was, std::span<const std::string_view>{names});
    const auto after_assumed = ambit::try_assume(is, std::span<const std::string_view>{names});
    if (!after_assumed) continue;  // the other version has no such set
    for (const char* code : random_policy::regions)
      for (const ambit::date day : days)
        for (const char* known : {"2019-01-01", "2020-06-01", "2021-06-01", "2022-01-01"}) {
          const ambit::region region = *ambit::parse_region(code);
          const ambit::date by = *ambit::parse_date(known);
          const auto old_answer = ambit::classify(
              was, region, day,
              {.known = by, .assuming = before_assumed.advices, .assume_unchanged = true});
          const auto new_answer = ambit::classify(
              is, region, day,
              {.known = by, .assuming = after_assumed.advices, .assume_unchanged = true});
          for (const ambit::finding found : new_answer.findings()) {
            std::optional<status> before_status;
            for (const ambit::finding other : old_answer.findings())
              if (other.measure == found.measure && other.persons == found.persons &&
                  other.place == found.place)
                before_status = other.status;
            const std::size_t boxes =
                boxes_on(diff, region, day, by, ids, found, before_status, found.status);
            const bool differs = before_status != found.status;
            differing += differs ? 1u : 0u;
            if (differs ? boxes != 1 : boxes > 1)
              return compare::question_text(region, day, by, set.advices, true) +
                     std::string{name(found.measure)} + ": " + std::to_string(boxes) + " boxes";
          }
        }
  }
  return "";
}

}  // namespace

TEST_CASE("the boxes of random versions cover each answer that differs once, and no other") {
  const random_policy::workshop here;
  const rc::Gen<random_policy::policy> policies = random_policy::policies();
  rc::Random random{random_policy::number_from("AMBIT_RANDOM_SEED", 10)};
  std::size_t pairs = 0, differing = 0;
  while (pairs < 60) {
    const auto one = policies(random.split(), 30);
    const auto before = here.accept(one.value());
    auto simpler = one.shrinks();
    for (auto next = simpler.next(); before && next; next = simpler.next()) {
      const auto after = here.accept(next->value());
      if (!after) continue;
      ++pairs;
      const std::string wrong = wrong_in(diff(*before, *after), *before, *after, differing);
      REQUIRE_MESSAGE(wrong == "", text_of(one.value()), "\n--- and ---\n", text_of(next->value()),
                      "\n", wrong);
    }
  }
  CHECK(differing > 100);
}

// ---- The command

namespace {

/// Two folders with the shipped policies, of which the second has one text for another.
class versions {
 public:
  versions(const std::string& old_text, const std::string& new_text) {
    namespace fs = std::filesystem;
    for (const char* version : {"old", "new"})
      fs::copy(fixture::root / "policy-src", folder_.path() / version, fs::copy_options::recursive);
    std::string text = fixture::read(folder_.path() / "new/nl/ml.toml");
    const std::size_t at = text.find(old_text);
    REQUIRE(at != std::string::npos);
    folder_.write("new/nl/ml.toml", text.replace(at, old_text.size(), new_text));
  }

  run::output diff(const std::string& more = "") const {
    const std::string path = folder_.path().string();
    return run::ambitc("diff " + path + "/old " + path + "/new " + more);
  }

 private:
  fixture::temporary_folder folder_;
};

}  // namespace

TEST_CASE("diff says in words what changed for whom, and exits with 1") {
  const versions other{"horizon = 2023-06-22", "horizon = 2023-06-23"};
  const run::output told = other.diff();
  CHECK(told.status == 1);
  CHECK(told.err.find("error") == std::string::npos);
  CHECK(told.out.find("The sources vouch up to 2023-06-23 instead of 2023-06-22:\n") !=
        std::string::npos);
  CHECK(told.out.find("  Mopti (ML-5), Gao (ML-7), Ménaka (ML-9), on 2023-06-23\n"
                      "    indiscriminate_violence, everyone: undetermined "
                      "(exceptional-situation-c7-23) -> designated "
                      "(exceptional-situation-c7-23)\n") != std::string::npos);
  CHECK(told.out.find("Records that differ: [policy]: horizon") != std::string::npos);
}

TEST_CASE("diff --json has a box for each difference, with the first day on which it is over") {
  const versions other{"regions = [\"ML-7\", \"ML-9\", \"ML-5\"], closure = \"exhaustive\"",
                       "regions = [\"ML-7\", \"ML-9\"], closure = \"exhaustive\""};
  const run::output told = other.diff("--json --known 2023-06-22");
  CHECK(told.status == 1);
  const auto json = nlohmann::json::parse(told.out);
  const auto& policy = *std::ranges::find_if(
      json["policies"], [](const auto& each) { return each["policy"] == "nl-ml"; });
  const auto& boxes = policy["boxes"];
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0]["regions"] == nlohmann::json{"ML-5"});
  CHECK(boxes[0]["from"] == "2022-11-24");
  CHECK(boxes[0]["until"] == "2023-06-22");
  CHECK(boxes[0]["measures"] == nlohmann::json{"indiscriminate_violence"});
  CHECK(boxes[0]["persons"].is_null());
  CHECK(boxes[1]["old"] ==
        nlohmann::json{{"status", "designated"}, {"rule", "exceptional-situation-c7-23"}});
  CHECK(boxes[1]["new"]["status"] == "not_designated");
  CHECK(boxes[1]["until"].is_null());
}

TEST_CASE("diff of equal answers exits with 0, and names the records that differ all the same") {
  const versions retold{"en = \"Policy of the Netherlands on Mali\"",
                        "en = \"Dutch policy on Mali\""};
  const run::output told = retold.diff();
  CHECK(told.status == 0);
  CHECK(told.out.find("No answer differs.\n") != std::string::npos);
  CHECK(told.out.find("Records that differ: [policy]: title\n") != std::string::npos);
  const versions same{"nl-ml", "nl-ml"};
  CHECK(same.diff().out == "No answer differs.\n");
}

TEST_CASE("diff of what cannot be compared exits with 2, and prints errors only") {
  const auto refused = [](const run::output& told, const std::string& sentence) {
    CHECK(told.status == 2);
    CHECK(told.out == "");
    CHECK(told.err.find(sentence) != std::string::npos);
  };
  const versions broken{"effect = \"designates\"", "effect = \"designate\""};
  refused(broken.diff(), "did you mean 'designates'? [malformed-value]");
  const versions same{"nl-ml", "nl-ml"};
  refused(same.diff("--known 2022-02-30"), "'2022-02-30' is no day for --known");
  refused(same.diff("--adopting bamako"), "'bamako' requires 'designate'");
  refused(same.diff("--adopting bamaco"), "did you mean 'bamako'?");
  refused(run::ambitc("diff policy-src nowhere"), "this is not a folder");
}
