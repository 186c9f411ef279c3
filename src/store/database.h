#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "store/row_list.h"

struct sqlite3_stmt;
struct sqlite3_value;

namespace quanhe {

class SqlRow;
class SqlStatement;

// One SQLite file. The first failure sticks, as in a stream: what follows it does nothing, and the caller asks
// status() where it matters instead of after each call. Not thread-safe. Its statements must not outlive it.
class Database {
 public:
  // For reading only; never makes a file. Sees what was last committed, also while another program writes.
  static Result<Database> open(const std::filesystem::path& path);

  // For reading and writing, with a write-ahead log beside the file: what was committed outlives the program, whenever
  // it ends. Makes the file when it is missing. Waits some seconds for another writer. Errors name the file `shown_as`,
  // where that is not empty.
  static Result<Database> open_for_writing(const std::filesystem::path& path, const std::string& shown_as = "");

  Database(Database&&) noexcept;
  Database& operator=(Database&&) = delete;
  ~Database();

  // Runs one or more statements that give no rows.
  void execute(std::string_view sql);

  // Puts the log into the file and removes it, so that the one file holds everything. While others read, that is left
  // to whoever closes it last.
  void fold_in_log();

  SqlStatement prepare(std::string_view sql);
  // One that is compiled when it is first bound, and costs nothing where it never is. `sql` must outlive it.
  SqlStatement prepare_later(std::string_view sql);

  // Hands over each row of "SELECT columns rest", in any order, within SQLite's own loop: for tables that are read as a whole,
  // a third faster than SqlStatement::next(). `visit` asks nothing else of this database.
  using Visit = std::function<void(const SqlRow&)>;
  void visit(std::string_view columns, std::string_view rest, const Visit& visit);

  // A function that makes one text of another, for statements of this connection.
  using TextFunction = std::string (*)(std::string_view);
  void define(const char* name, TextFunction function);

  // For a connection that is kept open. Ends a transaction that only read and closes all rows, so that others may
  // write.
  void end_reading();
  // A question that is not answered by then fails; none: it may take its time.
  void set_deadline(std::optional<std::chrono::steady_clock::time_point> deadline);
  // How much of the file it may keep in memory.
  void keep_pages(int kibibytes);

  // The first failure: the path, the reason, and what to do where there is a remedy.
  Result<void> status() const;

  // A failure that the reader of the content found: a row that cannot be. It sticks too.
  void report_damage(std::string_view what);

  class Connection;

 private:
  explicit Database(std::unique_ptr<Connection> connection);

  std::unique_ptr<Connection> connection_;
};

// A row that visit() hands over. Columns are numbered from 0.
class SqlRow {
 public:
  SqlRow(Database::Connection& connection, sqlite3_value** values) : connection_(connection), values_(values) {}

  // As those of a SqlStatement; bytes live until visit() is called for the next row.
  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string_view bytes(int column) const;
  std::int64_t integer_within(int column, std::int64_t least, std::int64_t most) const;

 private:
  Database::Connection& connection_;
  sqlite3_value** values_;
};

// A compiled statement. Parameters and columns are numbered from 0.
class SqlStatement {
 public:
  explicit SqlStatement(Database::Connection& connection) : connection_(&connection) {}
  SqlStatement(Database::Connection& connection, std::string_view sql);
  SqlStatement(SqlStatement&& other) noexcept;
  SqlStatement& operator=(SqlStatement&&) = delete;
  ~SqlStatement();

  // Starts anew with these values: numbers, texts (copied), a list of rows, nullptr or no value for NULL.
  template <typename... Values>
  SqlStatement& bind(const Values&... values) {
    if (!later_.empty()) compile(std::exchange(later_, {}));
    reset();
    int index = 0;
    (bind_one(index++, values), ...);
    return *this;
  }

  // Binds the values and runs to the end; for statements that give no rows.
  template <typename... Values>
  void run(const Values&... values) {
    bind(values...);
    while (next()) {
    }
  }

  // The first column of the first row, or nothing where there is no row. Leaves no row open.
  template <typename... Values>
  std::optional<std::int64_t> find(const Values&... values) {
    bind(values...);
    std::optional<std::int64_t> found;
    if (next()) found = integer(0);
    reset();
    return found;
  }

  // Closes the current row, which would keep the state of the database that it was read from.
  void reset();

  // Goes to the next row; false after the last one and after any failure.
  bool next();

  // Of the current row. Text that is not valid UTF-8 is damage, and read as "".
  std::int64_t integer(int column);
  std::string text(int column);
  // As they are; they live until the next call of next() or reset(). None for NULL.
  std::string_view bytes(int column);
  bool is_null(int column) const;

  // A number that must lie in [least, most]; another one is damage, and read as `least`.
  std::int64_t integer_within(int column, std::int64_t least, std::int64_t most);
  double real_within(int column, double least, double most);
  // 64 bits, which SQLite takes for a number with a sign; what is no number is damage.
  std::uint64_t hash(int column);

 private:
  friend Database;

  void compile(std::string_view sql);
  void bind_integer(int index, std::int64_t value);
  void bind_text(int index, std::string_view value);
  void bind_bytes(int index, std::string_view value);
  void bind_null(int index);

  template <std::integral Value>
  void bind_one(int index, Value value) {
    bind_integer(index, static_cast<std::int64_t>(value));
  }
  void bind_one(int index, std::string_view value) { bind_text(index, value); }
  void bind_one(int index, TextOrNull value) { value.text.empty() ? bind_null(index) : bind_text(index, value.text); }
  void bind_one(int index, BytesOrNull value) {
    value.bytes.empty() ? bind_null(index) : bind_bytes(index, value.bytes);
  }
  void bind_one(int index, double value);
  void bind_one(int index, std::nullptr_t) { bind_null(index); }
  void bind_one(int index, const RowList& rows);
  void bind_one(int index, const std::optional<std::int64_t>& value) {
    value ? bind_integer(index, *value) : bind_null(index);
  }

  Database::Connection* connection_;
  sqlite3_stmt* statement_ = nullptr;
  std::string_view later_;  // what is yet to be compiled
};

// Adds rows to a table, many with one statement.
class RowInserter {
 public:
  // The table has so many columns.
  RowInserter(Database& database, std::string_view table, int columns);

  // As RowList::add(). The row is there after flush() at the latest.
  template <typename... Values>
  void add(const Values&... values) {
    rows_.add(values...);
    if (rows_.size() >= kMostRows || rows_.bytes() >= kMostBytes) flush();
  }
  void flush();

 private:
  static constexpr std::size_t kMostRows = 512;
  static constexpr std::size_t kMostBytes = 1 << 16;

  SqlStatement statement_;
  RowList rows_;
};

}  // namespace quanhe
