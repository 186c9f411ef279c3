#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "query/format.h"
#include "query/shown_edge.h"

namespace quanhe {

struct FactsQuestion {
  std::string name = {};  // at either end, as find_node() takes it; "": any
  std::string from = {};  // at this end; in a symmetric relation at either
  std::string to = {};
  std::vector<std::string> relations = {};  // as find_relations() takes them; empty: all
  std::size_t limit = 0;                    // 0: all
  Selection selection = {};
};

struct FactsAnswer {
  std::vector<NameAnswer> names;  // of the question's nodes; unless all are kFound, there are no facts
  std::vector<ShownEdge> facts;   // by the ontology's order of relations, then names and ids of their ends
  std::size_t count = 0;          // before the limit

  bool is_found() const { return !facts.empty(); }
};

// Cost: look-ups for each edge of the named nodes and each of its statements; when no node is named, the table of edges.
Result<FactsAnswer> find_facts(StoredGraph& graph, const FactsQuestion& question);

std::string format_facts(const FactsAnswer& answer, Format format, int width);

// The first of these that is not one node, or nullptr.
const NameAnswer* first_not_found(const std::vector<NameAnswer>& names);

}  // namespace quanhe
