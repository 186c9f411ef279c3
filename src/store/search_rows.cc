#include "store/search_rows.h"

#include "text/fold.h"

namespace quanhe {

SearchRows::SearchRows(Database& database, std::string_view table)
    : add_(database.prepare("INSERT INTO " + std::string(table) + " (rowid, folded) VALUES (?, ?)")),
      remove_(database.prepare("INSERT INTO " + std::string(table) + " (" + std::string(table) +
                               ", rowid, folded) VALUES ('delete', ?, ?)")) {}

void SearchRows::remove(std::int64_t row, std::string folded) {
  if (added_.erase(row) == 0) removed_.emplace(row, std::move(folded));
}

void SearchRows::write() {
  for (const auto& [row, folded] : removed_) remove_.run(row, folded);
  for (const auto& [row, folded] : added_) add_.run(row, folded);
  removed_.clear();
  added_.clear();
}

namespace {

// What FTS5 holds of an index before it writes a segment, in bytes; the second is what it holds by itself.
void set_held_bytes(Database& database, const std::string& table, std::int64_t bytes) {
  database.prepare("INSERT INTO " + table + " (" + table + ", rank) VALUES ('hashsize', ?)").run(bytes);
}

void fill_one(Database& database, const std::string& table, std::string_view rows) {
  constexpr std::int64_t kAtOnce = 64 << 20, kUsual = 1 << 20;
  set_held_bytes(database, table, kAtOnce);
  SqlStatement add = database.prepare("INSERT INTO " + table + " (rowid, folded) VALUES (?, ?)");
  SqlStatement row = database.prepare(rows);
  while (row.next()) add.run(row.integer(0), ascii_fold(row.text(1)));
  set_held_bytes(database, table, kUsual);
}

}  // namespace

void fill_search(Database& database) {
  fill_one(database, "sentence_search", "SELECT sentence, text FROM sentences ORDER BY sentence");
  fill_one(database, "name_search", "SELECT spelling, name FROM spellings ORDER BY spelling");
}

}  // namespace quanhe
