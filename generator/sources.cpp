// SPDX-License-Identifier: BSL-1.0
#include "sources.hpp"

#include "read.hpp"
#include "schema.hpp"
#include "sha256.hpp"
#include "text.hpp"

#include <algorithm>
#include <map>
#include <set>

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

/// A text with the other line ends: a digest pins the text of a document, and a checkout may have
/// given it these.
std::string with_crlf(std::string_view text) {
  std::string all;
  for (const char c : text) all += c == '\n' ? std::string{"\r\n"} : std::string(1, c);
  return all;
}

/// The sections of a document in their order, each with its text, white space folded.
using sections = std::vector<std::pair<std::string, std::string>>;

std::string* find(sections& in, std::string_view at) {
  const auto found = std::ranges::find(in, at, &sections::value_type::first);
  return found == in.end() ? nullptr : &found->second;
}

/// From the line of each start to that of the next; stretches of one name are put together.
sections sections_between(const std::map<std::size_t, std::string>& starts,
                          const std::vector<std::string>& lines) {
  sections all;
  for (auto start = starts.begin(); start != starts.end(); ++start) {
    const auto next = std::next(start);
    const std::size_t end = next == starts.end() ? lines.size() : next->first;
    if (!find(all, start->second)) all.emplace_back(start->second, "");
    std::string& text = *find(all, start->second);
    for (std::size_t line = start->first; line < end; ++line)
      if (!lines[line].empty()) text += cat(lines[line], " ");
  }
  return all;
}

/// The sections that a source lists by the line with which each begins.
sections listed_sections(const source_record& source, const std::vector<std::string>& lines,
                         diagnostics& found) {
  std::map<std::size_t, std::string> starts;
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
    else if (!starts.emplace(at.front(), section->at->text).second)
      found.error(section->starts.at, "another section begins with the same line",
                  "ambiguous-section");
  }
  return sections_between(starts, lines);
}

bool is_number(std::string_view word) {
  return !word.empty() && ambit::detail::is_digit(word.front()) &&
         ambit::detail::is_digit(word.back()) &&
         std::ranges::all_of(word, [](char c) { return ambit::detail::is_digit(c) || c == '.'; });
}

/// The words of a heading, without what ends a clause.
std::vector<std::string> words_of(std::string_view heading) {
  std::vector<std::string> words(1);
  for (const char c : heading.substr(heading.find_first_not_of('#')))
    if (c != ' ')
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  if (words.size() > 1 && words.front().empty()) words.erase(words.begin());
  for (std::string& word : words)
    while (word.ends_with(',') || word.ends_with('.')) word.pop_back();
  return words;
}

/// The sections of a Markdown document. Its title has the chapter: "# C7/10 Title" begins the
/// section C7/10. A heading below it with a number begins one of that: "### 10.4.1" the section
/// C7/10.4.1. Other headings belong to the section in which they stand.
sections markdown_sections(const std::vector<std::string>& lines) {
  std::map<std::size_t, std::string> starts;
  std::string chapter;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    if (lines[line].find_first_not_of('#') == std::string::npos || lines[line].front() != '#')
      continue;
    const std::vector<std::string> words = words_of(lines[line]);
    if (lines[line][1] == '#') {
      if (is_number(words.front())) starts.emplace(line, cat(chapter, words.front()));
      continue;
    }
    const auto title = std::ranges::find_if(words, [](const std::string& word) {
      const std::size_t slash = word.find('/');
      return slash != std::string::npos && is_number(std::string_view{word}.substr(slash + 1));
    });
    if (title == words.end()) continue;
    chapter = title->substr(0, title->find('/') + 1);
    starts.emplace(line, *title);
  }
  return sections_between(starts, lines);
}

class document_check {
  /// What was opened of a source; without sections where it could not be.
  struct document {
    ambitc::sections sections;
    bool is_readable = false;
    bool is_markdown = false;
  };

 public:
  document_check(const std::filesystem::path& folder, diagnostics& found)
      : folder_(folder), found_(found) {}

  void open(const source_record& source) {
    document& made = documents_.emplace_back();
    made.is_markdown = source.is_markdown();
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
    const std::string text = plain_lines(*bytes);
    const std::string digest = sha256(*bytes);
    if (digest != source.sha256->text && sha256(text) != source.sha256->text &&
        sha256(with_crlf(text)) != source.sha256->text)
      return found_.error(source.sha256.at,
                          cat("the document '", path.generic_string(), "' has the SHA-256 ", digest,
                              "; read what changed in it before writing that here"),
                          "wrong-digest");
    ++report_.documents;
    made.is_readable = true;
    const std::vector<std::string> lines = folded_lines(text);
    made.sections =
        made.is_markdown ? markdown_sections(lines) : listed_sections(source, lines, found_);
  }

