#pragma once

#include <filesystem>
#include <utility>

#include "base/result.h"

namespace quanhe {

// Keeps two programs from changing the same folder at a time. The lock is the system's (flock) and goes with the object or
// the program, however it ends; no file is left.
class FolderLock {
 public:
  // The folder must be there. The Error says that another program has it, or why it cannot be locked.
  static Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace quanhe
