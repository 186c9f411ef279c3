#include "query/names.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "query/vocabulary.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/word_table.h"

namespace quanhe {
namespace {

// How well a name answers; the first is best.
enum class Rank : std::uint8_t { kName, kAlias, kFoldedName, kFoldedAlias };

// Compares names whole, diacritics too, but for letter case and Unicode composition. A word table without
// spelling rules numbers words that differ in letter case alike.
class Spelling {
 public:
  explicit Spelling(std::string_view name) : number_(number_of(name)) {}

  bool is(std::string_view name) { return number_of(name) == number_; }

 private:
  std::uint32_t number_of(std::string_view name) {
    return words_.add(NormalizedText(replace_invalid_utf8(name)).text()).folded;
  }

  WordTable words_;
  std::uint32_t number_;
};

Rank rank_of(const StoredName& name, Spelling& asked) {
  const bool exact = asked.is(name.name);
  if (name.canonical) return exact ? Rank::kName : Rank::kFoldedName;
  return exact ? Rank::kAlias : Rank::kFoldedAlias;
}

Candidate make_candidate(const StoredGraph& graph, StoredNode node, std::string matched) {
  std::string label = type_label(graph.ontology(), node.type);
  return {std::move(node), std::move(label), std::move(matched)};
}

// One for each node among `names`, which are the best first.
Result<std::vector<Candidate>> candidates_of(StoredGraph& graph, const std::vector<StoredName>& names) {
  std::vector<Candidate> candidates;
  std::set<NodeKey> seen;
  for (const StoredName& name : names) {
    if (!seen.insert(name.node).second) continue;
    Result<StoredNode> node = graph.node(name.node);
    if (!node) return node.error();
    candidates.push_back(make_candidate(graph, std::move(node).value(), name.name));
  }
  return candidates;
}

void sort_by_documents(std::vector<Candidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.node.document_count != b.node.document_count) return a.node.document_count > b.node.document_count;
    return a.node.id < b.node.id;
  });
}

// The best-ranked of names that fold alike.
std::vector<StoredName> best_of(std::vector<StoredName> names, std::string_view asked) {
  Spelling spelling(asked);
  std::vector<std::pair<Rank, StoredName>> ranked;
  for (StoredName& name : names) {
    const Rank rank = rank_of(name, spelling);
    ranked.emplace_back(rank, std::move(name));
  }
  std::vector<StoredName> best;
  const auto first =
      std::min_element(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [rank, name] : ranked) {
    if (rank == first->first) best.push_back(std::move(name));
  }
  return best;
}

// Each word of `words` begins a word of `folded`.
bool holds_all(const std::string& folded, const std::vector<std::string_view>& words) {
  const std::string spaced = ' ' + folded;
  return std::all_of(words.begin(), words.end(),
                     [&](std::string_view word) { return spaced.find(' ' + std::string(word)) != std::string::npos; });
}

// Names within the distance that base/strings.h calls near, the nearest first.
std::vector<StoredName> spelled_alike(const std::vector<StoredName>& names, const std::string& folded) {
  std::vector<std::string> near;
  for (const StoredName& name : names) {
    const std::size_t longer = std::max(name.folded.size(), folded.size());
    const std::size_t shorter = std::min(name.folded.size(), folded.size());
    if (longer - shorter > folded.size() / 3) continue;
    if (!nearest(folded, std::span(&name.folded, 1)).empty()) near.push_back(name.folded);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());

  std::vector<StoredName> alike;
  while (!near.empty() && alike.size() < kMaximumSuggestions) {
    const std::string best = nearest(folded, near);
    std::erase(near, best);
    for (const StoredName& name : names) {
      if (name.folded == best) alike.push_back(name);
    }
  }
  return alike;
}

Result<std::vector<Candidate>> suggestions(StoredGraph& graph, const std::string& folded) {
  if (folded.empty()) return std::vector<Candidate>();
  const Result<std::vector<StoredName>> names = graph.all_names();
  if (!names) return names.error();

  std::vector<StoredName> holding;
  const std::vector<std::string_view> words = split(folded, ' ');
  for (const StoredName& name : names.value()) {
    if (holds_all(name.folded, words)) holding.push_back(name);
  }
  Result<std::vector<Candidate>> found = candidates_of(graph, holding);
  if (!found) return found;
  sort_by_documents(found.value());

  Result<std::vector<Candidate>> alike = candidates_of(graph, spelled_alike(names.value(), folded));
  if (!alike) return alike;
  for (Candidate& candidate : alike.value()) {
    const bool known = std::any_of(found.value().begin(), found.value().end(),
                                   [&](const Candidate& other) { return other.node.key == candidate.node.key; });
    if (!known) found.value().push_back(std::move(candidate));
  }
  if (found.value().size() > kMaximumSuggestions) found.value().resize(kMaximumSuggestions);
  return found;
}

}  // namespace

Result<NameAnswer> find_node(StoredGraph& graph, std::string_view name) {
  NameAnswer answer;
  answer.name = name;
  Result<std::optional<StoredNode>> by_id = graph.find_id(name);
  if (!by_id) return by_id.error();
  if (by_id.value()) {
    answer.outcome = NameOutcome::kFound;
    answer.candidates.push_back(make_candidate(graph, *by_id.value(), by_id.value()->id));
    return answer;
  }

  const std::string folded = ascii_fold(name);
  Result<std::vector<StoredName>> alike = graph.names_folded_to(folded);
  if (!alike) return alike.error();
  const bool unknown = folded.empty() || alike.value().empty();
  Result<std::vector<Candidate>> candidates =
      unknown ? suggestions(graph, folded) : candidates_of(graph, best_of(std::move(alike).value(), name));
  if (!candidates) return candidates.error();
  answer.candidates = std::move(candidates).value();
  if (unknown) return answer;

  sort_by_documents(answer.candidates);
  answer.outcome = answer.candidates.size() == 1 ? NameOutcome::kFound : NameOutcome::kAmbiguous;
  return answer;
}

}  // namespace quanhe
