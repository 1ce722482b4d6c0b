// SPDX-License-Identifier: BSL-1.0
#include "redact.hpp"

#include "bake.hpp"
#include "compare.hpp"
#include "confidential.hpp"
#include "random_policy.hpp"
#include "run.hpp"
#include "schema.hpp"

#include <ambit/assess.hpp>
#include <ambit/explain.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <regex>

// What a confidential source says never reaches a table, nothing of it can be worked out from what
// does, and what is left out is never taken for absence.

namespace {

using namespace ambit::literals;
using ambit::ground;
using ambit::measure;
using ambit::status;
using ambitc::policy_source;
using fixture::rule;

std::string source(const std::string& id, const std::string& more) {
  return "[[source]]\nid = \"" + id + "\"\nkind = \"letter\"\nlanguage = \"en\"\nreference = \"" +
         id + "\"\ntitle = { en = \"" + id + "\", nl = \"" + id + "\" }\n" + more + "\n";
}

std::string cite(const std::string& source) {
  return "cite = [{ source = \"" + source + "\", at = \"1\", terms = [\"x\"] }]\n";
}

/// A record of a kind that has a text in both languages.
std::string record(const std::string& kind, const std::string& id, const std::string& text,
                   const std::string& cited, const std::string& more = "") {
  return "[[" + kind + "]]\nid = \"" + id + "\"\n" +
         (text.empty() ? "" : text + " = { en = \"" + id + "\", nl = \"" + id + "\" }\n") +
         (cited.empty() ? "" : cite(cited)) + more + "\n";
}

const std::string secret_letter =
    source("secret-letter", "published = 2021-06-07\nseen = [2021-08-08]\nconfidential = true");

/// A policy that has a public and a confidential record of every kind. What is not public has an id
/// that begins with "secret"; so has what is public, and only confidential records use it.
const std::string everything =
    secret_letter + source("secret-nota", "published = 2022-03-03\nconfidential = true") +
    source("secretly-used-report", "published = 2020-05-05") +
    record("advice", "plan", "title", "first", "source = \"first\"") +
    record("advice", "secret-advice", "title", "secret-letter",
           "source = \"first\"\ngiven = 2020-02-02\nrequires = [\"plan\"]") +
    record("advice", "secretly-used-advice", "title", "first", "source = \"first\"") +
    record("persons", "women", "definition", "first") +
    record("persons", "secret-group", "definition", "secret-letter", "fear = \"any\"") +
    record("persons", "secretly-used-group", "definition", "first") +
    record("place", "city", "name", "first", "relation = \"within\"\nregions = [\"XX-A\"]") +
    record("place", "secret-place", "name", "secret-nota",
           "relation = \"within\"\nregions = [\"XX-B\"]\ndecision = { en = \"s\", nl = \"s\" }") +
    record("place", "secretly-used-place", "name", "first",
           "relation = \"overlaps\"\nregions = [\"XX-B\"]") +
    record("alias", "other", "", "first", "name = \"Alfa\"\nregion = \"XX-A\"") +
    record("alias", "secret-alias", "", "secret-nota", "name = \"Secretstan\"\nregion = \"XX-B\"") +
    record("scale", "grades", "title", "", "levels = [\"high\", \"low\"]") +
    record("scale", "secretly-used-scale", "title", "", "levels = [\"most\", \"least\"]") +
    record("condition", "weighing", "text", "first") +
    record("condition", "secret-condition", "text", "secret-letter", "duration = \"P6M\"") +
    record("condition", "secretly-used-condition", "text", "first") +
    rule("planned", "regions = [\"XX-A\"], closure = \"open\"",
         "advice = \"plan\"\nscale = \"grades\"\nlevel = \"high\"\nconditions = [\"weighing\", "
         "\"secret-condition\"]") +
    rule("of-women", "places = [\"city\"], closure = \"open\"",
         "persons = [\"women\"]\nin_force = { after = 2021-06-07, by = 2022-01-01 }", "first third",
         "designates", "risk_group") +
    rule("nowhere", "country = true", "in_force = { by = 2021-08-08, source = \"third\" }", "third",
         "excludes", "vulnerable_minority") +
    rule("last-seen", "country = true", "in_force = 2020-01-01\nlast_seen = 2021-08-08", "first",
         "excludes", "minor_reception") +
    rule("back", "country = true", "in_force = 2021-01-01\nsupersedes = [\"secret-old-rule\"]",
         "second", "excludes", "return") +
    rule("secret-old-rule", "country = true", "in_force = 2020-03-03", "secret-nota", "designates",
         "return") +
    rule("secret-rule",
         "regions = [\"XX-B\"], places = [\"secretly-used-place\"], closure = "
         "\"exhaustive\"",
         "persons = [\"secretly-used-group\"]\nscale = \"secretly-used-scale\"\nlevel = "
         "\"least\"\nconditions = [\"secretly-used-condition\"]\nadopts = \"secretly-used-advice\""
         "\nin_force = 2021-07-01\nsupersedes = []",
         "secret-letter secretly-used-report") +
    record("judgment", "public-judgment", "holding", "first",
           "court = \"C\"\ncase_number = \"1\"\ngiven = 2019-02-02\nmeasure = \"return\"") +
    record("judgment", "secret-judgment", "holding", "secret-nota",
           "court = \"S\"\ncase_number = \"2\"\ngiven = 2019-02-02\nmeasure = \"return\"") +
    record("figure", "public-figure", "about", "first",
           "value = 7\nprecision = \"exact\"\nperiod = \"2021\"") +
    record("figure", "secret-figure", "about", "secret-nota",
           "value = 9\nprecision = \"exact\"\nperiod = \"2021\"\nregions = [\"XX-A\"]") +
    record("remark", "withheld", "text", "first", "kind = \"context\"") +
    record("remark", "secret-remark", "text", "secret-nota", "kind = \"context\"");

/// A redacted policy with its table.
struct redacted {
  explicit redacted(const policy_source& whole) : policy(ambitc::redact(whole, found)) {
    REQUIRE(found.errors() == 0);
    image = ambitc::to_rows(policy);
    ambitc::resolve(image, found);
    std::ostringstream printed;
    found.print(printed);
    INFO(printed.str());
    REQUIRE(found.errors() == 0);
  }
  redacted(const redacted&) = delete;

