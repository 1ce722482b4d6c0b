// SPDX-License-Identifier: BSL-1.0
#include "header.hpp"

#include "sha256.hpp"
#include "text.hpp"

#include <ambit/version.hpp>

namespace ambitc {

namespace {

/// The macro that tells which edition of a table a file has included: named as a linker would,
/// sizes before names, so that those of a::b_c and a_b::c are two.
std::string edition_macro(std::string_view cpp_namespace, std::string_view name) {
  std::string macro = "AMBIT_EDITION_";
  for (std::string_view rest = cpp_namespace; !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find("::"));
    macro += cat(std::to_string(part.size()), part);
    rest.remove_prefix(part.size() == rest.size() ? part.size() : part.size() + 2);
  }
  return cat(macro, std::to_string(name.size()), name);
}

/// Of all that a header gives to a compiler, its names included, and not of its sources: another
/// generator, other pieces or a redaction make other rows of the same sources.
std::string edition_of(const header& made, std::string_view cpp_namespace) {
  return sha256(cat(cpp_namespace, "\n", made.front, made.body)).substr(0, 16);
}

}  // namespace

baked_file framed(const header& of, std::string_view cpp_namespace) {
  const std::string edition = edition_of(of, cpp_namespace);
  const std::string macro = edition_macro(cpp_namespace, of.name);
  std::string text = cat(
      "// ", of.banner, "\n// clang-format off\n#pragma once\n\n",  //
      "// The edition: of all that follows, SHA-256 in short. Other contents have other names.\n",
      "#if defined ", macro, " && ", macro, " != 0x", edition, "\n",  //
      "#error \"ambit: one file includes two editions of ", of.name, ".hpp; include one, or ",
      "bake them with a --namespace each\"\n",  //
      "#elif !defined ", macro, "\n#define ", macro, " 0x", edition, "\n\n", of.front, "namespace ",
      cpp_namespace, "::inline edition_", edition, " {\n\n", of.body, "\n}  // namespace ",
      cpp_namespace, "\n\n#endif\n");
  return {cat(of.name, ".hpp"), std::move(text), edition};
}

std::string edition_assertion(const baked_file& included, std::string_view name,
                              std::string_view within, std::string_view cpp_namespace) {
  return cat("static_assert(", edition_macro(cpp_namespace, name), " == 0x", included.edition,
             ", \"ambit: ", within, ".hpp and ", included.name,
             " were not baked together; bake them again\");\n");
}

std::string format_assertion() {
  const std::string format = std::to_string(ambit::format_version);
  return cat("static_assert(ambit::format_version == ", format, ", \"ambit: this table has format ",
             format, "; bake it again with the ambitc of these headers\");\n");
}

}  // namespace ambitc
