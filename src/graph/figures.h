#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.h"

namespace quanhe {

struct Count {
  std::string name;  // of a node type or a relation
  std::uint64_t count = 0;

  friend bool operator==(const Count&, const Count&) = default;
};

// A graph in figures, for the summary of a build.
struct Figures {
  std::uint64_t documents = 0;
  std::uint64_t sources = 0;  // groups of documents with different texts
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;              // with a status that is shown
  std::uint64_t hidden_edges = 0;       // denied or requested
  std::uint64_t statements = 0;         // of all edges
  std::uint64_t components = 0;         // connected over the shown edges
  std::uint64_t largest_component = 0;  // its nodes
  // In the order of the ontology, without those that do not occur.
  std::vector<Count> nodes_by_type;
  std::vector<Count> edges_by_relation;  // shown edges
};

// Cost: almost linear.
Figures count_figures(const Graph& graph);

}  // namespace quanhe
