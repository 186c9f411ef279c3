#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "store/database.h"

namespace quanhe {

// One index of full-text search, sentence_search or name_search, while rows come and go. FTS5 writes a segment of its index
// whenever a row comes that is not behind the row before, and merges segments later at some cost. So what changes is kept
// here, and written in the order of the rows. Failures stick in the database.
class SearchRows {
 public:
  SearchRows(Database& database, std::string_view table);

  void add(std::int64_t row, std::string folded) { added_.insert_or_assign(row, std::move(folded)); }
  // With the words with which it was added.
  void remove(std::int64_t row, std::string folded);

  void write();

 private:
  SqlStatement add_;
  SqlStatement remove_;
  std::map<std::int64_t, std::string> added_;
  std::map<std::int64_t, std::string> removed_;
};

// Makes both indexes of all sentences and spellings; both must be empty. Cost: those tables, and some 64 MiB.
void fill_search(Database& database);

}  // namespace quanhe
