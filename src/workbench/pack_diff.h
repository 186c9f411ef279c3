#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "workbench/documents.h"
#include "text/layout.h"

namespace quanhe {

// An edge that a document shows by one of two packs only.
struct ChangedEdge {
  std::string edge;      // "A -met- B"; with the types of both where another change reads the same
  std::string rules;     // that make it, by commas
  std::string sentence;  // where its evidence begins, in one line
};

struct DocumentDiff {
  std::string id;
  std::vector<ChangedEdge> lost;    // by the old pack only, in the order of the text
  std::vector<ChangedEdge> gained;  // by the new one only
};

// Compares what two versions of a pack make of documents, which outlive it. An edge is two nodes, by type and name, and
// a relation; denied and requested statements show none. That an edge has another status, other attributes or more or
// fewer statements is no change.
class PackDiff {
 public:
  PackDiff(const RuleSet& old_rules, const RuleSet& new_rules)
      : old_rules_(old_rules), new_rules_(new_rules), old_reader_(old_rules), new_reader_(new_rules) {}

  // An Error where the text is no document. Cost: that of reading it by both packs.
  Result<DocumentDiff> compare(const DocumentSource& source);

 private:
  const RuleSet& old_rules_;
  const RuleSet& new_rules_;
  FactsReader old_reader_;
  FactsReader new_reader_;
};

// Each edge with its sentence; "" when nothing changed. Ends in a line break.
std::string to_text(const DocumentDiff& diff, const TextStyle& style);

}  // namespace quanhe
