// SPDX-License-Identifier: BSL-1.0
#include "sources.hpp"

#include "fixture.hpp"

#include <doctest/doctest.h>

#include <sstream>

TEST_CASE("every citation of the shipped policies stands in its pinned document") {
  const fixture::fs::path corpus = fixture::root.parent_path() / "shared/corpus";
  if (!fixture::fs::exists(corpus)) {
    MESSAGE("skipped: the documents are not here (../shared/corpus)");
    return;
  }
  const fixture::policies all = fixture::load(fixture::root / "policy-src");
  for (const ambitc::policy_source& policy : all.sources) {
    ambitc::diagnostics found;
    const ambitc::source_report report = ambitc::check_sources(policy, corpus, found);
    std::ostringstream printed;
    if (found.failed()) found.print(printed);
    CHECK(printed.str() == "");
    CHECK(report.documents + report.unpinned == policy.document.source.size());
    CHECK(report.terms >= report.citations);
    CHECK((report.citations > 0) == (report.documents > 0));
    // Every section of a Markdown document is cited, or listed as saying nothing.
    for (const ambitc::section_use& each : report.sections) {
      const bool is_memo = each.source.starts_with("nota-");
      CHECK_MESSAGE((is_memo || !each.cited_by.empty() || each.says_nothing), each.source, " ",
                    each.at);
    }
  }
}
