#include "export/dot.h"

#include <algorithm>
#include <vector>

#include "base/hash.h"
#include "base/strings.h"
#include "export/dot_graph.h"
#include "export/dot_groups.h"
#include "export/dot_legend.h"
#include "export/dot_lines.h"
#include "export/dot_style.h"
#include "export/edge_summary.h"
#include "export/escape.h"
#include "export/picture_words.h"
#include "export/shown_text.h"
#include "export/style.h"
#include "export/words.h"

namespace quanhe {
namespace {

constexpr std::size_t kMostLinesForDot = 150;
constexpr std::size_t kNodeWidth = 22;
constexpr std::size_t kNodeLines = 4;
constexpr std::size_t kMostAliasesInTooltip = 5;
constexpr std::size_t kMostNamesOfGroup = 4;
constexpr const char* kFont = "Noto Sans";

std::string label_of(std::string_view text, std::size_t width, std::size_t lines) {
  return to_dot_value(join(wrap(text, width, lines), "\n"));
}

// The name of a node in DOT, where a scanner takes no string beyond 16 KiB.
std::string dot_name(const std::string& id) {
  constexpr std::size_t kLongest = 200;
  if (id.size() <= kLongest) return id;
  return to_iri_piece(id.substr(0, kLongest)) + "-" + to_hex(stable_hash(id));
}

std::string svg_id(const std::string& kind, const std::string& id) {
  std::string safe = kind + "-" + to_iri_piece(dot_name(id));
  std::replace(safe.begin(), safe.end(), '/', '-');
  std::replace(safe.begin(), safe.end(), '%', '_');
  return safe;
}

void set_up(DotGraph& graph, const View& view, const ExportOptions& options, std::size_t lines) {
  const PictureWords words = picture_words(view.ontology.language);
  const bool small = lines <= kMostLinesForDot;
  const auto relations = std::count_if(view.edges.begin(), view.edges.end(),
                                       [&](const ViewEdge& edge) { return is_exported(edge, options); });
  const std::string title = "quanhe: " + std::to_string(view.nodes.size()) + " " + words.nodes + ", " +
                            std::to_string(relations) + " " + words.relations + ", " +
                            std::to_string(view.documents.size()) + " " + words.documents;
  const std::string made_by = "quanhe " + shorten(options.program_version, 40) + "; " + shorten(view.pack.name, 60) +
                              " " + shorten(view.pack.version, 40) + ", " + shorten(view.pack.hash, 40);
  graph.graph_attributes({{"charset", "UTF-8"},
                          {"comment", to_dot_value(made_by)},
                          {"tooltip", to_dot_value(title)},
                          {"layout", small ? "dot" : "sfdp"},
                          {"rankdir", "LR"},
                          {"ranksep", "0.4"},
                          {"nodesep", "0.25"},
                          {"newrank", "true"},
                          {"splines", small ? "true" : "line"},
                          {"overlap", "prism"},
                          {"sep", "+10"},
                          {"start", "1"},
                          {"quadtree", "fast"},
                          {"nslimit", "4"},
                          {"nslimit1", "4"},
                          {"dpi", "96"},
                          {"pad", "0.3"},
                          {"bgcolor", "white"},
                          {"outputorder", "edgesfirst"},
                          {"fontname", kFont},
                          {"fontsize", "14"}});
  graph.node_defaults({{"fontname", kFont},
                       {"fontsize", "12"},
                       {"style", "filled"},
                       {"penwidth", "1.8"},
                       {"margin", "0.14,0.07"},
                       {"height", "0.45"}});
  graph.edge_defaults({{"fontname", kFont},
                       {"fontsize", "10"},
                       {"color", kActLine.colour},
                       {"fontcolor", kActLine.font_colour},
                       {"penwidth", kActLine.width},
                       {"arrowsize", "0.7"}});
}

void add_node(DotGraph& graph, const View& view, const ViewNode& node) {
  const Colour colour = colour_of(view.ontology, node.type);
  std::string tooltip = shorten(node.name, 120) + "\n" + type_label(view, node.type);
  for (std::size_t i = 0; i < std::min(node.aliases.size(), kMostAliasesInTooltip); ++i) {
    tooltip += "\n= " + shorten(node.aliases[i], 80);
  }
  graph.node(dot_name(node.id), {{"label", label_of(node.name, kNodeWidth, kNodeLines)},
                                 {"shape", shape_of(view.ontology, node.type)},
                                 {"fillcolor", to_hex(fill_of(colour))},
                                 {"color", to_hex(border_of(colour))},
                                 {"tooltip", to_dot_value(tooltip)},
                                 {"id", svg_id("node", node.id)},
                                 {"class", "entity"}});
}

void add_line(DotGraph& graph, const View& view, const ExportOptions& options, const DotLine& line) {
  const std::string from = dot_name(view.nodes[line.from].id);
  const std::string to = dot_name(view.nodes[line.to].id);
  const std::string key = line.edges.front()->relation;
  const std::string label = line_label(view, line, options);
  const std::string tooltip = to_dot_value(line_tooltip(view, line, options));
  const LineStyle& style = line.planned ? kPlannedLine : line.state ? kStateLine : kActLine;
  graph.edge(from, to, key,
             {{"label", line.edges.size() > 1 ? to_dot_value_flush_left(label) : to_dot_value(label)},
              {"dir", line.symmetric ? "none" : "forward"},
              {"style", style.style},
              {"color", style.colour},
              {"fontcolor", style.font_colour},
              {"penwidth", style.width},
              {"weight", line.state ? "1" : "2"},
              {"tooltip", tooltip},
              {"labeltooltip", tooltip},
              {"URL", to_dot_value(line_url(view, line, options))},
              {"id", svg_id("relation", edge_id(view, *line.edges.front()))},
              {"class", "relation"}});
}

// A box around nodes that have most to do with each other.
void add_group(DotGraph& graph, const View& view, std::size_t number, const std::vector<std::uint32_t>& group) {
  const std::string name = "cluster_group_" + std::to_string(number);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(group.size(), kMostNamesOfGroup); ++i) {
    names.push_back(shorten(view.nodes[group[i]].name, 40));
  }
  if (names.size() < group.size()) names.emplace_back("…");
  graph.cluster(name, {{"style", "rounded,filled"},
                       {"color", "#cfd8dc"},
                       {"fillcolor", "#f5f7f8"},
                       {"tooltip", to_dot_value(join(names, ", "))},
                       {"class", "group"},
                       {"margin", "12"}});
  for (const std::uint32_t node : group) graph.put_in_cluster(name, dot_name(view.nodes[node].id));
}

}  // namespace

