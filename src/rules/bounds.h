#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace quanhe {

// How much work one attempt of a rule can be, whatever the text.
struct RuleBound {
  std::string kind;  // "date", "entity", "reference", "frame", "cue", "relation"
  std::string id;
  std::uint64_t instructions = 0;  // of all variants and lookaheads; a bounded gap counts as its length
  std::uint64_t steps = 0;         // instructions × positions of the longest sentence
};

// The bounds of all rules, in the order of the files.
std::vector<RuleBound> rule_bounds(const RuleSet& rules);

}  // namespace quanhe
