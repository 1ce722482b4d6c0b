// SPDX-License-Identifier: BSL-1.0
#include "read.hpp"

#include "gazetteer.hpp"
#include "outline.hpp"
#include "schema.hpp"
#include "text.hpp"

namespace ambitc {

/// toml++ takes some malformed texts for impossible, and asserts that they are.
struct parser_gave_up {};

constexpr void parser_asserts(bool holds) {
  if (!holds) throw parser_gave_up{};
}

}  // namespace ambitc

// In every kind of build: without an assertion the parser would go on with what is impossible.
#undef NDEBUG
#define TOML_ASSERT(expr) ::ambitc::parser_asserts(static_cast<bool>(expr))
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

namespace ambitc {

std::optional<std::string> read_file(const std::filesystem::path& file, std::string& reason,
                                     std::uintmax_t most) {
  const auto fail = [&](std::string why) {
    reason = std::move(why);
    return std::nullopt;
  };
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return fail("there is no such file");
  if (std::filesystem::is_directory(status)) return fail("this is a folder; name a file");
  if (!std::filesystem::is_regular_file(status)) return fail("this is not a regular file");
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error) return fail(cat("its size cannot be read: ", error.message()));
  if (size > most)
    return fail(cat("this file has ", std::to_string(size), " bytes; at most ",
                    std::to_string(most), " are read: split it"));
  std::ifstream in(file, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!in || !in.read(bytes.data(), static_cast<std::streamsize>(size)))
    return fail("this file cannot be read");
  return bytes;
}

std::optional<std::string> read_text(const std::filesystem::path& file, std::string& reason,
                                     std::uintmax_t most) {
  std::optional<std::string> text = read_file(file, reason, most);
  if (text) text = plain_lines(*text);
  return text;
}

