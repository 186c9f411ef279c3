#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/ledgers.h"
#include "facts/ontology.h"
#include "store/claims.h"
#include "store/document_reader.h"
#include "store/edge_rows.h"
#include "store/keys.h"

namespace quanhe {

// What withdrawal asks: the written statements that the table edges counts.
class StoredWitness {
 public:
  explicit StoredWitness(Database& database);
  // The rows of `document` that are to be withdrawn.
  std::vector<bool> withdrawn(const DefaultedRows& document);

 private:
  SqlStatement same_;
  SqlStatement rival_;
};

// Keeps what the tables say as a view in step with the documents, at a cost of what changed and not of what is there:
// the source groups, what is withdrawn, and the tallies of edges. view_rows.cc says how; rebuild_view() is the same for
// a file as a whole, and the law for both is make_view(). Failures stick in the database.
class ViewRows {
 public:
  ViewRows(Database& database, StatementNames& names, DocumentReader& reader, EdgeRows& edges);

  // To be called before a document's rows are removed, and after they were put, with what they say.
  void leave(DocumentKey document);
  void enter(DocumentKey document, const std::vector<std::uint64_t>& near_copy_keys, Claims claims);

  // Afterwards the view is that of the documents.
  void refresh();

 private:
  const Claims& claims_of(DocumentKey document);
  bool has_defaults(DocumentKey document);
  void loosen(DocumentKey group);
  void count_group(const std::vector<DocumentKey>& members, int by);
  void count_written(DocumentKey document, int by);
  std::set<NodeKey> changed_witnesses() const;
  std::set<DocumentKey> to_judge();
  void judge(DocumentKey document);
  void group_loose();

  Database& database_;
  StatementNames& names_;
  DocumentReader& reader_;
  EdgeRows& edges_;
  std::set<DocumentKey> loose_;  // whose group counts nowhere at the moment
  std::set<DocumentKey> entered_;
  std::unordered_map<DocumentKey, Claims> claims_;  // that were read or entered since the last refresh()

  SqlStatement group_of_;
  SqlStatement members_;
  SqlStatement read_claims_;
  SqlStatement groups_of_key_;
  SqlStatement set_standing_;
  SqlStatement grouping_;
  SqlStatement set_group_;
  SqlStatement any_default_;
  SqlStatement defaulted_at_;
  StoredWitness witness_;
};

// Marks the edges that the lines tell of, and no others. Cost: look-ups for each line.
void judge_edges(Database& database, const Ontology& ontology, const std::vector<JudgementLine>& lines);

// Makes the view of all documents anew: identities by the ledgers, counts, groups, withdrawal, tallies, judgements.
// Cost: the whole file.
void rebuild_view(Database& database, DocumentReader& reader, const Ontology& ontology, const Ledgers& ledgers);

}  // namespace quanhe
