#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace quanhe {

// A text as a cell of a sheet of tab-separated values that a spreadsheet reads as that text and as nothing else:
// control characters are spaces; a text that would be read as a formula, because it begins with = + - @, has an
// apostrophe before it, which a reader gets back with it; one with a double quote stands in quotes, its own doubled.
std::string tab_separated_cell(std::string_view text);

// A cell that was read. Line and column (in bytes) are one-based and those of its first byte.
struct SheetCell {
  std::string text;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

using SheetRow = std::vector<SheetCell>;

// The rows of a sheet as spreadsheets write it: cells in double quotes may hold tabs, line breaks and doubled quotes;
// lines end in LF or CR LF; a byte order mark is left out, and so are rows that are all empty. `path` is for the
// faults: bytes that are not UTF-8, and a quote that is never closed. Cost: linear.
std::vector<SheetRow> read_tab_separated(std::string_view bytes, const std::string& path, Diagnostics& diagnostics);

}  // namespace quanhe
