#include "query/stats.h"

#include <map>
#include <set>

#include "query/answer_pieces.h"
#include "query/table.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

void write_line(JsonWriter& json, const StatLine& line) {
  json.begin_object();
  json.field("kind", line.kind);
  json.field("name", line.name);
  json.field("label", line.label);
  json.key("count");
  json.integer(static_cast<std::int64_t>(line.count));
  if (line.kind == "relation") {
    json.key("statements");
    json.integer(static_cast<std::int64_t>(line.statements));
  }
  json.end_object();
}

std::string statements_of(const StatLine& line) { return line.kind == "relation" ? std::to_string(line.statements) : ""; }

Table stats_table(const std::vector<StatLine>& lines) {
  Table table({{"WHAT", false, 0}, {"NAME", false, 8}, {"COUNT", true, 0}, {"SAID", true, 0}});
  for (const StatLine& line : lines) table.add_row({line.kind, line.label, std::to_string(line.count), statements_of(line)});
  return table;
}

}  // namespace

std::vector<StatLine> count_all(const View& view) {
  std::set<std::uint32_t> sources;
  for (const ViewDocument& document : view.documents) sources.insert(document.source_group);
  std::map<std::string, std::uint64_t> types;
  for (const ViewNode& node : view.nodes) ++types[node.type];
  std::map<std::string, StatLine> relations;
  std::map<Status, std::uint64_t> statuses;
  std::map<std::string, std::uint64_t> rules;
  std::uint64_t statements = 0;
  for (const ViewEdge& edge : view.edges) {
    StatLine& line = relations[edge.relation];
    ++line.count;
    line.statements += edge.occurrences.size();
    statements += edge.occurrences.size();
    for (const ViewOccurrence& occurrence : edge.occurrences) {
      ++statuses[occurrence.status];
      ++rules[occurrence.evidence.rule];
    }
  }
  std::vector<StatLine> lines = {{"total", "documents", "documents", view.documents.size(), 0},
                                 {"total", "sources", "sources", sources.size(), 0},
                                 {"total", "nodes", "nodes", view.nodes.size(), 0},
                                 {"total", "edges", "edges", view.edges.size(), 0},
                                 {"total", "statements", "statements", statements, 0}};
  for (const NodeType& type : view.ontology.types) {
    if (types.contains(type.name)) {
      lines.push_back({"type", type.name, type_label(view.ontology, type.name), types[type.name], 0});
    }
  }
  for (const Relation& relation : view.ontology.relations) {
    const auto found = relations.find(relation.name);
    if (found == relations.end()) continue;
    lines.push_back({"relation", relation.name, relation_label(view.ontology, relation.name), found->second.count,
                     found->second.statements});
  }
  for (auto status = statuses.rbegin(); status != statuses.rend(); ++status) {
    const std::string name(to_string(status->first));
    lines.push_back({"status", name, name, status->second, 0});
  }
  for (const auto& [rule, count] : rules) lines.push_back({"rule", rule, rule, count, 0});
  return lines;
}

std::string format_stats(const std::vector<StatLine>& lines, Format format, int width) {
  switch (format) {
    case Format::kTable: return stats_table(lines).to_text(width);
    case Format::kMarkdown: return stats_table(lines).to_markdown();
    case Format::kJsonLines: return json_lines(lines, write_line);
    case Format::kTsv: {
      std::string text;
      append_tsv_line(text, {"kind", "name", "label", "count", "statements"});
      for (const StatLine& line : lines) {
        append_tsv_line(text, {line.kind, line.name, line.label, std::to_string(line.count), statements_of(line)});
      }
      return text;
    }
    case Format::kJson: break;
  }
  JsonWriter json;
  json.begin_object();
  json.key("stats");
  json.begin_array();
  for (const StatLine& line : lines) write_line(json, line);
  json.end_array();
  json.end_object();
  return json.take() + '\n';
}

}  // namespace quanhe
