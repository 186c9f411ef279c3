#pragma once

#include "rules/terms.h"

namespace quanhe {

// "$n * $u.factor", "$n * 1000", at least two factors. Throws PatternFault, also where a factor can never be a number:
// where a capture takes mentions, or a feature of its words is missing or is no number.
Term parse_product(Scanner& scanner, const TermScope& scope);

}  // namespace quanhe
