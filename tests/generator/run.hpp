// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fixture.hpp"

#include <sys/wait.h>
#include <cstdlib>
#include <string>

// The command as people and programs call it.

namespace run {

struct output {
  int status;
  std::string out, err;
};

/// Runs a command of the shell.
inline output command(const std::string& line) {
  fixture::temporary_folder folder;
  const std::string out = (folder.path() / "out").string(), err = (folder.path() / "err").string();
  const int status = std::system(("{ " + line + "\n} >" + out + " 2>" + err).c_str());
  return {WEXITSTATUS(status), fixture::read(out), fixture::read(err)};
}

/// Runs ambitc with these arguments in a folder of the project.
inline output ambitc_in(const std::string& where, const std::string& arguments) {
  return command("cd " AMBIT_ROOT "/" + where + " && " + files::ambitc() + " " + arguments);
}

/// The same in the folder of the project itself.
inline output ambitc(const std::string& arguments) {
  return ambitc_in(".", arguments);
}

}  // namespace run