  ambitc::diagnostics found;
  policy_source policy;
  ambitc::image image;
};

/// All that is baked of a policy.
std::string published(const policy_source& whole) {
  const redacted made(whole);
  std::string all;
  for (const ambitc::baked_file& file : ambitc::bake({made.image}, {}, "ambit::tables"))
    all += file.name + "\n" + file.text;
  return all;
}

/// The first line in which two texts differ; empty if they are the same.
std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream in_a(a), in_b(b);
  for (std::string of_a, of_b; std::getline(in_a, of_a) && std::getline(in_b, of_b);)
    if (of_a != of_b) return of_a + "\n" + of_b;
  return a == b ? "" : "one is longer";
}

ambit::finding finding(const ambitc::image& image, ambit::region region, ambit::date day,
                       measure on = measure::indiscriminate_violence) {
  return ambit::classify(ambitc::shown_image{&image}, region, day).finding(on);
}

// ---- What is changed

// Not in the template: clang 14 does not link a literal that stands in one.
constexpr ambit::region one_region = "XX-B"_region, another_region = "XX-C"_region;

/// Makes another value of one, and says that it is written.
template <class T>
void change(ambitc::field<T>& of, const ambitc::document& policy) {
  of.given = true;
  T& value = of.value;
  if constexpr (ambitc::is_reference<T>) {
    const auto next = [&](const auto& records) {
      if (records.empty()) return;
      value.index = value.index < records.size() ? (value.index + 1) % records.value.size() : 0;
      value.text = records.value[value.index]->id->text;
    };
    [&]<class Record>(const ambitc::reference<Record>&) {
      ambitc::with_list_of<Record>(policy, next);
    }(value);
  } else if constexpr (requires { value.text; }) {
    value.text += "x";
  } else if constexpr (std::is_same_v<T, ambit::date>) {
    value = ambit::date{value.days + 40};
  } else if constexpr (std::is_same_v<T, bool>) {
    value = !value;
  } else if constexpr (std::is_same_v<T, std::uint32_t>) {
    ++value;
  } else if constexpr (std::is_same_v<T, ambit::region>) {
    value = value == one_region ? another_region : one_region;
  } else {
    value = static_cast<T>((static_cast<std::size_t>(value) + 1) % ambit::count<T>());
  }
}

