#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/word_table.h"

namespace quanhe {

enum class TokenKind : std::uint8_t { kWord, kNumber, kSign };

// A run of letters; a run of digits with inner '.' and ',' and a final '%'; or one other sign.
struct Token {
  static constexpr std::uint32_t kNoValue = UINT32_MAX;

  Span bytes;  // of the normalized text
  WordTable::Forms word;
  std::uint32_t value = kNoValue;  // of a number of at most 9 plain digits; the code point of a sign
  TokenKind kind = TokenKind::kSign;
  bool glued = false;          // no blank between it and the token before
  bool starts_line = false;    // a line break, or nothing, stands before it
  bool upper_initial = false;  // a word whose first letter is upper case
  bool all_upper = false;      // a word of at least two letters without a lower-case one
};

// A sentence or, of one that is longer than kMaximumTokens, a piece of it.
struct Sentence {
  static constexpr std::uint32_t kMaximumTokens = 1024;

  Span tokens;                  // indices of the document's tokens
  std::uint32_t paragraph = 0;  // paragraphs are lines, counted from 0 without the empty ones
};

// The tokens of text[begin, end of text); their words are not looked up. `text` is valid UTF-8. Cost: linear.
std::vector<Token> tokenize(std::string_view text, std::uint32_t begin = 0);

// Cuts tokens into sentences: every token is in exactly one. A sentence ends at a line's end, and after . ! ? …
// where the next word looks like a beginning; a full stop after an abbreviation or an initial does not end it.
std::vector<Sentence> split_sentences(const std::vector<Token>& tokens, std::string_view text, const WordTable& words);

}  // namespace quanhe
