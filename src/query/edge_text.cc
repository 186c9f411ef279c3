#include "query/edge_text.h"

#include <algorithm>
#include <cmath>

#include "query/answer_pieces.h"

namespace quanhe {
namespace {

// Behind the point, of six digits.
int decimals_of(double value) {
  if (value == 0) return 1;
  return std::clamp(5 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 1, 9);
}

}  // namespace

void write_relation(JsonWriter& json, const ReadEdge& edge) {
  json.field("direction", direction_name(edge.direction));
  json.field("relation", edge.relation);
  json.field("label", edge.label);
}

void write_edge_figures(JsonWriter& json, const EdgeFigures& figures) {
  json.field("status", to_string(figures.status));
  json.key("statements");
  json.integer(figures.statements);
  json.key("sources");
  json.integer(figures.sources);
  json.key("confidence");
  json.integer(figures.confidence);
  write_strings(json, "dates", figures.dates);
}

void write_edges(JsonWriter& json, std::string_view key, const std::vector<ReadEdge>& edges) {
  json.key(key);
  json.begin_array();
  for (const ReadEdge& edge : edges) {
    json.begin_object();
    write_relation(json, edge);
    write_edge_figures(json, edge.figures);
    json.end_object();
  }
  json.end_array();
}

std::string shown_of(std::size_t shown, std::size_t total) {
  if (shown == total) return "";
  return ", " + std::to_string(shown) + " of " + plural(total, "row") + " shown";
}

void write_measure(JsonWriter& json, double value) { json.decimal(value, decimals_of(value)); }

std::string measure_text(double value) {
  JsonWriter json;
  write_measure(json, value);
  return json.take();
}

std::string in_words(const std::vector<ReadEdge>& edges) {
  std::string words;
  for (const ReadEdge& edge : edges) {
    if (!words.empty()) words += ", ";
    words += std::string(arrow(edge.direction)) + ' ' + edge.label;
    if (edge.figures.status != Status::kHappened) words += " (" + std::string(to_string(edge.figures.status)) + ')';
  }
  return words;
}

}  // namespace quanhe
