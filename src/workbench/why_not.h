#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "rules/rule_set.h"
#include "text/layout.h"

namespace quanhe {

// How far a rule got in one sentence, in texts that only have to be laid out.
struct WhyNotSentence {
  std::string text;
  std::string verdict;  // "no trigger", "stopped to the right of the trigger", "makes 1 edge"
  bool fired = false;
  std::string pattern;                          // its source
  std::vector<std::uint32_t> stopped_at;        // bytes of it at which the best attempt stopped
  std::vector<std::pair<std::string, std::string>> lines;  // what is said of: "trigger", "left", "wanted", ...
};

struct WhyNot {
  std::string rule;
  std::string kind;  // "relation", "entity", ...
  std::vector<WhyNotSentence> sentences;
};

// One for each rule of that id: ids are unique within a file only. An Error when there is none (with the one that was
// likely meant) or the text is no document.
Result<std::vector<WhyNot>> why_not(const std::string& rule, const std::string& text, const RuleSet& rules);

// Ends with a line break.
std::string to_text(const WhyNot& why, const TextStyle& style);

}  // namespace quanhe
