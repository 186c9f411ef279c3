#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/common.h"
#include "query/edge_text.h"
#include "query/markdown.h"
#include "query/table.h"

namespace quanhe {
namespace {

std::string heading(const CommonAnswer& answer) {
  return in_one_line(answer.names.from_node().name) + " and " + in_one_line(answer.names.to_node().name) + ": " +
         (answer.total == 0 ? "nothing next to both" : std::to_string(answer.total) + " next to both") +
         shown_of(answer.rows.size(), answer.total);
}

Table common_table(const CommonAnswer& answer) {
  Table table({{"NAME", false, 12}, {"TYPE", false, 5}, {"TO " + answer.names.from_node().name, false, 12},
               {"TO " + answer.names.to_node().name, false, 12}, {"DOCUMENTS", true, 0}});
  for (const CommonNode& row : answer.rows) {
    table.add_row({row.node.name, row.type_label, in_words(row.from_edges), in_words(row.to_edges),
                   std::to_string(row.node.document_count)});
  }
  return table;
}

void write_row(JsonWriter& json, const CommonNode& row) {
  json.begin_object();
  write_node(json, "node", row.node);
  json.key("documents");
  json.integer(row.node.document_count);
  write_edges(json, "from_edges", row.from_edges);
  write_edges(json, "to_edges", row.to_edges);
  json.end_object();
}

std::string common_json(const CommonAnswer& answer) {
  return json_object([&](JsonWriter& json) {
    json.field("outcome", "found");
    write_strings(json, "asked", {answer.names.from.name, answer.names.to.name});
    write_node(json, "from", answer.names.from_node());
    write_node(json, "to", answer.names.to_node());
    json.key("common");
    json.begin_array();
    for (const CommonNode& row : answer.rows) write_row(json, row);
    json.end_array();
    json.key("total");
    json.integer(static_cast<std::int64_t>(answer.total));
  });
}

std::string common_tsv(const CommonAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"name", "type", "id", "documents", "side", "direction", "relation", "label", "status",
                         "statements", "sources", "confidence", "dates"});
  for (const CommonNode& row : answer.rows) {
    for (const auto& [side, edges] : {std::pair("from", &row.from_edges), std::pair("to", &row.to_edges)}) {
      for (const ReadEdge& edge : *edges) {
        append_tsv_line(text, {row.node.name, row.node.type, row.node.id, std::to_string(row.node.document_count), side,
                               direction_name(edge.direction), edge.relation, edge.label,
                               to_string(edge.figures.status), std::to_string(edge.figures.statements),
                               std::to_string(edge.figures.sources), std::to_string(edge.figures.confidence),
                               join(edge.figures.dates, " ")});
      }
    }
  }
  return text;
}

}  // namespace

std::string format_common(const CommonAnswer& answer, Format format, int width) {
  if (!answer.names.is_found()) return format_missing(answer.names, format, width);
  switch (format) {
    case Format::kTable:
      return heading(answer) + '\n' + (answer.rows.empty() ? "" : common_table(answer).to_text(width));
    case Format::kJson: return common_json(answer);
    case Format::kJsonLines: return json_lines(answer.rows, write_row);
    case Format::kTsv: return common_tsv(answer);
    case Format::kMarkdown: break;
  }
  return in_markdown(heading(answer)) + '\n' +
         (answer.rows.empty() ? "" : '\n' + common_table(answer).to_markdown());
}

}  // namespace quanhe
