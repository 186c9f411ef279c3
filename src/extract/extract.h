#pragma once

#include "facts/facts.h"
#include "match/matcher.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// What a document says by the rules: a pure function of both, in the order that DocumentFacts promises. Cost: linear
// in the document's length, and quadratic in the number of facts that take part in derivations. The matcher lends
// its working memory; it changes no answer.
DocumentFacts extract(const Document& document, const RuleSet& rules, Matcher& matcher);

}  // namespace quanhe