/// Changes one value below a record after the other, each key and entry of it, and back again:
/// `check(place)` sees each.
template <class Record>
void with_each_change(Record& of, const std::string& place, const ambitc::document& policy,
                      const std::function<void(const std::string&)>& check) {
  ambitc::for_each_member(of, [&](std::string_view key, auto& member) {
    const std::string here = place + "." + std::string{key};
    if (key == "confidential") return;
    const auto changed = [&](auto& field, const std::string& how, auto apply) {
      const auto before = field;
      apply(field);
      check(here + how);
      field = before;
    };
    const auto each = [&](auto& field) {
      if constexpr (ambitc::record<std::remove_cvref_t<decltype(field.value)>>)
        with_each_change(field.value, here, policy, check);
      else
        changed(field, "", [&](auto& one) { change(one, policy); });
    };
    if constexpr (ambitc::is_list<std::remove_cvref_t<decltype(member)>>) {
      for (auto& entry : member.value) each(entry);
      using value_type = typename decltype(member.value)::value_type;
      changed(member, " with one more", [&](auto& list) {
        list.given = true;
        list.value.push_back(list.empty() ? value_type{} : list.value.front());
        list.value.back().given = true;
        if constexpr (!ambitc::record<decltype(list.value.back().value)>)
          change(list.value.back(), policy);
      });
      changed(member, " without any", [](auto& list) { list.value.clear(); });
    } else {
      const bool given = member.given;
      member.given = true;
      each(member);
      member.given = given;
      changed(member, " left out or written", [](auto& one) { one.given = !one.given; });
    }
  });
}

/// Calls `visit(place, record)` for each record of a policy's lists.
template <class Visit>
void for_each_listed(ambitc::document& policy, Visit visit) {
  ambitc::for_each_member(policy, [&](std::string_view key, auto& member) {
    if constexpr (ambitc::is_list<std::remove_cvref_t<decltype(member)>>)
      for (auto& entry : member.value)
        visit(std::string{key} + " " + entry.value.id.value.text, entry.value);
  });
}

/// How much is withheld: who changes that, changes the counted gap.
std::pair<std::size_t, std::size_t> gap(const ambitc::document& policy) {
  const ambitc::confidentiality of(policy);
  return {of.rules(), of.records()};
}

const policy_source& whole() {
  static const fixture::policies all = fixture::policy(everything);
  return all.sources.front();
}

}  // namespace

// ---- What is refused

TEST_CASE("a policy with a confidential source is refused for a public table") {
  ambitc::diagnostics found;
  ambitc::refuse_confidential(whole(), found);
  CHECK(found.errors() == 2);
}

TEST_CASE("a policy whose beginning rests on a confidential source cannot be redacted") {
  fixture::policies all = fixture::policy(everything);
  policy_source& policy = all.sources.front();
  for (auto& source : policy.document.source.value)
    if (source->id->text == "first") source.value.confidential.value = true;
  ambitc::diagnostics found;
  ambitc::redact(policy, found);
  CHECK(found.errors() > 0);
}

// ---- Nothing can be worked out

TEST_CASE("whatever is changed of what is confidential, no byte of what is public is another") {
  policy_source policy = whole();
  const std::string before = published(policy);
  const auto withheld = gap(policy.document);
  std::map<std::string, std::size_t> changes;  // by kind
  for_each_listed(policy.document, [&](const std::string& name, auto& record) {
    if (record.id->text.find("secret") != 0) return;
    with_each_change(record, name, policy.document, [&](const std::string& place) {
      if (gap(policy.document) != withheld) return;  // it is confidential no more
      CAPTURE(place);
      REQUIRE(first_difference(before, published(policy)) == "");
      ++changes[name.substr(0, name.find(' '))];
    });
  });
  ambitc::for_each_member(policy.document, [&](std::string_view key, const auto& member) {
    if constexpr (ambitc::is_list<std::remove_cvref_t<decltype(member)>>) {
      CAPTURE(key);
      CHECK(changes[std::string{key}] >= 4);
    }
  });
  CHECK(changes["rule"] >= 100);
}

