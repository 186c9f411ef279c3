#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/facts.h"
#include "facts/ontology.h"
#include "store/edge_rows.h"
#include "store/keys.h"
#include "store/node_rows.h"
#include "store/numbered_names.h"

namespace quanhe {

// Where a document's facts come from.
struct Provenance {
  std::string source_hash;  // of all that was read of it
  std::string pack_hash;    // of the rules that read it
  std::string origin;       // the file or folder that was named, absolute, or "-"
  std::string place;        // for messages: "news/a.txt", "day.jsonl:12"
};

struct StoredProvenance {
  DocumentKey document = 0;
  Provenance provenance;
};

// A document's statements as its rows have them, side by side with the rows' keys.
struct StatementRows {
  DocumentFacts facts;
  std::vector<OccurrenceKey> keys;
  std::vector<EdgeKey> edges;
  std::vector<Standing> standings;
};

// The rows of one document: documents, sentences, sentence_search, near_copy_keys, occurrences. Nodes and edges come with
// them; what the view makes of them is not touched. Failures stick in the database.
class DocumentRows {
 public:
  // `holds_all`: as NodeRows.
  DocumentRows(Database& database, bool holds_all, const Ontology& ontology, NodeRows& nodes, EdgeRows& edges);

  std::optional<StoredProvenance> find(std::string_view id);

  // The id must not be there. `counts`: also count the document at its nodes and spellings.
  DocumentKey put(const DocumentFacts& facts, const Provenance& provenance, bool counts);
  void remove(DocumentKey document);

  // What the document says, as it was put.
  DocumentFacts facts(DocumentKey document);
  // With the nodes under which they are shown; statements from a node to itself are left out.
  StatementRows statements_as_shown(DocumentKey document);

 private:
  struct DocumentNode {
    NodeRow row;
    std::vector<SpellingKey> spellings;
  };

  std::string put_nodes(const DocumentFacts& facts, std::vector<NodeRow>& rows, bool counts);
  void put_sentences(DocumentKey document, const DocumentFacts& facts);
  void put_statements(DocumentKey document, const DocumentFacts& facts, const std::vector<NodeRow>& nodes);
  EdgeKey shown_edge(const EdgeEnds& said, const NodeRow& from, const NodeRow& to);
  std::vector<DocumentNode> nodes_of(DocumentKey document);
  void count_nodes(const std::vector<DocumentNode>& nodes, int by);
  void read_nodes(DocumentKey document, DocumentFacts& facts, std::vector<NodeKey>& keys);
  void read_sentences(DocumentKey document, DocumentFacts& facts);

  Database& database_;
  bool holds_all_;
  std::unordered_map<std::string, DocumentKey> documents_;  // by id, when all are held
  const Ontology& ontology_;
  NodeRows& nodes_;
  EdgeRows& edges_;
  NumberedNames rules_;
  NumberedNames terms_;
  NumberedNames relations_;
  DocumentKey last_document_ = 0;
  std::int64_t last_sentence_ = 0;
  OccurrenceKey last_occurrence_ = 0;

  SqlStatement find_;
  SqlStatement provenance_;
  SqlStatement add_document_;
  SqlStatement add_key_;
  SqlStatement add_sentence_;
  SqlStatement index_sentence_;
  SqlStatement add_occurrence_;
};

}  // namespace quanhe