Result<void> write_dot(const View& view, const ExportOptions& options, ByteSink& sink) {
  const std::vector<DotLine> lines = lines_of(view, options);
  DotGraph graph("quanhe");
  set_up(graph, view, options, lines.size());
  for (const ViewNode& node : view.nodes) add_node(graph, view, node);
  for (const DotLine& line : lines) add_line(graph, view, options, line);
  // Another engine than dot would not keep the nodes of a box together.
  if (lines.size() <= kMostLinesForDot) {
    const std::vector<std::vector<std::uint32_t>> groups = groups_of(view, lines);
    for (std::size_t i = 0; i < groups.size(); ++i) add_group(graph, view, i + 1, groups[i]);
  }
  add_legend(graph, view);
  graph.write(sink);
  return sink.finish();
}

std::optional<std::string> reason_against_picture(const View& view) {
  const auto edges = static_cast<std::size_t>(
      std::count_if(view.edges.begin(), view.edges.end(), [](const ViewEdge& edge) { return is_exported(edge); }));
  const auto refusal = [](std::size_t count, const std::string& things, std::size_t most) {
    return "no picture: " + std::to_string(count) + " " + things + " are more than the " + std::to_string(most) +
           " that a picture can show; a part of the graph can be drawn: 'quanhe export --format svg --output "
           "part.svg' with --focus NAME or --top 100";
  };
  if (view.nodes.size() > kMostNodesInPicture) return refusal(view.nodes.size(), "nodes", kMostNodesInPicture);
  if (edges > kMostEdgesInPicture) return refusal(edges, "relations", kMostEdgesInPicture);
  return std::nullopt;
}

}  // namespace quanhe
