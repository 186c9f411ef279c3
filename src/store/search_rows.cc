#include "store/search_rows.h"

namespace quanhe {

namespace {

constexpr const char* kListed = " IN (SELECT value FROM json_each(?1))";

}  // namespace

SearchRows::SearchRows(Database& database, bool is_first_build, const std::string& index, const std::string& table,
                       const std::string& key, const std::string& folded)
    : is_first_build_(is_first_build),
      last_(database.prepare("SELECT max(" + key + ") FROM " + table)),
      rows_within_(database.prepare("SELECT " + key + " FROM " + table + " WHERE " + key + " >= ?1 AND " + key + " < ?1 + ?2")),
      remove_(database.prepare("DELETE FROM " + table + " WHERE " + key + " >= ?1 AND " + key + " < ?1 + ?2")),
      remove_indexed_(database.prepare("DELETE FROM " + table + " WHERE " + key + kListed)),
      index_(database.prepare(
          "INSERT INTO " + index + " (" + index + ", rowid, folded) "
          "SELECT 'delete', " + key + ", " + folded + " FROM " + table + " WHERE " + key + kListed + " UNION ALL "
          "SELECT NULL, " + key + ", " + folded + " FROM " + table + " WHERE " + key + " > ?2 ORDER BY 2")),
      last_indexed_(is_first_build ? 0 : last_.find().value_or(0)) {}

void SearchRows::remove(std::int64_t first, std::int64_t count) {
  if (first > last_indexed_) return remove_.run(first, count);
  rows_within_.bind(first, count);
  while (rows_within_.next()) removed_.insert(rows_within_.integer(0));
}

void SearchRows::write() {
  if (is_first_build_) return;
  std::string rows = "[";
  for (const std::int64_t row : removed_) rows += (rows.size() > 1 ? "," : "") + std::to_string(row);
  rows += ']';
  index_.run(rows, last_indexed_);
  remove_indexed_.run(rows);
  removed_.clear();
  last_indexed_ = last_.find().value_or(0);
}

namespace {

// What FTS5 holds of an index before it writes a segment, in bytes; the second is what it holds by itself.
void set_held_bytes(Database& database, const std::string& table, std::int64_t bytes) {
  database.prepare("INSERT INTO " + table + " (" + table + ", rank) VALUES ('hashsize', ?)").run(bytes);
}

void fill_one(Database& database, const std::string& table, const std::string& rows) {
  constexpr std::int64_t kAtOnce = 64 << 20, kUsual = 1 << 20;
  set_held_bytes(database, table, kAtOnce);
  database.execute("INSERT INTO " + table + " (rowid, folded) " + rows);
  set_held_bytes(database, table, kUsual);
}

}  // namespace

void fill_search(Database& database) {
  fill_one(database, "sentence_search", "SELECT sentence, ascii_fold(text) FROM sentences ORDER BY sentence");
  fill_one(database, "name_search", "SELECT spelling, folded FROM spellings ORDER BY spelling");
}

}  // namespace quanhe
