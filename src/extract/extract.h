#pragma once

#include "facts/facts.h"
#include "match/matcher.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// What extract() works with from document to document; it changes no answer. One a thread.
struct ExtractMemory {
  Matcher matcher;
  NodeIds node_ids;
};

// What a document says by the rules: a pure function of both, in the order that DocumentFacts promises. Cost: linear
// in the document's length, logarithms of sorting aside.
DocumentFacts extract(const Document& document, const RuleSet& rules, ExtractMemory& memory);

}  // namespace quanhe
