#pragma once

#include <span>
#include <vector>

#include "facts/facts.h"

namespace quanhe {

// True for a part that no words filled but a default of the pack: `via` "default ...", no span.
bool is_default(const Part& part);

// True when a part of the statement's evidence is a default. All other statements are "written".
bool is_defaulted(const Statement& statement);

// For each document, which of its statements are withdrawn because written statements of any of the documents
// speak against their default (the rule stands in withdrawal.cc). Written statements never are. The order of
// the documents does not matter. Cost: n log n in the statements, and for a document that has withdrawn ones
// their number times that of its defaulted statements.
std::vector<std::vector<bool>> find_withdrawn(std::span<const DocumentFacts* const> documents);

}  // namespace quanhe
