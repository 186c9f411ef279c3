#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "workbench/documents.h"
#include "workbench/gold.h"
#include "text/layout.h"
#include "workbench/score.h"

namespace quanhe {

// A document of the gold, and what is wrong with what was found of it.
struct EvaluatedDocument {
  std::string id;
  bool read = false;  // it was among the inputs
  std::vector<Finding> findings;
};

struct EvaluationReport {
  Score score;
  std::vector<EvaluatedDocument> documents;  // in the order of the gold
  std::uint64_t without_gold = 0;            // documents that were read and left out
};

// Scores documents against gold, one after another. Holds the gold and what is wrong, not the documents; `rules`
// outlives it.
class Evaluation {
 public:
  Evaluation(std::vector<GoldDocument> gold, const RuleSet& rules);

  // A document of each id at most.
  void add(const ReadFacts& read);

  // What was added; documents of the gold that were not count as if nothing had been found. Ends the evaluation.
  EvaluationReport finish();

 private:
  std::vector<GoldDocument> gold_;
  std::map<std::string, std::size_t> numbers_;  // of the gold, by id
  const RuleSet& rules_;
  EvaluationReport report_;
};

// Precision, recall and F1 of nodes, edges and acts, of each type and relation, and how many dates are right.
std::string score_table(const Score& score, const RuleSet& rules);

// By rule, the worst first: edges right and wrong, the share of the right ones with its 95 % interval, and the
// confidence that the pack declares. "" when no edge was judged.
std::string rules_table(const Score& score, const RuleSet& rules);

// Each finding with its sentence, by document. "" when there is none.
std::string findings_text(const EvaluationReport& report, const RuleSet& rules, const TextStyle& style);

// All of this as one JSON object in one line, with a line break. docs/commands.md holds its keys.
std::string to_json(const EvaluationReport& report, const RuleSet& rules);

}  // namespace quanhe
