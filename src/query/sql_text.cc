#include "query/sql_text.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/table.h"

namespace quanhe {
namespace {

std::string as_text(const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* bytes = std::get_if<SqlBytes>(&value)) return "x'" + bytes->hexadecimal + "'";
  if (const auto* number = std::get_if<double>(&value)) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, *number).ptr};
  }
  return "";
}

bool is_number(const SqlValue& value) {
  return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

void write_value(JsonWriter& json, const SqlValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return json.integer(*integer);
  if (const auto* number = std::get_if<double>(&value); number != nullptr && std::isfinite(*number)) {
    return json.decimal(*number, 9);
  }
  if (std::holds_alternative<std::monostate>(value)) return json.null();
  json.string(as_text(value));
}

void write_row(JsonWriter& json, const std::vector<SqlValue>& row) {
  json.begin_array();
  for (const SqlValue& value : row) write_value(json, value);
  json.end_array();
}

Table table_of(const SqlAnswer& answer) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < answer.columns.size(); ++i) {
    const bool numbers = !answer.rows.empty() && is_number(answer.rows.front()[i]);
    columns.push_back({in_one_line(answer.columns[i]), numbers, numbers ? 0 : 8});
  }
  Table table(std::move(columns));
  for (const auto& row : answer.rows) {
    std::vector<std::string> values;
    for (const SqlValue& value : row) values.push_back(as_text(value));
    table.add_row(std::move(values));
  }
  return table;
}

std::string tsv_of(const SqlAnswer& answer) {
  std::string text;
  for (std::size_t i = 0; i < answer.columns.size(); ++i) text += (i > 0 ? "\t" : "") + in_one_line(answer.columns[i]);
  text += '\n';
  for (const auto& row : answer.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "\t" : "") + in_one_line(as_text(row[i]));
    text += '\n';
  }
  return text;
}

}  // namespace

std::string format_sql(const SqlAnswer& answer, Format format, int width) {
  switch (format) {
    case Format::kTable: return table_of(answer).to_text(width);
    case Format::kMarkdown: return table_of(answer).to_markdown();
    case Format::kTsv: return tsv_of(answer);
    case Format::kJsonLines: return json_lines(answer.rows, write_row);
    case Format::kJson: break;
  }
  JsonWriter json;
  json.begin_object();
  write_strings(json, "columns", answer.columns);
  json.key("rows");
  json.begin_array();
  for (const auto& row : answer.rows) write_row(json, row);
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

}  // namespace quanhe
