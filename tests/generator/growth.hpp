// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "load.hpp"

#include <ambit/date.hpp>

#include <map>
#include <string>

// A policy that grows: for the tests of its limits, and the benchmark of its time.

namespace growth {

inline std::string day(std::size_t number) {
  return std::string{ambit::to_text(ambit::date{static_cast<std::int32_t>(number)})};
}

/// A policy of so many sources, a day apart, and rules, each superseding the one before it. Rules
/// are spread over the sources.
inline ambitc::policy_source policy(std::size_t sources, std::size_t rules,
                                    ambitc::diagnostics& found) {
  const auto number = [](std::size_t of) { return std::to_string(of); };
  std::string text =
      "[policy]\nid = \"xn-xm\"\njurisdiction = \"XN\"\ncountry = \"XM\"\n"
      "title = { en = \"A policy\", nl = \"Een beleid\" }\nhorizon = " +
      day(sources + rules) + "\nbegins = " + day(0) +
      "\ncite = [{ source = \"s0\", at = \"1\", terms = [\"policy\"] }]\n";
  for (std::size_t i = 0; i < sources; ++i)
    text += "[[source]]\nid = \"s" + number(i) + "\"\nkind = \"letter\"\npublished = " + day(i) +
            "\nlanguage = \"en\"\nreference = \"L\"\n"
            "title = { en = \"A letter\", nl = \"Een brief\" }\n";
  for (std::size_t i = 0; i < rules; ++i) {
    text += "[[rule]]\nid = \"r" + number(i) +
            "\"\ntitle = { en = \"A rule\", nl = \"Een regel\" }\nmeasure = \"risk_group\"\n"
            "effect = \"" +
            (i % 2 == 0 ? "excludes" : "designates") +
            "\"\narea = { regions = [\"XM-A\"], closure = \"open\" }\nin_force = " + day(i) +
            "\ncite = [{ source = \"s" + number(i * sources / rules) +
            "\", at = \"1\", terms = [\"policy\"] }]\n";
    if (i > 0) text += "supersedes = [\"r" + number(i - 1) + "\"]\n";
  }
  const std::map<std::string, std::string> files{{"iso-3166-2.tsv", "XM-A\tAlder\tregion\n"}};
  const ambitc::gazetteer regions = ambitc::gazetteer::read(files, "gazetteer", found);
  return ambitc::read_policy("xn/xm.toml", text, regions, "xn/xm.toml", found);
}

}  // namespace growth
