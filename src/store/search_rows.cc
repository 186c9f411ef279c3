#include "store/search_rows.h"

namespace quanhe {

SearchRows::SearchRows(Database& database, bool is_first_build, const std::string& index, const std::string& table,
                       const std::string& key, const std::string& folded)
    : is_first_build_(is_first_build),
      last_(database.prepare("SELECT max(" + key + ") FROM " + table)),
      remove_(database.prepare("DELETE FROM " + table + " WHERE " + key + " >= ?1 AND " + key + " < ?1 + ?2")),
      // The rows come in order, though nothing is said of it: the pieces of the list, and in each its rows.
      index_(database.prepare("INSERT INTO " + index + " (" + index + ", rowid, folded) SELECT 'delete', " + key +
                              ", " + folded + " FROM json_each(?1) piece CROSS JOIN " + table + " WHERE " + key +
                              " BETWEEN piece.value ->> 0 AND piece.value ->> 1 UNION ALL SELECT NULL, " + key + ", " +
                              folded + " FROM " + table + " WHERE " + key + " > ?2")),
      last_indexed_(is_first_build ? 0 : last_.find().value_or(0)) {}

void SearchRows::remove(std::int64_t first, std::int64_t count) {
  if (first > last_indexed_) return remove_.run(first, count);
  if (count > 0) removed_.emplace(first, count);
}

void SearchRows::write() {
  if (is_first_build_) return;
  std::string pieces;
  for (const auto& [first, count] : removed_) {
    pieces += (pieces.empty() ? "[" : ",[") + std::to_string(first) + ',' + std::to_string(first + count - 1) + ']';
  }
  index_.run('[' + pieces + ']', last_indexed_);
  for (const auto& [first, count] : removed_) remove_.run(first, count);
  removed_.clear();
  last_indexed_ = last_.find().value_or(0);
}

namespace {

// What FTS5 holds of an index before it writes a segment, in bytes; the file keeps it. Of itself it holds one MiB, which takes
// half as long again. The words that it holds are in a table whose hash has no secret: of words that were made to
// collide each costs a walk along all that are held, so more would gain little and could cost hours.
constexpr std::int64_t kHeldBytes = 4 << 20;

void fill_one(Database& database, const std::string& table, const std::string& rows) {
  database.prepare("INSERT INTO " + table + " (" + table + ", rank) VALUES ('hashsize', ?)").run(kHeldBytes);
  database.execute("INSERT INTO " + table + " (rowid, folded) " + rows);
}

}  // namespace

void fill_search(Database& database) {
  fill_one(database, "sentence_search", "SELECT sentence, ascii_fold(text) FROM sentences ORDER BY sentence");
  fill_one(database, "name_search", "SELECT spelling, folded FROM spellings ORDER BY spelling");
}

}  // namespace quanhe
