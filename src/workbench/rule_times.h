#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// Is told how long one attempt of a rule took, by the rule's kind and id.
using AttemptTime = std::function<void(const std::string& kind, const std::string& id, std::chrono::nanoseconds time)>;

// Tries every pattern of the pack at every place of the document where its index offers it, in the state in which the
// rule meets the document, and tells the time of each attempt. A text that is no document has none. What a build pays
// besides, for looking patterns up and for making facts of matches, is nobody's time, and a derivation has none.
void measure_rules(const DocumentSource& source, const RuleSet& rules, const AttemptTime& told);

}  // namespace quanhe
