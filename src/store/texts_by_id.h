#pragma once

#include <cstddef>
#include <string>

#include "base/keyed_hash.h"
#include "store/document_text.h"
#include "store/stored_graph.h"

namespace quanhe {

// The texts of the documents of a graph, which must outlive it, for those who know them by their ids and come back to
// them. Memory: 32 MiB and a document.
class TextsById {
 public:
  explicit TextsById(StoredGraph& graph);

  // Lives until the next call. Empty where the graph has no such document; failures stick in the database. Cost: the
  // document, unless it was asked for not long before.
  const DocumentText& of(const std::string& document);

 private:
  SqlStatement key_;
  DocumentTexts texts_;
  KeyedMap<std::string, DocumentText> known_;
  std::size_t known_bytes_ = 0;
};

}  // namespace quanhe
