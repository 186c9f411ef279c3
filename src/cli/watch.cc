#include "cli/watch.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>

#include "base/hash.h"

namespace quanhe {

std::uint64_t folder_state(const std::vector<std::filesystem::path>& folders) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const fs::path& folder : folders) {
    std::error_code code;
    for (fs::recursive_directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
      std::error_code gone;  // between listing and looking
      const auto time = fs::last_write_time(entry->path(), gone).time_since_epoch().count();
      const auto size = entry->is_regular_file(gone) ? fs::file_size(entry->path(), gone) : 0;
      files.push_back(entry->path().native() + '\0' + std::to_string(time) + '\0' + std::to_string(size));
    }
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const std::string& file : files) all += file + '\n';
  return stable_hash(all);
}

void wait_for_change(const std::vector<std::filesystem::path>& folders, std::uint64_t known) {
  while (folder_state(folders) == known) std::this_thread::sleep_for(std::chrono::milliseconds(500));
}

}  // namespace quanhe
