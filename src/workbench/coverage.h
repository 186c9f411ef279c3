#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/working_document.h"
#include "rules/rule_set.h"
#include "text/document.h"
#include "workbench/rule_index.h"

namespace quanhe {

// What a rule did over the documents. What counts as fired: a match of a relation or entity rule, a date or a reference
// that was read, a slot that a frame set, a match whose status a cue gave, an edge that a derivation drew.
struct RuleUse {
  std::string kind;  // as kind_of() has it
  std::string id;
  std::uint64_t fired = 0;
  std::uint64_t edges = 0;  // that it made, denied and requested ones too
  std::chrono::nanoseconds time{0};
};

// Counts what each rule of a pack does, document by document. `rules` outlives it.
class Coverage {
 public:
  explicit Coverage(const RuleSet& rules);

  // A document after all steps. Cost: linear in what it holds.
  void add(const WorkingDocument& work);

  // Measures how long the patterns of each rule take over the document, in the state in which the rule meets it. Time
  // of one processor as the clock gives it: another run gives another. Cost: that of reading the document some six
  // times.
  void measure(const DocumentSource& source);

  // All rules, those of a kind in the order of the pack.
  const std::vector<RuleUse>& uses() const { return uses_; }

 private:
  RuleUse& use(const std::string& kind, std::string_view id);

  const RuleSet& rules_;
  std::vector<RuleUse> uses_;
  std::map<std::pair<std::string, std::string>, std::size_t> numbers_;  // by kind and id
};

}  // namespace quanhe
