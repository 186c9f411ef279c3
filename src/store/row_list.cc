// A table of SQLite's that has no rows of its own (an eponymous virtual table): its hidden column `list` takes a
// pointer to a RowList, and its rows are those of the list. In the manner of SQLite's own extension carray.

#include "store/row_list.h"

#include <sqlite3.h>

#include <memory>

namespace quanhe {

void RowList::clear() {
  values_.clear();
  texts_.clear();
}

void RowList::append_text(Kind kind, std::string_view text) {
  values_.push_back({kind, static_cast<std::uint32_t>(text.size()), static_cast<std::int64_t>(texts_.size())});
  texts_ += text;
}

void RowList::give(sqlite3_context* context, std::size_t row, std::size_t column) const {
  if (column >= columns_) return;
  const Value& value = values_[row * columns_ + column];
  switch (value.kind) {
    case Kind::kNull: return;
    case Kind::kInteger: return sqlite3_result_int64(context, value.number);
    case Kind::kText:
      return sqlite3_result_text(context, texts_.data() + value.number, static_cast<int>(value.size), SQLITE_STATIC);
    case Kind::kBytes:
      return sqlite3_result_blob(context, texts_.data() + value.number, static_cast<int>(value.size), SQLITE_STATIC);
  }
}

namespace {

struct Cursor : sqlite3_vtab_cursor {
  const RowList* list = nullptr;
  std::size_t row = 0;
};

Cursor& cursor_of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

int connect(sqlite3* connection, void*, int, const char* const*, sqlite3_vtab** table, char**) {
  std::string columns;
  for (int i = 0; i < RowList::kMostColumns; ++i) columns += 'v' + std::to_string(i) + ',';
  const int code = sqlite3_declare_vtab(connection, ("CREATE TABLE given (" + columns + "list HIDDEN)").c_str());
  if (code == SQLITE_OK) *table = std::make_unique<sqlite3_vtab>().release();
  return code;
}

int disconnect(sqlite3_vtab* table) {
  std::unique_ptr<sqlite3_vtab>(table).reset();
  return SQLITE_OK;
}

// There is one way to read it: with a list, from the first row to the last.
int choose(sqlite3_vtab*, sqlite3_index_info* question) {
  for (int i = 0; i < question->nConstraint; ++i) {
    const auto& constraint = question->aConstraint[i];
    if (constraint.iColumn != RowList::kMostColumns || constraint.usable == 0) continue;
    question->aConstraintUsage[i].argvIndex = 1;
    question->aConstraintUsage[i].omit = 1;
    question->estimatedCost = 1;
    return SQLITE_OK;
  }
  return SQLITE_CONSTRAINT;
}

int open_cursor(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
  *cursor = std::make_unique<Cursor>().release();
  return SQLITE_OK;
}

int close_cursor(sqlite3_vtab_cursor* cursor) {
  std::unique_ptr<Cursor>(&cursor_of(cursor)).reset();
  return SQLITE_OK;
}

int start(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value** values) {
  cursor_of(cursor).list = static_cast<const RowList*>(sqlite3_value_pointer(values[0], kRowListPointer));
  cursor_of(cursor).row = 0;
  return SQLITE_OK;
}

int go_on(sqlite3_vtab_cursor* cursor) {
  ++cursor_of(cursor).row;
  return SQLITE_OK;
}

int is_at_end(sqlite3_vtab_cursor* cursor) {
  const Cursor& now = cursor_of(cursor);
  return now.list == nullptr || now.row >= now.list->size() ? 1 : 0;
}

int give_column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int column) {
  const Cursor& now = cursor_of(cursor);
  now.list->give(context, now.row, static_cast<std::size_t>(column));
  return SQLITE_OK;
}

int give_rowid(sqlite3_vtab_cursor* cursor, sqlite3_int64* rowid) {
  *rowid = static_cast<sqlite3_int64>(cursor_of(cursor).row);
  return SQLITE_OK;
}

const sqlite3_module& given_module() {
  static const sqlite3_module module = [] {
    sqlite3_module made{};
    made.xConnect = connect;
    made.xBestIndex = choose;
    made.xDisconnect = disconnect;
    made.xOpen = open_cursor;
    made.xClose = close_cursor;
    made.xFilter = start;
    made.xNext = go_on;
    made.xEof = is_at_end;
    made.xColumn = give_column;
    made.xRowid = give_rowid;
    return made;
  }();
  return module;
}

}  // namespace

int define_given_rows(sqlite3* connection) {
  return sqlite3_create_module_v2(connection, "given", &given_module(), nullptr, nullptr);
}

}  // namespace quanhe
