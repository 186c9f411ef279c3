#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace quanhe {
namespace {

Error system_error(const std::filesystem::path& path, std::string_view action, int code) {
  return Error{path.string() + ": cannot " + std::string(action) + ": " + std::strerror(code)};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

std::string size_as_text(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = 1U << 20;
  const bool whole = bytes >= kMebibyte && bytes % kMebibyte == 0;
  return whole ? std::to_string(bytes / kMebibyte) + " MiB" : std::to_string(bytes) + " bytes";
}

Result<std::string> read_all(int descriptor, const std::filesystem::path& path, std::uint64_t limit) {
  std::string bytes;
  struct ::stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size <= limit) bytes.reserve(size + 1);
  }
  std::string buffer(1 << 16, '\0');
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(path, "read", errno);
    if (count == 0) return bytes;
    bytes.append(buffer, 0, static_cast<std::size_t>(count));
    if (bytes.size() > limit) {
      return Error{path.string() + ": larger than the limit of " + size_as_text(limit)};
    }
  }
}

bool has_extension(const std::filesystem::path& path, const std::vector<std::string>& extensions) {
  return std::find(extensions.begin(), extensions.end(), path.extension().string()) != extensions.end();
}

// Whether to list an entry that is no folder: not a pipe or a device, on which a reader would wait for ever.
bool is_file_or_broken_link(const std::filesystem::directory_entry& entry) {
  std::error_code code;
  const std::filesystem::file_type type = entry.status(code).type();
  return code || type == std::filesystem::file_type::regular || type == std::filesystem::file_type::not_found;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.number() < 0) return system_error(path, "read", errno);
  return read_all(descriptor.number(), path, limit);
}

FileList list_files(const std::filesystem::path& folder, const std::vector<std::string>& extensions) {
  FileList list;
  std::vector<std::filesystem::path> folders = {folder};
  while (!folders.empty()) {
    const std::filesystem::path next = std::move(folders.back());
    folders.pop_back();
    std::error_code code;
    auto entry = std::filesystem::directory_iterator(next, code);
    for (; !code && entry != std::filesystem::directory_iterator(); entry.increment(code)) {
      std::error_code unknown;
      if (std::filesystem::is_directory(entry->symlink_status(unknown))) {
        folders.push_back(entry->path());
      } else if (has_extension(entry->path(), extensions) && is_file_or_broken_link(*entry)) {
        list.files.push_back(entry->path());
      }
    }
    if (code) list.errors.push_back({next.string() + ": cannot list: " + code.message()});
  }
  std::sort(list.files.begin(), list.files.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
  std::sort(list.errors.begin(), list.errors.end(),
            [](const Error& a, const Error& b) { return a.message < b.message; });
  return list;
}

PendingFile::PendingFile(std::filesystem::path final_path, std::filesystem::path temporary, int descriptor)
    : final_(std::move(final_path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : final_(std::move(other.final_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

PendingFile::~PendingFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<PendingFile> PendingFile::create(const std::filesystem::path& path) {
  std::error_code code;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), code);
  if (code) return Error{path.parent_path().string() + ": cannot create: " + code.message()};
  if (std::filesystem::is_directory(path, code)) return system_error(path, "write", EISDIR);
  std::string name = (path.parent_path() / ("." + path.filename().string() + ".XXXXXX")).string();
  const int descriptor = ::mkostemp(name.data(), O_APPEND | O_CLOEXEC);
  if (descriptor < 0) return system_error(path, "write", errno);
  // mkostemp makes the file private; the finished file gets what the user's mask allows.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor, static_cast<mode_t>(0666) & ~mask);
  return PendingFile(path, name, descriptor);
}

Result<void> PendingFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(final_, "write", errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<void> PendingFile::commit() {
  if (::fsync(descriptor_) != 0) return system_error(final_, "write", errno);
  if (::rename(temporary_.c_str(), final_.c_str()) != 0) return system_error(final_, "write", errno);
  temporary_.clear();
  return {};
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  Result<PendingFile> pending = PendingFile::create(path);
  if (!pending) return pending.error();
  if (const Result<void> written = pending.value().write(bytes); !written) return written.error();
  return pending.value().commit();
}

}  // namespace quanhe
