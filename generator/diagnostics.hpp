// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace ambitc {

/// A place in a file: lines and columns count from 1; 0 means the file as a whole.
struct place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend auto operator<=>(const place&, const place&) = default;
};

/// "file:line:column", or just the file where the whole of it is meant.
std::string to_text(const place& at);

/// Something that is wrong with the input, or that its reviewer should know.
struct finding_of_input {
  place at;
  bool is_error;
  std::string sentence;  ///< what is wrong, and what to write instead
  std::string rule;      ///< the stable name of the error
};

/// All that is wrong with one run's input: collected, then printed in the order of the files.
class diagnostics {
 public:
  /// `sentence` says what is wrong and what to write instead; `rule` is the stable name of the
  /// error.
  void error(const place& at, std::string sentence, std::string rule);
  /// Something that the reviewer should know and that fails nothing.
  void note(const place& at, std::string sentence, std::string rule);

  /// Forgets the notes on a file, which may tell what is confidential. Errors stay.
  void forget_notes(const std::string& file);

  bool failed() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }

  /// All of them, in the order of the files.
  std::vector<finding_of_input> in_order() const;

  /// Prints `file:line:column: error: sentence [rule]`, a line each, in order.
  void print(std::ostream& out) const;

 private:
  std::vector<finding_of_input> entries_;
  std::size_t errors_ = 0;
};

}  // namespace ambitc
