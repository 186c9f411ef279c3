#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rules/yaml_tree.h"

namespace quanhe {

// One line of a table. Views live as long as the file.
struct TableRow {
  const PackFile* file = nullptr;
  std::uint32_t line = 0;               // one-based
  std::vector<std::string_view> cells;  // by the columns that were asked for; "" where the table has none

  // One-based byte where the cell stands in its line; 1 for a cell that the table does not have.
  std::uint32_t column_of(std::size_t cell) const;
};

struct TableColumn {
  std::string name;
  bool required = false;
};

// Reads a table of values separated by tabs whose first line names the columns, in any order; lines that are
// empty or begin with '#' are left out. `use_row` gets the cells in the order of `columns`. Lines with another
// number of cells, columns that are unknown, missing or named twice, and empty cells of required columns are
// reported and not given to `use_row`. False when the table as a whole cannot be read. Cost: linear in the file.
bool read_table(const PackFile& file, const std::vector<TableColumn>& columns, Diagnostics& diagnostics,
                const std::function<void(const TableRow&)>& use_row);

}  // namespace quanhe