TEST_CASE("of policies made at random too, nothing that is withheld has a part in what is public") {
  const random_policy::workshop here;
  rc::Random random{random_policy::number_from("AMBIT_RANDOM_SEED", 10)};
  std::size_t policies = 0, changes = 0;
  for (std::size_t tried = 0; policies < 12 && tried < 200; ++tried) {
    const auto accepted = here.accept(random_policy::make(random.split(), 4));
    if (!accepted) continue;
    policy_source policy = accepted->sources.front();
    policy.document.source.value.back().value.confidential.value = true;
    std::erase_if(policy.document.policy.value.cite.value,
                  [](const auto& cite) { return cite->source->index == 2; });
    const auto withheld = gap(policy.document);
    if (withheld.first == 0) continue;
    ++policies;
    const std::string before = published(policy);
    std::size_t number = 0;
    std::set<std::string> ids;
    const ambitc::confidentiality confidential(policy.document);
    for_each_listed(policy.document, [&](const std::string& name, auto& record) {
      if (!confidential.is_withheld(record)) return;
      with_each_change(record, name, policy.document, [&](const std::string& place) {
        if (gap(policy.document) != withheld || ++number % 5 != 0) return;
        ++changes;
        CAPTURE(place);
        REQUIRE(first_difference(before, published(policy)) == "");
      });
    });
  }
  CHECK(policies == 12);
  CHECK(changes > 200);
}

namespace {

/// Bakes one policy file with --redact: all files by name, and what is printed.
std::map<std::string, std::string> baked(const std::string& toml) {
  const fixture::temporary_folder folder;
  folder.write("policies/gazetteer/iso-3166-2.tsv",
               "XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\nXX-C\tGamma\tregion\n");
  folder.write("policies/nl/xx.toml", toml);
  const std::string policies = (folder.path() / "policies").string();
  const auto said =
      run::ambitc("bake " + policies + " --redact --into " + (folder.path() / "tables").string());
  CHECK(said.status == 0);
  const auto chosen =
      run::ambitc("pieces " + policies + " --redact --into " + (folder.path() / "pieces").string());
  CHECK(chosen.status == 0);
  std::map<std::string, std::string> all{{"stderr", said.err + chosen.err},
                                         {"stdout", said.out + chosen.out}};
  for (const char* part : {"tables", "pieces"})
    for (const auto& file : std::filesystem::directory_iterator(folder.path() / part))
      all[file.path().filename().string()] = fixture::read(file.path());
  return all;
}

const std::string head =
    "[policy]\nid = \"nl-xx\"\njurisdiction = \"NL\"\ncountry = \"XX\"\ntitle = { en = \"P\", nl = "
    "\"P\" }\nhorizon = 2023-01-01\nbegins = 2020-01-01\n" +
    cite("first");
const std::string public_part =
    source("first", "published = 2020-01-01") +
    rule("open", "regions = [\"XX-A\"], closure = \"open\"", "in_force = 2020-01-01");

}  // namespace

TEST_CASE(
    "where a confidential record stands, how long it is and what is noted on it is not told") {
  const auto one = baked(
      head + public_part + source("s-1", "published = 2021-01-01\nconfidential = true") +
      rule("hidden", "regions = [\"XX-B\"], closure = \"open\"", "in_force = 2021-01-01", "s-1"));
  // Elsewhere in the file, with a group that only it uses, a figure's worth of lines, and notes.
  const auto other = baked(
      head + source("zzz", "published = 2019-12-31\nconfidential = true\nseen = [2022-12-31]") +
      "# A long\n# comment\n" + record("persons", "few", "definition", "first") +
      record("persons", "unused", "definition", "first") +
      rule("moved", "country = true", "persons = [\"few\"]\nin_force = 2022-02-02", "zzz",
           "excludes", "return") +
      public_part);
  for (const auto& file : one) {
    const std::string &name = file.first, &text = file.second;  // what CAPTURE takes with clang 14
    CAPTURE(name);
    REQUIRE(other.contains(name));
    CHECK(first_difference(text, other.at(name)) == "");
  }
  CHECK(one.size() == other.size());
  CHECK(one.at("stderr") == "");
}

