#include "query/answer_pieces.h"
#include "query/communities.h"
#include "query/edge_text.h"
#include "query/markdown.h"
#include "query/table.h"

namespace quanhe {
namespace {

std::string heading(const CommunityAnswer& answer) {
  return plural(answer.nodes, "node") + ", " + plural(answer.edges, "edge") + ": " +
         std::to_string(answer.total) + (answer.total == 1 ? " community" : " communities") + " and " +
         plural(answer.alone, "node") + " alone, modularity " + measure_text(answer.modularity) +
         shown_of(answer.rows.size(), answer.total);
}

std::string names_of(const Community& row) {
  std::string names;
  for (const CommunityMember& member : row.members) names += (names.empty() ? "" : ", ") + member.node.name;
  return names + (row.members.size() < row.nodes ? ", …" : "");
}

Table communities_table(const CommunityAnswer& answer) {
  Table table({{"", true, 0}, {"NODES", true, 0}, {"EDGES", true, 0}, {"MEMBERS", false, 20}});
  for (const Community& row : answer.rows) {
    table.add_row({std::to_string(row.number), std::to_string(row.nodes), std::to_string(row.edges), names_of(row)});
  }
  return table;
}

void write_row(JsonWriter& json, const Community& row) {
  json.begin_object();
  json.key("community");
  json.integer(static_cast<std::int64_t>(row.number));
  json.key("nodes");
  json.integer(row.nodes);
  json.key("edges");
  json.integer(row.edges);
  json.key("members");
  json.begin_array();
  for (const CommunityMember& member : row.members) {
    json.begin_object();
    json.field("id", member.node.id);
    json.field("type", member.node.type);
    json.field("name", member.node.name);
    json.key("degree");
    json.integer(member.degree);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

std::string communities_json(const CommunityAnswer& answer) {
  return json_object([&](JsonWriter& json) {
    json.key("nodes");
    json.integer(answer.nodes);
    json.key("edges");
    json.integer(answer.edges);
    json.key("alone");
    json.integer(answer.alone);
    json.key("modularity");
    write_measure(json, answer.modularity);
    json.key("communities");
    json.begin_array();
    for (const Community& row : answer.rows) write_row(json, row);
    json.end_array();
    json.key("total");
    json.integer(static_cast<std::int64_t>(answer.total));
  });
}

std::string communities_tsv(const CommunityAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"community", "nodes", "edges", "name", "type", "id", "degree"});
  for (const Community& row : answer.rows) {
    for (const CommunityMember& member : row.members) {
      append_tsv_line(text, {std::to_string(row.number), std::to_string(row.nodes), std::to_string(row.edges),
                             member.node.name, member.node.type, member.node.id, std::to_string(member.degree)});
    }
  }
  return text;
}

}  // namespace

std::string format_communities(const CommunityAnswer& answer, Format format, int width) {
  switch (format) {
    case Format::kTable:
      return heading(answer) + '\n' + (answer.rows.empty() ? "" : communities_table(answer).to_text(width));
    case Format::kJson: return communities_json(answer);
    case Format::kJsonLines: return json_lines(answer.rows, write_row);
    case Format::kTsv: return communities_tsv(answer);
    case Format::kMarkdown: break;
  }
  return in_markdown(heading(answer)) + '\n' +
         (answer.rows.empty() ? "" : '\n' + communities_table(answer).to_markdown());
}

}  // namespace quanhe
