// SPDX-License-Identifier: BSL-1.0
#include "pieces.hpp"

#include "sha256.hpp"
#include "text.hpp"

#include <ambit/tables/pieces.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ambitc {

namespace {

using byte = std::uint8_t;
using ambit::detail::literal_follows;
using ambit::detail::pieces_table;
using ambit::tables::pieces;

/// What one byte stands for.
std::string expanded(byte code) {
  if (!pieces.has(code)) return std::string(1, static_cast<char>(code));
  return expanded(pieces[code].first) + expanded(pieces[code].second);
}

struct piece {
  byte code;
  std::string text;
};

/// The pieces that begin with each byte.
std::array<std::vector<piece>, 256> pieces_by_first() {
  std::array<std::vector<piece>, 256> all;
  for (unsigned code = 1; code < 256; ++code)
    if (pieces.has(static_cast<byte>(code))) {
      piece each{static_cast<byte>(code), expanded(static_cast<byte>(code))};
      all[static_cast<byte>(each.text[0])].push_back(std::move(each));
    }
  return all;
}

/// Whether a packed text must say that this byte stands for itself.
bool needs_mark(byte each) {
  return each == literal_follows || pieces.has(each);
}

/// Chooses pieces by byte pair encoding (Gage, "A New Algorithm for Data Compression", 1994): again
/// and again the pair that is most frequent becomes a piece.
class piece_maker {
 public:
  explicit piece_maker(std::span<const std::string> texts) {
    std::array<std::size_t, 256> uses{};
    for (const std::string& text : texts)
      for (const char c : text) ++uses[static_cast<byte>(c)];
    for (unsigned code = literal_follows + 1; code < 256; ++code) {
      usable_[code] = uses[code] >= least_uses;
      if (!usable_[code]) free_.push_back(static_cast<byte>(code));
    }
    for (const std::string& text : texts) {
      texts_.emplace_back();
      for (const char c : text)
        texts_.back().push_back(usable_[static_cast<byte>(c)] ? static_cast<byte>(c) : byte{0});
    }
  }

  pieces_table make() {
    for (const byte code : free_) {
      const std::optional<pair> best = most_frequent();
      if (!best) break;
      made_.rows[code] = {best->first, best->second};
      waiting_[code] = waiting_of(*best);
      usable_[code] = true;
      replace(*best, code);
    }
    return made_;
  }

 private:
  using pair = std::pair<byte, byte>;

  static constexpr std::size_t least_uses = 4;
  static constexpr unsigned most_waiting = 8;  // bytes of ambit::packed_text's word

  /// How many bytes wait at most while a piece of these halves is read.
  unsigned waiting_of(const pair& of) const {
    return std::max(waiting_[of.first] + 1, waiting_[of.second]);
  }

  std::optional<pair> most_frequent() const {
    std::map<pair, std::size_t> uses;
    for (const std::vector<byte>& text : texts_)
      for (std::size_t i = 1; i < text.size(); ++i)
        if (usable_[text[i - 1]] && usable_[text[i]]) ++uses[{text[i - 1], text[i]}];
    std::optional<pair> best;
    std::size_t most = least_uses - 1;
    for (const auto& [each, count] : uses)  // the first of equals: the same pieces on every machine
      if (count > most && waiting_of(each) <= most_waiting) {
        best = each;
        most = count;
      }
    return best;
  }

  void replace(const pair& old, byte code) {
    for (std::vector<byte>& text : texts_) {
      std::size_t end = 0;
      for (std::size_t i = 0; i < text.size(); ++i) {
        const bool here = i + 1 < text.size() && text[i] == old.first && text[i + 1] == old.second;
        text[end++] = here ? code : text[i];
        i += here ? 1u : 0u;
      }
      text.resize(end);
    }
  }

  std::vector<std::vector<byte>> texts_;  // 0: a byte that is too rare for a place of its own
  std::vector<byte> free_;
  std::array<bool, 256> usable_{};
  std::array<unsigned, 256> waiting_{};
  pieces_table made_{};
};

baked_file file_of(const pieces_table& of) {
  std::string rows;
  for (std::size_t i = 0; i < std::size(of.rows); ++i)
    rows += cat(i % 8 == 0 ? "  {" : " {", std::to_string(of.rows[i].first), ", ",
                std::to_string(of.rows[i].second), "},", i % 8 == 7 ? "\n" : "");
  return framed(
      {"pieces",
       "Chosen by ambitc " AMBIT_VERSION " from the texts of policies. Do not edit: choose anew.",
       cat("#include <ambit/detail/pieces.hpp>\n\n", "// Names what reads texts by these pieces.\n",
           "#define AMBIT_PIECES pieces_", sha256(rows).substr(0, 16), "\n\n"),
       cat("/// What the bytes of packed texts stand for.\n",
           "inline constexpr ::ambit::detail::pieces_table pieces{{\n", rows, "}};\n")},
      "ambit::tables");
}

}  // namespace

std::string packed(std::string_view text) {
  static const std::array<std::vector<piece>, 256> by_first = pieces_by_first();
  // From the end: the fewest bytes for what begins at each place, and the piece to begin with.
  std::vector<std::size_t> bytes(text.size() + 1);
  std::vector<const piece*> begin(text.size());
  for (std::size_t at = text.size(); at-- > 0;) {
    const auto first = static_cast<byte>(text[at]);
    bytes[at] = bytes[at + 1] + (needs_mark(first) ? 2 : 1);
    for (const piece& each : by_first[first])
      if (text.substr(at).starts_with(each.text) && 1 + bytes[at + each.text.size()] < bytes[at]) {
        bytes[at] = 1 + bytes[at + each.text.size()];
        begin[at] = &each;
      }
  }
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    if (begin[at]) {
      all += static_cast<char>(begin[at]->code);
      at += begin[at]->text.size();
      continue;
    }
    if (needs_mark(static_cast<byte>(text[at]))) all += static_cast<char>(literal_follows);
    all += text[at++];
  }
  return all;
}

baked_file bake_pieces(std::span<const std::string> texts) {
  return file_of(piece_maker{texts}.make());
}

baked_file pieces_in_use() {
  return file_of(pieces);
}

}  // namespace ambitc
