#include "store/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <limits>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace quanhe {

class Database::Connection {
 public:
  Connection(std::string name, bool for_writing) : path(std::move(name)), writing(for_writing) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { sqlite3_close_v2(handle); }

  bool failed() const { return !failure.empty(); }

  void fail(std::string reason) {
    if (!failed()) failure = path + ": " + std::move(reason);
  }

  void fail(int code) {
    if (failed()) return;
    const int system = handle == nullptr ? 0 : sqlite3_system_errno(handle);
    std::string reason = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
    switch (code & 0xFF) {
      case SQLITE_NOTADB: return fail("not a graph that quanhe wrote");
      case SQLITE_CORRUPT: return fail("damaged (" + reason + "); build it again with 'quanhe build'");
      case SQLITE_FULL: return fail("cannot write: the disk is full");
      case SQLITE_READONLY: return fail("cannot write: the file or its folder is read-only");
      case SQLITE_BUSY: return fail("in use by another program; try again when that is done");
      case SQLITE_INTERRUPT: return fail("no answer in time");
      default: break;
    }
    // SQLite says "disk I/O error" or "unable to open"; the system knows why.
    if (system != 0) reason += std::string(" (") + std::strerror(system) + ")";
    fail((writing ? "cannot write: " : "cannot read: ") + reason);
  }

  std::string path;
  bool writing;
  sqlite3* handle = nullptr;
  std::string failure;
  std::chrono::steady_clock::time_point deadline;
  const Database::Visit* visit = nullptr;
  bool hands_over = false;
};

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database::~Database() = default;

namespace {

// Without this SQLite counts every piece of memory under one lock, for which threads that only read wait.
void leave_memory_uncounted() { [[maybe_unused]] static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

int open_handle(const std::string& path, int flags, sqlite3** handle) {
  leave_memory_uncounted();
  return sqlite3_open_v2(path.c_str(), handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
}

// How many steps of SQLite's machine are between two looks at the clock.
constexpr int kStepsBetweenLooks = 10000;

int is_late(void* deadline) {
  return std::chrono::steady_clock::now() > *static_cast<std::chrono::steady_clock::time_point*>(deadline) ? 1 : 0;
}

bool has_beside(const std::filesystem::path& path, const char* suffix) {
  std::error_code code;
  return std::filesystem::exists(path.string() + suffix, code);
}

}  // namespace

Result<Database> Database::open(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return Error{path.string() + ": no such file; make it with 'quanhe build'"};
  }
  if (std::filesystem::is_directory(path, error)) return Error{path.string() + ": a folder, expected a graph.db"};
  Database database(std::make_unique<Connection>(path.string(), false));
  Connection& connection = *database.connection_;
  // What a program that was ended left half done is undone by whoever opens the file next, which takes leave to write.
  const bool has_log = has_beside(path, "-wal") || has_beside(path, "-journal");
  int code = SQLITE_CANTOPEN;
  if (has_log) code = open_handle(connection.path, SQLITE_OPEN_READWRITE, &connection.handle);
  if (code != SQLITE_OK) {
    sqlite3_close_v2(std::exchange(connection.handle, nullptr));
    code = open_handle(connection.path, SQLITE_OPEN_READONLY, &connection.handle);
  }
  if (code != SQLITE_OK) connection.fail(code);
  if (const Result<void> status = database.status(); !status) return status.error();
  sqlite3_busy_timeout(connection.handle, 2000);
  database.execute("PRAGMA query_only = ON");
  return database;
}

Result<Database> Database::open_for_writing(const std::filesystem::path& path, const std::string& shown_as) {
  Database database(std::make_unique<Connection>(shown_as.empty() ? path.string() : shown_as, true));
  Connection& connection = *database.connection_;
  const int code = open_handle(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &connection.handle);
  if (code != SQLITE_OK) connection.fail(code);
  if (const Result<void> status = database.status(); !status) return status.error();
  sqlite3_busy_timeout(connection.handle, 5000);
  if (const int defined = define_given_rows(connection.handle); defined != SQLITE_OK) connection.fail(defined);
  SqlStatement mode = database.prepare("PRAGMA journal_mode = WAL");
  mode.next();
  database.execute(
      "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -131072;"
      "PRAGMA wal_autocheckpoint = 16384");
  if (const Result<void> status = database.status(); !status) return status.error();
  return database;
}

void Database::fold_in_log() {
  if (connection_->failed()) return;
  const int code = sqlite3_exec(connection_->handle, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE",
                                nullptr, nullptr, nullptr);
  if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY) connection_->fail(code);
}

