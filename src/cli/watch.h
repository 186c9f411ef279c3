#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace quanhe {

// A value that changes when a file below the folders appears, goes, is renamed or written.
std::uint64_t folder_state(const std::vector<std::filesystem::path>& folders);

// Returns when the state is another than `known`: looks twice a second, because an editor that writes beside a file
// and renames it is seen as surely as one that writes into it.
void wait_for_change(const std::vector<std::filesystem::path>& folders, std::uint64_t known);

}  // namespace quanhe
