#pragma once

#include <string_view>

#include "explorer/question_parts.h"
#include "explorer/target.h"

namespace quanhe {

// The answer to a target below /api/ of docs/explorer.md. The Error says what is wrong with the file.
Result<Answer> answer_question(const Asked& asked, const Target& target);

// Whether there is such a question.
bool is_question(std::string_view path);

}  // namespace quanhe
