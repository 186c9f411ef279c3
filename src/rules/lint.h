#pragma once

#include "rules/loading.h"

namespace quanhe {

// What only `quanhe rules check` looks at, when everything is loaded. Within this folder only.
void lint(Loading& loading);

// Names of the lexicon that stand for two things, are given twice, or differ by a diacritic only.
void lint_lexicon(Loading& loading);

}  // namespace quanhe
