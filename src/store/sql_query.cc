#include "store/sql_query.h"

#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "store/schema.h"

namespace quanhe {
namespace {

using Clock = std::chrono::steady_clock;

// SQLite asks before it compiles each part of a statement. What is not named here would change something, reach another
// file, or load code. Full-text search itself asks for the version of the data.
int allow_reading(void*, int action, const char* first, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_FUNCTION: return SQLITE_OK;
    case SQLITE_PRAGMA: return std::string_view(first) == "data_version" ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
  }
}

int is_late(void* deadline) { return Clock::now() > *static_cast<Clock::time_point*>(deadline) ? 1 : 0; }

std::string in_hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += kDigits[static_cast<unsigned char>(byte) >> 4];
    text += kDigits[static_cast<unsigned char>(byte) & 15];
  }
  return text;
}

SqlValue value_of(sqlite3_stmt* statement, int column) {
  const int type = sqlite3_column_type(statement, column);
  if (type == SQLITE_NULL) return std::monostate();
  if (type == SQLITE_INTEGER) return std::int64_t{sqlite3_column_int64(statement, column)};
  if (type == SQLITE_FLOAT) return sqlite3_column_double(statement, column);
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  const std::string_view content(bytes == nullptr ? "" : bytes, size);
  if (type == SQLITE_TEXT && is_valid_utf8(content)) return std::string(content);
  return SqlBytes{in_hexadecimal(content)};
}

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Error fault(sqlite3* handle, const std::filesystem::path& path, int code, unsigned seconds) {
  if (code == SQLITE_INTERRUPT) return Error{"no answer after " + std::to_string(seconds) + " s; --timeout gives it longer"};
  if (code == SQLITE_AUTH) return Error{"sql: only reading is allowed"};
  const std::string reason = sqlite3_errmsg(handle);
  if (code == SQLITE_CORRUPT) return Error{path.string() + ": damaged (" + reason + "); build it again with 'quanhe build'"};
  return Error{"sql: " + reason};
}

}  // namespace

Result<SqlAnswer> ask_sql(const std::filesystem::path& path, std::string_view sql, unsigned seconds) {
  if (Result<Database> store = open_store(path); !store) return store.error();
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
  const Handle handle(opened, sqlite3_close_v2);
  if (code != SQLITE_OK) return Error{path.string() + ": cannot read: " + sqlite3_errstr(code)};
  sqlite3_busy_timeout(handle.get(), 2000);
  sqlite3_limit(handle.get(), SQLITE_LIMIT_ATTACHED, 0);
  // The tables of full-text search are opened before, since to open one declares it, which is no reading.
  sqlite3_exec(handle.get(), "SELECT 1 FROM name_search, sentence_search LIMIT 0", nullptr, nullptr, nullptr);
  sqlite3_set_authorizer(handle.get(), allow_reading, nullptr);
  Clock::time_point deadline = Clock::now() + std::chrono::seconds(seconds);
  sqlite3_progress_handler(handle.get(), 10000, is_late, &deadline);

  sqlite3_stmt* prepared = nullptr;
  const char* rest = nullptr;
  if (const int wrong = sqlite3_prepare_v2(handle.get(), sql.data(), static_cast<int>(sql.size()), &prepared, &rest);
      wrong != SQLITE_OK) {
    return fault(handle.get(), path, wrong, seconds);
  }
  const Statement statement(prepared, sqlite3_finalize);
  if (statement == nullptr) return Error{"sql: no statement, expected a SELECT"};
  const std::string_view after(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
  if (after.find_first_not_of(" \t\r\n;") != std::string_view::npos) return Error{"sql: one statement at a time"};
  if (sqlite3_stmt_readonly(statement.get()) == 0) return Error{"sql: only reading is allowed"};

  SqlAnswer answer;
  const int width = sqlite3_column_count(statement.get());
  for (int column = 0; column < width; ++column) answer.columns.emplace_back(sqlite3_column_name(statement.get(), column));
  int step = SQLITE_ROW;
  while ((step = sqlite3_step(statement.get())) == SQLITE_ROW) {
    std::vector<SqlValue>& row = answer.rows.emplace_back();
    for (int column = 0; column < width; ++column) row.push_back(value_of(statement.get(), column));
  }
  if (step != SQLITE_DONE) return fault(handle.get(), path, step, seconds);
  return answer;
}

}  // namespace quanhe
