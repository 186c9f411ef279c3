#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/ledgers.h"
#include "store/document_text.h"
#include "store/evidence_columns.h"
#include "store/statement_forms.h"
#include "store/stored_graph.h"

namespace quanhe {

struct StoredDocument {
  DocumentKey key = 0;
  std::string id;
  std::string date;  // ISO 8601, or ""
  std::string date_basis;
  std::string url;
  std::string title;
  std::string source;  // id of the document that stands for all its near-copies, which are one source
};

// An occurrence with its words.
struct StoredStatement {
  OccurrenceKey key = 0;
  EdgeKey edge = 0;
  DocumentKey document = 0;
  Status status = Status::kHappened;
  Attributes attributes;
  Evidence evidence;
};

// What a person decided about an edge.
struct StoredJudgement {
  Judgement judgement = Judgement::kNone;
  std::string because;
  std::string who;
  std::string when;
};

struct StoredSentence {
  std::int64_t key = 0;
  DocumentKey document = 0;
  std::uint32_t start = 0;  // bytes of the document
  std::string text;
};

// Why a node is one although documents name several.
struct StoredIdentity {
  std::vector<StoredNode> parts;  // that became part of it, by id; document_count is that of their own
  std::vector<MergeLine> lines;   // of the ledger that link them with it
};

// Asks the same file as `graph`, which must outlive it, for the words behind its edges. Errors as those of StoredGraph.
class StoredEvidence {
 public:
  explicit StoredEvidence(StoredGraph& graph);
  StoredEvidence(const StoredEvidence&) = delete;
  StoredEvidence& operator=(const StoredEvidence&) = delete;

  // Look-ups in an index each. Edges from either to the other, also those that a person rejected; by key.
  Result<std::vector<StoredEdge>> edges_between(NodeKey a, NodeKey b);
  Result<StoredEdge> edge(EdgeKey key);
  Result<Attributes> attributes_of(OccurrenceKey key);
  Result<StoredJudgement> judgement_of(const StoredEdge& edge);
  Result<StoredStatement> statement(OccurrenceKey key);
  Result<StoredDocument> document(DocumentKey key);
  // What stands in this sentence and is neither withdrawn nor rejected, by place.
  Result<std::vector<OccurrenceKey>> statements_in(std::int64_t sentence);
  Result<StoredIdentity> identity_of(const StoredNode& node);
  // Its names besides its own, sorted.
  Result<std::vector<std::string>> aliases_of(const StoredNode& node);

  // All edges of these relations, or all there are when none is named; by key. Cost: the table of edges.
  Result<std::vector<StoredEdge>> edges_of(const std::vector<std::string>& relations);

  // Names and sentences that hold all of these words, of which each is ascii_fold()ed; in names the last may be the
  // beginning of one. The best first, at most `most`. Cost: what an index has of the words.
  Result<std::vector<StoredName>> names_with(const std::vector<std::string>& words, std::size_t most);
  Result<std::vector<StoredSentence>> sentences_with(const std::vector<std::string>& words, std::size_t most);

  // Lives until the next call; a failure sticks, and the next question tells it.
  const DocumentText& text(DocumentKey document) { return texts_.of(document); }

 private:
  Result<void> status() const { return database_.status(); }

  Database& database_;
  std::map<RelationKey, std::string> relations_;
  NumberedNames rules_;
  NumberedNames terms_;
  StatementForms forms_;
  DocumentTexts texts_;
  SqlStatement between_;
  SqlStatement edge_;
  SqlStatement judgement_;
  SqlStatement statement_;
  SqlStatement document_;
  SqlStatement attributes_;
};

}  // namespace quanhe
