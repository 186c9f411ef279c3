#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace quanhe {

// The style sheet of an explanation: light and dark, with a class t0, t1, ... for each type of the ontology.
std::string page_style(const RuleSet& rules);

// "sha256-..." in Base64: how a content security policy names the one style sheet that it allows.
std::string content_security_hash(std::string_view bytes);

}  // namespace quanhe
