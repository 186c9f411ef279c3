#include "store/edge_list.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_set>
#include <utility>

#include "store/keys.h"
#include "store/ontology_tables.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kMaximumRelations = 1U << 16;

// Where keys stand in a list: a table where few are left out between the least and the greatest, else a search.
class Places {
 public:
  explicit Places(const std::vector<std::int64_t>& keys) {
    if (keys.empty()) return;
    const auto [least, greatest] = std::minmax_element(keys.begin(), keys.end());
    least_ = *least;
    const std::uint64_t range = static_cast<std::uint64_t>(*greatest) - static_cast<std::uint64_t>(least_);
    if (range / 8 > keys.size()) {
      for (std::uint32_t i = 0; i < keys.size(); ++i) sparse_.emplace_back(keys[i], i);
      std::sort(sparse_.begin(), sparse_.end());
    } else {
      dense_.assign(static_cast<std::size_t>(range) + 1, kNone);
      for (std::uint32_t i = 0; i < keys.size(); ++i) dense_[static_cast<std::size_t>(keys[i] - least_)] = i;
    }
  }

  // Before of() is asked for the key, so that it need not wait for memory.
  void fetch(std::int64_t key) const {
    const std::uint64_t place = static_cast<std::uint64_t>(key) - static_cast<std::uint64_t>(least_);
    if (place < dense_.size()) __builtin_prefetch(&dense_[static_cast<std::size_t>(place)]);
  }

  // kNone for a key that is not there.
  std::uint32_t of(std::int64_t key) const {
    const std::uint64_t place = static_cast<std::uint64_t>(key) - static_cast<std::uint64_t>(least_);
    if (!dense_.empty()) return place < dense_.size() ? dense_[static_cast<std::size_t>(place)] : kNone;
    const auto found = std::lower_bound(sparse_.begin(), sparse_.end(), std::pair(key, std::uint32_t{0}));
    return found != sparse_.end() && found->first == key ? found->second : kNone;
  }

 private:
  std::int64_t least_ = 0;
  std::vector<std::uint32_t> dense_;
  std::vector<std::pair<std::int64_t, std::uint32_t>> sparse_;
};

std::unordered_set<std::int64_t> keys_of(Database& database, std::string_view sql) {
  std::unordered_set<std::int64_t> keys;
  SqlStatement row = database.prepare(sql);
  while (row.next()) keys.insert(row.integer(0));
  return keys;
}

std::vector<std::int64_t> read_nodes(Database& database) {
  const auto merged = keys_of(database, "SELECT node FROM nodes WHERE merged_into IS NOT NULL");
  std::vector<std::int64_t> nodes;
  // The index alone answers this, without a look at the nodes.
  SqlStatement row = database.prepare("SELECT node FROM nodes ORDER BY id");
  while (row.next()) {
    const std::int64_t key = row.integer(0);
    if (merged.empty() || !merged.contains(key)) nodes.push_back(key);
  }
  return nodes;
}

// The keys of the relations in their new order.
std::vector<std::int64_t> read_relations(Database& database, const Ontology& ontology,
                                         std::vector<PlainRelation>& relations) {
  std::map<std::string, std::int64_t> keys;
  for (const auto& [key, name] : read_relation_names(database)) keys.emplace(name, key);
  std::vector<std::int64_t> ordered;
  for (const Relation& relation : ontology.relations) {
    const auto found = keys.find(relation.name);
    if (found == keys.end()) continue;
    ordered.push_back(found->second);
    relations.push_back({relation.name, relation.symmetric});
    keys.erase(found);
  }
  for (const auto& [name, key] : keys) {
    ordered.push_back(key);
    relations.push_back({name, false});
  }
  return ordered;
}

// Edges are read with the keys of their nodes, and are given the places of these here.
void place_ends(Database& database, const Places& nodes, std::vector<PlainEdge>& edges) {
  constexpr std::size_t kAhead = 16;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const PlainEdge& later = edges[std::min(i + kAhead, edges.size() - 1)];
    nodes.fetch(later.from);
    nodes.fetch(later.to);
    PlainEdge& edge = edges[i];
    edge.from = nodes.of(edge.from);
    edge.to = nodes.of(edge.to);
    if (edge.from == kNone || edge.to == kNone) return database.report_damage("an edge without its node");
  }
}

}  // namespace

EdgeList read_edge_list(Database& database, const Ontology& ontology) {
  EdgeList list;
  list.nodes = read_nodes(database);
  const Places nodes(list.nodes);
  const Places relations(read_relations(database, ontology, list.relations));
  if (list.relations.size() > kMaximumRelations) database.report_damage("more relations than there can be");
  // The condition is spelled twice, so that the index of judged edges answers.
  const auto rejected = keys_of(database, "SELECT edge FROM edges WHERE judgement > 0 AND judgement = 2");

  const std::int64_t last = database.prepare("SELECT max(edge) FROM edges").find().value_or(0);
  if (0 < last && last < kNone) list.edges.reserve(static_cast<std::size_t>(last));
  const auto take = [&](const SqlRow& row) {
    const std::int64_t key = row.integer(0);
    if (!rejected.empty() && rejected.contains(key)) return;
    const std::uint32_t relation = relations.of(row.integer(2));
    if (relation == kNone || key <= 0 || key >= kNone) return database.report_damage("an edge without its relation");
    const auto end = [&](int column) { return static_cast<std::uint32_t>(row.integer_within(column, 1, kNone)); };
    list.edges.push_back({end(1), end(3), static_cast<std::uint32_t>(key), relation & 0xFFFFU,
                          static_cast<std::uint32_t>(row.integer_within(5, 1, 990)) & 0x3FFU,
                          static_cast<std::uint32_t>(row.integer_within(4, 0, 4)) & 7U});
  };
  database.visit("edge, from_node, relation, to_node, status, confidence", "FROM edges WHERE statement_count > 0",
                 take);
  place_ends(database, nodes, list.edges);
  return list;
}

}  // namespace quanhe
