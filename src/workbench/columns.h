#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace quanhe {

// Rows of as many texts each, in aligned columns with two spaces between them and none at the ends of lines: the first
// `left` columns to the left, the others, which are numbers, to the right. Each row ends in a line break.
std::string in_columns(const std::vector<std::vector<std::string>>& rows, std::size_t left);

}  // namespace quanhe
