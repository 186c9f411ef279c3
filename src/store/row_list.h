#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_context;

namespace quanhe {

// Values of a column for which none is NULL.
struct TextOrNull {
  std::string_view text;
};
struct BytesOrNull {
  std::string_view bytes;
};

// Rows that a statement reads as the table `given(?)`, with the columns v0, v1, ... and the rowids 0, 1, ...: one
// statement for many rows, where each statement by itself costs more than a row does. It must stay as it is while the
// statement runs.
class RowList {
 public:
  static constexpr int kMostColumns = 20;

  explicit RowList(int columns) : columns_(static_cast<std::size_t>(columns)) {}

  // A value for each column: numbers, texts and bytes (copied), nullptr or no value for NULL.
  template <typename... Values>
  void add(const Values&... values) {
    (append(values), ...);
  }
  void clear();

  bool empty() const { return values_.empty(); }
  std::size_t size() const { return values_.size() / columns_; }
  // Of the copied texts.
  std::size_t bytes() const { return texts_.size(); }

  // Hands a value to SQLite, NULL for a column that the rows do not have.
  void give(sqlite3_context* context, std::size_t row, std::size_t column) const;

 private:
  enum class Kind : std::uint32_t { kNull, kInteger, kText, kBytes };
  struct Value {
    Kind kind = Kind::kNull;
    std::uint32_t size = 0;   // of a text
    std::int64_t number = 0;  // or where a text begins
  };

  void append_text(Kind kind, std::string_view text);

  template <std::integral Number>
  void append(Number number) {
    values_.push_back({Kind::kInteger, 0, static_cast<std::int64_t>(number)});
  }
  void append(std::string_view text) { append_text(Kind::kText, text); }
  void append(TextOrNull text) { append_text(text.text.empty() ? Kind::kNull : Kind::kText, text.text); }
  void append(BytesOrNull bytes) { append_text(bytes.bytes.empty() ? Kind::kNull : Kind::kBytes, bytes.bytes); }
  void append(std::nullptr_t) { values_.emplace_back(); }
  void append(const std::optional<std::int64_t>& number) { number ? append(*number) : append(nullptr); }

  std::size_t columns_;
  std::vector<Value> values_;
  std::string texts_;
};

// How a pointer to a RowList is known to SQLite.
inline constexpr const char* kRowListPointer = "quanhe-rows";

// Makes the table `given` known to a connection. A code of SQLite.
int define_given_rows(sqlite3* connection);

}  // namespace quanhe
