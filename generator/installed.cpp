// SPDX-License-Identifier: BSL-1.0
#include "installed.hpp"

#include "text.hpp"

#include <system_error>

#include <sys/auxv.h>

namespace ambitc {

namespace fs = std::filesystem;

fs::path running_program(const fs::path& link) {
  std::error_code error;
  fs::path program = fs::read_symlink(link, error);
  if (!error) return program;
  const auto* const called = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  program = called ? fs::canonical(called, error) : fs::path{};
  return error ? fs::path{} : program;
}

fs::path gazetteer_of(const fs::path& policies, diagnostics& found) {
  std::error_code ignored;
  const fs::path own = policies / "gazetteer";
  if (fs::exists(own, ignored)) return own;
  const fs::path installed =
      (running_program().parent_path() / AMBIT_GAZETTEER_FROM_PROGRAM).lexically_normal();
  if (fs::exists(installed, ignored)) return installed;
  found.note({own.generic_string()},
             cat("there is no such folder, nor ", installed.generic_string(),
                 ", where an installed ambitc has its own; name one with --gazetteer"),
             "unreadable-file");
  return own;
}

}  // namespace ambitc
