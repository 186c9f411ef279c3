#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/graph_reader.h"
#include "query/pair.h"

namespace quanhe {

struct CommonQuestion {
  std::string from;  // as find_node() takes them
  std::string to;
  std::vector<std::string> relations = {};  // as find_relations() takes them; empty: all
  std::vector<std::string> types = {};      // as find_types() takes them, kinds included; empty: all
  std::optional<std::size_t> limit = {};    // of nodes
  Selection selection = {};
};

// A node that stands next to both.
struct CommonNode {
  StoredNode node;
  std::string type_label;
  std::vector<ReadEdge> from_edges;  // seen from the first of the two; in the ontology's order of relations
  std::vector<ReadEdge> to_edges;    // seen from the second
};

struct CommonAnswer {
  PairAnswer names;  // unless both are found, there are no rows
  std::size_t total = 0;  // without the limit
  std::vector<CommonNode> rows;  // those that most documents name first, then by id
};

// The nodes one edge away from both, in either direction. Cost: look-ups for each edge at the two.
Result<CommonAnswer> find_common(StoredGraph& graph, const CommonQuestion& question);

std::string format_common(const CommonAnswer& answer, Format format, int width);

}  // namespace quanhe
