#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quanhe {

struct Column {
  std::string title;
  bool right = false;  // aligned to the right: numbers
  int least = 0;       // columns that it may be narrowed to; 0: it is never narrowed
};

// A table for a terminal: columns aligned by display width, two spaces between them, none at the ends of lines.
class Table {
 public:
  explicit Table(std::vector<Column> columns);

  // One value for each column. Control characters, line breaks and tabs are shown as spaces.
  void add_row(std::vector<std::string> values);

  // Titles and rows, a line each. When it is wider than `width`, the widest columns that may be narrowed are,
  // and cut values end in "…"; 0 means no limit. It stays wider where all are as narrow as they may be.
  std::string to_text(int width) const;

  // As a table of Markdown, nothing cut.
  std::string to_markdown() const;

 private:
  std::vector<int> widths_for(int width) const;
  void append_line(std::string& text, const std::vector<std::string>& values, const std::vector<int>& widths) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// The beginning of `text` that takes at most `width` terminal columns, the last of them "…" when it was cut.
std::string cut_to_width(const std::string& text, int width);

}  // namespace quanhe
