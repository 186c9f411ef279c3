#pragma once

#include <string_view>

#include "store/document_text.h"
#include "store/stored_graph.h"

namespace quanhe {

// The texts of the documents of a graph, which must outlive it, for those who know them by their ids.
class TextsById {
 public:
  explicit TextsById(StoredGraph& graph);

  // Lives until the next call. Empty where the graph has no such document; failures stick in the database. Cost: the
  // document, unless it was asked for just before.
  const DocumentText& of(std::string_view document);

 private:
  SqlStatement key_;
  DocumentTexts texts_;
};

}  // namespace quanhe