  void check(const citation_record& cite) {
    // A source that does not exist or cannot be opened was reported already.
    if (cite.source->index >= documents_.size() || !documents_[cite.source->index].is_readable)
      return;
    const std::string* section = find_section(*cite.source, cite.at);
    if (!section) return;
    ++report_.citations;
    for (const auto& term : cite.terms) {
      if (section->find(folded(term->text)) != std::string::npos)
        ++report_.terms;
      else
        found_.error(term.at,
                     cat("'", term->text, "' does not stand in '", cite.at->text, "' of '",
                         cite.source->text, "'; cite the place where it does"),
                     "term-not-found");
    }
  }

  /// What rests on each section of the documents. `policy`: its sources are those that were opened.
  void report_sections(const ambitc::document& policy) {
    std::map<std::pair<std::size_t, std::string>, std::vector<std::string>> uses;
    for_each_member(policy, [&](std::string_view key, const auto& member) {
      using member_type = std::remove_cvref_t<decltype(member)>;
      const auto use = [&](const auto& record, const std::string& name) {
        for_each_citation(record, [&](const citation_record& cite) {
          std::vector<std::string>& all = uses[{cite.source->index, cite.at->text}];
          if (std::ranges::find(all, name) == all.end()) all.push_back(name);
        });
      };
      if constexpr (is_list<member_type>)
        for (const auto& each : member) use(*each, cat("[[", key, "]] ", each->id->text));
      else
        use(*member, cat("[", key, "]"));
    });
    for (std::size_t i = 0; i < policy.source.size(); ++i) {
      const source_record& source = *policy.source.value[i];
      for (const auto& at : source.says_nothing) find_section({source.id->text, i}, at);
      for (const auto& [at, text] : documents_[i].sections) {
        section_use made{source.id->text, at, uses[{i, at}], false};
        for (const auto& nothing : source.says_nothing)
          made.says_nothing = made.says_nothing || nothing->text == at;
        if (source.is_markdown() && made.cited_by.empty() && !made.says_nothing)
          found_.note(source.id.at,
                      cat("nothing cites '", at, "' of '", source.id->text,
                          "'; cite it, or list it in 'says_nothing'"),
                      "uncited-section");
        if (source.is_markdown()) note_dangling(source, at, text, documents_[i].sections);
        report_.sections.push_back(std::move(made));
      }
    }
  }

  const source_report& report() const { return report_; }

 private:
  /// References to paragraphs of the same work that the document does not have: "C7/25.4.1".
  void note_dangling(const source_record& source, const std::string& at, const std::string& text,
                     sections& in) {
    const std::string chapter = at.substr(0, at.find('/') + 1);
    if (chapter.empty()) return;
    std::set<std::string> named;
    for (std::size_t next = text.find(chapter); next != std::string::npos;
         next = text.find(chapter, next + 1)) {
      std::size_t end = next + chapter.size();
      while (end < text.size() && (ambit::detail::is_digit(text[end]) || text[end] == '.')) ++end;
      std::string reference = text.substr(next, end - next);
      while (reference.ends_with('.')) reference.pop_back();
      if (reference != at && reference.size() > chapter.size() && !find(in, reference))
        named.insert(reference);
    }
    for (const std::string& reference : named)
      found_.note(source.id.at,
                  cat("'", at, "' of '", source.id->text, "' refers to '", reference,
                      "', which is no place in this document; record it as it stands"),
                  "dangling-in-text");
  }

  /// The text of a section; null, and an error where the document's headings are its sections, if
  /// it has none of that name. (Of other documents that was said already.)
  const std::string* find_section(const reference<source_record>& source, const field<prose>& at) {
    document& in = documents_[source.index];
    const std::string* text = find(in.sections, at->text);
    if (text || !in.is_readable || !in.is_markdown) return text;
    std::vector<std::string> names;
    for (const auto& [name, content] : in.sections) names.push_back(name);
    found_.error(at.at,
                 cat("'", source.text, "' has no section '", at->text,
                     "'; it has: ", some_of(names), did_you_mean(at->text, names)),
                 "unknown-section");
    return nullptr;
  }

  const std::filesystem::path& folder_;
  diagnostics& found_;
  source_report report_;
  std::vector<document> documents_;  // of the sources, in their order
};

}  // namespace

source_report check_sources(const policy_source& policy, const std::filesystem::path& folder,
                            diagnostics& found) {
  document_check documents(folder, found);
  for (const auto& source : policy.document.source) documents.open(*source);
  for_each_citation(policy.document, [&](const citation_record& cite) { documents.check(cite); });
  documents.report_sections(policy.document);
  return documents.report();
}

}  // namespace ambitc
