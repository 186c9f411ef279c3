#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/selection.h"
#include "json/json_writer.h"
#include "query/edge_figures.h"
#include "store/stored_graph.h"

namespace quanhe {

// An edge with its ends, as far as it was asked for.
struct ShownEdge {
  EdgeKey key = 0;
  StoredNode from;
  StoredNode to;
  std::string relation;
  std::string label;  // in the pack's language
  bool symmetric = false;
  bool state = false;
  EdgeFigures figures;                      // of the selected statements
  std::vector<StoredMention> mentions = {};  // these statements
};

// Nothing when none of its statements is selected. Cost: look-ups for each statement.
Result<std::optional<ShownEdge>> show_edge(StoredGraph& graph, const StoredEdge& edge, const Selection& selection);

// The fields of an edge in an object that was begun: from, relation, label, to, status, statements, documents, sources,
// confidence, dates.
void write_edge(JsonWriter& json, const ShownEdge& edge);

// status, statements, documents, sources, confidence
void write_figures(JsonWriter& json, const EdgeFigures& figures);

// "5 articles, 2 independent sources"
std::string said_by(const EdgeFigures& figures);

// Where the relation stands in the pack's files, for sorting; those that it does not have come last.
std::size_t place_of(const Ontology& ontology, const std::string& relation);

}  // namespace quanhe
