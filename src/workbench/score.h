#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "facts/facts.h"
#include "rules/rule_set.h"
#include "workbench/gold.h"
#include "workbench/sentence_texts.h"

namespace quanhe {

// How often something was found and is there, was found and is not there, is there and was not found. Each measure is
// in [0, 1], and 0 where there is nothing to measure.
struct Counts {
  std::uint64_t found = 0;
  std::uint64_t false_alarms = 0;
  std::uint64_t missed = 0;

  Counts& operator+=(const Counts& other);
  double precision() const;
  double recall() const;
  double f1() const;
};

// Edges of one rule that the gold has, and those that it does not have.
struct RuleVerdicts {
  std::uint64_t right = 0;
  std::uint64_t wrong = 0;
};

// Counts over documents.
struct Score {
  std::map<std::string, Counts> types;
  std::map<std::string, Counts> relations;
  std::map<std::string, RuleVerdicts> rules;  // by id
  std::uint64_t dates_right = 0;
  std::uint64_t dates_wrong = 0;

  // Of what the pack's scoring counts.
  Counts nodes(const Scoring& scoring) const;
  Counts edges(const Scoring& scoring) const;
  Counts acts(const Scoring& scoring) const;
};

// One thing that the gold and the facts do not agree on.
struct Finding {
  enum class Kind : std::uint8_t { kFalseNode, kMissedNode, kFalseEdge, kMissedEdge, kWrongDate };

  Kind kind = Kind::kFalseNode;
  std::string what;                      // a type or a relation
  std::string from;                      // names; of a node its own
  std::string to;                        // "" of a node
  std::vector<std::string> rules;        // that made the edge; sorted
  std::string expected_date;             // kWrongDate
  std::vector<std::string> found_dates;  // kWrongDate; sorted
  std::string quote;                     // of the gold or of the evidence, in one line; "" where there is none
  std::string sentence;                  // in one line; "" where it could not be found
};

std::string_view to_string(Finding::Kind kind);

// Compares what a document says with what it should, adds to `score`, and gives what they disagree on: nodes, then
// edges that were found, then those that were missed.
//
// A node matches when the types agree, as far as the pack's scoring tells them apart, and its name is that of the gold
// or one of its aliases, as comparable_name() gives them; of types with similar names, 60 % of the words of both will
// do. Exact names go first. An edge matches when the relation and both ends do, those of a symmetric relation in either
// order; several statements are one edge. Denied and requested statements are left out, and so are edges that the gold
// calls hard. A date is right when any of the edge's statements has it.
//
// `sentences` is nullptr where the document itself is missing. Cost: nodes of the facts × nodes of the gold.
std::vector<Finding> score_document(const GoldDocument& gold, const DocumentFacts& facts, SentenceTexts* sentences,
                                    const RuleSet& rules, Score& score);

}  // namespace quanhe
