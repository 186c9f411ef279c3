#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/ledgers.h"
#include "rules/rule_set.h"
#include "text/layout.h"

namespace quanhe {

// What rules make of an edge that a person judged.
struct JudgedEdge {
  struct Finding {
    std::string document;
    std::string rules;     // that make it, by commas
    std::string sentence;  // where its evidence begins, in one line
  };

  std::string edge;  // "id -relation-> id"
  Judgement judgement = Judgement::kNone;
  std::string because;
  std::vector<std::string> documents;  // that were read for it
  std::vector<Finding> found;          // those that show it

  bool is_tested() const { return !documents.empty(); }
  bool holds() const { return !is_tested() || found.empty() == (judgement == Judgement::kRejected); }
};

// Reads the documents of the graph again that can tell of an edge that the lines judge. A rejected edge holds where none of
// them shows it, a confirmed one where one does; denied and requested statements show none. Nodes are one as the graph's
// ledger has it. In the order of the ids. The Error is that of the graph. Cost: that of reading those documents.
Result<std::vector<JudgedEdge>> run_judgements(const RuleSet& rules, const std::vector<JudgementLine>& lines,
                                               const std::filesystem::path& graph);

// Each that does not hold, with the words; then a line of counts.
std::string to_text(const std::vector<JudgedEdge>& edges, const TextStyle& style);

}  // namespace quanhe
