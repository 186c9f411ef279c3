#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "facts/facts.h"

namespace quanhe {

// True for a part that no words filled but a default of the pack: `via` "default ...", no span.
bool is_default(const Part& part);

// True when a part of the statement's evidence is a default. All other statements are "written".
bool is_defaulted(const Statement& statement);

// What written statements of all documents say to a statement (F, R, T).
enum class Verdict : std::uint8_t {
  kNothing,
  kConfirmed,     // one says the same
  kContradicted,  // none does, and one says (F, R, T2) with another T2 of the type of T
};
using Witness = std::function<Verdict(const DocumentFacts& document, const Statement& statement)>;

// Which of the document's statements are withdrawn, by what `witness` says of its defaulted ones. Cost: a question for
// each of these, and where some are withdrawn their number times that of the defaulted ones.
std::vector<bool> withdrawn_of(const DocumentFacts& document, const Witness& witness);

// For each document, which of its statements are withdrawn because written statements of any of the documents
// speak against their default (the rule stands in withdrawal.cc). Written statements never are. The order of
// the documents does not matter. Cost: n log n in the statements, and for a document that has withdrawn ones
// their number times that of its defaulted statements.
std::vector<std::vector<bool>> find_withdrawn(std::span<const DocumentFacts* const> documents);

}  // namespace quanhe
