#include "explorer/loaded_graph.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "explorer/limits.h"
#include "store/stored_graph.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

std::uint16_t type_number(const Ontology& ontology, const std::string& type) {
  std::size_t number = 0;
  while (number < ontology.types.size() && ontology.types[number].name != type) ++number;
  return static_cast<std::uint16_t>(number);
}

Result<NameIndex> read_names(StoredGraph& graph, const std::vector<std::int64_t>& keys) {
  struct Named {
    std::uint32_t number = 0;
    std::uint32_t documents = 0;
    std::uint16_t type = 0;
  };
  std::unordered_map<NodeKey, Named> nodes;
  nodes.reserve(keys.size());
  for (std::uint32_t number = 0; number < keys.size(); ++number) nodes[keys[number]].number = number;
  Result<std::vector<StoredNode>> stored = graph.all_nodes();
  if (!stored) return stored.error();
  for (const StoredNode& node : stored.value()) {
    const auto found = nodes.find(node.key);
    if (found == nodes.end()) continue;
    found->second.documents = node.document_count;
    found->second.type = type_number(graph.ontology(), node.type);
  }
  std::vector<StoredNode>().swap(stored.value());

  Result<std::vector<StoredName>> spellings = graph.all_names();
  if (!spellings) return spellings.error();
  std::vector<IndexedName> names;
  names.reserve(spellings.value().size());
  for (StoredName& name : spellings.value()) {
    const auto found = nodes.find(name.node);
    if (found == nodes.end()) continue;
    const Named& node = found->second;
    names.push_back(
        {node.number, node.documents, node.type, name.canonical, std::move(name.name), std::move(name.folded)});
  }
  return NameIndex(std::move(names));
}

}  // namespace

LoadedGraph::LoadedGraph(Network network, NameIndex names, std::uint64_t document_count)
    : network_(std::move(network)),
      names_(std::move(names)),
      document_count_(document_count),
      by_key_(network_.node_count()),
      best_connected_(network_.node_count()) {
  for (std::uint32_t node = 0; node < network_.node_count(); ++node) degrees_.push_back(network_.degree(node));
  std::iota(by_key_.begin(), by_key_.end(), 0U);
  std::sort(by_key_.begin(), by_key_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return network_.node_key(a) < network_.node_key(b); });
  std::iota(best_connected_.begin(), best_connected_.end(), 0U);
  const std::size_t most = std::min<std::size_t>(best_connected_.size(), kMostRows);
  std::partial_sort(best_connected_.begin(), best_connected_.begin() + static_cast<std::ptrdiff_t>(most),
                    best_connected_.end(), [&](std::uint32_t a, std::uint32_t b) { return comes_first(a, b); });
  best_connected_.resize(most);
  best_connected_.shrink_to_fit();
}

Result<std::shared_ptr<const LoadedGraph>> LoadedGraph::load(const std::filesystem::path& path) {
  Result<StoredGraph> opened = StoredGraph::open(path);
  if (!opened) return opened.error();
  StoredGraph& graph = opened.value();
  const Result<std::uint64_t> documents = graph.count_documents();
  if (!documents) return documents.error();
  Result<EdgeList> edges = graph.edge_list();
  if (!edges) return edges.error();
  Result<NameIndex> names = read_names(graph, edges.value().nodes);
  if (!names) return names.error();
  return std::shared_ptr<const LoadedGraph>(
      new LoadedGraph(Network(std::move(edges).value()), std::move(names).value(), documents.value()));
}

std::uint32_t LoadedGraph::node_of_key(NodeKey key) const {
  const auto found = std::partition_point(by_key_.begin(), by_key_.end(),
                                          [&](std::uint32_t node) { return network_.node_key(node) < key; });
  return found != by_key_.end() && network_.node_key(*found) == key ? *found : kNone;
}

}  // namespace quanhe
