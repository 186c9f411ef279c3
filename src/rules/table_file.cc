#include "rules/table_file.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "rules/scanner.h"

namespace quanhe {
namespace {

constexpr std::size_t kAbsent = SIZE_MAX;

std::uint32_t column_in(std::string_view line, std::string_view cell) {
  return static_cast<std::uint32_t>(cell.data() - line.data() + 1);
}

class TableReader {
 public:
  TableReader(const PackFile& file, const std::vector<TableColumn>& columns, Diagnostics& diagnostics)
      : file_(file), columns_(columns), diagnostics_(diagnostics) {}

  bool read(const std::function<void(const TableRow&)>& use_row) {
    if (!check_utf8(file_, diagnostics_)) return false;
    std::uint32_t number = 0;
    bool in_header = true;
    for (std::string_view line : split(file_.bytes, '\n')) {
      ++number;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line.starts_with('#')) continue;
      if (in_header) {
        in_header = false;
        if (!read_header(line, number)) return false;
      } else if (read_row(line, number)) {
        use_row(row_);
      }
    }
    if (in_header) fault(1, 1, "an empty table, expected a first line with the columns " + names());
    return !in_header;
  }

 private:
  void fault(std::uint32_t line, std::uint32_t column, std::string message, std::string help = "") {
    report_at(diagnostics_, Severity::kError, file_, line, column, std::move(message), std::move(help));
  }

  std::vector<std::string> known() const {
    std::vector<std::string> known;
    for (const TableColumn& column : columns_) known.push_back(column.name);
    return known;
  }
  std::string names() const { return join(known(), ", "); }

  bool read_header(std::string_view line, std::uint32_t number) {
    places_.assign(columns_.size(), kAbsent);
    const std::vector<std::string_view> cells = split(line, '\t');
    width_ = cells.size();
    bool good = true;
    for (std::size_t i = 0; i < cells.size(); ++i) good &= read_heading(line, number, cells[i], i);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].required || places_[i] != kAbsent) continue;
      fault(number, 1, "the column \"" + columns_[i].name + "\" is missing",
            "the first line names the columns, separated by tabs: " + names());
      good = false;
    }
    return good;
  }

  bool read_heading(std::string_view line, std::uint32_t number, std::string_view heading, std::size_t place) {
    const auto column =
        std::find_if(columns_.begin(), columns_.end(), [&](const TableColumn& known) { return known.name == heading; });
    if (column == columns_.end()) {
      const std::string near = did_you_mean(heading, known());
      fault(number, column_in(line, heading), "unknown column \"" + std::string(heading) + "\"",
            near.empty() ? "known are: " + names() : near);
      return false;
    }
    std::size_t& known_place = places_[static_cast<std::size_t>(column - columns_.begin())];
    if (known_place != kAbsent) {
      fault(number, column_in(line, heading), "column \"" + std::string(heading) + "\" is named twice");
      return false;
    }
    known_place = place;
    return true;
  }

  bool read_row(std::string_view line, std::uint32_t number) {
    cut(line);
    if (cells_.size() != width_) {
      fault(number, 1,
            std::to_string(cells_.size()) + " cells, expected " + std::to_string(width_) + " as in the first line",
            "cells are separated by one tab each");
      return false;
    }
    row_.file = &file_;
    row_.line = number;
    row_.cells.assign(columns_.size(), {});
    bool good = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (places_[i] == kAbsent) continue;
      row_.cells[i] = cells_[places_[i]];
      if (!columns_[i].required || !row_.cells[i].empty()) continue;
      fault(number, column_in(line, row_.cells[i]), "an empty cell in the column \"" + columns_[i].name + "\"");
      good = false;
    }
    return good;
  }

  // As split(), into memory that is kept from line to line.
  void cut(std::string_view line) {
    cells_.clear();
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      cells_.push_back(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    cells_.push_back(line);
  }

  const PackFile& file_;
  const std::vector<TableColumn>& columns_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> places_;  // by column: which cell of a line holds it
  std::size_t width_ = 0;
  std::vector<std::string_view> cells_;
  TableRow row_;
};

}  // namespace

std::uint32_t TableRow::column_of(std::size_t cell) const {
  if (cells[cell].data() == nullptr) return 1;
  return column_in(file->line(line), cells[cell]);
}

bool read_table(const PackFile& file, const std::vector<TableColumn>& columns, Diagnostics& diagnostics,
                const std::function<void(const TableRow&)>& use_row) {
  return TableReader(file, columns, diagnostics).read(use_row);
}

}  // namespace quanhe
