#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quanhe {

// A name of a node.
struct IndexedName {
  std::uint32_t node = 0;       // by number
  std::uint32_t documents = 0;  // that name the node
  std::uint16_t type = 0;       // of the node, by number
  bool is_canonical = false;
  std::string text;
  std::string folded;  // ascii_fold(text)
};

// The names of a graph in memory, to be found while somebody types. Frozen; any number of threads may use it. Some 60
// bytes a name besides its text.
class NameIndex {
 public:
  struct Found {
    std::uint32_t node = 0;
    std::string_view text;  // of the name; lives as long as the index

    friend bool operator==(const Found&, const Found&) = default;
  };

  // The order of the names does not matter. Cost: n log n.
  explicit NameIndex(std::vector<IndexedName> names);

  // At most `most` nodes with a name that holds all words of the text, the last perhaps only begun, letter case and
  // diacritics aside. First come names that are the text, then those that hold it with its diacritics, then those that
  // hold its words whole; among equals those that most documents name, then by node. Of each node the first of its
  // names. Only types with true in `types` (by number; empty: all). Where very many names hold the words, only the
  // 1,000 best known are looked at for diacritics.
  std::vector<Found> find(std::string_view text, const std::vector<bool>& types, std::size_t most) const;

 private:
  struct Entry {
    std::uint32_t node = 0;
    std::uint32_t text = 0;   // where it begins in texts_; it ends where that of the next entry begins
    std::uint32_t cased = 0;  // the same in cased_
    std::uint32_t words = 0;  // the same in words_of_entry_
    std::uint16_t type = 0;
  };
  // Numbers of words, the end excluded.
  using Words = std::pair<std::uint32_t, std::uint32_t>;

  Words words_like(std::string_view word, bool is_begun) const;
  bool has(std::uint32_t entry, const Words& words) const;
  bool has_all(std::uint32_t entry, const std::vector<Words>& wanted) const;
  std::uint32_t postings_of(const Words& words) const;
  // Appends the entries that have all wanted words and not all of `but` (empty: none is left out), until there are
  // enough.
  void collect(const std::vector<Words>& wanted, const std::vector<bool>& types, const std::vector<Words>& but,
               std::vector<std::uint32_t>& entries) const;
  std::uint32_t entry_count() const { return static_cast<std::uint32_t>(entries_.size()) - 1; }
  std::string_view text_of(std::uint32_t entry) const;
  std::string_view cased_of(std::uint32_t entry) const;

  std::vector<Entry> entries_;  // the best known first; the last is none
  std::string texts_;
  std::string cased_;  // the same without letter case
  std::vector<std::uint32_t> words_of_entry_;
  std::vector<std::string> words_;             // sorted
  std::vector<std::uint32_t> postings_begin_;  // by word; one more than there are words
  std::vector<std::uint32_t> postings_;        // entries of a word, ascending
};

}  // namespace quanhe
