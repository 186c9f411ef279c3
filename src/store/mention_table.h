#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/interner.h"
#include "store/database.h"
#include "store/keys.h"

namespace quanhe {

struct StoredMention;

// What StoredGraph::mentions_of() says, of all edges at once: for questions about so many that one look-up after another
// would take longer. Without the keys of the occurrences and the ids of the documents. 24 bytes a statement.
class MentionTable {
 public:
  // Failures stick in the database. Cost: the table of occurrences once.
  explicit MentionTable(Database& database);

  std::vector<StoredMention> of(EdgeKey edge) const;

 private:
  struct Document {
    DocumentKey key = 0;
    std::string date;
    DocumentKey source_group = 0;
  };
  struct Row {
    std::uint32_t edge = 0;
    std::uint32_t document = 0;  // in documents_
    std::uint32_t date = 0;  // this and the next two in texts_
    std::uint32_t since = 0;
    std::uint32_t until = 0;
    std::uint16_t confidence = 0;
    std::uint8_t status = 0;
  };

  std::vector<Document> documents_;
  Interner texts_;
  std::vector<Row> rows_;  // by edge, then key
};

}  // namespace quanhe
