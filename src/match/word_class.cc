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

}  // namespace

std::uint32_t TokenTrie::child(std::uint32_t node, std::uint32_t word) const {
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
  if (!words.empty()) {
    if (words[0] / 64 >= first_words_.size()) first_words_.resize(words[0] / 64 + 1);
    first_words_[words[0] / 64] |= std::uint64_t{1} << words[0] % 64;
  }
  std::uint32_t node = 0;
  for (const std::uint32_t word : words) {
    std::uint32_t next = child(node, word);
    if (next == kNone) {
      next = static_cast<std::uint32_t>(numbers_.size());
      numbers_.push_back(kNone);
      add_edge(node, word, next);
    }
    node = next;
  }
  if (numbers_[node] != kNone) return false;
  numbers_[node] = number;
  return true;
}

std::optional<std::uint32_t> TokenTrie::number_of(const std::vector<std::uint32_t>& words) const {
  std::uint32_t node = 0;
  for (const std::uint32_t word : words) {
    node = child(node, word);
    if (node == kNone) return std::nullopt;
  }
  if (numbers_[node] == kNone) return std::nullopt;
  return numbers_[node];
}

void TokenTrie::find(const SentenceItems& items, std::uint32_t position, LetterCase letter_case,
                     Reading direction, std::vector<Hit>& hits) const {
  const bool forward = direction == Reading::kForward;
  std::uint32_t node = 0;
  while (forward ? position < items.size() : position > 0) {
    const Token& token = items.token(forward ? position : position - 1);
    const std::uint32_t word = form(token.word, letter_case);
    if (node == 0 && !has_first_word(word)) return;
    if (word == WordTable::kUnknown) return;
    node = child(node, word);
    if (node == kNone) return;
    position = forward ? position + 1 : position - 1;
    if (numbers_[node] != kNone) hits.push_back({position, numbers_[node]});
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
  first_words_.push_back(first_folded);
  last_words_.push_back(last_folded);
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
