#pragma once

#include <string>
#include <vector>

#include "match/items.h"
#include "text/token.h"
#include "text/word_table.h"

namespace quanhe::oracle {

// A sentence to match: its tokens as they are written, and mentions that count them from 0.
struct SentencePlan {
  struct Piece {
    std::string text;
    bool glued = false;  // no blank before it
  };

  std::vector<Piece> pieces;
  std::vector<Mention> mentions;
};

// A plan as the matchers get it. Another sentence stands before it and one after it, of the words that patterns ask
// for most, so that whoever looks beyond the sentence finds something.
struct TestSentence {
  std::string text;
  std::vector<Token> tokens;      // of the whole text
  Span range;                     // the sentence's tokens
  std::vector<Mention> mentions;  // count the tokens of the whole text

  std::uint32_t size() const { return range.length(); }
  const Token& token(std::uint32_t position) const { return tokens[range.start + position]; }
  std::string word(std::uint32_t position) const;
};

// False when the pieces would not be read as one token each.
bool make_sentence(const SentencePlan& plan, const WordTable& words, TestSentence& sentence);

// No mention crosses another, and those of one type do not overlap.
bool may_add(const std::vector<Mention>& mentions, const Mention& mention);

// "a [0 B c] ," with the bit of its type, and "+" when it is plural, after a mention's bracket.
std::string to_string(const SentencePlan& plan);

}  // namespace quanhe::oracle
