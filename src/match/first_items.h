#pragma once

#include "match/expand.h"

namespace quanhe {

// What the expanded pattern can begin with; the first of all ways in which it may begin counts like the last.
FirstItems first_items(const ExpandedNode& root);

}  // namespace quanhe
