#pragma once

#include <string>
#include <utility>
#include <vector>

namespace quanhe {

// The files of a small pack in English that runs, with a text for it: (path in the pack's folder, bytes). `name` is
// the pack's name: letters, digits, '-' and '_'.
std::vector<std::pair<std::string, std::string>> starter_pack(const std::string& name);

}  // namespace quanhe
