#pragma once

#include "explorer/question_parts.h"
#include "explorer/target.h"

namespace quanhe {

// The answer to /api/neighbours.
Result<Answer> answer_neighbours(const Asked& asked, const Target& target);

}  // namespace quanhe