namespace {

/// Whether a list of these becomes consecutive rows of a table (ambit::rows).
template <class T>
constexpr bool is_row_list =
    is_reference<T> || std::is_same_v<T, citation_record> || std::is_same_v<T, ambit::region>;

bool is_identifier(std::string_view text) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto allowed = [&](char c) { return small(c) || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= 64 && small(text.front()) && text.back() != '-' &&
         text.find("--") == std::string_view::npos && std::ranges::all_of(text, allowed);
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

/// P, a number without leading zeros, and a unit: days, weeks, months or years.
bool is_duration(std::string_view text) {
  if (text.size() < 3 || text.size() > 6 || text.front() != 'P' || text[1] == '0') return false;
  const std::string_view number = text.substr(1, text.size() - 2);
  return std::ranges::all_of(number, ambit::detail::is_digit) &&
         std::string_view{"DWMY"}.find(text.back()) != std::string_view::npos;
}

bool is_language(std::string_view text) {
  return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The first day of a date of reduced precision: 2022, 2022-01 or 2022-01-31.
std::optional<ambit::date> start_of(std::string_view reduced) {
  constexpr std::string_view rest = "-01-01";
  if (reduced.size() != 4 && reduced.size() != 7 && reduced.size() != 10) return std::nullopt;
  return ambit::parse_date(cat(reduced, rest.substr(reduced.size() - 4)));
}

bool is_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<ambit::date> from = start_of(text.substr(0, slash));
  if (slash == std::string_view::npos) return from.has_value();
  const std::optional<ambit::date> to = start_of(text.substr(slash + 1));
  return from && to && *from <= *to;
}

class reader {
 public:
  reader(const std::string& shown, diagnostics& found) : shown_(shown), found_(found) {}

  place at(const toml::source_region& region) const {
    return {shown_, region.begin.line, region.begin.column};
  }

  template <record Record>
  void read_record(const toml::table& from, const std::string& what, const place& where,
                   Record& into) {
    std::vector<std::string> keys;
    for_each_member(into, [&](std::string_view key, auto&) { keys.emplace_back(key); });
    for (auto&& [key, node] : from)
      if (std::ranges::find(keys, key.str()) == keys.end())
        found_.error(at(key.source()),
                     cat("unknown key '", key.str(), "' in ", what,
                         "; it may have: ", join(keys, ", "), did_you_mean(key.str(), keys)),
                     "unknown-key");
    for_each_member(into, [&](std::string_view key, auto& member) {
      using member_type = std::remove_reference_t<decltype(member)>;
      member.at = where;
      if (const toml::node* node = from.get(key)) {
        member.given = true;
        member.at = at(node->source());
        const std::size_t errors_before = found_.errors();
        read_member(*node, std::string{key}, member);
        // A day that could not be read is as if it were not there: no check compares it.
        if constexpr (std::is_same_v<decltype(member.value), ambit::date>)
          member.given = found_.errors() == errors_before;
      } else if (is_required<member_type>) {
        found_.error(where, cat("the key '", key, "' is missing in ", what, "; write it"),
                     "missing-key");
      }
    });
  }

 private:
  template <class T>
  void read_member(const toml::node& node, const std::string& key, field<T>& into) {
    read_value(node, key, into.value);
  }

  template <class T, std::size_t Least>
  void read_member(const toml::node& node, const std::string& key, list<T, Least>& into) {
    const toml::array* array = node.as_array();
    if (!array)
      return expect(node, key, record<T> ? cat("[[", key, "]] tables") : "an array [ ... ]");
    if (array->size() < Least)
      found_.error(at(node.source()),
                   cat("'", key, "' needs at least ", std::to_string(Least), " entry"),
                   "empty-list");
    if (constexpr std::size_t most = 255; is_row_list<T> && array->size() > most)
      found_.error(at(node.source()),
                   cat("'", key, "' has ", std::to_string(array->size()),
                       " entries, and a list has at most ", std::to_string(most),
                       "; make several records of this one"),
                   "list-too-long");
    std::set<std::string> seen;
    for (const toml::node& entry : *array) {
      if (const toml::value<std::string>* text = entry.as_string();
          text && !seen.insert(text->get()).second)
        found_.error(at(entry.source()),
                     cat("'", text->get(), "' stands in '", key, "' twice; once is enough"),
                     "duplicate-entry");
      field<T>& added = into.value.emplace_back();
      added.given = true;
      added.at = at(entry.source());
      read_value(entry, key, added.value);
    }
  }

  void expect(const toml::node& node, const std::string& key, const std::string& what) {
    found_.error(at(node.source()), cat("'", key, "' must be ", what), "wrong-type");
  }

  void malformed(const toml::node& node, const std::string& key, const std::string& text,
                 const std::string& what) {
    found_.error(at(node.source()), cat("'", text, "' is no value for '", key, "'; write ", what),
                 "malformed-value");
  }

  /// The node's text; an error where it is no string, or holds what no reviewer can see.
  const std::string* text_of(const toml::node& node, const std::string& key) {
    const toml::value<std::string>* text = node.as_string();
    if (!text) {
      expect(node, key, "a text in double quotes");
      return nullptr;
    }
    if (const auto hidden = first_hidden_character(text->get())) {
      found_.error(at(node.source()), cat("'", key, "' holds ", hidden->name, "; remove it"),
                   "hidden-character");
      return nullptr;
    }
    return &text->get();
  }

  template <class Value, class Valid>
  void read_form(const toml::node& node, const std::string& key, Value& into, Valid valid,
                 const std::string& form) {
    const std::string* text = text_of(node, key);
    if (!text) return;
    if (!valid(*text)) return malformed(node, key, *text, form);
    into.text = *text;
  }

  static constexpr const char* identifier_form =
      "small letters, digits and single hyphens, beginning with a letter, as in bamako-2022";

  void read_value(const toml::node& node, const std::string& key, identifier& into) {
    read_form(node, key, into, is_identifier, identifier_form);
  }
  template <class Record>
  void read_value(const toml::node& node, const std::string& key, reference<Record>& into) {
    read_form(node, key, into, is_identifier, identifier_form);
  }
  void read_value(const toml::node& node, const std::string& key, digest_text& into) {
    read_form(node, key, into, is_sha256, "the 64 small hexadecimal digits that sha256sum prints");
  }
  void read_value(const toml::node& node, const std::string& key, language_code& into) {
    read_form(node, key, into, is_language, "two small letters, as in nl");
  }
  void read_value(const toml::node& node, const std::string& key, country_code& into) {
    read_form(node, key, into, is_country, "two capitals, as in ML");
  }
  void read_value(const toml::node& node, const std::string& key, period_text& into) {
    read_form(node, key, into, is_period,
              "a year, month or day, or two with a slash, earlier first, as in 2022-01/2022-08");
  }
  void read_value(const toml::node& node, const std::string& key, duration_text& into) {
    read_form(node, key, into, is_duration, "a span of time as ISO 8601, as in P6M");
  }
  void read_value(const toml::node& node, const std::string& key, verbatim& into) {
    read_form(
        node, key, into, [](const std::string& text) { return !folded(text).empty(); },
        "a text that is not empty");
  }

  void read_value(const toml::node& node, const std::string& key, prose& into) {
    const std::string* text = text_of(node, key);
    if (!text) return;
    if (const auto ending = first_unbakeable(*text)) {
      found_.error(at(node.source()),
                   cat("'", key, "' holds ", *ending,
                       ", which could end a C++ literal or comment; write it on one line, with ",
                       "typographic quotes and without backslashes"),
                   "unbakeable-text");
      return;
    }
    if (folded(*text) != *text || text->empty())
      return malformed(node, key, *text, "a text with single blanks, and none at its ends");
    into.text = *text;
  }

  template <ambit::closed_vocabulary Enum>
  void read_value(const toml::node& node, const std::string& key, Enum& into) {
    const std::string* text = text_of(node, key);
    if (!text) return;
    if (const std::optional<Enum> value = ambit::parse<Enum>(*text)) {
      into = *value;
      return;
    }
    std::vector<std::string> names;
    for (std::size_t value = 0; value < ambit::count<Enum>(); ++value)
      names.emplace_back(ambit::name(static_cast<Enum>(value)));
    malformed(node, key, *text, cat("one of: ", join(names, ", "), did_you_mean(*text, names)));
  }

  void read_value(const toml::node& node, const std::string& key, ambit::date& into) {
    const toml::value<toml::date>* day = node.as_date();
    if (!day) return expect(node, key, "a day without quotes, as in 2022-11-23");
    // What a table can hold, and a day on either side of it (see ambit::packed_day).
    if (day->get().year < 1951 || day->get().year > 2128)
      return expect(node, key, "a day of the years 1951 to 2128");
    into = *ambit::make_date(day->get().year, day->get().month, day->get().day);
  }

  void read_value(const toml::node& node, const std::string& key, ambit::region& into) {
    const std::string* text = text_of(node, key);
    if (!text) return;
    if (const std::optional<ambit::region> code = ambit::parse_region(*text))
      into = *code;
    else
      malformed(node, key, *text, "an ISO 3166-2 code, as in ML-7");
  }

  void read_value(const toml::node& node, const std::string& key, bool& into) {
    const toml::value<bool>* value = node.as_boolean();
    if (!value) return expect(node, key, "true or false");
    into = value->get();
  }

  void read_value(const toml::node& node, const std::string& key, std::uint32_t& into) {
    const toml::value<std::int64_t>* value = node.as_integer();
    if (!value || value->get() < 0 || value->get() > UINT32_MAX)
      return expect(node, key, "a whole number from 0 to 4294967295, without a dot or quotes");
    into = static_cast<std::uint32_t>(value->get());
  }

  void read_value(const toml::node& node, const std::string& key, change_value& into) {
    if (node.is_date()) {
      into.on.given = true;
      into.on.at = at(node.source());
      return read_value(node, key, into.on.value);
    }
    const toml::table* table = node.as_table();
    if (!table)
      return expect(node, key, "a day, { on = ..., source = ... } or { after = ..., by = ... }");
    const std::size_t errors_before = found_.errors();
    read_record(*table, cat("'", key, "'"), at(node.source()), into);
    if (found_.errors() > errors_before) return;
    if (into.on.given == into.by.given || (into.on.given && into.after.given))
      found_.error(
          at(node.source()),
          cat("'", key, "' has either 'on', or 'by' (with 'after' where a source shows that ",
              "it had not happened); write one of them"),
          "undated-change");
    else if (into.after.given && *into.after >= *into.by)
      found_.error(
          at(node.source()),
          cat("the bounds of '", key, "' are out of order; 'after' (not yet happened) must ",
              "lie before 'by' (happened)"),
          "bounds-out-of-order");
  }

  template <record Record>
  void read_value(const toml::node& node, const std::string& key, Record& into) {
    const toml::table* table = node.as_table();
    if (!table) return expect(node, key, cat("a table, [", key, "] or { ... }"));
    std::string what = cat("[", key, "]");
    if (const toml::node* id = table->get("id"); id && id->is_string())
      what = cat("[[", key, "]] '", id->as_string()->get(), "'");
    read_record(*table, what, at(node.source()), into);
  }

  const std::string& shown_;
  diagnostics& found_;
};

}  // namespace

bool check_characters(std::string_view text, const std::string& shown, diagnostics& found) {
  if (const auto offset = first_invalid_utf8(text)) {
    found.error(place_of(text, *offset, shown), "this is not UTF-8; save the file as UTF-8",
                "not-utf-8");
    return false;
  }
  if (const auto hidden = first_hidden_character(text)) {
    found.error(place_of(text, hidden->offset, shown), cat(hidden->name, " stands here; remove it"),
                "hidden-character");
    return false;
  }
  return true;
}

namespace {

/// The line on which the parser gives up: the last of the shortest beginning on which it does.
std::uint32_t line_of_giving_up(std::string_view toml) {
  const auto gives_up = [](std::string_view text) {
    try {
      (void)toml::parse(text);
    } catch (const toml::parse_error&) {
    } catch (const parser_gave_up&) {
      return true;
    }
    return false;
  };
  std::vector<std::size_t> ends;  // of the lines
  for (std::size_t at = 0; at < toml.size(); ++at)
    if (toml[at] == '\n' || at + 1 == toml.size()) ends.push_back(at + 1);
  const auto first = std::ranges::partition_point(
      ends, [&](std::size_t end) { return !gives_up(toml.substr(0, end)); });
  return static_cast<std::uint32_t>(std::min(first, std::prev(ends.end())) - ends.begin() + 1);
}

/// The parsed text; an error if it is no TOML.
std::optional<toml::table> parse(std::string_view toml, const std::string& shown,
                                 diagnostics& found) {
  try {
    return toml::parse(toml, shown);
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    found.error({shown, at.line, at.column}, cat(error.description()), "toml-syntax");
  } catch (const parser_gave_up&) {
    found.error({shown, line_of_giving_up(toml), 1},
                "this line is no TOML; write KEY = VALUE, and as value a text in quotes, a number, "
                "a day, true, false, [ ... ] or { ... }",
                "toml-syntax");
  }
  return std::nullopt;
}

template <record File>
File read_file_of(std::string_view toml, const std::string& shown, diagnostics& found) {
  File read;
  if (!check_characters(toml, shown, found) || !check_outline(toml, shown, found)) return read;
  const std::optional<toml::table> parsed = parse(toml, shown, found);
  if (parsed) reader(shown, found).read_record(*parsed, "the file", {shown, 1, 1}, read);
  return read;
}

}  // namespace

document read_document(std::string_view toml, const std::string& shown, diagnostics& found) {
  return read_file_of<document>(toml, shown, found);
}

scenarios read_scenarios(std::string_view toml, const std::string& shown, diagnostics& found) {
  return read_file_of<scenarios>(toml, shown, found);
}

}  // namespace ambitc
