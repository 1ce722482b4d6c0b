// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace ambitc {

/// A generated file: its name and all of its bytes.
struct baked_file {
  std::string name;
  std::string text;
  /// Of a header: 16 hexadecimal digits that tell it from every header that has other contents.
  std::string edition = {};
};

/// What differs between generated headers.
struct header {
  std::string_view name;  ///< of its table, as in nl_ml: the file is nl_ml.hpp
  std::string banner;     ///< the first line: what made it from what
  std::string front;      ///< what stands before the namespace: includes, and what is asserted
  std::string body;       ///< what stands in it
};

/// The file of a header. All that it defines stands in an inline namespace that bears its edition,
/// so that tables of other contents have other names: a program may have several of one policy,
/// each in files of its own, and the linker takes none for another. One file that includes two does
/// not compile, and is told so.
baked_file framed(const header& of, std::string_view cpp_namespace);

/// Asserts that the header of the table `name`, which was included, is the one that was baked with
/// the header `within`.
std::string edition_assertion(const baked_file& included, std::string_view name,
                              std::string_view within, std::string_view cpp_namespace);

/// A line of every generated header, by which it does not compile with headers of another format.
std::string format_assertion();

}  // namespace ambitc
