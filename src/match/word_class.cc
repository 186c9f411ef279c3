#include "match/word_class.h"

#include <algorithm>

namespace quanhe {
namespace {

std::uint64_t edge(std::uint32_t node, std::uint32_t word) { return std::uint64_t{node} << 32 | word; }

std::uint32_t form(const WordTable::Forms& word, LetterCase letter_case) {
  return letter_case == LetterCase::kExact ? word.exact : word.folded;
}

}  // namespace

bool TokenTrie::add(const std::vector<std::uint32_t>& words, std::uint32_t number) {
  std::uint32_t node = 0;
  for (const std::uint32_t word : words) {
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    const auto [child, is_new] = children_.emplace(edge(node, word), next);
    if (is_new) numbers_.push_back(kNone);
    node = child->second;
  }
  if (numbers_[node] != kNone) return false;
  numbers_[node] = number;
  return true;
}

void TokenTrie::find(const SentenceItems& items, std::uint32_t position, LetterCase letter_case,
                     Reading direction, std::vector<Hit>& hits) const {
  const bool forward = direction == Reading::kForward;
  std::uint32_t node = 0;
  while (forward ? position < items.size() : position > 0) {
    const Token& token = items.token(forward ? position : position - 1);
    const auto child = children_.find(edge(node, form(token.word, letter_case)));
    if (child == children_.end()) return;
    node = child->second;
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
  for (const Token& token : tokenize(entry.text)) {
    const WordTable::Forms word =
        words.add(std::string_view(entry.text).substr(token.bytes.start, token.bytes.length()));
    if (sequence.empty()) first_folded = word.folded;
    sequence.push_back(form(word, letter_case_));
  }
  const auto number = static_cast<std::uint32_t>(entries_.size());
  if (sequence.empty() || !forward_.add(sequence, number)) return false;
  first_words_.push_back(first_folded);
  std::reverse(sequence.begin(), sequence.end());
  backward_.add(sequence, number);
  entries_.push_back(std::move(entry));
  return true;
}

std::vector<std::uint32_t> WordClass::ends(const SentenceItems& items, std::uint32_t position,
                                           Reading direction) const {
  std::vector<TokenTrie::Hit> hits;
  const TokenTrie& trie = direction == Reading::kForward ? forward_ : backward_;
  trie.find(items, position, letter_case_, direction, hits);
  std::vector<std::uint32_t> positions;
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) positions.push_back(hit->position);
  return positions;
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
