#pragma once

#include <optional>
#include <string>

#include "match/items.h"
#include "match/program.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// Words that a rule author would take for what an item wants: "\"hoi dam\" is \"hội đàm\" but for diacritics".
// Looks at the words that begin (end, where the program reads backward) at `position` of the sentence; for a class
// among its entries, for a type among the names of the lexicon. nullopt when nothing is near.
// Cost: (entries or names) × (words of the longest).
std::optional<std::string> near_miss(const Instruction& instruction, const Program& program, const RuleSet& rules,
                                     const Document& document, const SentenceItems& items, std::uint32_t position);

// How two texts that are not the same differ where they are nearly so: "diacritics", "letter case", "blanks",
// "a letter". "" otherwise.
std::string difference(const std::string& text, const std::string& known);

}  // namespace quanhe
