#pragma once

#include <string>

#include "json/json_writer.h"
#include "query/graph_reader.h"
#include "query/table.h"

namespace quanhe {

// What the formats of answers about edges have in common.

// "direction", "relation" and "label", and "status" to "dates", of an open object.
void write_relation(JsonWriter& json, const ReadEdge& edge);
void write_edge_figures(JsonWriter& json, const EdgeFigures& figures);

// An array of edges, each with all of these.
void write_edges(JsonWriter& json, std::string_view key, const std::vector<ReadEdge>& edges);

// ", 20 of 300 rows shown", or "" where all are.
std::string shown_of(std::size_t shown, std::size_t total);

// Six digits, at most nine of them behind the point.
void write_measure(JsonWriter& json, double value);
std::string measure_text(double value);

// "→ gặp, ← thăm (denied)", for people.
std::string in_words(const std::vector<ReadEdge>& edges);

// The object that stands for a list: `write` writes what is in it.
template <typename Write>
std::string json_object(const Write& write) {
  JsonWriter json;
  json.begin_object();
  write(json);
  json.end_object();
  return json.take() + '\n';
}

}  // namespace quanhe
