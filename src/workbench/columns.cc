#include "workbench/columns.h"

#include <algorithm>

#include "text/layout.h"

namespace quanhe {

std::string in_columns(const std::vector<std::vector<std::string>>& rows, std::size_t left) {
  std::vector<int> widths;
  for (const std::vector<std::string>& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], shown_width(row[i]));
  }
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += "  ";
      const auto blanks = static_cast<std::size_t>(widths[i] - shown_width(row[i]));
      line += i < left ? row[i] + std::string(blanks, ' ') : std::string(blanks, ' ') + row[i];
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

}  // namespace quanhe
