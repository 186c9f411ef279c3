#include "base/tab_separated.h"

#include <algorithm>

#include "base/utf8.h"

namespace quanhe {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class SheetReader {
 public:
  SheetReader(std::string_view bytes, const std::string& path, Diagnostics& diagnostics)
      : bytes_(bytes), path_(path), diagnostics_(diagnostics) {
    if (bytes_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  std::vector<SheetRow> read() {
    while (at_ < bytes_.size()) {
      read_cell();
      if (at_ < bytes_.size() && bytes_[at_] == '\t') {
        take();
        // A tab at the very end has one more cell behind it.
        if (at_ == bytes_.size()) row_.push_back({"", line_, column_});
        continue;
      }
      if (at_ < bytes_.size() && bytes_[at_] == '\r') take();
      if (at_ < bytes_.size()) take();
      end_row();
    }
    end_row();
    return std::move(rows_);
  }

 private:
  char take() {
    const char byte = bytes_[at_++];
    ++column_;
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    }
    return byte;
  }

  bool ends_cell() const {
    if (at_ == bytes_.size() || bytes_[at_] == '\t' || bytes_[at_] == '\n') return true;
    return bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n';
  }

  void read_cell() {
    SheetCell cell{"", line_, column_};
    if (at_ < bytes_.size() && bytes_[at_] == '"') read_quoted(cell);
    // What follows a closing quote belongs to the cell all the same, as spreadsheets have it.
    while (!ends_cell()) cell.text += take();
    row_.push_back(std::move(cell));
  }

  void read_quoted(SheetCell& cell) {
    take();
    while (at_ < bytes_.size()) {
      const char byte = take();
      if (byte != '"') {
        cell.text += byte;
      } else if (at_ < bytes_.size() && bytes_[at_] == '"') {
        cell.text += take();
      } else {
        return;
      }
    }
    diagnostics_.error({path_, cell.line, cell.column}, "a quote that is never closed");
  }

  void end_row() {
    const bool empty = std::all_of(row_.begin(), row_.end(), [](const SheetCell& cell) { return cell.text.empty(); });
    if (!empty) rows_.push_back(std::move(row_));
    row_.clear();
  }

  std::string_view bytes_;
  const std::string& path_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  SheetRow row_;
  std::vector<SheetRow> rows_;
};

}  // namespace

std::string tab_separated_cell(std::string_view text) {
  const std::string line = in_one_line(text);
  const bool formula = !line.empty() && std::string_view("=+-@").find(line.front()) != std::string_view::npos;
  const bool quoted = line.find('"') != std::string::npos;
  std::string cell;
  if (quoted) cell += '"';
  if (formula) cell += '\'';
  for (const char byte : line) {
    if (byte == '"') cell += byte;
    cell += byte;
  }
  if (quoted) cell += '"';
  return cell;
}

std::vector<SheetRow> read_tab_separated(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    const std::string_view before = bytes.substr(0, bad);
    const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    const std::size_t line_break = before.rfind('\n');
    const std::size_t column = line_break == std::string_view::npos ? bad + 1 : bad - line_break;
    diagnostics.error({path, line, static_cast<std::uint32_t>(column)}, "a byte that is not UTF-8",
                      "save the file in the encoding UTF-8");
    return {};
  }
  return SheetReader(bytes, path, diagnostics).read();
}

}  // namespace quanhe
