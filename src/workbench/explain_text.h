#pragma once

#include <string>

#include "workbench/explain.h"
#include "text/layout.h"

namespace quanhe {

// The explanation as text of style.width columns. With colours mentions are in those of their types, and nested ones
// underlined; without, they stand in brackets behind the name of their type. Ends with a line break.
std::string to_text(const ExplainedDocument& document, const RuleSet& rules, const TextStyle& style);

}  // namespace quanhe
