#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/rule_set.h"
#include "text/word_reader.h"

namespace quanhe {

// Which entry of the lexicon has the name that a rule made, if one has. `words` reads by the pack's table.
std::optional<std::uint32_t> entry_of_made_name(std::string_view name, const RuleSet& rules, WordReader& words);

}  // namespace quanhe
