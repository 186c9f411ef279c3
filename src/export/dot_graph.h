#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "export/byte_sink.h"

namespace quanhe {

// A directed graph under construction in Graphviz's own library, which knows best how to quote. Names and
// values may hold any bytes but NUL, which is dropped: all else comes out as one string, never as syntax.
// Values that Graphviz reads further (labels, tooltips) need to_dot_value() first.
//
// The library is not thread-safe: only one DotGraph at a time may be used in a process.
class DotGraph {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  explicit DotGraph(const std::string& name);
  ~DotGraph();
  DotGraph(const DotGraph&) = delete;
  DotGraph& operator=(const DotGraph&) = delete;

  // What holds where nothing else is said.
  void graph_attributes(Attributes attributes);
  void node_defaults(Attributes attributes);
  void edge_defaults(Attributes attributes);

  // A node, its ends or a cluster are made when they are first named.
  void node(const std::string& name, Attributes attributes);
  void edge(const std::string& from, const std::string& to, const std::string& key, Attributes attributes);
  void cluster(const std::string& name, Attributes attributes);
  void put_in_cluster(const std::string& cluster, const std::string& node);

  // Writes DOT: everything in the order in which it was made. Does not finish the sink.
  void write(ByteSink& sink) const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace quanhe
