#pragma once

#include "explorer/question_parts.h"
#include "explorer/target.h"

namespace quanhe {

// The answer to /api/edges.
Result<Answer> answer_edges(const Asked& asked, const Target& target);

}  // namespace quanhe
