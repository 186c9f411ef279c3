#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "graph/graph.h"
#include "query/names.h"
#include "store/stored_graph.h"

namespace quanhe {

struct NeighbourQuestion {
  std::string name;                         // as find_node() takes it
  std::uint32_t hops = 1;                   // at least 1; any number ends, at the latest when all are reached
  std::vector<std::string> relations = {};  // as find_relations() takes them; only these are walked; empty: all
  std::vector<std::string> types = {};      // as find_types() takes them; only these and their kinds are shown, others
                                            // are walked through; empty: all
  std::vector<Status> statuses = {Status::kPlanned, Status::kReported, Status::kHappened};
};

// One edge that leads one hop further from the asked node.
struct Neighbour {
  std::uint32_t hop = 1;
  Direction direction = Direction::kOut;  // of the edge, seen from `through`, or from the asked node at hop 1
  std::string relation;
  std::string relation_label;
  StoredNode node;
  std::string type_label;
  std::optional<StoredNode> through;  // the node one hop nearer; none at hop 1
  Status status = Status::kHappened;  // the strongest claim of the edge
  std::uint32_t statements = 0;       // occurrences with an asked status
  std::uint32_t sources = 0;          // independent ones
  int confidence = 0;                 // thousandths
  std::vector<std::string> dates;     // ISO 8601, of these occurrences; sorted, unique
};

struct NeighbourAnswer {
  NameAnswer name;  // unless it is kFound, there are no rows
  std::uint32_t hops = 1;
  // By hop, the ontology's order of relations, direction, name, then ids.
  std::vector<Neighbour> rows;
};

// Walks along and against the edges whose strongest claim has an asked status. Edges between nodes that are
// equally far, and from a node to itself, lead no further and are left out. The Error says what is unknown or
// wrong in the question, or what is wrong with the file. Cost: a few look-ups for each edge at the nodes nearer
// than `hops`.
Result<NeighbourAnswer> find_neighbours(StoredGraph& graph, const NeighbourQuestion& question);

}  // namespace quanhe
