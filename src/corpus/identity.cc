#include "corpus/identity.h"

#include <algorithm>
#include <set>
#include <utility>

namespace quanhe {
namespace {

using Pair = std::pair<std::string, std::string>;

// Which ids are linked, as a union of sets.
class LinkedIds {
 public:
  void link(const std::string& a, const std::string& b) {
    const std::string first = root(a);
    const std::string second = root(b);
    parents_[std::max(first, second)] = std::min(first, second);
  }

  // By root, all ids that were linked.
  std::map<std::string, std::vector<std::string>> sets() {
    std::map<std::string, std::vector<std::string>> sets;
    for (const auto& [id, parent] : parents_) sets[root(id)].push_back(id);
    return sets;
  }

 private:
  std::string root(const std::string& id) {
    std::string& parent = parents_.emplace(id, id).first->second;
    if (parent == id) return id;
    return parent = root(std::string(parent));
  }

  std::map<std::string, std::string> parents_;
};

const std::string& shown_id(const MergedIds& merged, const std::string& id) {
  const auto found = merged.find(id);
  return found == merged.end() ? id : found->second;
}

bool is_symmetric(const Ontology& ontology, const std::string& name) {
  const Relation* relation = ontology.find_relation(name);
  return relation != nullptr && relation->symmetric;
}

void add_alias(Node& node, const std::string& name) {
  if (name != node.name) node.aliases.push_back(name);
}

}  // namespace

std::vector<const MergeLine*> standing_merges(std::span<const MergeLine> lines) {
  std::map<Pair, const MergeLine*> last;
  for (const MergeLine& line : lines) last[std::minmax(line.kept, line.other)] = &line;
  std::vector<const MergeLine*> accepted;
  for (const auto& [pair, line] : last) {
    if (line->decision == MergeDecision::kAccept) accepted.push_back(line);
  }
  return accepted;
}

MergedIds merged_ids(std::span<const MergeLine> lines, const std::function<bool(const std::string& id)>& is_present) {
  LinkedIds linked;
  std::set<std::string> others;
  for (const MergeLine* line : standing_merges(lines)) {
    linked.link(line->kept, line->other);
    others.insert(line->other);
  }
  MergedIds merged;
  for (auto& [root, ids] : linked.sets()) {
    std::erase_if(ids, [&](const std::string& id) { return !is_present(id); });
    if (ids.size() < 2) continue;
    const std::string shown = *std::min_element(ids.begin(), ids.end(), [&](const std::string& a, const std::string& b) {
      return std::pair(others.count(a), std::string_view(a)) < std::pair(others.count(b), std::string_view(b));
    });
    for (const std::string& id : ids) {
      if (id != shown) merged.emplace(id, shown);
    }
  }
  return merged;
}

DocumentFacts with_identities(const DocumentFacts& facts, const MergedIds& merged, const Ontology& ontology,
                              const std::function<const Node&(const std::string& id)>& shown) {
  const auto is_merged = [&](const Node& node) { return merged.contains(node.id); };
  if (std::none_of(facts.nodes.begin(), facts.nodes.end(), is_merged)) return facts;

  DocumentFacts one = facts;
  one.nodes.clear();
  std::vector<std::uint32_t> places;
  std::map<std::string_view, std::uint32_t> place_of;
  for (const Node& node : facts.nodes) {
    const std::string& id = shown_id(merged, node.id);
    const auto [place, is_new] = place_of.emplace(id, static_cast<std::uint32_t>(one.nodes.size()));
    if (is_new) {
      const Node& as_shown = shown(id);
      one.nodes.push_back({id, as_shown.type, as_shown.name, {}, {}});
    }
    Node& target = one.nodes[place->second];
    add_alias(target, node.name);
    for (const std::string& alias : node.aliases) add_alias(target, alias);
    places.push_back(place->second);
  }
  for (Node& node : one.nodes) {
    std::sort(node.aliases.begin(), node.aliases.end());
    node.aliases.erase(std::unique(node.aliases.begin(), node.aliases.end()), node.aliases.end());
  }
  for (Statement& statement : one.statements) {
    statement.from = places[statement.from];
    statement.to = places[statement.to];
    const bool reversed = one.nodes[statement.to].id < one.nodes[statement.from].id;
    if (reversed && is_symmetric(ontology, statement.relation)) std::swap(statement.from, statement.to);
  }
  std::erase_if(one.statements, [](const Statement& statement) { return statement.from == statement.to; });
  return one;
}

std::map<EdgeName, Judged> judged_edges(std::span<const JudgementLine> lines, const MergedIds& merged,
                                        const Ontology& ontology) {
  std::map<EdgeName, Judged> judged;
  for (const JudgementLine& line : lines) {
    std::string from = shown_id(merged, line.from);
    std::string to = shown_id(merged, line.to);
    if (to < from && is_symmetric(ontology, line.relation)) std::swap(from, to);
    judged[{std::move(from), line.relation, std::move(to)}] = {line.judgement, line.because};
  }
  std::erase_if(judged, [](const auto& entry) { return entry.second.judgement == Judgement::kNone; });
  return judged;
}

}  // namespace quanhe
