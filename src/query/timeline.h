#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "graph/graph.h"
#include "query/format.h"
#include "query/shown_edge.h"

namespace quanhe {

struct TimelineQuestion {
  std::string name;  // as find_node() takes it
  std::vector<std::string> relations = {};
  Selection selection = {};
};

// What is said of an edge with one date.
struct TimelineRow {
  std::string date;        // ISO 8601, perhaps a range
  std::string_view event;  // "date", "since" or "until": which attribute gave it
  Direction direction = Direction::kOut;  // seen from the asked node
  std::string relation;
  std::string label;
  StoredNode node;      // the other end
  EdgeFigures figures;  // of the statements with this date
};

struct TimelineAnswer {
  NameAnswer name;                // unless it is kFound, there are no rows
  std::vector<TimelineRow> rows;  // by first day, last day, the ontology's order of relations, name
  std::size_t undated = 0;        // edges of which no statement gives a date

  bool is_found() const { return !rows.empty(); }
};

// Cost: look-ups for each edge of the node and each of its statements.
Result<TimelineAnswer> find_timeline(StoredGraph& graph, const TimelineQuestion& question);

std::string format_timeline(const TimelineAnswer& answer, Format format, int width);

}  // namespace quanhe
