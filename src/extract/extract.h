#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "extract/working_memory.h"
#include "facts/facts.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// What each document says by the rules: a pure function of it and them, in the order that DocumentFacts promises. Cost:
// linear in the document's length, logarithms of sorting aside; of several short ones together a tenth less.
std::vector<DocumentFacts> extract(std::span<const Document> documents, const RuleSet& rules, WorkingMemory& memory);

// A document gives no more; of a longer one the first.
inline constexpr std::size_t kMostStatements = 65'536;

// Whether a document is to be compared with others: only then does it get near_copy_keys.
enum class Compared : std::uint8_t { kNo, kYes };

// What a source says: that of its pieces, each of which is read for itself. Errors are those of read_document().
// Memory: the source, a bounded amount for a piece, and the facts.
Result<DocumentFacts> extract(DocumentSource source, const RuleSet& rules, WorkingMemory& memory,
                              Compared compared = Compared::kYes);

// The same of each of several sources. Memory: that for all that are no longer than a piece at once.
std::vector<Result<DocumentFacts>> extract(std::vector<DocumentSource> sources, const RuleSet& rules,
                                           WorkingMemory& memory, Compared compared = Compared::kYes);

}  // namespace quanhe
