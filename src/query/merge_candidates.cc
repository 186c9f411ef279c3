// Problem: of a hundred thousand names, which two are one thing? All pairs are too many to compare, and names alone do not
// decide: "Trần Văn Tuấn" and "Trần Văn Tuân" may be two people.
//
// Idea: only names that share a key are compared: the folded name, its words in the order of the alphabet, the folded
// name less any one letter, and for names of three words and more the name less its first word. What the graph knows
// decides the rest: a shared end of a state (an office, a country) or a shared neighbour speaks for a pair, two ends of one
// type in a state that one of them should share speaks against it.
//
// Where it works: spellings that differ by a diacritic, a letter, a hyphen or the order of words. Where it does not: a
// name by sound ("Xi-mông") beside the Latin one ("Simon"), which share no key; an abbreviation.
//
// Nothing is merged here: a person reads the reasons and decides.

#include "query/merge_candidates.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "base/keyed_hash.h"
#include "base/strings.h"
#include "query/vocabulary.h"

namespace quanhe {
namespace {

constexpr std::size_t kLargestBlock = 50;  // a key that more names share says nothing
constexpr int kLeastScore = 300;

enum class Likeness : std::uint8_t { kSameLetters, kSameWords, kOneLetter, kPart };

struct Kind {
  int score;
  const char* reason;
};

constexpr Kind kind_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::kSameLetters: return {450, "the same letters without diacritics"};
    case Likeness::kSameWords: return {500, "the same words in another order"};
    case Likeness::kOneLetter: return {350, "one letter apart"};
    case Likeness::kPart: break;
  }
  return {250, "one name is part of the other"};
}

using Pair = std::pair<NodeKey, NodeKey>;

// The pairs of nodes whose names share a key, with the strongest likeness.
class Pairs {
 public:
  void add(Likeness likeness, NodeKey node, const std::string& key) {
    blocks_[static_cast<std::uint64_t>(likeness) ^ (stable_hash(key) << 2)].push_back({node, likeness});
  }

  std::map<Pair, Likeness> take() {
    std::map<Pair, Likeness> pairs;
    for (auto& [key, members] : blocks_) {
      if (members.size() > kLargestBlock) continue;
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (members[i].first == members[j].first) continue;
          const auto [found, is_new] =
              pairs.emplace(std::minmax(members[i].first, members[j].first), members[i].second);
          found->second = std::min(found->second, members[i].second);
        }
      }
    }
    return pairs;
  }

 private:
  KeyedMap<std::uint64_t, std::vector<std::pair<NodeKey, Likeness>>> blocks_;
};

std::string joined(std::vector<std::string> words) { return join(words, " "); }

void add_name(Pairs& pairs, const StoredName& name) {
  constexpr std::size_t kShortestToVary = 6;
  std::vector<std::string> words;
  for (const std::string_view word : split(name.folded, ' ')) words.emplace_back(word);
  if (name.folded.empty()) return;
  pairs.add(Likeness::kSameLetters, name.node, name.folded);
  std::string letters = name.folded;
  std::erase(letters, ' ');
  if (letters.size() >= kShortestToVary) {
    pairs.add(Likeness::kOneLetter, name.node, letters);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      pairs.add(Likeness::kOneLetter, name.node, letters.substr(0, i) + letters.substr(i + 1));
    }
  }
  if (words.size() >= 2) {
    if (words.size() >= 3) pairs.add(Likeness::kPart, name.node, joined({words.begin() + 1, words.end()}));
    pairs.add(Likeness::kPart, name.node, name.folded);
    std::sort(words.begin(), words.end());
    pairs.add(Likeness::kSameWords, name.node, joined(words));
  }
}

// What stands next to a node: relation and whether the node is its start, with the other ends.
using Ends = std::map<std::pair<std::string, bool>, std::set<NodeKey>>;

Result<Ends> ends_of(StoredGraph& graph, NodeKey node) {
  const Result<std::vector<StoredEdge>> edges = graph.edges_at(node);
  if (!edges) return edges.error();
  Ends ends;
  for (const StoredEdge& edge : edges.value()) {
    if (!is_shown(edge.status)) continue;
    const bool starts = edge.from == node;
    ends[{edge.relation, starts}].insert(starts ? edge.to : edge.from);
  }
  return ends;
}

