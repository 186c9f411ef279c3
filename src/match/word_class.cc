#include "match/word_class.h"

#include <algorithm>

namespace quanhe {
namespace {

std::size_t hash_of(std::uint32_t node, std::uint32_t word) {
  const std::uint64_t product = (std::uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15ULL;
  return product >> 20;
}

std::uint32_t form(const WordTable::Forms& word, LetterCase letter_case) {
  return letter_case == LetterCase::kExact ? word.exact : word.folded;
}

// `words` are sorted and unique.
void add_to_set(std::vector<std::uint32_t>& words, std::uint32_t word) {
  const auto place = std::lower_bound(words.begin(), words.end(), word);
  if (place == words.end() || *place != word) words.insert(place, word);
}

}  // namespace

[[gnu::always_inline]] inline std::uint32_t TokenTrie::child(std::uint32_t node, std::uint32_t word) const {
  if (edges_.empty()) return kNone;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t place = hash_of(node, word) & mask; edges_[place].node != kNone; place = (place + 1) & mask) {
    if (edges_[place].node == node && edges_[place].word == word) return edges_[place].child;
  }
  return kNone;
}

void TokenTrie::add_edge(std::uint32_t node, std::uint32_t word, std::uint32_t child) {
  if (2 * (edge_count_ + 1) > edges_.size()) grow();
  const std::size_t mask = edges_.size() - 1;
  std::size_t place = hash_of(node, word) & mask;
  while (edges_[place].node != kNone) place = (place + 1) & mask;
  edges_[place] = {node, word, child};
  ++edge_count_;
}

void TokenTrie::grow() {
  std::vector<Edge> old(std::max<std::size_t>(16, 2 * edges_.size()));
  old.swap(edges_);
  edge_count_ = 0;
  for (const Edge& edge : old) {
    if (edge.node != kNone) add_edge(edge.node, edge.word, edge.child);
  }
}

bool TokenTrie::add(const std::vector<std::uint32_t>& words, std::uint32_t number) {
  std::uint32_t node = 0;
  for (const std::uint32_t word : words) {
    std::uint32_t next = child(node, word);
    if (next == kNone) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      nodes_[node].goes_on = true;
      add_edge(node, word, next);
      if (node == 0) first_words_.add(word);
    }
    node = next;
  }
  if (nodes_[node].number != kNone) return false;
  nodes_[node].number = number;
  return true;
}

std::optional<std::uint32_t> TokenTrie::number_of(const std::vector<std::uint32_t>& words) const {
  std::uint32_t node = 0;
  for (const std::uint32_t word : words) {
    node = child(node, word);
    if (node == kNone) return std::nullopt;
  }
  if (nodes_[node].number == kNone) return std::nullopt;
  return nodes_[node].number;
}

void TokenTrie::find(const SentenceItems& items, std::uint32_t position, LetterCase letter_case,
                     Reading direction, std::vector<Hit>& hits) const {
  const bool forward = direction == Reading::kForward;
  std::uint32_t node = 0;
  while (forward ? position < items.size() : position > 0) {
    const Token& token = items.token(forward ? position : position - 1);
    const std::uint32_t word = form(token.word, letter_case);
    if (node == 0 && !may_begin_with(word)) return;
    if (word == WordTable::kUnknown) return;
    node = child(node, word);
    if (node == kNone) return;
    position = forward ? position + 1 : position - 1;
    if (nodes_[node].number != kNone) hits.push_back({position, nodes_[node].number});
    if (!nodes_[node].goes_on) return;
  }
}

const std::string* WordClass::Entry::feature(std::string_view name) const {
  for (const auto& [key, value] : features) {
    if (key == name) return &value;
  }
  return nullptr;
}

bool WordClass::add(Entry entry, WordTable& words) {
  std::vector<std::uint32_t> sequence;
  std::uint32_t first_folded = WordTable::kUnknown;
  std::uint32_t last_folded = WordTable::kUnknown;
  for (const Token& token : tokenize(entry.text)) {
    const WordTable::Forms word =
        words.add(std::string_view(entry.text).substr(token.bytes.start, token.bytes.length()));
    if (sequence.empty()) first_folded = word.folded;
    last_folded = word.folded;
    sequence.push_back(form(word, letter_case_));
  }
  const auto number = static_cast<std::uint32_t>(entries_.size());
  if (sequence.empty() || !forward_.add(sequence, number)) return false;
  add_to_set(first_words_, first_folded);
  add_to_set(last_words_, last_folded);
  std::reverse(sequence.begin(), sequence.end());
  backward_.add(sequence, number);
  entries_.push_back(std::move(entry));
  return true;
}

void WordClass::find(const SentenceItems& items, std::uint32_t position, Reading direction,
                     std::vector<TokenTrie::Hit>& hits) const {
  const TokenTrie& trie = direction == Reading::kForward ? forward_ : backward_;
  trie.find(items, position, letter_case_, direction, hits);
}

const WordClass::Entry* WordClass::find(const SentenceItems& items, Span positions) const {
  std::vector<TokenTrie::Hit> hits;
  forward_.find(items, positions.start, letter_case_, Reading::kForward, hits);
  for (const TokenTrie::Hit& hit : hits) {
    if (hit.position == positions.end) return &entries_[hit.number];
  }
  return nullptr;
}

}  // namespace quanhe
