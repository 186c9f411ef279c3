#include "query/answer_pieces.h"
#include "query/edge_text.h"
#include "query/markdown.h"
#include "query/table.h"
#include "query/top.h"

namespace quanhe {
namespace {

std::string heading(const TopAnswer& answer) {
  return plural(answer.nodes, "node") + ", " + plural(answer.edges, "edge") + ", by " +
         top_order_names()[static_cast<std::size_t>(answer.order)] + shown_of(answer.rows.size(), answer.total);
}

Table top_table(const TopAnswer& answer) {
  Table table({{"", true, 0}, {"NAME", false, 12}, {"TYPE", false, 5}, {"PAGERANK", false, 0}, {"EDGES", true, 0},
               {"DOCUMENTS", true, 0}});
  for (const TopNode& row : answer.rows) {
    table.add_row({std::to_string(row.place), row.node.name, row.type_label, measure_text(row.page_rank),
                   std::to_string(row.degree), std::to_string(row.node.document_count)});
  }
  return table;
}

void write_row(JsonWriter& json, const TopNode& row) {
  json.begin_object();
  json.key("place");
  json.integer(static_cast<std::int64_t>(row.place));
  write_node(json, "node", row.node);
  json.key("pagerank");
  write_measure(json, row.page_rank);
  json.key("degree");
  json.integer(row.degree);
  json.key("documents");
  json.integer(row.node.document_count);
  json.end_object();
}

std::string top_json(const TopAnswer& answer) {
  return json_object([&](JsonWriter& json) {
    json.field("by", top_order_names()[static_cast<std::size_t>(answer.order)]);
    json.key("nodes");
    json.integer(answer.nodes);
    json.key("edges");
    json.integer(answer.edges);
    json.key("top");
    json.begin_array();
    for (const TopNode& row : answer.rows) write_row(json, row);
    json.end_array();
    json.key("total");
    json.integer(static_cast<std::int64_t>(answer.total));
  });
}

std::string top_tsv(const TopAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"place", "name", "type", "id", "pagerank", "degree", "documents"});
  for (const TopNode& row : answer.rows) {
    append_tsv_line(text, {std::to_string(row.place), row.node.name, row.node.type, row.node.id,
                           measure_text(row.page_rank), std::to_string(row.degree),
                           std::to_string(row.node.document_count)});
  }
  return text;
}

}  // namespace

std::string format_top(const TopAnswer& answer, Format format, int width) {
  switch (format) {
    case Format::kTable: return heading(answer) + '\n' + (answer.rows.empty() ? "" : top_table(answer).to_text(width));
    case Format::kJson: return top_json(answer);
    case Format::kJsonLines: return json_lines(answer.rows, write_row);
    case Format::kTsv: return top_tsv(answer);
    case Format::kMarkdown: break;
  }
  return in_markdown(heading(answer)) + '\n' + (answer.rows.empty() ? "" : '\n' + top_table(answer).to_markdown());
}

}  // namespace quanhe
