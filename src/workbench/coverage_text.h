#pragma once

#include <string>
#include <vector>

#include "workbench/coverage.h"
#include "workbench/gap_finder.h"
#include "text/layout.h"

namespace quanhe {

// The rules that fired, those of a kind together and the most active first, with their milliseconds when `with_time`;
// then the rules that never fired. Ends in a line break.
std::string uses_text(const std::vector<RuleUse>& uses, bool with_time, const TextStyle& style);

// How many sentences have a gap, and the `most` most frequent gaps with an example each. Ends in a line break.
std::string gaps_text(const GapFinder& finder, std::size_t most, const TextStyle& style);

}  // namespace quanhe
