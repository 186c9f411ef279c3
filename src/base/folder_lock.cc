#include "base/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace quanhe {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const std::filesystem::path named = folder.empty() ? "." : folder;
  FolderLock lock(::open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock.descriptor_ < 0) return Error{named.string() + ": cannot open: " + std::strerror(errno)};
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0) return lock;
  // File systems without locks know no second writer either.
  if (errno == ENOLCK || errno == ENOTSUP) return lock;
  if (errno != EWOULDBLOCK) return Error{named.string() + ": cannot lock: " + std::strerror(errno)};
  return Error{named.string() + ": another quanhe is changing the graph there; try again when it is done"};
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace quanhe