// Adds what the neighbourhoods of both say to the candidate.
Result<void> weigh(StoredGraph& graph, MergeCandidate& candidate) {
  constexpr int kSharedState = 200;
  constexpr int kSharedAct = 60;
  constexpr int kOtherState = 150;
  constexpr int kMostShared = 3;
  const Result<Ends> first = ends_of(graph, candidate.kept.key);
  if (!first) return first.error();
  const Result<Ends> second = ends_of(graph, candidate.other.key);
  if (!second) return second.error();
  int shared_count = 0;
  for (const auto& [key, ends] : first.value()) {
    const auto found = second.value().find(key);
    if (found == second.value().end()) continue;
    const Relation* relation = graph.ontology().find_relation(key.first);
    const bool is_state = relation != nullptr && relation->state;
    std::vector<NodeKey> shared;
    std::set_intersection(ends.begin(), ends.end(), found->second.begin(), found->second.end(),
                          std::back_inserter(shared));
    const std::string label = relation_label(graph.ontology(), key.first);
    if (shared.empty() && is_state && key.second) {
      candidate.score -= kOtherState;
      candidate.reasons.push_back("but different ends of '" + label + "'");
    }
    for (const NodeKey end : shared) {
      if (++shared_count > kMostShared) break;
      const Result<StoredNode> node = graph.node(end);
      if (!node) return node.error();
      candidate.score += is_state ? kSharedState : kSharedAct;
      candidate.reasons.push_back("both '" + label + "' " + node.value().name);
    }
  }
  candidate.score = std::clamp(candidate.score, 0, 990);
  return {};
}

std::set<std::pair<std::string, std::string>> decided_pairs(const Ledgers& ledgers) {
  std::set<std::pair<std::string, std::string>> decided;
  for (const MergeLine& line : ledgers.merges) {
    const std::pair<std::string, std::string> pair = std::minmax(line.kept, line.other);
    if (line.decision == MergeDecision::kUndo) {
      decided.erase(pair);
    } else {
      decided.insert(pair);
    }
  }
  return decided;
}

bool is_wanted(const Ontology& ontology, const std::vector<std::string>& types, const std::string& type) {
  return types.empty() || std::any_of(types.begin(), types.end(), [&](const std::string& wanted) {
           return ontology.is_kind_of(type, wanted);
         });
}

}  // namespace

Result<std::vector<MergeCandidate>> propose_merges(StoredGraph& graph, const MergeQuestion& question) {
  const Result<Ledgers> ledgers = graph.ledgers();
  if (!ledgers) return ledgers.error();
  const auto decided = decided_pairs(ledgers.value());
  const Result<std::vector<StoredName>> names = graph.all_names();
  if (!names) return names.error();
  Pairs pairs;
  for (const StoredName& name : names.value()) add_name(pairs, name);

  std::vector<MergeCandidate> candidates;
  for (const auto& [pair, likeness] : pairs.take()) {
    Result<StoredNode> first = graph.node(pair.first);
    if (!first) return first.error();
    Result<StoredNode> second = graph.node(pair.second);
    if (!second) return second.error();
    MergeCandidate candidate{std::move(first).value(), std::move(second).value(), kind_of(likeness).score,
                             {kind_of(likeness).reason}};
    if (candidate.kept.type != candidate.other.type) continue;
    if (!is_wanted(graph.ontology(), question.types, candidate.kept.type)) continue;
    if (decided.contains(std::minmax(candidate.kept.id, candidate.other.id))) continue;
    const auto weight = [](const StoredNode& node) { return std::pair(-std::int64_t{node.document_count}, node.id); };
    if (weight(candidate.other) < weight(candidate.kept)) std::swap(candidate.kept, candidate.other);
    if (const Result<void> weighed = weigh(graph, candidate); !weighed) return weighed.error();
    if (candidate.score >= kLeastScore) candidates.push_back(std::move(candidate));
  }
  std::sort(candidates.begin(), candidates.end(), [](const MergeCandidate& a, const MergeCandidate& b) {
    return std::tie(b.score, a.kept.id, a.other.id) < std::tie(a.score, b.kept.id, b.other.id);
  });
  if (candidates.size() > question.limit) candidates.resize(question.limit);
  return candidates;
}

}  // namespace quanhe
