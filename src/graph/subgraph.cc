#include "graph/subgraph.h"

#include <algorithm>
#include <utility>

#include "graph/graph.h"
#include "graph/rank.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kGone = static_cast<std::uint32_t>(-1);

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool counts(const ViewEdge& edge, const SubgraphChoice& selection) {
  return selection.every_status || is_shown(edge.status);
}

bool is_of_types(const View& view, const ViewNode& node, const std::vector<std::string>& types) {
  return std::any_of(types.begin(), types.end(), [&](const std::string& type) {
    return node.type == type || view.ontology.is_kind_of(node.type, type);
  });
}

// For each index its new one among those kept, or kGone.
std::vector<std::uint32_t> new_places(const std::vector<bool>& kept) {
  std::vector<std::uint32_t> places(kept.size(), kGone);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i]) places[i] = next++;
  }
  return places;
}

template <typename T>
void keep_only(std::vector<T>& values, const std::vector<bool>& kept) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!kept[i]) continue;
    if (next != i) values[next] = std::move(values[i]);
    ++next;
  }
  values.resize(next);
}

// Drops the nodes that are not kept, and the edges at them.
void keep_nodes(View& view, const std::vector<bool>& kept) {
  const std::vector<std::uint32_t> places = new_places(kept);
  std::erase_if(view.edges, [&](const ViewEdge& edge) { return !kept[edge.from] || !kept[edge.to]; });
  for (ViewEdge& edge : view.edges) {
    edge.from = places[edge.from];
    edge.to = places[edge.to];
  }
  keep_only(view.nodes, kept);
}

void keep_relations(View& view, const SubgraphChoice& selection) {
  std::erase_if(view.edges, [&](const ViewEdge& edge) {
    return !counts(edge, selection) || !contains(selection.relations, edge.relation);
  });
  std::vector<bool> kept(view.nodes.size());
  for (const ViewEdge& edge : view.edges) kept[edge.from] = kept[edge.to] = true;
  keep_nodes(view, kept);
}

void keep_types(View& view, const SubgraphChoice& selection) {
  std::vector<bool> kept;
  for (const ViewNode& node : view.nodes) kept.push_back(is_of_types(view, node, selection.types));
  keep_nodes(view, kept);
}

std::uint32_t place_of(const View& view, const std::string& id) {
  const auto found = std::lower_bound(view.nodes.begin(), view.nodes.end(), id,
                                      [](const ViewNode& node, const std::string& wanted) { return node.id < wanted; });
  if (found == view.nodes.end() || found->id != id) return kGone;
  return static_cast<std::uint32_t>(found - view.nodes.begin());
}

void keep_neighbourhood(View& view, const SubgraphChoice& selection) {
  const std::uint32_t focus = place_of(view, *selection.focus);
  std::vector<bool> kept(view.nodes.size());
  if (focus != kGone) {
    kept[focus] = true;
    Walk walk;
    walk.hops = selection.hops;
    if (selection.every_status) {
      walk.statuses = {Status::kDenied, Status::kRequested, Status::kPlanned, Status::kReported, Status::kHappened};
    }
    for (const Reached& reached : Graph(view).neighbours(focus, walk)) kept[reached.node] = true;
  }
  keep_nodes(view, kept);
}

void keep_top(View& view, const SubgraphChoice& selection) {
  const std::vector<double> ranks = node_ranks(view);
  const std::uint32_t focus = selection.focus ? place_of(view, *selection.focus) : kGone;
  std::vector<std::uint32_t> order(view.nodes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(a != focus, -ranks[a]) < std::pair(b != focus, -ranks[b]);
  });
  std::vector<bool> kept(view.nodes.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(selection.top, order.size()); ++i) kept[order[i]] = true;
  keep_nodes(view, kept);
}

}  // namespace

void drop_unused_documents(View& view) {
  std::vector<bool> kept(view.documents.size());
  for (const ViewEdge& edge : view.edges) {
    for (const ViewOccurrence& occurrence : edge.occurrences) kept[occurrence.document] = true;
  }
  // The first document of a group names it, so it stays with its followers.
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i]) kept[view.documents[i].source_group] = true;
  }
  const std::vector<std::uint32_t> places = new_places(kept);
  for (ViewDocument& document : view.documents) document.source_group = places[document.source_group];
  for (ViewEdge& edge : view.edges) {
    for (ViewOccurrence& occurrence : edge.occurrences) occurrence.document = places[occurrence.document];
  }
  keep_only(view.documents, kept);
}

View subgraph(View view, const SubgraphChoice& selection) {
  const bool narrows = !selection.relations.empty() || !selection.types.empty() || selection.focus || selection.top > 0;
  if (!narrows) return view;
  if (!selection.relations.empty()) keep_relations(view, selection);
  if (!selection.types.empty()) keep_types(view, selection);
  if (selection.focus) keep_neighbourhood(view, selection);
  if (selection.top > 0) keep_top(view, selection);
  drop_unused_documents(view);
  return view;
}

}  // namespace quanhe
