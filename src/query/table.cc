#include "query/table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "query/markdown.h"
#include "text/fold.h"

namespace quanhe {
namespace {

constexpr int kGap = 2;

}  // namespace

std::string cut_to_width(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  int taken = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t end = next_code_point(text, i);
    taken += display_width(std::string_view(text).substr(i, end - i));
    if (taken > width - 1) break;
    i = end;
  }
  return text.substr(0, i) + "…";
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add_row(std::vector<std::string> values) {
  QUANHE_CHECK(values.size() == columns_.size());
  for (std::string& value : values) value = in_one_line(value);
  rows_.push_back(std::move(values));
}

std::vector<int> Table::widths_for(int width) const {
  std::vector<int> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int widest = display_width(columns_[i].title);
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[i]));
    widths.push_back(widest);
  }
  int total = std::accumulate(widths.begin(), widths.end(), kGap * (static_cast<int>(widths.size()) - 1));
  for (; width > 0 && total > width; --total) {
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool can_shrink = columns_[i].least > 0 && widths[i] > columns_[i].least;
      if (can_shrink && (widest == columns_.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == columns_.size()) break;
    --widths[widest];
  }
  return widths;
}

void Table::append_line(std::string& text, const std::vector<std::string>& values,
                        const std::vector<int>& widths) const {
  std::string line;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) line.append(kGap, ' ');
    const std::string value = cut_to_width(values[i], widths[i]);
    const auto padding = static_cast<std::size_t>(std::max(0, widths[i] - display_width(value)));
    if (columns_[i].right) line.append(padding, ' ');
    line += value;
    if (!columns_[i].right) line.append(padding, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  text += line + '\n';
}

std::string Table::to_text(int width) const {
  const std::vector<int> widths = widths_for(width);
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  std::string text;
  append_line(text, titles, widths);
  for (const auto& row : rows_) append_line(text, row, widths);
  return text;
}

std::string Table::to_markdown() const {
  std::string text = "|";
  for (const Column& column : columns_) text += ' ' + in_markdown(column.title) + " |";
  text += "\n|";
  for (const Column& column : columns_) text += column.right ? " ---: |" : " --- |";
  for (const auto& row : rows_) {
    text += "\n|";
    for (const std::string& value : row) text += ' ' + in_markdown(value) + " |";
  }
  return text + '\n';
}

}  // namespace quanhe
