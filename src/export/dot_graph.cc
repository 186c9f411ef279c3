#include "export/dot_graph.h"

namespace quanhe {
namespace {

// Within quotes only a quote is escaped. A backslash stays one, but in front of a quote, of a line break and at the end,
// where it would be read with what follows it.
std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  bool escapes = false;  // an odd number of backslashes stands last
  const auto end_backslashes = [&] {
    if (escapes) result += '\\';
    escapes = false;
  };
  for (const char c : text) {
    if (c == '\0') continue;
    if (c == '"' || c == '\n') end_backslashes();
    if (c == '"') result += '\\';
    result += c;
    escapes = c == '\\' && !escapes;
  }
  end_backslashes();
  return result + "\"";
}

void write_defaults(ByteSink& sink, std::string_view of_what, std::string_view attributes) {
  if (!attributes.empty()) sink.append_all("\t", of_what, " [", attributes, "];\n");
}

}  // namespace

void DotGraph::List::add(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (!text_.empty()) text_ += ", ";
  text_.append(name).append("=").append(in_quotes(value));
}

void DotGraph::List::add(Attributes attributes) {
  for (const auto& [name, value] : attributes) add(name, value);
}

void DotGraph::graph_attributes(Attributes attributes) { graph_.add(attributes); }
void DotGraph::node_defaults(Attributes attributes) { node_defaults_.add(attributes); }
void DotGraph::edge_defaults(Attributes attributes) { edge_defaults_.add(attributes); }

std::size_t DotGraph::place_of_node(const std::string& name) {
  const auto [known, added] = places_of_nodes_.try_emplace(name, nodes_.size());
  if (added) nodes_.push_back({in_quotes(name), {}, {}, {}});
  return known->second;
}

std::size_t DotGraph::place_of_cluster(const std::string& name) {
  const auto [known, added] = places_of_clusters_.try_emplace(name, clusters_.size());
  if (added) clusters_.push_back({in_quotes(name), {}});
  return known->second;
}

void DotGraph::node(const std::string& name, Attributes attributes) {
  nodes_[place_of_node(name)].attributes.add(attributes);
}

void DotGraph::edge(const std::string& from, const std::string& to, const std::string& key, Attributes attributes) {
  const std::size_t tail = place_of_node(from);
  Line line{place_of_node(to), {}};
  line.attributes.add("key", key);
  line.attributes.add(attributes);
  nodes_[tail].lines.push_back(std::move(line));
}

void DotGraph::cluster(const std::string& name, Attributes attributes) {
  clusters_[place_of_cluster(name)].attributes.add(attributes);
}

void DotGraph::put_in_cluster(const std::string& cluster, const std::string& node) {
  nodes_[place_of_node(node)].cluster = place_of_cluster(cluster);
}

void DotGraph::write_node(ByteSink& sink, std::string_view indent, const Node& node) {
  sink.append_all(indent, node.name, " [", node.attributes.text(), "];\n");
}

void DotGraph::write_clusters(ByteSink& sink) const {
  std::vector<std::vector<const Node*>> members(clusters_.size());
  for (const Node& node : nodes_) {
    if (node.cluster) members[*node.cluster].push_back(&node);
  }
  for (std::size_t i = 0; i < clusters_.size(); ++i) {
    sink.append_all("\tsubgraph ", clusters_[i].name, " {\n\t\tgraph [", clusters_[i].attributes.text(), "];\n");
    for (const Node* node : members[i]) write_node(sink, "\t\t", *node);
    sink.append("\t}\n");
  }
}

void DotGraph::write(ByteSink& sink) const {
  sink.append_all("digraph ", in_quotes(name_), " {\n");
  write_defaults(sink, "graph", graph_.text());
  write_defaults(sink, "node", node_defaults_.text());
  write_defaults(sink, "edge", edge_defaults_.text());
  write_clusters(sink);
  std::vector<bool> written(nodes_.size());
  const auto write_once = [&](std::size_t place) {
    if (!nodes_[place].cluster && !written[place]) write_node(sink, "\t", nodes_[place]);
    written[place] = true;
  };
  for (std::size_t from = 0; from < nodes_.size(); ++from) {
    write_once(from);
    for (const Line& line : nodes_[from].lines) {
      write_once(line.to);
      sink.append_all("\t", nodes_[from].name, " -> ", nodes_[line.to].name, " [", line.attributes.text(), "];\n");
    }
  }
  sink.append("}\n");
}

}  // namespace quanhe
