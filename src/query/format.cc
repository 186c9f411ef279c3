#include "query/format.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "json/json_writer.h"
#include "query/table.h"

namespace quanhe {
namespace {

std::string_view outcome_name(NameOutcome outcome) {
  switch (outcome) {
    case NameOutcome::kFound: return "found";
    case NameOutcome::kAmbiguous: return "ambiguous";
    case NameOutcome::kUnknown: break;
  }
  return "unknown";
}

std::string_view direction_name(Direction direction) {
  switch (direction) {
    case Direction::kOut: return "out";
    case Direction::kIn: return "in";
    case Direction::kBoth: break;
  }
  return "both";
}

std::string_view arrow(Direction direction) {
  switch (direction) {
    case Direction::kOut: return "→";
    case Direction::kIn: return "←";
    case Direction::kBoth: break;
  }
  return "↔";
}

// "0.95" of 950 thousandths, rounded down so that nothing looks surer than it is.
std::string as_fraction(int thousandths) {
  const int hundredths = thousandths / 10;
  return std::string("0.") + (hundredths < 10 ? "0" : "") + std::to_string(hundredths);
}

// "2021-06-07", "2021-06-07 +2" where two more follow, or "".
std::string first_date(const std::vector<std::string>& dates) {
  if (dates.empty()) return "";
  return dates.front() + (dates.size() > 1 ? " +" + std::to_string(dates.size() - 1) : "");
}

void append_tsv_line(std::string& text, std::initializer_list<std::string_view> values) {
  for (const std::string_view& value : values) {
    if (&value != values.begin()) text += '\t';
    text += in_one_line(value);
  }
  text += '\n';
}

std::string plural(std::size_t count, const std::string& thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

std::string neighbours_table(const NeighbourAnswer& answer, int width) {
  const Candidate& asked = answer.name.candidates.front();
  std::set<std::string_view> nodes;
  for (const Neighbour& row : answer.rows) nodes.insert(row.node.id);
  const std::string heading = in_one_line(asked.node.name) + " (" + asked.type_label +
                              "): " + (nodes.empty() ? "no neighbours" : plural(nodes.size(), "neighbour")) + '\n';
  if (answer.rows.empty()) return heading;

  const bool far = answer.hops > 1;
  const bool statuses = std::any_of(answer.rows.begin(), answer.rows.end(),
                                    [](const Neighbour& row) { return row.status != Status::kHappened; });
  std::vector<Column> columns = {{"", false, 0}, {"RELATION", false, 8}, {"NAME", false, 12}, {"TYPE", false, 5}};
  if (far) columns.insert(columns.begin(), {"HOP", true, 0});
  if (far) columns.push_back({"THROUGH", false, 8});
  if (statuses) columns.push_back({"STATUS", false, 7});
  columns.insert(columns.end(), {{"DATE", false, 4}, {"SAID", true, 0}, {"SRC", true, 0}, {"SURE", true, 0}});
  Table table(std::move(columns));
  for (const Neighbour& row : answer.rows) {
    std::vector<std::string> values;
    if (far) values.push_back(std::to_string(row.hop));
    values.insert(values.end(), {std::string(arrow(row.direction)), row.relation_label, row.node.name, row.type_label});
    if (far) values.push_back(row.through ? row.through->name : "");
    if (statuses) values.emplace_back(to_string(row.status));
    values.insert(values.end(), {first_date(row.dates), std::to_string(row.statements), std::to_string(row.sources),
                                 as_fraction(row.confidence)});
    table.add_row(std::move(values));
  }
  return heading + table.to_text(width);
}

void write_node(JsonWriter& json, std::string_view key, const StoredNode& node) {
  json.key(key);
  json.begin_object();
  json.field("id", node.id);
  json.field("type", node.type);
  json.field("name", node.name);
  json.end_object();
}

void write_row(JsonWriter& json, const Neighbour& row) {
  json.begin_object();
  json.key("hop");
  json.integer(row.hop);
  json.field("direction", direction_name(row.direction));
  json.field("relation", row.relation);
  json.field("label", row.relation_label);
  write_node(json, "node", row.node);
  if (row.through) write_node(json, "through", *row.through);
  json.field("status", to_string(row.status));
  json.key("statements");
  json.integer(row.statements);
  json.key("sources");
  json.integer(row.sources);
  json.key("confidence");
  json.integer(row.confidence);
  json.key("dates");
  json.begin_array();
  for (const std::string& date : row.dates) json.string(date);
  json.end_array();
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
  json.end_object();
  return json.take() + '\n';
}

std::string neighbours_tsv(const NeighbourAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"hop", "direction", "relation", "label", "name", "type", "id", "through_name", "through_id",
                         "status", "statements", "sources", "confidence", "dates"});
  for (const Neighbour& row : answer.rows) {
    append_tsv_line(text, {std::to_string(row.hop), direction_name(row.direction), row.relation, row.relation_label,
                           row.node.name, row.node.type, row.node.id, row.through ? row.through->name : "",
                           row.through ? row.through->id : "", to_string(row.status), std::to_string(row.statements),
                           std::to_string(row.sources), std::to_string(row.confidence), join(row.dates, " ")});
  }
  return text;
}

std::string candidates_heading(const NameAnswer& answer) {
  const std::string quoted = "'" + in_one_line(answer.name) + "'";
  switch (answer.outcome) {
    case NameOutcome::kFound: return quoted + " is:\n";
    case NameOutcome::kAmbiguous:
      return quoted + " may be any of " + std::to_string(answer.candidates.size()) + "; ask again with an id:\n";
    case NameOutcome::kUnknown: break;
  }
  return "nothing is named " + quoted + (answer.candidates.empty() ? "\n" : "; the nearest are:\n");
}

std::string candidates_table(const NameAnswer& answer, int width) {
  if (answer.candidates.empty()) return candidates_heading(answer);
  Table table({{"NAME", false, 12}, {"TYPE", false, 5}, {"WRITTEN AS", false, 10}, {"DOCUMENTS", true, 0}, {"ID"}});
  for (const Candidate& candidate : answer.candidates) {
    const bool other = candidate.matched != candidate.node.name && candidate.matched != candidate.node.id;
    table.add_row({candidate.node.name, candidate.type_label, other ? candidate.matched : "",
                   std::to_string(candidate.node.document_count), candidate.node.id});
  }
  return candidates_heading(answer) + table.to_text(width);
}

std::string candidates_json(const NameAnswer& answer) {
  JsonWriter json;
  json.begin_object();
  json.field("outcome", outcome_name(answer.outcome));
  json.field("asked", answer.name);
  json.key("candidates");
  json.begin_array();
  for (const Candidate& candidate : answer.candidates) {
    json.begin_object();
    json.field("id", candidate.node.id);
    json.field("type", candidate.node.type);
    json.field("name", candidate.node.name);
    json.field("matched", candidate.matched);
    json.key("documents");
    json.integer(candidate.node.document_count);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

std::string candidates_tsv(const NameAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"outcome", "name", "type", "id", "matched", "documents"});
  for (const Candidate& candidate : answer.candidates) {
    append_tsv_line(text, {outcome_name(answer.outcome), candidate.node.name, candidate.node.type, candidate.node.id,
                           candidate.matched, std::to_string(candidate.node.document_count)});
  }
  return text;
}

}  // namespace

std::optional<Format> parse_format(std::string_view text) {
  if (text == "table") return Format::kTable;
  if (text == "json") return Format::kJson;
  if (text == "tsv") return Format::kTsv;
  return std::nullopt;
}

std::string format_neighbours(const NeighbourAnswer& answer, Format format, int width) {
  if (answer.name.outcome != NameOutcome::kFound) return format_name_answer(answer.name, format, width);
  QUANHE_CHECK(answer.name.candidates.size() == 1);
  switch (format) {
    case Format::kTable: return neighbours_table(answer, width);
    case Format::kJson: return neighbours_json(answer);
    case Format::kTsv: break;
  }
  return neighbours_tsv(answer);
}

std::string format_name_answer(const NameAnswer& answer, Format format, int width) {
  switch (format) {
    case Format::kTable: return candidates_table(answer, width);
    case Format::kJson: return candidates_json(answer);
    case Format::kTsv: break;
  }
  return candidates_tsv(answer);
}

}  // namespace quanhe
