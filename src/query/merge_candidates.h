#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/stored_graph.h"

namespace quanhe {

// Two nodes that are perhaps one.
struct MergeCandidate {
  StoredNode kept;   // the one that more documents name
  StoredNode other;
  int score = 0;     // thousandths; above 500 more likely one than not, by rule of thumb
  std::vector<std::string> reasons;  // "same name without diacritics", "both hold_office at Bộ Ngoại giao Lào", ...
};

struct MergeQuestion {
  std::vector<std::string> types;  // names of the ontology; empty: all
  std::size_t limit = 50;
};

// Pairs of nodes of one type whose names are alike, best first; pairs that a person has decided about are left out.
// merge_candidates.cc says what counts. Cost: the table of names, and look-ups for each pair that is compared.
Result<std::vector<MergeCandidate>> propose_merges(StoredGraph& graph, const MergeQuestion& question);

}  // namespace quanhe
