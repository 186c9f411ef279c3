#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/items.h"
#include "match/word_filter.h"
#include "match/word_key.h"
#include "text/word_table.h"

namespace quanhe {

enum class LetterCase : std::uint8_t { kFolded, kExact };
// Which way a pattern reads: with the text, or against it from a trigger.
enum class Reading : std::uint8_t { kForward, kBackward };

// Sequences of words with a number each, found from a position in time linear in the longest of them. Built
// once, then frozen.
class TokenTrie {
 public:
  // Whoever adds sequences refuses longer ones, for a text may begin one at every token.
  static constexpr std::size_t kLongest = 64;

  // False when the sequence is there already; it then keeps its first number.
  bool add(const std::vector<std::uint32_t>& words, std::uint32_t number);

  // False for most words of a text, at the cost of a bit: no sequence begins with the word.
  bool may_begin_with(std::uint32_t word) const { return first_words_.may_have(word); }

  // Begins to fetch from memory what find() asks of a first word.
  void prefetch(std::uint32_t word) const;

  struct Hit {
    std::uint32_t position = 0;  // the other end of the sequence
    std::uint32_t number = 0;
  };

  // The number of the sequence, if it is one that was added.
  std::optional<std::uint32_t> number_of(const std::vector<std::uint32_t>& words) const;

  // Appends the hits from `position` on in the direction, shortest first.
  void find(const SentenceItems& items, std::uint32_t position, LetterCase letter_case, Reading direction,
            std::vector<Hit>& hits) const;

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // (node, word) → node, by open addressing, with all that is asked of that node: a look-up reads one line of memory.
  struct Edge {
    std::uint32_t node = kNone;    // kNone: the slot is free
    std::uint32_t word = 0;
    std::uint32_t child = 0;       // 0: no sequence goes on, which saves most look-ups
    std::uint32_t number = kNone;  // of the sequence that ends here
  };

  std::size_t place_of(std::uint32_t node, std::uint32_t word) const;
  const Edge* edge(std::uint32_t node, std::uint32_t word) const;
  void grow();

  std::vector<Edge> edges_;       // a power of two, at most half full
  std::size_t edge_count_ = 0;
  std::uint32_t node_count_ = 1;  // of those from which an edge leads, and the root, which is 0
  WordFilter first_words_;
};

// A named list of words and phrases, each with features: `Ngoại trưởng: {title: Bộ trưởng}`.
class WordClass {
 public:
  struct Entry {
    std::string text;
    std::vector<std::pair<std::string, std::string>> features;

    // nullptr when the entry has no such feature.
    const std::string* feature(std::string_view name) const;
  };

  WordClass(std::string name, LetterCase letter_case) : name_(std::move(name)), letter_case_(letter_case) {}

  // False when an entry of the same words is there already. `words` grows by those of the entry.
  bool add(Entry entry, WordTable& words);

  const std::string& name() const { return name_; }
  bool empty() const { return entries_.empty(); }
  const std::vector<Entry>& entries() const { return entries_; }

  // Appends the hits of the entries that begin (end) at `position`, shortest entry first.
  void find(const SentenceItems& items, std::uint32_t position, Reading direction,
            std::vector<TokenTrie::Hit>& hits) const;

  // The entry whose words are exactly those between the positions, or nullptr.
  const Entry* find(const SentenceItems& items, Span positions) const;

  // Of each entry the key of the first two words, and that of the last two; of one word that of itself. Sorted, unique.
  const std::vector<WordKey>& first_words() const { return first_words_; }
  const std::vector<WordKey>& last_words() const { return last_words_; }

 private:
  std::string name_;
  LetterCase letter_case_;
  std::vector<Entry> entries_;
  std::vector<WordKey> first_words_;
  std::vector<WordKey> last_words_;
  TokenTrie forward_;
  TokenTrie backward_;
};

}  // namespace quanhe