TEST_CASE("of how much is withheld the number is told, and nothing else changes with it") {
  const std::string letter = source("s-1", "published = 2021-01-01\nconfidential = true");
  const auto hidden = [](const std::string& id) {
    return rule(id, "regions = [\"XX-B\"], closure = \"open\"", "in_force = 2021-01-01", "s-1");
  };
  const auto two = baked(head + public_part + letter + hidden("h-1") + hidden("h-2"));
  const auto three =
      baked(head + public_part + letter + hidden("h-1") + hidden("h-2") +
            rule("h-3", "country = true", "in_force = 2020-04-04", "s-1", "excludes", "return"));
  const auto digest = [](const std::string& table) {
    return table.substr(table.find("AMBIT_DIGEST \"") + 14, 64);
  };
  // Without what pins the table: the digest, and the edition that each header has.
  const auto uncounted = [&](const std::map<std::string, std::string>& files,
                             const std::string& text) {
    std::string all;
    std::istringstream in(std::regex_replace(
        text, std::regex("edition_[0-9a-f]{16}|" + digest(files.at("nl_xx.hpp"))), ""));
    for (std::string line; std::getline(in, line);)
      if (line.find("Withheld here") == std::string::npos &&
          line.find("AMBIT_EDITION_") == std::string::npos)
        all += line + "\n";
    return all;
  };
  CHECK(digest(two.at("nl_xx.hpp")) != digest(three.at("nl_xx.hpp")));
  CHECK(two.at("nl_xx.hpp")
            .find("Withheld here, as not public: 2 rules and 1 other record or "
                  "source.") != std::string::npos);
  for (const auto& file : two)
    if (const std::string& name = file.first; name != "pieces.hpp") {
      CAPTURE(name);
      CHECK(first_difference(uncounted(two, file.second), uncounted(three, three.at(name))) == "");
    }
}

TEST_CASE("nothing of a confidential source, nor of what only it uses, is in a redacted table") {
  const std::string bytes = published(whole());
  for (const char* word : {"secret", "Secret", "2021-06-0", "2021-08-0", "2021-07-0", "2022-03-03",
                           "2020-05-0", "2023-01-01", "nl/xx.toml:1", "most", "least"}) {
    CAPTURE(word);
    CHECK(bytes.find(word) == std::string::npos);
  }
  CHECK(bytes.find("of_women") != std::string::npos);
  CHECK(bytes.find("// Redacted: ") != std::string::npos);
}

TEST_CASE("pieces are not chosen from what is confidential") {
  const fixture::temporary_folder folder;
  folder.write("policies/gazetteer/iso-3166-2.tsv", "XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\n");
  folder.write("policies/nl/xx.toml",
               head + public_part + source("s-1", "published = 2021-01-01\nconfidential = true"));
  const auto said = run::ambitc("pieces " + (folder.path() / "policies").string() + " --into " +
                                folder.path().string());
  CHECK(said.status == 1);
  CHECK(said.err.find("'s-1' is confidential") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "pieces.hpp"));
}

// ---- What is withheld is undetermined

TEST_CASE("what a withheld rule may change is undetermined, with the public rule beside it") {
  // A confidential letter designates one region, and a public one excludes the country.
  const fixture::policies all =
      fixture::policy(secret_letter +
                      rule("secret-rule", "regions = [\"XX-A\"], closure = \"open\"",
                           "in_force = 2020-01-01", "secret-letter", "designates", "risk_group") +
                      rule("public", "country = true", "in_force = 2021-01-01", "second",
                           "excludes", "risk_group"));
  const redacted made(all.sources.front());
  for (const char* region : {"XX-A", "XX-B", "XX-C"})
    for (const char* day : {"1990-01-01", "2020-12-31", "2021-01-01"})
      for (std::size_t i = 0; i < ambit::measure_count; ++i) {
        const auto on = static_cast<measure>(i);
        const ambit::finding found =
            finding(made.image, *ambit::parse_region(region), *ambit::parse_date(day), on);
        CHECK(found.status == status::undetermined);
        CHECK(found.ground == ground::withheld);
        const bool spoken = on == measure::risk_group && day == std::string{"2021-01-01"};
        CHECK(found.rule == (spoken ? "public" : ""));
      }
  CHECK(finding(made.image, "XX-A"_region, "2021-01-02"_date).ground == ground::past_horizon);
  CHECK(finding(all.images.front(), "XX-B"_region, "2022-01-01"_date, measure::risk_group).status ==
        status::not_designated);
}

