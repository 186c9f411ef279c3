#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/graph_reader.h"
#include "query/pair.h"

namespace quanhe {

struct PathQuestion {
  std::string from;  // as find_node() takes them
  std::string to;
  std::uint32_t count = 1;
  std::vector<std::string> relations = {};  // as find_relations() takes them; empty: all
  Selection selection = {};
};

// One step of a path, over all edges between two nodes.
struct PathStep {
  StoredNode node;                // where it leads
  std::vector<ReadEdge> edges;   // seen from the node before; in the ontology's order of relations
};

struct PathAnswer {
  PairAnswer names;                           // unless both are found, there are no paths
  std::vector<std::vector<PathStep>> paths;   // as shortest_paths() orders them
};

// The shortest paths without loops between two nodes, along and against edges. Cost: reading all edges, and then that of
// shortest_paths().
Result<PathAnswer> find_paths(StoredGraph& graph, const PathQuestion& question);

std::string format_paths(const PathAnswer& answer, Format format, int width);

}  // namespace quanhe
