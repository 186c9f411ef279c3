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
void add_to_set(std::vector<WordKey>& words, WordKey word) {
  const auto place = std::lower_bound(words.begin(), words.end(), word);
  if (place == words.end() || *place != word) words.insert(place, word);
}

}  // namespace

// Where the edge is, or the free slot that it would take.
[[gnu::always_inline]] inline std::size_t TokenTrie::place_of(std::uint32_t node, std::uint32_t word) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t place = hash_of(node, word) & mask;
  while (edges_[place].node != kNone && (edges_[place].node != node || edges_[place].word != word)) {
    place = (place + 1) & mask;
  }
  return place;
}

[[gnu::always_inline]] inline const TokenTrie::Edge* TokenTrie::edge(std::uint32_t node, std::uint32_t word) const {
  if (edges_.empty()) return nullptr;
  const Edge& found = edges_[place_of(node, word)];
  return found.node == kNone ? nullptr : &found;
}

void TokenTrie::grow() {
  std::vector<Edge> old(std::max<std::size_t>(16, 2 * edges_.size()));
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.node != kNone) edges_[place_of(edge.node, edge.word)] = edge;
  }
}

bool TokenTrie::add(const std::vector<std::uint32_t>& words, std::uint32_t number) {
  while (2 * (edge_count_ + words.size()) > edges_.size()) grow();
  Edge* last = nullptr;
  for (const std::uint32_t word : words) {
    if (last != nullptr && last->child == 0) last->child = node_count_++;
    const std::uint32_t node = last == nullptr ? 0 : last->child;
    Edge& next = edges_[place_of(node, word)];
    if (next.node == kNone) {
      next.node = node;
      next.word = word;
      ++edge_count_;
      if (node == 0) first_words_.add(word);
    }
    last = &next;
  }
  if (last == nullptr || last->number != kNone) return false;
  last->number = number;
  return true;
}

std::optional<std::uint32_t> TokenTrie::number_of(const std::vector<std::uint32_t>& words) const {
  const Edge* last = nullptr;
  for (const std::uint32_t word : words) {
    if (last != nullptr && last->child == 0) return std::nullopt;
    last = edge(last == nullptr ? 0 : last->child, word);
    if (last == nullptr) return std::nullopt;
  }
  if (last == nullptr || last->number == kNone) return std::nullopt;
  return last->number;
}

void TokenTrie::prefetch(std::uint32_t word) const {
  if (may_begin_with(word)) __builtin_prefetch(&edges_[hash_of(0, word) & (edges_.size() - 1)]);
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
    const Edge* next = edge(node, word);
    if (next == nullptr) return;
    position = forward ? position + 1 : position - 1;
    if (next->number != kNone) hits.push_back({position, next->number});
    if (next->child == 0) return;
    node = next->child;
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
  std::vector<std::uint32_t> folded;
  for (const Token& token : tokenize(entry.text)) {
    const WordTable::Forms word =
        words.add(std::string_view(entry.text).substr(token.bytes.start, token.bytes.length()));
    folded.push_back(word.folded);
    sequence.push_back(form(word, letter_case_));
  }
  const auto number = static_cast<std::uint32_t>(entries_.size());
  if (sequence.empty() || !forward_.add(sequence, number)) return false;
  const std::size_t size = folded.size();
  add_to_set(first_words_, size == 1 ? folded[0] : pair_key(folded[0], folded[1]));
  add_to_set(last_words_, size == 1 ? folded[0] : pair_key(folded[size - 2], folded[size - 1]));
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
