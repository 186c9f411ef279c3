#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "facts/facts.h"
#include "facts/ontology.h"
#include "store/claims.h"
#include "store/document_reader.h"
#include "store/edge_rows.h"
#include "store/keys.h"
#include "store/node_rows.h"
#include "store/search_rows.h"
#include "store/statement_names.h"

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
  std::uint64_t content_hash = 0;  // DocumentFacts::content_hash
};

struct PutDocument {
  DocumentKey document = 0;
  Claims claims;
};

// The rows of one document: documents, sentences, sentence_search, near_copy_keys, occurrences. Nodes and edges come
// with them; what the view makes of them is not touched. Failures stick in the database.
class DocumentRows {
 public:
  // `holds_all`: as NodeRows.
  DocumentRows(Database& database, bool holds_all, const Ontology& ontology, StatementNames& names,
               DocumentReader& reader, NodeRows& nodes, EdgeRows& edges);

  std::optional<StoredProvenance> find(std::string_view id);

  // Whether the document's rows say this. False in a first build, which is not asked much.
  bool say(const StoredProvenance& document, const DocumentFacts& facts);
  void set_provenance(DocumentKey document, const Provenance& provenance);

  // `replaced` is the document of that id that is there. Where its text is the same, the rows of its sentences stay,
  // and their words need no search. A first build adds the rows with write() at the latest.
  PutDocument put(const DocumentFacts& facts, const Provenance& provenance,
                  const std::optional<StoredProvenance>& replaced);
  void write();
  void remove(DocumentKey document);
  // Afterwards the sentences are found by their words. A first build does that in the end (fill_search).
  void write_search() { search_.write(); }

 private:
  std::vector<ListedNode> put_nodes(const DocumentFacts& facts, const std::vector<NodeRow>& rows);
  bool has_text(const StoredProvenance& document, const DocumentFacts& facts);
  std::int64_t put_sentences(DocumentKey document, const DocumentFacts& facts);
  std::int64_t keep_sentences(DocumentKey from, DocumentKey to);
  void remove_sentences(DocumentKey document);
  void remove_other_rows(DocumentKey document);
  void look_up_edges(const DocumentFacts& facts, const std::vector<NodeRow>& nodes);
  Claims put_statements(DocumentKey document, const DocumentFacts& facts, const std::vector<NodeRow>& nodes);
  void remove_keys(DocumentKey document);
  EdgeKey shown_edge(const EdgeEnds& said, const NodeRow& from, const NodeRow& to, const FirstStatement& first);
  void count_nodes(const std::vector<ListedNode>& nodes, int by);

  Database& database_;
  bool holds_all_;
  KeyedMap<std::string, DocumentKey> documents_;  // by id, when all are held
  const Ontology& ontology_;
  StatementNames& names_;
  DocumentReader& reader_;
  NodeRows& nodes_;
  EdgeRows& edges_;
  DocumentKey last_document_ = 0;
  std::int64_t last_sentence_ = 0;
  OccurrenceKey last_occurrence_ = 0;

  SqlStatement find_;
  SqlStatement provenance_;
  RowInserter added_;
  RowInserter keys_;
  RowInserter sentences_;
  RowInserter occurrences_;
  SqlStatement set_provenance_;
  SqlStatement rows_of_;
  SqlStatement keep_sentences_;
  SqlStatement remove_occurrences_;
  SqlStatement keys_of_;
  SqlStatement remove_key_;
  SqlStatement remove_document_;
  SearchRows search_;  // of sentences
};

}  // namespace quanhe
