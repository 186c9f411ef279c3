#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

// Words that stood between two neighbouring mentions of a sentence without an edge.
struct Gap {
  std::string words;  // in lower case, a date as "Date"
  std::uint64_t count = 0;
  std::string document;  // of the example, which is the first
  std::string example;   // its sentence in one line, the two mentions in brackets behind their types
};

// Looks for what a pack has no rule for yet: sentences with two mentions or more of which no relation rule made an
// edge. Edges that names give by themselves, as offices do, are none here. Left out are two neighbours that such an
// edge joins, those that only signs part or words that the pack joins equals by, and stretches of more than 12 other
// words, which are no phrase.
class GapFinder {
 public:
  // A document after all steps. Cost: linear in it.
  void add(const WorkingDocument& work);

  // The `most` most frequent, equals by their words. Holds one example for each, not the documents.
  std::vector<Gap> gaps(std::size_t most) const;

  std::uint64_t sentences() const { return sentences_; }
  std::uint64_t sentences_with_gaps() const { return sentences_with_gaps_; }  // two mentions or more, and no edge

 private:
  // `joined` are the nodes, in pairs, that edges of the sentence join.
  void add_sentence(const WorkingDocument& work, std::uint32_t sentence,
                    const std::set<std::pair<std::uint32_t, std::uint32_t>>& joined);

  std::map<std::string, Gap> gaps_;  // by their words
  std::uint64_t sentences_ = 0;
  std::uint64_t sentences_with_gaps_ = 0;
};

}  // namespace quanhe
