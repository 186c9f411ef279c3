#include "export/dot_legend.h"

#include <set>
#include <string>
#include <vector>

#include "base/strings.h"
#include "export/dot_style.h"
#include "export/edge_summary.h"
#include "export/picture_words.h"
#include "export/shown_text.h"
#include "export/style.h"
#include "export/words.h"

namespace quanhe {
namespace {

constexpr const char* kLegend = "cluster_legend";

void add_type(DotGraph& graph, const View& view, const std::string& type) {
  const std::string name = "legend:type:" + type;
  const Colour colour = colour_of(view.ontology, type);
  const std::string label = to_dot_value(join(wrap(type_label(view, type), 22, 2), "\n"));
  graph.put_in_cluster(kLegend, name);
  graph.node(name, {{"label", label},
                    {"shape", shape_of(view.ontology, type)},
                    {"fillcolor", to_hex(fill_of(colour))},
                    {"color", to_hex(border_of(colour))},
                    {"fontsize", "11"},
                    {"tooltip", label},
                    {"class", "legend"}});
}

void add_sample(DotGraph& graph, const std::string& name, const std::string& text, const LineStyle& style, bool arrow) {
  const std::string from = "legend:" + name + ":from";
  const std::string to = "legend:" + name + ":to";
  for (const std::string& end : {from, to}) {
    graph.put_in_cluster(kLegend, end);
    graph.node(end, {{"shape", "point"},
                     {"width", "0.08"},
                     {"color", kStateColour},
                     {"fillcolor", kStateColour},
                     {"tooltip", text},
                     {"class", "legend"}});
  }
  graph.edge(from, to, "legend",
             {{"label", text},
              {"style", style.style},
              {"color", style.colour},
              {"fontcolor", style.font_colour},
              {"penwidth", style.width},
              {"dir", arrow ? "forward" : "none"},
              {"weight", "100"},
              {"tooltip", text},
              {"labeltooltip", text},
              {"class", "legend"}});
}

// The types that the view has, those of the ontology first.
std::vector<std::string> types_of(const View& view) {
  std::set<std::string> used;
  for (const ViewNode& node : view.nodes) used.insert(node.type);
  std::vector<std::string> types;
  for (const NodeType& type : view.ontology.types) {
    if (used.erase(type.name) > 0) types.push_back(type.name);
  }
  types.insert(types.end(), used.begin(), used.end());
  return types;
}

}  // namespace

void add_legend(DotGraph& graph, const View& view) {
  const PictureWords words = picture_words(view.ontology.language);
  graph.cluster(kLegend, {{"label", words.legend},
                          {"style", "rounded"},
                          {"color", kStateColour},
                          {"bgcolor", "#fafafa"},
                          {"tooltip", words.legend},
                          {"class", "legend"},
                          {"margin", "14"}});
  for (const std::string& type : types_of(view)) add_type(graph, view, type);
  add_sample(graph, "act", words.act, kActLine, true);
  add_sample(graph, "state", words.state, kStateLine, true);
  add_sample(graph, "both-ways", words.both_ways, kActLine, false);
  add_sample(graph, "planned", words.planned, kPlannedLine, true);
}

}  // namespace quanhe
