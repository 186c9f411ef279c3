#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "query/answer_pieces.h"
#include "query/edge_text.h"
#include "query/markdown.h"
#include "query/path.h"
#include "query/table.h"

namespace quanhe {
namespace {

using Steps = std::vector<PathStep>;

std::string heading(const PathAnswer& answer) {
  const std::string ends = in_one_line(answer.names.from_node().name) + " – " + in_one_line(answer.names.to_node().name);
  if (answer.paths.empty()) return ends + ": no path";
  return ends + ": " + plural(answer.paths.size(), "path") + ", the shortest of " +
         plural(answer.paths.front().size(), "edge");
}

// Calls visit(number of path, number of step, where it begins, the step), both numbers from 1.
template <typename Visit>
void for_each_step(const PathAnswer& answer, const Visit& visit) {
  for (std::size_t path = 0; path < answer.paths.size(); ++path) {
    const StoredNode* before = &answer.names.from_node();
    for (std::size_t i = 0; i < answer.paths[path].size(); ++i) {
      visit(path + 1, i + 1, *before, answer.paths[path][i]);
      before = &answer.paths[path][i].node;
    }
  }
}

Table paths_table(const PathAnswer& answer) {
  Table table({{"PATH", true, 0}, {"STEP", true, 0}, {"FROM", false, 12}, {"", false, 0}, {"RELATION", false, 8},
               {"TO", false, 12}, {"STATUS", false, 7}, {"DATE", false, 4}, {"SAID", true, 0}, {"SRC", true, 0},
               {"SURE", true, 0}});
  for_each_step(answer, [&](std::size_t path, std::size_t number, const StoredNode& from, const PathStep& step) {
    for (const ReadEdge& edge : step.edges) {
      table.add_row({std::to_string(path), std::to_string(number), from.name, std::string(arrow(edge.direction)),
                     edge.label, step.node.name, std::string(to_string(edge.figures.status)),
                     first_date(edge.figures.dates), std::to_string(edge.figures.statements),
                     std::to_string(edge.figures.sources), as_fraction(edge.figures.confidence)});
    }
  });
  return table;
}

void write_path(JsonWriter& json, const StoredNode& from, const Steps& steps) {
  json.begin_object();
  json.key("length");
  json.integer(static_cast<std::int64_t>(steps.size()));
  write_node(json, "from", from);
  json.key("steps");
  json.begin_array();
  for (const PathStep& step : steps) {
    json.begin_object();
    write_edges(json, "edges", step.edges);
    write_node(json, "node", step.node);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

std::string paths_json(const PathAnswer& answer) {
  return json_object([&](JsonWriter& json) {
    json.field("outcome", answer.paths.empty() ? "none" : "found");
    write_strings(json, "asked", {answer.names.from.name, answer.names.to.name});
    write_node(json, "from", answer.names.from_node());
    write_node(json, "to", answer.names.to_node());
    json.key("paths");
    json.begin_array();
    for (const Steps& steps : answer.paths) write_path(json, answer.names.from_node(), steps);
    json.end_array();
  });
}

std::string paths_tsv(const PathAnswer& answer) {
  std::string text;
  append_tsv_line(text, {"path", "step", "from_name", "from_id", "direction", "relation", "label", "to_name", "to_id",
                         "status", "statements", "sources", "confidence", "dates"});
  for_each_step(answer, [&](std::size_t path, std::size_t number, const StoredNode& from, const PathStep& step) {
    for (const ReadEdge& edge : step.edges) {
      append_tsv_line(text, {std::to_string(path), std::to_string(number), from.name, from.id,
                             direction_name(edge.direction), edge.relation, edge.label, step.node.name, step.node.id,
                             to_string(edge.figures.status), std::to_string(edge.figures.statements),
                             std::to_string(edge.figures.sources), std::to_string(edge.figures.confidence),
                             join(edge.figures.dates, " ")});
    }
  });
  return text;
}

}  // namespace

std::string format_paths(const PathAnswer& answer, Format format, int width) {
  if (!answer.names.is_found()) return format_missing(answer.names, format, width);
  const bool has_steps = !answer.paths.empty() && !answer.paths.front().empty();
  switch (format) {
    case Format::kTable: return heading(answer) + '\n' + (has_steps ? paths_table(answer).to_text(width) : "");
    case Format::kJson: return paths_json(answer);
    case Format::kJsonLines:
      return json_lines(answer.paths, [&](JsonWriter& json, const Steps& steps) {
        write_path(json, answer.names.from_node(), steps);
      });
    case Format::kTsv: return paths_tsv(answer);
    case Format::kMarkdown: break;
  }
  return in_markdown(heading(answer)) + '\n' + (has_steps ? '\n' + paths_table(answer).to_markdown() : "");
}

}  // namespace quanhe
