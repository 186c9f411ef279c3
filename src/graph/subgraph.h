#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/view.h"

namespace quanhe {

// Which part of a view is wanted. Each narrows what those before it left.
struct SubgraphChoice {
  std::vector<std::string> relations = {};  // edges of these only, and the nodes at their ends; empty: all
  std::vector<std::string> types = {};      // nodes of these types and their kinds only; empty: all
  std::optional<std::string> focus = {};    // the id of a node: only what is at most `hops` edges from it
  std::uint32_t hops = 1;
  std::uint32_t top = 0;      // the so many nodes of the highest rank (rank.h), the focus among them; 0: all
  bool every_status = false;  // edges that were denied or only asked for count too
};

// The part of `view` that is wanted: its nodes, the edges among them, and the documents of these edges' occurrences;
// everything when nothing is narrowed. Order is kept, and counts and confidence are those of the whole view.
// Cost: linear, and that of ranks for `top`.
View subgraph(View view, const SubgraphChoice& selection);

// Drops the documents that no edge's occurrence is from.
void drop_unused_documents(View& view);

}  // namespace quanhe
