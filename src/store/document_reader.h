#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/facts.h"
#include "store/database.h"
#include "store/evidence_columns.h"
#include "store/keys.h"
#include "store/statement_names.h"

namespace quanhe {

// Those of a document's statements that rest on a default, side by side with the keys of their rows. Of each there is what
// withdrawal asks; its ends are numbers within the document.
struct DefaultedRows {
  std::vector<Statement> statements;
  std::vector<OccurrenceKey> keys;
  std::vector<EdgeKey> edges;
  std::vector<Standing> standings;
};

// Reads the rows of one document back. Failures stick in the database.
class DocumentReader {
 public:
  // Both must outlive it.
  DocumentReader(Database& database, StatementNames& names);

  // What the document says, as it was put, but for Node::spelling.
  DocumentFacts facts(DocumentKey document);
  // Of that its text and where its sentences start.
  DocumentFacts text(DocumentKey document);
  // With the nodes under which they are shown; statements from a node to itself are left out.
  DefaultedRows defaulted_statements(DocumentKey document);
  // By key.
  std::vector<ListedNode> nodes_of(DocumentKey document);

 private:
  using Places = std::unordered_map<NodeKey, std::uint32_t>;

  void read_head(DocumentKey document, DocumentFacts& facts);
  Places read_nodes(DocumentKey document, DocumentFacts& facts);
  void read_sentences(DocumentKey document, DocumentFacts& facts);
  std::optional<Statement> read_statement(const Places& places, const std::string& text);

  Database& database_;
  StatementNames& names_;
  SqlStatement head_;
  SqlStatement node_list_;
  SqlStatement node_;
  SqlStatement spelling_;
  SqlStatement sentences_;
  SqlStatement statements_;
  SqlStatement defaulted_;
};

}  // namespace quanhe
