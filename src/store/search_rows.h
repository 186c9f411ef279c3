#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "store/database.h"

namespace quanhe {

// A table and its index of full-text search while rows come, behind all others, and go. FTS5 writes a segment of its
// index whenever a row comes that is not behind the row before, and at the end of a statement. So what is indexed
// changes with write() only, by one statement in the order of the rows. Failures stick in the database.
class SearchRows {
 public:
  // `folded`: what is indexed of a row, in SQL. In a first build there is no index yet (fill_search).
  SearchRows(Database& database, bool is_first_build, const std::string& index, const std::string& table,
             const std::string& key, const std::string& folded);

  // Rows that are indexed go with write(), others now.
  void remove(std::int64_t first, std::int64_t count);

  void write();

 private:
  bool is_first_build_;
  SqlStatement last_;
  SqlStatement remove_;
  SqlStatement index_;
  std::int64_t last_indexed_;
  std::map<std::int64_t, std::int64_t> removed_;  // how many from each
};

// Makes both indexes of all sentences and spellings; both must be empty. Cost: those tables, and some 64 MiB.
void fill_search(Database& database);

}  // namespace quanhe
