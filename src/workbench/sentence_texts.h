#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/document.h"

namespace quanhe {

// Finds the sentences of a document, which outlives it, by bytes or by words. Sentences come as they were written,
// their line breaks and runs of blanks as one space each.
class SentenceTexts {
 public:
  // Cost: linear in the document.
  explicit SentenceTexts(const Document& document);

  // The sentence that holds the byte of the original text, or the one before it where none does.
  std::string at(std::uint32_t byte) const;

  // The sentence in which the first of the texts begins that the document holds as whole words, letter case, diacritics
  // and signs aside; "" when it holds none. Cost: texts × the document's length; once more that length for the first.
  std::string with(const std::vector<std::string>& texts);

 private:
  void fold();
  std::string text(std::size_t sentence) const;

  const Document& document_;
  std::vector<std::uint32_t> starts_;       // of each sentence, bytes of the original text
  std::string folded_;                      // all sentences, a space before and after each word
  std::vector<std::size_t> folded_starts_;  // of each sentence, bytes of folded_
};

}  // namespace quanhe
