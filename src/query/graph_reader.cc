#include "query/graph_reader.h"

#include <algorithm>
#include <utility>

#include "query/vocabulary.h"

namespace quanhe {
namespace {

// From so many on, reading a table takes less time than looking up.
constexpr std::size_t kMany = 2000;

bool wants_exactly(const Selection& selection, Status least) {
  for (int status = 0; status <= static_cast<int>(Status::kHappened); ++status) {
    if (selection.has_status(static_cast<Status>(status)) != (status >= static_cast<int>(least))) return false;
  }
  return true;
}

}  // namespace

GraphReader::GraphReader(StoredGraph& graph, const Selection& selection) : graph_(graph), selection_(selection) {}

bool GraphReader::status_decides() const {
  return !selection_.narrows_time() &&
         (wants_exactly(selection_, Status::kDenied) || wants_exactly(selection_, Status::kPlanned));
}

Result<void> GraphReader::expect_nodes(std::size_t count) {
  if (count < kMany || has_all_nodes_) return {};
  Result<std::vector<StoredNode>> all = graph_.all_nodes();
  if (!all) return all.error();
  nodes_.reserve(all.value().size());
  for (StoredNode& node : all.value()) nodes_.emplace(node.key, std::move(node));
  has_all_nodes_ = true;
  return {};
}

Result<void> GraphReader::expect_edges(std::size_t count) {
  if (count < kMany || mentions_) return {};
  Result<MentionTable> all = graph_.all_mentions();
  if (!all) return all.error();
  mentions_ = std::move(all).value();
  return {};
}

Result<const StoredNode*> GraphReader::node_at(NodeKey key) {
  const auto known = nodes_.find(key);
  if (known != nodes_.end()) return &known->second;
  Result<StoredNode> node = graph_.node(key);
  if (!node) return node.error();
  return &nodes_.emplace(key, std::move(node).value()).first->second;
}

Result<StoredNode> GraphReader::node(NodeKey key) {
  const Result<const StoredNode*> node = node_at(key);
  if (!node) return node.error();
  return *node.value();
}

Result<std::vector<StoredMention>> GraphReader::read_mentions(EdgeKey edge) {
  // What one statement says alone has one source, whatever its document says.
  if (selection_.narrows_time()) return graph_.mentions_of(edge);
  Result<std::vector<StoredMention>> bare = graph_.bare_mentions_of(edge);
  return bare && bare.value().size() > 1 ? graph_.mentions_of(edge) : std::move(bare);
}

Result<std::optional<EdgeFigures>> GraphReader::figures(EdgeKey edge, const std::string& relation) {
  std::vector<StoredMention> mentions;
  if (mentions_) {
    mentions = mentions_->of(edge);
  } else {
    Result<std::vector<StoredMention>> read = read_mentions(edge);
    if (!read) return read.error();
    mentions = std::move(read).value();
  }
  const Relation* declared = ontology().find_relation(relation);
  return figures_of(mentions, selected_of(mentions, declared != nullptr && declared->state, selection_));
}

Result<bool> GraphReader::is_selected(EdgeKey edge, const std::string& relation, Status status) {
  if (status_decides()) return selection_.has_status(status);
  const Result<std::optional<EdgeFigures>> found = figures(edge, relation);
  if (!found) return found.error();
  return found.value().has_value();
}

Result<Network> GraphReader::network(const std::vector<std::string>& relations) {
  Result<EdgeList> list = graph_.edge_list();
  if (!list) return list.error();
  std::vector<PlainEdge>& edges = list.value().edges;
  if (!relations.empty()) {
    std::vector<bool> walked;
    for (const PlainRelation& relation : list.value().relations) {
      walked.push_back(std::find(relations.begin(), relations.end(), relation.name) != relations.end());
    }
    std::erase_if(edges, [&](const PlainEdge& edge) { return !walked[edge.relation]; });
  }
  if (!status_decides()) {
    if (const Result<void> read = expect_edges(edges.size()); !read) return read.error();
  }
  std::size_t kept = 0;
  for (const PlainEdge& edge : edges) {
    const Result<bool> selected = is_selected(edge.key, list.value().relations[edge.relation].name, edge.status());
    if (!selected) return selected.error();
    if (selected.value()) edges[kept++] = edge;
  }
  edges.resize(kept);
  return Network(std::move(list).value());
}

ReadEdge GraphReader::shown_edge(Direction direction, const std::string& relation, EdgeFigures figures) const {
  return {direction, relation, relation_label(ontology(), relation), std::move(figures)};
}

Result<ReadEdge> GraphReader::shown_edge(const Network& network, const NetworkStep& step) {
  const std::string& relation = network.relations()[step.relation].name;
  Result<std::optional<EdgeFigures>> found = figures(step.edge, relation);
  if (!found) return found.error();
  return shown_edge(step.direction, relation, std::move(found).value().value_or(EdgeFigures()));
}

}  // namespace quanhe
