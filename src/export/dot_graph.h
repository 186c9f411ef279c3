#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/byte_sink.h"

namespace quanhe {

// A directed graph under construction, and its DOT. Names and values may hold any bytes but NUL, which is dropped: all
// else comes out as one string, never as syntax, and as itself but for a backslash that would take the sign behind it
// along: it is doubled. Values that Graphviz reads further (labels, tooltips) need to_dot_value() first.
// Memory: all names and values. Cost: O(log nodes) for each name, O(bytes) to write.
class DotGraph {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  explicit DotGraph(std::string name) : name_(std::move(name)) {}

  // What holds where nothing else is said.
  void graph_attributes(Attributes attributes);
  void node_defaults(Attributes attributes);
  void edge_defaults(Attributes attributes);

  // A node, its ends or a cluster are made when they are first named. An empty value is as none.
  void node(const std::string& name, Attributes attributes);
  void edge(const std::string& from, const std::string& to, const std::string& key, Attributes attributes);
  void cluster(const std::string& name, Attributes attributes);
  // Of several clusters the last has the node.
  void put_in_cluster(const std::string& cluster, const std::string& node);

  // Writes DOT: the clusters with their nodes, then each other node with the lines that go out from it, all in the order
  // in which they were made, which is what an engine's picture follows. Does not finish the sink.
  void write(ByteSink& sink) const;

 private:
  // One "name=value" behind the other, as DOT has them in brackets.
  class List {
   public:
    void add(Attributes attributes);
    void add(std::string_view name, std::string_view value);
    std::string_view text() const { return text_; }

   private:
    std::string text_;
  };

  struct Line {
    std::size_t to = 0;
    List attributes;
  };
  struct Node {
    std::string name;  // in quotes
    List attributes;
    std::vector<Line> lines;
    std::optional<std::size_t> cluster;
  };
  struct Cluster {
    std::string name;  // in quotes
    List attributes;
  };

  std::size_t place_of_node(const std::string& name);
  std::size_t place_of_cluster(const std::string& name);
  static void write_node(ByteSink& sink, std::string_view indent, const Node& node);
  void write_clusters(ByteSink& sink) const;

  std::string name_;
  List graph_;
  List node_defaults_;
  List edge_defaults_;
  std::vector<Node> nodes_;
  std::vector<Cluster> clusters_;
  std::map<std::string, std::size_t> places_of_nodes_;
  std::map<std::string, std::size_t> places_of_clusters_;
};

}  // namespace quanhe
