#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/keys.h"
#include "store/stored_graph.h"
#include "text/document.h"

namespace quanhe {

// The documents of a graph as they were read, to be read again. `graph` must outlive it. Errors as those of StoredGraph.
class StoredSources {
 public:
  explicit StoredSources(StoredGraph& graph);

  // For each pair of ids as they are shown the documents that name both nodes, or one that became part of them; where none
  // does, those in whose sentences stand the words of both ids. By key. Cost: all documents once, without their sentences.
  using Ids = std::pair<std::string, std::string>;
  Result<std::vector<std::vector<DocumentKey>>> telling_of(const std::vector<Ids>& pairs);

  Result<DocumentSource> source(DocumentKey document);

 private:
  std::vector<NodeKey> keys_of(const std::string& id);
  std::vector<DocumentKey> documents_with_words_of(const std::string& id);

  Database& database_;
  SqlStatement keys_;
  SqlStatement with_words_;
  SqlStatement head_;
  SqlStatement sentences_;
};

}  // namespace quanhe