TEST_CASE("a policy may say on which measures confidential rules may speak: others are certain") {
  const std::string rules =
      secret_letter +
      rule("secret-rule", "regions = [\"XX-A\"], closure = \"open\"", "in_force = 2020-01-01",
           "secret-letter", "designates", "risk_group") +
      rule("public", "country = true", "in_force = 2020-01-01", "first", "excludes", "return");
  const std::string begins =
      "{ by = 2020-01-01 }\nmay_be_withheld = [\"risk_group\", \"existing_permits\"]";
  const fixture::policies all = fixture::policy(rules, begins);
  const redacted made(all.sources.front());
  const auto on = [&](measure asked) {
    return finding(made.image, "XX-A"_region, "2020-06-01"_date, asked);
  };
  CHECK(on(measure::risk_group).ground == ground::withheld);
  CHECK(on(measure::existing_permits).ground == ground::withheld);
  CHECK(on(measure::return_).status == status::not_designated);
  CHECK(on(measure::minor_reception).status == status::silent);
  const compare::result compared = compare::every_question(made.policy, made.image);
  CHECK(compared.difference == "");

  const auto answer =
      ambit::classify(ambitc::shown_image{&made.image}, "XX-A"_region, "2020-06-01"_date);
  std::string shown_text(ambit::explain(answer, ambit::language::en, {}), '\0');
  ambit::explain(answer, ambit::language::en, shown_text);
  CHECK(shown_text.find(
            "- risk group, everyone: undetermined; confidential sources, which this table "
            "does not show, may say otherwise.\n") != std::string::npos);
  CHECK(shown_text.find("- Everything else: the policy is silent;") != std::string::npos);
  const ambitc::shown_image shown{&made.image};
  CHECK(text(shown, made.image.remarks.back().text, ambit::language::en) ==
        "Withheld here, as not public: 1 rule and 1 other record or source. They may change every "
        "answer on: risk_group, existing_permits.");
}

TEST_CASE("a withheld rule may make a policy of an advice that is assumed, whatever its measure") {
  const fixture::policies all = fixture::policy(
      secret_letter + record("advice", "plan", "title", "first", "source = \"first\"") +
          rule("secret-rule", "country = true", "advice = \"plan\"", "secret-letter first",
               "designates", "risk_group") +
          rule("public", "country = true", "in_force = 2021-01-01\nadopts = \"plan\"", "second",
               "excludes", "return"),
      "2021-01-01\nmay_be_withheld = [\"risk_group\"]");
  const redacted made(all.sources.front());
  const auto on = [](const ambitc::image& image, std::uint32_t advices) {
    const ambitc::shown_image shown{&image};
    return ambit::classify(
               shown, "XX-A"_region, "2020-06-01"_date,
               {.assuming = ambit::assumption<ambitc::shown_image>::of(shown, advices).advices})
        .finding(measure::minor_reception);
  };
  CHECK(on(made.image, 0).status == status::no_policy);
  CHECK(on(made.image, 1).ground == ground::withheld);
  CHECK(on(made.image, 1).status == status::undetermined);
  CHECK(on(all.images.front(), 1).status == status::silent);
  CHECK(compare::every_question(made.policy, made.image).difference == "");
}

TEST_CASE("a withheld rule may bear on any claim, whatever the public rule beside it asks") {
  const fixture::policies all = fixture::policy(
      secret_letter +
      rule("secret-rule", "country = true", "in_force = 2020-01-01", "secret-letter") +
      rule("public", "country = true", "in_force = 2020-01-01\nresidence = [\"from_area\"]"));
  const redacted made(all.sources.front());
  const ambitc::shown_image shown{&made.image};
  const auto claim = ambit::try_establish(shown, {.origin = ambit::fact::no}).claim;
  const auto assessed =
      ambit::assess(ambit::classify(shown, "XX-A"_region, "2020-01-01"_date), claim);
  bool asks = false;
  for (const ambit::open_question& each : assessed.questions())
    asks = asks || (each.about == ambit::subject::unsettled && each.rule);
  CHECK(asks);
}

