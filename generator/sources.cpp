// SPDX-License-Identifier: BSL-1.0
#include "sources.hpp"

#include "read.hpp"
#include "schema.hpp"
#include "sha256.hpp"
#include "text.hpp"

#include <algorithm>
#include <map>

namespace ambitc {

namespace {

/// The largest document that is opened, in bytes.
constexpr std::uintmax_t largest_document = std::uintmax_t{64} << 20;

std::vector<std::string> folded_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    lines.push_back(folded(line));
  }
  return lines;
}

/// The text of each section, all its stretches in a row, with its white space folded.
std::map<std::string, std::string> sections_of(const source_record& source, std::string_view text,
                                               diagnostics& found) {
  const std::vector<std::string> lines = folded_lines(text);
  std::map<std::size_t, const section_record*> starts;
  for (const auto& section : source.section) {
    const std::string wanted = folded(section->starts->text);
    std::vector<std::size_t> at;
    for (std::size_t line = 0; line < lines.size(); ++line)
      if (lines[line].starts_with(wanted)) at.push_back(line);
    if (at.empty())
      found.error(section->starts.at,
                  cat("no line of '", source.file->text, "' begins with '", wanted, "'"),
                  "section-not-found");
    else if (at.size() > 1)
      found.error(section->starts.at,
                  cat(std::to_string(at.size()), " lines of '", source.file->text, "' begin with '",
                      wanted, "'; write more of the one that is meant"),
                  "ambiguous-section");
    else if (!starts.emplace(at.front(), &*section).second)
      found.error(section->starts.at, "another section begins with the same line",
                  "ambiguous-section");
  }
  std::map<std::string, std::string> sections;
  for (auto start = starts.begin(); start != starts.end(); ++start) {
    const auto next = std::next(start);
    const std::size_t end = next == starts.end() ? lines.size() : next->first;
    std::string& all = sections[start->second->at->text];
    for (std::size_t line = start->first; line < end; ++line)
      if (!lines[line].empty()) all += cat(lines[line], " ");
  }
  return sections;
}

class document_check {
 public:
  document_check(const std::filesystem::path& folder, diagnostics& found)
      : folder_(folder), found_(found) {}

  void open(const source_record& source) {
    sections_.emplace_back();
    readable_.push_back(false);
    if (!source.file.given) {
      ++report_.unpinned;
      return;
    }
    const std::filesystem::path relative{source.file->text};
    if (relative.is_absolute() || std::ranges::find(relative, "..") != relative.end())
      return found_.error(source.file.at,
                          "name the document below the folder of sources, without '..'",
                          "document-outside");
    const std::filesystem::path path = folder_ / relative;
    std::string reason;
    const std::optional<std::string> bytes = read_file(path, reason, largest_document);
    if (!bytes)
      return found_.error(source.file.at,
                          cat("the document '", path.generic_string(),
                              "' cannot be opened: ", reason, "; nothing cited of it is checked"),
                          "document-not-found");
    const std::string digest = sha256(*bytes);
    if (digest != source.sha256->text)
      return found_.error(source.sha256.at,
                          cat("the document '", path.generic_string(), "' has the SHA-256 ", digest,
                              "; read what changed in it before writing that here"),
                          "wrong-digest");
    ++report_.documents;
    readable_.back() = true;
    sections_.back() = sections_of(source, *bytes, found_);
  }

  void check(const citation_record& cite) {
    // A source that does not exist or cannot be opened was reported already.
    if (cite.source->index >= readable_.size() || !readable_[cite.source->index]) return;
    const auto& sections = sections_[cite.source->index];
    const auto section = sections.find(cite.at->text);
    if (section == sections.end()) return;  // not found in the document, which was said already
    ++report_.citations;
    for (const auto& term : cite.terms) {
      if (section->second.find(folded(term->text)) != std::string::npos)
        ++report_.terms;
      else
        found_.error(term.at,
                     cat("'", term->text, "' does not stand in '", cite.at->text, "' of '",
                         cite.source->text, "'; cite the place where it does"),
                     "term-not-found");
    }
  }

  const source_report& report() const { return report_; }

 private:
  const std::filesystem::path& folder_;
  diagnostics& found_;
  source_report report_;
  std::vector<std::map<std::string, std::string>> sections_;
  std::vector<bool> readable_;
};

}  // namespace

source_report check_sources(const policy_source& policy, const std::filesystem::path& folder,
                            diagnostics& found) {
  document_check documents(folder, found);
  for (const auto& source : policy.document.source) documents.open(*source);
  for_each_citation(policy.document, [&](const citation_record& cite) { documents.check(cite); });
  return documents.report();
}

}  // namespace ambitc
