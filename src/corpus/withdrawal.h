#pragma once

#include <cstddef>
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
// `statement` is an index into those that are judged.
using Witness = std::function<Verdict(std::size_t statement)>;

// Which of a document's statements are withdrawn, by what `witness` says of the defaulted ones; the others may be left out.
// Cost: a question for each defaulted one, and where some are withdrawn their number times that of the defaulted ones.
std::vector<bool> withdrawn_of(std::span<const Statement> statements, const Witness& witness);

// For each document, which of its statements are withdrawn because written statements of any of the documents
// speak against their default (the rule stands in withdrawal.cc). Written statements never are. The order of
// the documents does not matter. Cost: n log n in the statements, and for a document that has withdrawn ones
// their number times that of its defaulted statements.
std::vector<std::vector<bool>> find_withdrawn(std::span<const DocumentFacts* const> documents);

}  // namespace quanhe
