#pragma once

#include <string>
#include <vector>

#include "match/program.h"
#include "rules/rule_set.h"

namespace quanhe {

// The item of a pattern's source that begins at the byte, with its repetition: "{a: Person+}", "<meet>", "'('".
std::string item_at(const std::string& source, std::uint32_t offset);

// What an instruction wants, in words: "the word \"met\"", "a mention of Person or Country", "an entry of <meet>".
std::string wanted(const Instruction& instruction, const Program& program, const RuleSet& rules);

// Names of the types in a mask, the ones that are kinds of another in it left out.
std::string type_names(TypeMask mask, const RuleSet& rules);

}  // namespace quanhe