TEST_CASE(
    "without a withheld rule a redacted table is certain, but for days no public source has") {
  const fixture::policies all = fixture::policy(
      secret_letter +
      record("remark", "secret-remark", "text", "secret-letter", "kind = \"context\"") +
      rule("public", "country = true", "in_force = { after = 2021-06-07, by = 2022-01-01 }",
           "third") +
      rule("seen", "country = true", "in_force = 2020-01-01\nlast_seen = 2021-08-08", "first third",
           "excludes", "return"));
  const redacted made(all.sources.front());
  CHECK(finding(made.image, "XX-A"_region, "2021-06-01"_date).status == status::undetermined);
  CHECK(finding(made.image, "XX-A"_region, "2022-01-01"_date).status == status::designated);
  CHECK(finding(made.image, "XX-A"_region, "2021-06-01"_date, measure::risk_group).status ==
        status::silent);
  CHECK(finding(made.image, "XX-A"_region, "2021-06-01"_date, measure::return_).status ==
        status::undetermined);
  CHECK(finding(all.images.front(), "XX-A"_region, "2021-06-01"_date, measure::return_).status ==
        status::not_designated);
}

TEST_CASE("where a redacted table is certain, the whole one says the same") {
  const random_policy::workshop here;
  rc::Random random{random_policy::number_from("AMBIT_RANDOM_SEED", 10)};
  std::size_t policies = 0, certain = 0, withheld = 0;
  for (std::size_t tried = 0; policies < 60 && tried < 600; ++tried) {
    const random_policy::policy one = random_policy::make(random.split(), 2 + tried % 4);
    const auto accepted = here.accept(one);
    if (!accepted) continue;
    policy_source whole = accepted->sources.front();
    const std::size_t secret = 1 + tried % 2;
    if (whole.document.policy->begins->proof == secret) continue;
    whole.document.source.value[secret].value.confidential.value = true;
    std::erase_if(whole.document.policy.value.cite.value,
                  [secret](const auto& cite) { return cite->source->index == secret; });
    if (tried % 3 == 0) {  // all that a withheld rule can touch
      auto& declared = whole.document.policy.value.may_be_withheld;
      declared.given = true;
      const ambitc::confidentiality confidential(whole.document);
      for (const auto& rule : whole.document.rule)
        for (const auto& other : whole.document.rule)
          if (confidential.is_withheld(*rule) &&
              (&*rule == &*other || (rule->adopts.given && other->advice.given &&
                                     rule->adopts->index == other->advice->index))) {
            declared.value.emplace_back();
            declared.value.back().value = *other->measure;
          }
    }
    ++policies;
    const redacted made(whole);
    INFO(text_of(one));
    CAPTURE(secret);
    REQUIRE(compare::every_question(made.policy, made.image).difference == "");

    std::vector<std::uint32_t> sets;
    for (const ambit::advice_set_row& set : made.image.advice_sets) sets.push_back(set.advices);
    const ambitc::shown_image shown{&made.image};
    compare::for_every_question(whole, sets, [&](ambitc::asked question, std::uint32_t set) {
      question.assuming.clear();
      for (std::size_t i = 0; i < made.policy.document.advice.size(); ++i)
        for (std::size_t j = 0; j < whole.document.advice.size(); ++j)
          if ((set >> i & 1) != 0 && made.policy.document.advice.value[i]->id->text ==
                                         whole.document.advice.value[j]->id->text)
            question.assuming.insert(j);
      const ambitc::reply told = ambitc::ask(whole, question);
      for (const ambit::finding found :
           ambit::classify(
               shown, question.region, question.on,
               {.known = question.known,
               .assuming = ambit::assumption<ambitc::shown_image>::of(shown, set).advices,
               .assume_unchanged = question.assume_unchanged})
               .findings()) {
        if (found.status == status::undetermined) {
          withheld += found.ground == ground::withheld ? 1u : 0u;
          continue;
        }
        ++certain;
        const auto same = std::ranges::find_if(told.findings, [&](const ambitc::told& each) {
          return each.measure == found.measure &&
                 (each.persons ? each.persons->id->text : "") == found.persons &&
                 (each.place ? each.place->id->text : "") == found.place;
        });
        const bool says_so = same != told.findings.end() && same->status == found.status;
        if (says_so) continue;
        CAPTURE(compare::question_text(question.region, question.on, question.known, set,
                                       question.assume_unchanged));
        CAPTURE(ambit::name(found.measure));
        CAPTURE(std::string{found.rule});
        CAPTURE(std::string{ambit::name(found.status)});
        REQUIRE(same != told.findings.end());
        REQUIRE(ambit::name(same->status) == ambit::name(found.status));
      }
    });
  }
  CHECK(policies == 60);
  CHECK(certain > 1000);
  CHECK(withheld > 1000);
}

