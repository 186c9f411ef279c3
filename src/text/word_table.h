#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/interner.h"

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
  std::uint32_t find_exact(std::string_view word) const { return words_.find(exact_form(word)); }

  // The word with its canonical spelling and its letter case.
  std::string canonical(std::string_view word) const;

  // The word with that number, in the form that it was numbered for.
  std::string_view text(std::uint32_t number) const { return words_.text(number); }

  bool is_abbreviation(std::string_view word) const;

 private:
  // Endings by their bytes; `lengths` are the byte lengths that occur, longest first; `last_bytes` tells by a word's
  // last byte that it has none of them, which is so for most.
  struct Endings {
    std::unordered_map<std::string, std::string> replacement;
    std::vector<std::size_t> lengths;
    std::bitset<256> last_bytes;
  };

  static Endings make_endings(const std::vector<std::pair<std::string, std::string>>& pairs);
  static void respell(std::string& word, const Endings& endings);

  void respell_letters(std::string& word) const;
  std::string exact_form(std::string_view word) const;
  std::string folded_form(std::string_view word) const;

  std::vector<std::pair<std::string, std::string>> letters_;  // in both cases
  Endings canonical_;
  Endings alike_;
  std::vector<std::string> abbreviations_;  // sorted
  Interner words_;
};

}  // namespace quanhe
