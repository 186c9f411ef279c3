#pragma once

#include "extract/made_names.h"
#include "match/matcher.h"
#include "match/pattern_search.h"

namespace quanhe {

// What one pack is read with from document to document; it changes no answer. One a thread.
struct WorkingMemory {
  Matcher matcher;
  PatternSearch search;
  MadeNames made_names;
};

}  // namespace quanhe