// ---- What who may see it must not publish

namespace {

/// Rules of which a confidential one ends a public one and excludes a region.
const std::string with_secret_end =
    head + public_part + source("s-1", "published = 2021-01-01\nconfidential = true") +
    rule("hidden", "country = true", "in_force = 2021-01-01\nsupersedes = [\"open\"]", "s-1",
         "excludes") +
    rule("plain", "country = true", "in_force = 2020-01-01", "first", "excludes", "return");

/// Runs ambitc on that policy.
run::output on_secret_end(const std::string& before, const std::string& after) {
  const fixture::temporary_folder folder;
  folder.write("policies/gazetteer/iso-3166-2.tsv", "XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\n");
  folder.write("policies/nl/xx.toml", with_secret_end);
  folder.write("older/gazetteer/iso-3166-2.tsv", "XX-A\tAlpha\tregion\nXX-B\tBeta\tregion\n");
  folder.write("older/nl/xx.toml", head + public_part);
  const std::string here = folder.path().string();
  return run::ambitc(before + (before == "diff" ? " " + here + "/older " : " ") + here +
                     "/policies " + after);
}

}  // namespace

TEST_CASE("ask marks findings and citations that rest on a confidential source, and no others") {
  const auto json = on_secret_end("ask", "nl-xx XX-A --on 2022-01-01 --json").out;
  const std::string violence =
      json.substr(json.find("\"indiscriminate_violence\""),
                  json.find("\"internal_protection\"") - json.find("\"indiscriminate_violence\""));
  CHECK(violence.find("\"rule\":\"hidden\"") != std::string::npos);
  CHECK(violence.find("{\"source\":\"s-1\",\"at\":\"1\",\"confidential\":true}") !=
        std::string::npos);
  CHECK(violence.find("\"conditions_complete\":true,\"confidential\":true}") != std::string::npos);
  const std::string others = json.substr(json.find("\"internal_protection\""));
  CHECK(others.find("\"judgments\":[],\"confidential\":true}") != std::string::npos);
  CHECK(others.find("\"confidential\"") == others.rfind("\"confidential\""));

  const auto lines = on_secret_end("ask", "nl-xx XX-A --on 2022-01-01").out;
  CHECK(lines.find("hidden (whole_country)  [s-1 (confidential): 1]  (confidential)\n") !=
        std::string::npos);
  CHECK(lines.find("plain (whole_country)  [first: 1]\n") != std::string::npos);
  CHECK(on_secret_end("ask", "nl-xx XX-A --on 2020-06-01").out.find("(confidential)") ==
        std::string::npos);
}

TEST_CASE("explain marks what is confidential, in both languages") {
  const auto en = on_secret_end("explain", "nl-xx XX-A --on 2022-01-01").out;
  CHECK(en.find("Rule hidden: hidden [confidential].") != std::string::npos);
  CHECK(en.find("Source: s-1 [confidential] (s-1, 2021-01-01), 1.") != std::string::npos);
  CHECK(en.find("Not to be published, as it rests on confidential sources: "
                "indiscriminate_violence.\n") != std::string::npos);
  const auto nl = on_secret_end("explain", "nl-xx XX-A --on 2022-01-01 --language nl").out;
  CHECK(nl.find("hidden [vertrouwelijk]") != std::string::npos);
  CHECK(nl.find("Niet openbaar, want het berust op vertrouwelijke bronnen: "
                "indiscriminate_violence.\n") != std::string::npos);
}

TEST_CASE("diff marks answers and records that are confidential") {
  const auto lines = on_secret_end("diff", "").out;
  CHECK(lines.find("designated (open) -> not_designated (hidden) (confidential)\n") !=
        std::string::npos);
  CHECK(lines.find("silent -> not_designated (plain)\n") != std::string::npos);
  CHECK(lines.find("  Confidential: [[rule]] hidden; [[source]] s-1\n") != std::string::npos);
  const auto json = on_secret_end("diff", "--json").out;
  CHECK(json.find("{\"status\":\"not_designated\",\"rule\":\"hidden\",\"confidential\":true}") !=
        std::string::npos);
  CHECK(json.find("\"confidential\":[\"[[rule]] hidden\",\"[[source]] s-1\"]") !=
        std::string::npos);
}
