#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_table.h"

namespace quanhe {

// Looks words up in a frozen table and remembers the answers, because folding a word costs far more than
// recognising its bytes, and a language says most with few words. One reader a thread; the table outlives it.
// What it remembers never changes an answer, and stays below 6 MiB.
class WordReader {
 public:
  explicit WordReader(const WordTable& table);

  WordTable::Forms find(std::string_view word);

  const WordTable& table() const { return table_; }

 private:
  // Small, so that the words that make up most of a text stay in the processor's cache.
  struct Slot {
    std::uint32_t hash = 0;    // of the word's bytes, its lowest 6 bits replaced by their number
    std::uint32_t offset = 0;  // of the bytes in text_, plus 1; 0: the slot is free
    WordTable::Forms forms;
  };

  void forget();

  const WordTable& table_;
  std::vector<Slot> slots_;
  std::string text_;
  std::size_t used_ = 0;
};

}  // namespace quanhe
