#include "graph/figures.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace quanhe {
namespace {

using Tally = std::map<std::string_view, std::uint64_t>;

// `declared` are the ontology's types or relations.
template <typename Declared>
std::vector<Count> in_order_of(const std::vector<Declared>& declared, const Tally& tally) {
  std::vector<Count> counts;
  for (const Declared& entry : declared) {
    const auto found = tally.find(entry.name);
    if (found != tally.end()) counts.push_back({entry.name, found->second});
  }
  return counts;
}

}  // namespace

Figures count_figures(const Graph& graph) {
  const View& view = graph.view();
  Figures figures;
  figures.documents = view.documents.size();
  figures.nodes = view.nodes.size();

  std::set<std::uint32_t> groups;
  for (const ViewDocument& document : view.documents) groups.insert(document.source_group);
  figures.sources = groups.size();

  Tally types, relations;
  for (const ViewNode& node : view.nodes) ++types[node.type];
  for (const ViewEdge& edge : view.edges) {
    figures.statements += edge.occurrences.size();
    if (is_shown(edge.status)) {
      ++figures.edges;
      ++relations[edge.relation];
    } else {
      ++figures.hidden_edges;
    }
  }
  figures.nodes_by_type = in_order_of(view.ontology.types, types);
  figures.edges_by_relation = in_order_of(view.ontology.relations, relations);

  std::map<std::uint32_t, std::uint64_t> sizes;
  for (const std::uint32_t component : graph.components()) {
    const std::uint64_t size = ++sizes[component];
    figures.largest_component = std::max(figures.largest_component, size);
  }
  figures.components = sizes.size();
  return figures;
}

}  // namespace quanhe
