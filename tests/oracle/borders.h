#pragma once

#include "oracle/pattern.h"

namespace quanhe::oracle {

// Says of each gap which types of mentions it does not pass: the nearest type in a capture before it, and after it,
// looking no further than the next gap or the trigger.
void set_borders(Item& pattern);

}  // namespace quanhe::oracle
