#pragma once

#include <string>
#include <vector>

#include "workbench/explain.h"

namespace quanhe {

// The explanations as one page that needs nothing else: no script, no other file, and a content security policy that
// allows its own style sheet only. Every text of the documents and of the pack is escaped.
std::string to_html(const std::vector<ExplainedDocument>& documents, const RuleSet& rules);

}  // namespace quanhe
