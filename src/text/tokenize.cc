#include "text/token.h"
#include "text/utf8_iteration.h"

namespace quanhe {
namespace {

// Reads one token after another from a text that is valid UTF-8.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::uint32_t begin) : text_(text), position_(begin) {}

  bool next(Token& token) {
    token = Token{};
    token.starts_line = position_ == 0 || first_;
    token.glued = !first_;
    first_ = false;
    skip_blanks(token);
    if (position_ == text_.size()) return false;
    token.bytes.start = position_;
    const std::int32_t c = peek().value;
    if (classes_.is_letter(c)) {
      read_word(token);
    } else if (is_digit(c)) {
      read_number(token);
    } else {
      token.value = static_cast<std::uint32_t>(c);
      position_ = peek().end;
    }
    token.bytes.end = position_;
    return true;
  }

 private:
  CodePoint peek() const { return code_point_at(text_, position_); }

  void skip_blanks(Token& token) {
    while (position_ < text_.size()) {
      const CodePoint c = peek();
      if (!classes_.is_blank(c.value)) return;
      token.glued = false;
      token.starts_line |= is_line_break(c.value);
      position_ = c.end;
    }
  }

  void read_word(Token& token) {
    token.kind = TokenKind::kWord;
    token.upper_initial = classes_.is_upper(peek().value);
    int letters = 0;
    bool lower_seen = false;
    while (position_ < text_.size()) {
      const CodePoint c = peek();
      if (!classes_.is_letter(c.value)) break;
      lower_seen |= classes_.is_lower(c.value);
      ++letters;
      position_ = c.end;
    }
    token.all_upper = letters > 1 && !lower_seen;
  }

  bool digit_at(std::uint32_t offset) const { return offset < text_.size() && is_digit(text_[offset]); }

  void read_number(Token& token) {
    token.kind = TokenKind::kNumber;
    if (position_ >= day_end_) day_end_ = end_of_day(position_);
    while (position_ < text_.size()) {
      const char c = text_[position_];
      const bool inner_sign = (c == '.' || c == ',') && digit_at(position_ + 1) && position_ >= day_end_;
      if (!is_digit(c) && !inner_sign) break;
      ++position_;
    }
    token.value = plain_number(text_.substr(token.bytes.start, position_ - token.bytes.start));
    if (position_ < text_.size() && text_[position_] == '%') ++position_;
  }

  // Where the digits end that begin at the offset.
  std::uint32_t end_of_digits(std::uint32_t offset) const {
    while (digit_at(offset)) ++offset;
    return offset;
  }

  // Where a day like 26.10.2023, whose full stops group no digits, ends; 0 where none begins at the offset.
  std::uint32_t end_of_day(std::uint32_t offset) const {
    const auto full_stop_at = [&](std::uint32_t at) { return at < text_.size() && text_[at] == '.'; };
    const std::uint32_t day = end_of_digits(offset);
    if (day - offset > 2 || !full_stop_at(day)) return 0;
    const std::uint32_t month = end_of_digits(day + 1);
    if (month - day - 1 == 0 || month - day - 1 > 2 || !full_stop_at(month)) return 0;
    const std::uint32_t year = end_of_digits(month + 1);
    const bool goes_on = full_stop_at(year) && digit_at(year + 1);
    return year - month - 1 == 4 && !goes_on ? year : 0;
  }

  static std::uint32_t plain_number(std::string_view digits) {
    constexpr std::size_t kMostDigits = 9;
    if (digits.size() > kMostDigits || digits.find_first_of(".,") != std::string_view::npos) return Token::kNoValue;
    std::uint32_t value = 0;
    for (const char digit : digits) value = value * 10 + static_cast<std::uint32_t>(digit - '0');
    return value;
  }

  const CharacterClasses& classes_ = CharacterClasses::get();
  std::string_view text_;
  std::uint32_t position_;
  std::uint32_t day_end_ = 0;  // of the last day that was read
  bool first_ = true;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, std::uint32_t begin) {
  std::vector<Token> tokens;
  Tokenizer tokenizer(text, begin);
  tokens.reserve((text.size() - begin) / 5);  // a syllable of Vietnamese and its blank have six bytes on average
  for (Token token; tokenizer.next(token);) tokens.push_back(token);
  return tokens;
}

}  // namespace quanhe
