#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/selection.h"
#include "query/graph_reader.h"
#include "query/names.h"
#include "store/stored_graph.h"

namespace quanhe {

// By what rows are sorted; of equal ones, and with kHop all, by hop, the ontology's order of relations, direction, name,
// then ids. The surest, most stated, most independent come first, and by date the latest.
enum class NeighbourOrder : std::uint8_t { kHop, kName, kConfidence, kStatements, kSources, kDate };

// "hop", "name", "confidence", "statements", "sources", "date", in this order.
const std::vector<std::string>& neighbour_order_names();

struct NeighbourQuestion {
  std::string name;                         // as find_node() takes it
  std::uint32_t hops = 1;                   // at least 1; any number ends, at the latest when all are reached
  std::vector<std::string> relations = {};  // as find_relations() takes them; only these are walked; empty: all
  std::vector<std::string> types = {};      // as find_types() takes them; only these and their kinds are shown, others
                                            // are walked through; empty: all
  Direction direction = Direction::kBoth;   // kOut: only along edges, kIn: only against them; symmetric ones either way
  NeighbourOrder order = NeighbourOrder::kHop;
  std::optional<std::size_t> limit = {};  // of rows
  Selection selection = {};
};

// One edge that leads one hop further from the asked node.
struct Neighbour {
  std::uint32_t hop = 1;
  StoredNode node;
  std::string type_label;
  std::optional<StoredNode> through;  // the node one hop nearer; none at hop 1
  ReadEdge edge;                     // seen from `through`, or from the asked node at hop 1
};

struct NeighbourAnswer {
  NameAnswer name;  // unless it is kFound, there are no rows
  std::uint32_t hops = 1;
  std::size_t nodes = 0;  // neighbours, also beyond the limit
  std::size_t total = 0;  // rows without the limit
  std::vector<Neighbour> rows;
};

// Walks the edges of which a statement is selected. Edges between nodes that are equally far, and from a node to itself,
// lead no further and are left out. The Error says what is unknown or wrong in the question, or what is wrong with the
// file. Cost: a few look-ups for each edge at the nodes nearer than `hops`, and at most the whole file some times.
Result<NeighbourAnswer> find_neighbours(StoredGraph& graph, const NeighbourQuestion& question);

}  // namespace quanhe
