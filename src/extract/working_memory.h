#pragma once

#include "match/matcher.h"
#include "match/pattern_search.h"
#include "text/word_reader.h"

namespace quanhe {

// What one pack is read with from document to document; it changes no answer. One a thread.
struct WorkingMemory {
  explicit WorkingMemory(const WordTable& table) : words(table) {}

  WordReader words;
  Matcher matcher;
  PatternSearch search;
};

}  // namespace quanhe