void Database::execute(std::string_view sql) {
  if (connection_->failed()) return;
  const int code = sqlite3_exec(connection_->handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) connection_->fail(code);
}

void Database::end_reading() {
  for (sqlite3_stmt* statement = nullptr; (statement = sqlite3_next_stmt(connection_->handle, statement)) != nullptr;) {
    sqlite3_reset(statement);
  }
  if (sqlite3_get_autocommit(connection_->handle) == 0) execute("COMMIT");
}

void Database::set_deadline(std::optional<std::chrono::steady_clock::time_point> deadline) {
  connection_->deadline = deadline.value_or(std::chrono::steady_clock::time_point());
  sqlite3_progress_handler(connection_->handle, kStepsBetweenLooks, deadline ? is_late : nullptr,
                           &connection_->deadline);
}

void Database::keep_pages(int kibibytes) { execute("PRAGMA cache_size = -" + std::to_string(kibibytes)); }

namespace {

void call_text_function(sqlite3_context* context, int, sqlite3_value** values) {
  const auto function = reinterpret_cast<Database::TextFunction>(sqlite3_user_data(context));
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
  const std::string text = function(bytes == nullptr ? std::string_view() : std::string_view(bytes, size));
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

}  // namespace

void Database::define(const char* name, TextFunction function) {
  if (connection_->failed()) return;
  const int code =
      sqlite3_create_function_v2(connection_->handle, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                 reinterpret_cast<void*>(function), call_text_function, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) connection_->fail(code);
}

namespace {

// The visit is an aggregate function that sums up nothing.
void hand_over(sqlite3_context* context, int, sqlite3_value** values) {
  auto& connection = *static_cast<Database::Connection*>(sqlite3_user_data(context));
  if (!connection.failed()) (*connection.visit)(SqlRow(connection, values));
}

void hand_over_nothing(sqlite3_context*) {}

}  // namespace

void Database::visit(std::string_view columns, std::string_view rest, const Visit& visit) {
  if (connection_->failed()) return;
  if (!std::exchange(connection_->hands_over, true)) {
    const int code = sqlite3_create_function_v2(connection_->handle, "hand_over", -1, SQLITE_UTF8, connection_.get(), nullptr,
                                                hand_over, hand_over_nothing, nullptr);
    if (code != SQLITE_OK) return connection_->fail(code);
  }
  connection_->visit = &visit;
  prepare("SELECT hand_over(" + std::string(columns) + ") " + std::string(rest)).run();
}

SqlStatement Database::prepare(std::string_view sql) { return SqlStatement(*connection_, sql); }

SqlStatement Database::prepare_later(std::string_view sql) {
  SqlStatement statement(*connection_);
  statement.later_ = sql;
  return statement;
}

Result<void> Database::status() const {
  if (connection_->failed()) return Error{connection_->failure};
  return {};
}

void Database::report_damage(std::string_view what) {
  connection_->fail("damaged (" + std::string(what) + "); build it again with 'quanhe build'");
}

SqlStatement::SqlStatement(Database::Connection& connection, std::string_view sql) : connection_(&connection) { compile(sql); }

void SqlStatement::compile(std::string_view sql) {
  if (connection_->failed()) return;
  const int code =
      sqlite3_prepare_v2(connection_->handle, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
  if (code != SQLITE_OK) connection_->fail(code);
}

SqlStatement::SqlStatement(SqlStatement&& other) noexcept
    : connection_(other.connection_), statement_(std::exchange(other.statement_, nullptr)), later_(other.later_) {}

SqlStatement::~SqlStatement() { sqlite3_finalize(statement_); }

bool SqlStatement::next() {
  if (connection_->failed()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) connection_->fail(code);
  return false;
}

std::int64_t SqlStatement::integer(int column) { return sqlite3_column_int64(statement_, column); }

namespace {

std::string text_of(Database::Connection& connection, const unsigned char* bytes, int size) {
  if (bytes == nullptr) return {};
  const std::string_view value(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  if (is_valid_utf8(value)) return std::string(value);
  connection.fail("damaged (a text is not UTF-8); build it again with 'quanhe build'");
  return {};
}

std::string_view bytes_of(const void* bytes, int size) {
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace

std::string SqlStatement::text(int column) {
  const unsigned char* bytes = sqlite3_column_text(statement_, column);
  return text_of(*connection_, bytes, sqlite3_column_bytes(statement_, column));
}

std::string_view SqlStatement::bytes(int column) {
  const void* bytes = sqlite3_column_blob(statement_, column);
  return bytes_of(bytes, sqlite3_column_bytes(statement_, column));
}

bool SqlStatement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t SqlRow::integer(int column) const { return sqlite3_value_int64(values_[column]); }

std::string SqlRow::text(int column) const {
  const unsigned char* bytes = sqlite3_value_text(values_[column]);
  return text_of(connection_, bytes, sqlite3_value_bytes(values_[column]));
}

std::string_view SqlRow::bytes(int column) const {
  const void* bytes = sqlite3_value_blob(values_[column]);
  return bytes_of(bytes, sqlite3_value_bytes(values_[column]));
}

std::int64_t SqlRow::integer_within(int column, std::int64_t least, std::int64_t most) const {
  const std::int64_t value = integer(column);
  if (sqlite3_value_type(values_[column]) == SQLITE_INTEGER && least <= value && value <= most) return value;
  connection_.fail("damaged (impossible value in column " + std::to_string(column + 1) +
                   "); build it again with 'quanhe build'");
  return least;
}

std::int64_t SqlStatement::integer_within(int column, std::int64_t least, std::int64_t most) {
  // Looked up once, for its type and for its value.
  sqlite3_value* found = sqlite3_column_value(statement_, column);
  const std::int64_t value = sqlite3_value_int64(found);
  if (sqlite3_value_type(found) == SQLITE_INTEGER && least <= value && value <= most) return value;
  connection_->fail(std::string("damaged (impossible value in column '") + sqlite3_column_name(statement_, column) +
                    "'); build it again with 'quanhe build'");
  return least;
}

double SqlStatement::real_within(int column, double least, double most) {
  const double value = sqlite3_column_double(statement_, column);
  if (value >= least && value <= most) return value;
  connection_->fail("damaged (a number out of range); build it again with 'quanhe build'");
  return least;
}

std::uint64_t SqlStatement::hash(int column) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min(),
                         kMost = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::uint64_t>(integer_within(column, kLeast, kMost));
}

void SqlStatement::reset() {
  if (statement_ != nullptr) sqlite3_reset(statement_);
}

void SqlStatement::bind_integer(int index, std::int64_t value) {
  if (connection_->failed()) return;
  const int code = sqlite3_bind_int64(statement_, index + 1, value);
  if (code != SQLITE_OK) connection_->fail(code);
}

void SqlStatement::bind_one(int index, double value) {
  if (connection_->failed()) return;
  const int code = sqlite3_bind_double(statement_, index + 1, value);
  if (code != SQLITE_OK) connection_->fail(code);
}

void SqlStatement::bind_text(int index, std::string_view value) {
  if (connection_->failed()) return;
  // A null pointer would bind NULL, which an empty view may hold.
  const char* bytes = value.data() == nullptr ? "" : value.data();
  const int code = sqlite3_bind_text(statement_, index + 1, bytes, static_cast<int>(value.size()), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) connection_->fail(code);
}

void SqlStatement::bind_bytes(int index, std::string_view value) {
  if (connection_->failed()) return;
  const int code =
      sqlite3_bind_blob(statement_, index + 1, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) connection_->fail(code);
}

void SqlStatement::bind_null(int index) {
  if (connection_->failed()) return;
  const int code = sqlite3_bind_null(statement_, index + 1);
  if (code != SQLITE_OK) connection_->fail(code);
}

void SqlStatement::bind_one(int index, const RowList& rows) {
  if (connection_->failed()) return;
  // SQLite hands on the pointer, to the list that only reads.
  const int code =
      sqlite3_bind_pointer(statement_, index + 1, const_cast<RowList*>(&rows), kRowListPointer, nullptr);
  if (code != SQLITE_OK) connection_->fail(code);
}

namespace {

// Without FAIL each page would be kept as it was, in case a row is refused and those before it must go; we give up the
// whole batch then.
std::string insert_of(std::string_view table, int columns) {
  std::string values = "v0";
  for (int i = 1; i < columns; ++i) values += ", v" + std::to_string(i);
  return "INSERT OR FAIL INTO " + std::string(table) + " SELECT " + values + " FROM given(?)";
}

}  // namespace

RowInserter::RowInserter(Database& database, std::string_view table, int columns)
    : statement_(database.prepare(insert_of(table, columns))), rows_(columns) {}

void RowInserter::flush() {
  if (rows_.empty()) return;
  statement_.run(rows_);
  statement_.reset();
  rows_.clear();
}

}  // namespace quanhe
