#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace quanhe {

// The whole file. An Error names the path and the system's reason, or the limit when the file has more than
// `limit` bytes (it is then not read).
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

struct FileList {
  std::vector<std::filesystem::path> files;  // sorted by the bytes of their paths
  std::vector<Error> errors;                 // one for each folder that could not be listed; the others are
};

// Regular files below `folder` at any depth whose names end in one of `extensions` (".txt"), and links of such
// names that lead nowhere, so that who reads them learns it. Symbolic links to folders are not followed.
FileList list_files(const std::filesystem::path& folder, const std::vector<std::string>& extensions);

// A file that appears under its name whole or not at all: written beside it, flushed to the disk, renamed on
// commit(), removed by the destructor otherwise.
class PendingFile {
 public:
  // Creates the folder of `path` when it is missing.
  static Result<PendingFile> create(const std::filesystem::path& path);

  PendingFile(PendingFile&& other) noexcept;
  PendingFile& operator=(PendingFile&&) = delete;
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  ~PendingFile();

  // Where to write; lies in the same folder as the final path.
  const std::filesystem::path& temporary_path() const { return temporary_; }
  const std::filesystem::path& final_path() const { return final_; }

  Result<void> write(std::string_view bytes);
  Result<void> commit();

 private:
  PendingFile(std::filesystem::path final_path, std::filesystem::path temporary, int descriptor);

  std::filesystem::path final_;
  std::filesystem::path temporary_;
  int descriptor_;  // owned, open for appending
};

// PendingFile::create, write and commit in one.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace quanhe
