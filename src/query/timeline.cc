#include "query/timeline.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.h"
#include "facts/date.h"
#include "query/answer_pieces.h"
#include "query/markdown.h"
#include "query/table.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

// The statements of an edge by the dates that they give.
using Dated = std::map<std::pair<std::string, std::string_view>, std::vector<StoredMention>>;

Dated by_date(const std::vector<StoredMention>& mentions) {
  Dated dated;
  for (const StoredMention& mention : mentions) {
    for (const auto& [date, event] : {std::pair(&mention.date, "date"), std::pair(&mention.since, "since"),
                                      std::pair(&mention.until, "until")}) {
      if (parse_iso_range(*date)) dated[{*date, event}].push_back(mention);
    }
  }
  return dated;
}

void add_rows(TimelineAnswer& answer, const ShownEdge& edge, NodeKey asked) {
  const Dated dated = by_date(edge.mentions);
  if (dated.empty()) ++answer.undated;
  const bool is_from = edge.from.key == asked;
  const Direction direction = edge.symmetric ? Direction::kBoth : is_from ? Direction::kOut : Direction::kIn;
  for (const auto& [when, mentions] : dated) {
    const std::vector<bool> all(mentions.size(), true);
    answer.rows.push_back({when.first, when.second, direction, edge.relation, edge.label, is_from ? edge.to : edge.from,
                           figures_of(mentions, all).value()});
  }
}

void sort_rows(std::vector<TimelineRow>& rows, const Ontology& ontology) {
  const auto key = [&](const TimelineRow& row) {
    const DaySpan days = days_of(*parse_iso_range(row.date));
    return std::tuple(days.first, days.last, place_of(ontology, row.relation), std::tie(row.relation, row.event),
                      std::tie(row.node.name, row.node.id, row.direction));
  };
  std::sort(rows.begin(), rows.end(), [&](const TimelineRow& a, const TimelineRow& b) { return key(a) < key(b); });
}

std::string heading(const TimelineAnswer& answer) {
  const Candidate& asked = answer.name.candidates.front();
  std::string text = in_one_line(asked.node.name) + " (" + asked.type_label + "): " +
                     (answer.rows.empty() ? "nothing dated" : plural(answer.rows.size(), "dated fact"));
  return answer.undated == 0 ? text : text + ", and " + std::to_string(answer.undated) + " without a date";
}

// The status has a column where not all happened.
Table timeline_table(const TimelineAnswer& answer) {
  const bool statuses = std::any_of(answer.rows.begin(), answer.rows.end(), [](const TimelineRow& row) {
    return row.figures.status != Status::kHappened;
  });
  std::vector<Column> columns = {{"DATE", false, 0}, {"", false, 0}, {"RELATION", false, 8}, {"NAME", false, 12}};
  if (statuses) columns.push_back({"STATUS", false, 0});
  columns.insert(columns.end(), {{"SAID", true, 0}, {"SRC", true, 0}, {"SURE", true, 0}});
  Table table(std::move(columns));
  for (const TimelineRow& row : answer.rows) {
    const EdgeFigures& figures = row.figures;
    std::vector<std::string> values = {row.event == "date" ? row.date : std::string(row.event) + ' ' + row.date,
                                       std::string(arrow(row.direction)), row.label, row.node.name};
    if (statuses) values.emplace_back(to_string(figures.status));
    values.insert(values.end(), {std::to_string(figures.statements), std::to_string(figures.sources),
                                 as_fraction(figures.confidence)});
    table.add_row(std::move(values));
  }
  return table;
}

void write_row(JsonWriter& json, const TimelineRow& row) {
  json.begin_object();
  json.field("date", row.date);
  json.field("event", row.event);
  json.field("direction", direction_name(row.direction));
  json.field("relation", row.relation);
  json.field("label", row.label);
  write_node(json, "node", row.node);
  write_figures(json, row.figures);
  json.end_object();
}

std::string timeline_json(const TimelineAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.field("outcome", outcome_name(answer.name.outcome));
  json.field("asked", answer.name.name);
  write_node(json, "node", answer.name.candidates.front().node);
  json.key("undated");
  json.integer(static_cast<std::int64_t>(answer.undated));
  json.key("rows");
  json.begin_array();
  for (const TimelineRow& row : answer.rows) write_row(json, row);
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

std::string timeline_tsv(const TimelineAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"date", "event", "direction", "relation", "label", "name", "type", "id", "status", "statements",
                         "documents", "sources", "confidence"});
  for (const TimelineRow& row : answer.rows) {
    const EdgeFigures& figures = row.figures;
    append_tsv_line(text, {row.date, row.event, direction_name(row.direction), row.relation, row.label, row.node.name,
                           row.node.type, row.node.id, to_string(figures.status), std::to_string(figures.statements),
                           std::to_string(figures.documents), std::to_string(figures.sources),
                           std::to_string(figures.confidence)});
  }
  return text;
}

}  // namespace

Result<TimelineAnswer> find_timeline(StoredGraph& graph, const TimelineQuestion& question) {
  const Result<std::vector<std::string>> relations = find_relations(graph.ontology(), question.relations);
  if (!relations) return relations.error();
  TimelineAnswer answer;
  Result<NameAnswer> name = find_node(graph, question.name);
  if (!name) return name.error();
  answer.name = std::move(name).value();
  if (answer.name.outcome != NameOutcome::kFound) return answer;
  const NodeKey asked = answer.name.candidates.front().node.key;
  const Result<std::vector<StoredEdge>> edges = graph.edges_at(asked);
  if (!edges) return edges.error();
  for (const StoredEdge& stored : edges.value()) {
    const std::vector<std::string>& wanted = relations.value();
    if (!wanted.empty() && !std::binary_search(wanted.begin(), wanted.end(), stored.relation)) continue;
    const Result<std::optional<ShownEdge>> edge = show_edge(graph, stored, question.selection);
    if (!edge) return edge.error();
    if (edge.value()) add_rows(answer, *edge.value(), asked);
  }
  sort_rows(answer.rows, graph.ontology());
  return answer;
}

std::string format_timeline(const TimelineAnswer& answer, Format format, int width) {
  if (answer.name.outcome != NameOutcome::kFound) return format_name_answer(answer.name, format, width);
  switch (format) {
    case Format::kTable:
      return heading(answer) + '\n' + (answer.rows.empty() ? "" : timeline_table(answer).to_text(width));
    case Format::kJson: return timeline_json(answer);
    case Format::kJsonLines: return json_lines(answer.rows, write_row);
    case Format::kTsv: return timeline_tsv(answer);
    case Format::kMarkdown: break;
  }
  return in_markdown(heading(answer)) + '\n' + (answer.rows.empty() ? "" : '\n' + timeline_table(answer).to_markdown());
}

}  // namespace quanhe
