#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quanhe {

// Keys such that two texts which are nearly the same (one agency report in two newspapers) share at least one, and
// other texts share none but by chance; near_copy.cc says how nearly. Letter case, spaces and signs do not count. A text
// of fewer than 64 words has one key, which it shares with no text of other words. Sorted, unique, at most 14; the same on
// every machine. Cost: linear.
std::vector<std::uint64_t> near_copy_keys(std::string_view utf8);

}  // namespace quanhe
