#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "graph/graph.h"
#include "json/json_writer.h"
#include "query/format.h"
#include "query/shown_edge.h"
#include "query/told_period.h"
#include "store/stored_evidence.h"
#include "text/layout.h"

namespace quanhe {

struct CardQuestion {
  std::string name;  // as find_node() takes it
  Selection selection = {};
};

// A state of the node, such as an office, and when it is seen to hold.
struct CardState {
  ShownEdge edge;                   // the node stands at `from`
  std::vector<std::string> values;  // of the attributes that are no dates, as they are worded: titles; sorted, unique
  ToldPeriod period;
};

struct CardCount {
  std::string relation;
  std::string label;
  Direction direction = Direction::kOut;
  std::uint32_t nodes = 0;
  std::uint32_t statements = 0;
};

struct CardAnswer {
  NameAnswer name;  // unless it is kFound, there is nothing else
  std::vector<std::string> aliases;
  StoredIdentity identity;
  std::vector<CardState> states;  // by first date, then as facts
  std::vector<CardCount> counts;  // by the ontology's order of relations, direction

  bool is_found() const { return name.outcome == NameOutcome::kFound; }
};

// What a graph knows of a node. Cost: look-ups for each of its edges and each of their statements.
Result<CardAnswer> find_card(StoredGraph& graph, const CardQuestion& question);

// Paragraphs and tables in tables and Markdown; TSV and JSON lines have a row for each thing of the card, the first column
// or key saying what it is.
std::string format_card(const CardAnswer& answer, Format format, const TextStyle& style);

// The fields of a card that was found, in an object that was begun.
void write_card(JsonWriter& json, const CardAnswer& answer);

}  // namespace quanhe
