#include "text/token.h"
#include "text/utf8_iteration.h"

namespace quanhe {
namespace {

class SentenceSplitter {
 public:
  SentenceSplitter(const std::vector<Token>& tokens, std::string_view text, const WordTable& words)
      : tokens_(tokens), text_(text), words_(words) {}

  std::vector<Sentence> split() {
    std::vector<Sentence> sentences;
    std::uint32_t begin = 0;
    std::uint32_t paragraph = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const bool line_ends = i + 1 == tokens_.size() || tokens_[i + 1].starts_line;
      const bool too_long = i + 1 - begin == Sentence::kMaximumTokens;
      if (!line_ends && !too_long && !ends_sentence(i)) continue;
      sentences.push_back({{begin, i + 1}, paragraph});
      begin = i + 1;
      if (line_ends) ++paragraph;
    }
    return sentences;
  }

 private:
  std::string_view word(std::uint32_t i) const {
    return text_.substr(tokens_[i].bytes.start, tokens_[i].bytes.length());
  }

  bool is_stop(std::uint32_t i) const {
    const std::string_view sign = word(i);
    return sign == "." || sign == "!" || sign == "?" || sign == "…";
  }

  bool is_closing(std::uint32_t i) const {
    const std::string_view sign = word(i);
    return tokens_[i].glued && (sign == "”" || sign == "\"" || sign == "’" || sign == "»" || sign == ")");
  }

  // One capital: the "J" of "J. Smith".
  bool is_initial(std::uint32_t i) const {
    return tokens_[i].upper_initial && first_code_point_length(word(i)) == word(i).size();
  }

  bool looks_like_beginning(const Token& token) const { return token.kind != TokenKind::kWord || token.upper_initial; }

  // The stop at `i`, or the closing sign at `i` that is glued to a stop, is the last token of a sentence. The
  // token after it is on the same line.
  bool ends_sentence(std::uint32_t i) const {
    if (is_closing(i + 1)) return false;  // so that a run of closing signs is walked through only once
    std::uint32_t stop = i;
    while (stop > 0 && is_closing(stop)) --stop;
    if (!is_stop(stop)) return false;
    const Token& next = tokens_[i + 1];
    if (next.glued) return stop == i && word(stop) == "." && starts_without_blank(stop, next);
    return looks_like_beginning(next) && !follows_abbreviation(stop);
  }

  // "hai nước.Thủ tướng": a blank was forgotten; "TP.HCM" and "J.Biden" are no ends.
  bool starts_without_blank(std::uint32_t stop, const Token& next) const {
    if (stop == 0) return false;
    const Token& before = tokens_[stop - 1];
    return next.kind == TokenKind::kWord && next.upper_initial && before.kind == TokenKind::kWord &&
           !before.all_upper && !is_initial(stop - 1) && !words_.is_abbreviation(word(stop - 1));
  }

  bool follows_abbreviation(std::uint32_t stop) const {
    if (stop == 0 || word(stop) != "." || !tokens_[stop].glued) return false;
    return is_initial(stop - 1) || words_.is_abbreviation(word(stop - 1));
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
  const WordTable& words_;
};

}  // namespace

std::vector<Sentence> split_sentences(const std::vector<Token>& tokens, std::string_view text, const WordTable& words) {
  return SentenceSplitter(tokens, text, words).split();
}

}  // namespace quanhe
