#include "query/neighbours_text.h"

#include <algorithm>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/edge_text.h"
#include "query/markdown.h"
#include "query/table.h"

namespace quanhe {
namespace {

std::string heading(const NeighbourAnswer& answer) {
  const Candidate& asked = answer.name.candidates.front();
  return in_one_line(asked.node.name) + " (" + asked.type_label +
         "): " + (answer.nodes == 0 ? "no neighbours" : plural(answer.nodes, "neighbour")) +
         shown_of(answer.rows.size(), answer.total);
}

Table neighbours_table(const NeighbourAnswer& answer) {
  const bool far = answer.hops > 1;
  const bool statuses = std::any_of(answer.rows.begin(), answer.rows.end(),
                                    [](const Neighbour& row) { return row.edge.figures.status != Status::kHappened; });
  std::vector<Column> columns = {{"", false, 0}, {"RELATION", false, 8}, {"NAME", false, 12}, {"TYPE", false, 5}};
  if (far) columns.insert(columns.begin(), {"HOP", true, 0});
  if (far) columns.push_back({"THROUGH", false, 8});
  if (statuses) columns.push_back({"STATUS", false, 7});
  columns.insert(columns.end(), {{"DATE", false, 4}, {"SAID", true, 0}, {"SRC", true, 0}, {"SURE", true, 0}});
  Table table(std::move(columns));
  for (const Neighbour& row : answer.rows) {
    const EdgeFigures& figures = row.edge.figures;
    std::vector<std::string> values;
    if (far) values.push_back(std::to_string(row.hop));
    values.insert(values.end(), {std::string(arrow(row.edge.direction)), row.edge.label, row.node.name, row.type_label});
    if (far) values.push_back(row.through ? row.through->name : "");
    if (statuses) values.emplace_back(to_string(figures.status));
    values.insert(values.end(), {first_date(figures.dates), std::to_string(figures.statements),
                                 std::to_string(figures.sources), as_fraction(figures.confidence)});
    table.add_row(std::move(values));
  }
  return table;
}

void write_row(JsonWriter& json, const Neighbour& row) {
  json.begin_object();
  json.key("hop");
  json.integer(row.hop);
  write_relation(json, row.edge);
  write_node(json, "node", row.node);
  if (row.through) write_node(json, "through", *row.through);
  write_edge_figures(json, row.edge.figures);
  json.end_object();
}

std::string neighbours_json(const NeighbourAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.field("outcome", outcome_name(answer.name.outcome));
  json.field("asked", answer.name.name);
  write_node(json, "node", answer.name.candidates.front().node);
  json.key("hops");
  json.integer(answer.hops);
  json.key("neighbours");
  json.begin_array();
  for (const Neighbour& row : answer.rows) write_row(json, row);
  json.end_array();
  json.key("total");
  json.integer(static_cast<std::int64_t>(answer.total));
  json.end_object();
  return json.take() + '\n';
}

std::string neighbours_tsv(const NeighbourAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"hop", "direction", "relation", "label", "name", "type", "id", "through_name", "through_id",
                         "status", "statements", "sources", "confidence", "dates"});
  for (const Neighbour& row : answer.rows) {
    const EdgeFigures& figures = row.edge.figures;
    append_tsv_line(text, {std::to_string(row.hop), direction_name(row.edge.direction), row.edge.relation, row.edge.label,
                           row.node.name, row.node.type, row.node.id, row.through ? row.through->name : "",
                           row.through ? row.through->id : "", to_string(figures.status),
                           std::to_string(figures.statements), std::to_string(figures.sources),
                           std::to_string(figures.confidence), join(figures.dates, " ")});
  }
  return text;
}

}  // namespace

std::string format_neighbours(const NeighbourAnswer& answer, Format format, int width) {
  if (answer.name.outcome != NameOutcome::kFound) return format_name_answer(answer.name, format, width);
  QUANHE_CHECK(answer.name.candidates.size() == 1);
  switch (format) {
    case Format::kTable:
      return heading(answer) + '\n' + (answer.rows.empty() ? "" : neighbours_table(answer).to_text(width));
    case Format::kJson: return neighbours_json(answer);
    case Format::kJsonLines: return json_lines(answer.rows, write_row);
    case Format::kTsv: return neighbours_tsv(answer);
    case Format::kMarkdown: break;
  }
  return in_markdown(heading(answer)) + '\n' +
         (answer.rows.empty() ? "" : '\n' + neighbours_table(answer).to_markdown());
}

}  // namespace quanhe
