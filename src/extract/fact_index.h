#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/places.h"
#include "extract/working_document.h"

namespace quanhe {

// Answers what references, defaults and ends ask of the facts that came through no reference, but where another answer
// is asked for, without going through all of them each time. Good until the facts change.
class FactIndex {
 public:
  explicit FactIndex(const WorkingDocument& work);

  // Numbers of the first facts that lead from the node over the relation, one for each node that they lead to and by
  // whether they are shown; in the order of the facts, at most kMostEdges.
  std::span<const std::uint32_t> edges(std::uint32_t node, std::uint32_t relation) const;

  // The nodes to which lasting relations that are shown tie the node over one step or two: what an edge leads to,
  // then what that leads to, then the next edge. Of each node the first kMostTies edges.
  const std::vector<std::uint32_t>& tied(std::uint32_t node) const;

  // Where the facts of the relation that are shown stand, of those that came through `through` at most.
  const Places& places(std::uint32_t relation, Through through) const;

  // A fact that leads from the node over the relation has the attribute with a value that ascii_fold() makes `folded`.
  bool has_attribute(std::uint32_t node, std::uint32_t relation, const std::string& attribute,
                     const std::string& folded) const;

 private:
  static constexpr std::size_t kMostEdges = 32;
  static constexpr std::size_t kMostTies = 16;

  using Key = std::pair<std::uint32_t, std::uint32_t>;  // node, relation
  using Attributes = std::set<std::pair<std::uint32_t, std::string>>;

  void add_edge(std::uint32_t number);
  void add_tied(std::uint32_t node, int steps, std::vector<std::uint32_t>& tied) const;

  const WorkingDocument& work_;
  std::map<Key, std::vector<std::uint32_t>> edges_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> lasting_;  // by node
  mutable std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> tied_;
  mutable std::map<std::pair<std::uint32_t, Through>, Places> places_;
  mutable std::map<std::pair<std::uint32_t, std::string>, Attributes> attributes_;  // by relation and name
};

}  // namespace quanhe
