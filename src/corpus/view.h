#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/ledgers.h"
#include "facts/facts.h"
#include "facts/ontology.h"

namespace quanhe {

struct ViewDocument {
  std::string id;
  std::string date;
  std::string date_basis;
  std::string url;
  std::string title;
  std::uint64_t content_hash = 0;
  std::uint32_t source_group = 0;  // the first of the near-copies of one text, which are one source
};

struct ViewNode {
  std::string id;
  std::string type;
  std::string name;
  std::vector<std::string> aliases;  // sorted, unique, without the name
  std::uint32_t document_count = 0;  // documents that name it
};

// One statement of one document about an edge.
struct ViewOccurrence {
  std::uint32_t document = 0;  // index into View::documents
  std::uint32_t number = 0;    // of the occurrence within the document
  Status status = Status::kHappened;
  std::vector<std::pair<std::string, std::string>> attributes;
  Evidence evidence;
};

// All that the documents say of one relation between two nodes. A symmetric relation is stored once.
struct ViewEdge {
  std::uint32_t from = 0;  // index into View::nodes
  std::uint32_t to = 0;
  std::string relation;
  Status status = Status::kHappened;        // the strongest claim: the most real of its occurrences
  int confidence = 0;                       // thousandths, 1 to 990; of the occurrences with that status or a shown one
  std::uint32_t source_count = 0;           // independent source groups among these
  std::vector<ViewOccurrence> occurrences;  // by document, span, rule, number; never empty
  bool confirmed = false;                   // by a person, in the ledger
};

// What a set of documents says: a function of the set, computed in canonical order. Documents and nodes are
// sorted by id, edges by relation, then the ids of their ends.
struct View {
  PackInfo pack;
  Ontology ontology;
  std::vector<ViewDocument> documents;
  std::vector<ViewNode> nodes;
  std::vector<ViewEdge> edges;
};

// The same set in any order gives the same view. Ids of documents are unique. Facts that a document filled in
// by default are left out where another document says in words something else of the same person (see withdrawal.cc), and
// so are edges that the ledgers reject, and edges from a node to itself. The ledgers also say which nodes are one (see identity.h).
// Cost: n log n in the number of statements.
View make_view(std::span<const DocumentFacts> documents, const Ontology& ontology, const PackInfo& pack,
               const Ledgers& ledgers = {});

}  // namespace quanhe
