// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

// Files and folders of the generator's tests.

namespace files {

namespace fs = std::filesystem;

inline std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Writes a file, with the folders that it needs.
inline void write(const fs::path& file, std::string_view bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

/// A folder that is empty at first and gone at the end.
class temporary_folder {
 public:
  temporary_folder() {
    std::string made = (fs::temp_directory_path() / "ambit-XXXXXX").string();
    if (!mkdtemp(made.data())) throw std::runtime_error("cannot make a folder like " + made);
    path_ = made;
  }
  ~temporary_folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  const fs::path& path() const { return path_; }

  void write(const fs::path& file, std::string_view bytes) const {
    files::write(path_ / file, bytes);
  }

 private:
  fs::path path_;
};

#ifdef AMBITC
/// The command that is tested: that of this build, unless the environment names another.
inline std::string ambitc() {
  const char* const other = std::getenv("AMBITC");
  return other ? other : AMBITC;
}
#endif

}  // namespace files
