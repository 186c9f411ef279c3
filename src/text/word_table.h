#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/interner.h"
#include "base/keyed_hash.h"

namespace quanhe {

// How a language spells one word in several ways; the pack gives the pairs, the engine knows none. A pair is
// (written, canonical) and applies where a word ends in the first, that of letters wherever the first stands. Lower case;
// title and upper case follow.
struct SpellingRules {
  std::vector<std::pair<std::string, std::string>> canonical;  // "oà" → "òa": names are shown with the second
  std::vector<std::pair<std::string, std::string>> alike;      // "kỹ" → "kĩ": equal only when words are compared
  std::vector<std::string> abbreviations;  // words whose full stop ends no sentence: "TP", "GS"
  std::vector<std::pair<std::string, std::string>> letters;  // "ð" → "đ": another sign that looks the same
};

// The words that the rules know, as numbers; a word of a text that no rule knows is kUnknown. Grows while a
// pack is compiled, then is frozen: find() may be called by any number of threads.
class WordTable {
 public:
  static constexpr std::uint32_t kUnknown = Interner::kNone;

  struct Forms {
    std::uint32_t folded = kUnknown;  // letter case and spelling aside
    std::uint32_t exact = kUnknown;   // spelling aside
  };

  explicit WordTable(const SpellingRules& spelling = {});

  Forms add(std::string_view word);
  Forms find(std::string_view word) const;

  // The word with its canonical spelling and its letter case.
  std::string canonical(std::string_view word) const;
  // The same; `room` holds it where that is not as it is written.
  std::string_view canonical(std::string_view word, std::string& room) const;

  // The word with that number, in the form that it was numbered for.
  std::string_view text(std::uint32_t number) const { return words_.text(number); }

  bool is_abbreviation(std::string_view word) const;

 private:
  // Endings by their bytes; `lengths` are the byte lengths that occur, longest first.
  class Endings {
   public:
    explicit Endings(const std::vector<std::pair<std::string, std::string>>& pairs);

    // False of most words that have none.
    bool may_be_of(std::string_view word) const;
    void respell(std::string& word) const;

   private:
    void note(std::string_view written);

    KeyedMap<std::string, std::string> replacement_;
    std::vector<std::size_t> lengths_;
    std::bitset<256> last_bytes_;   // of those of less than three bytes
    std::bitset<4096> last_three_;  // of the others, by a hash of the bytes
  };

  bool has_letters(std::string_view word) const;
  void respell_letters(std::string& word) const;
  std::string exact_form(std::string_view word) const;
  std::string folded_form(std::string_view word) const;

  std::vector<std::pair<std::string, std::string>> letters_;  // in both cases
  std::bitset<256> last_of_letters_;                          // their last bytes
  Endings canonical_;
  Endings alike_;
  std::vector<std::string> abbreviations_;  // sorted
  Interner words_;
};

}  // namespace quanhe
