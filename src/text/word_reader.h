#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/token.h"
#include "text/word_table.h"

namespace quanhe {

// Looks words up in a frozen table and remembers the answers, because folding a word costs far more than
// recognising its bytes, and a language says most with few words. One reader a thread; the table outlives it.
// What it remembers never changes an answer, and stays at 4 MiB.
class WordReader {
 public:
  explicit WordReader(const WordTable& table);

  WordTable::Forms find(std::string_view word);

  // Gives each token of the text its word.
  void read(std::string_view text, std::span<Token> tokens);

  const WordTable& table() const { return table_; }

 private:
  // The bytes of a word, then NULs, of which a text has none. No word of Vietnamese is longer; longer ones are looked
  // up each time.
  using Key = std::array<std::uint64_t, 2>;

  struct Slot {
    Key key{};  // zeros: the slot is free
    WordTable::Forms forms;
  };

  static Key key_of(std::string_view word);
  void prefetch(std::string_view word) const;

  const WordTable& table_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace quanhe
