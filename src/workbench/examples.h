#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "text/layout.h"

namespace quanhe {

// How an example of a rule went. Edges are in the form of the example; each is in one of the three lists.
struct ExampleOutcome {
  std::string rule;
  const RuleExample* example = nullptr;  // of the rule set
  std::vector<std::string> found;        // expected and got
  std::vector<std::string> missing;      // expected, not got
  std::vector<std::string> unexpected;   // got, not expected
  std::string error;                     // the text is no document, or ""

  bool passed() const { return missing.empty() && unexpected.empty() && error.empty(); }
};

// Runs the examples of all rules, or of those with the id `rule` when it is not "", in the order of the pack. An
// example of a relation rule lists all acts that its text shows, and the states that the rule itself makes; one of
// an entity rule some of the edges that its text shows.
std::vector<ExampleOutcome> run_examples(const RuleSet& rules, const std::string& rule);

// Each failed example with its place, its text, and what was expected beside what was got; then a line of counts.
std::string to_text(const std::vector<ExampleOutcome>& outcomes, const TextStyle& style);

}  // namespace quanhe
