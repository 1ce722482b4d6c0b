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

TEST_CASE("a document with other line ends is the same document, and a changed one is not") {
  const fixture::fs::path good = fixture::root / "tests/generator/catalogue/good";
  const fixture::policies all = fixture::load(good / "policies");
  const std::string memo = fixture::read(good / "documents/memo.txt");
  const auto errors_with = [&](const std::string& text) {
    fixture::temporary_folder folder;
    folder.write("memo.txt", text);
    ambitc::diagnostics found;
    (void)ambitc::check_sources(all.sources.front(), folder.path(), found);
    return found.errors();
  };
  std::string crlf;
  for (const char c : memo) crlf += c == '\n' ? std::string{"\r\n"} : std::string(1, c);
  CHECK(errors_with(memo) == 0);
  CHECK(errors_with(crlf) == 0);
  CHECK(errors_with("\xEF\xBB\xBF" + crlf) == 0);
  CHECK(errors_with(memo + "And more.\n") == 1);
}
