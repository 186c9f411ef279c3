#include "rules/scanner.h"

#include <utility>

#include "base/strings.h"

namespace quanhe {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

void Scanner::skip_blanks() {
  while (position_ < text_.size() && (text_[position_] == ' ' || text_[position_] == '\t')) ++position_;
}

bool Scanner::at_end() {
  skip_blanks();
  return position_ == text_.size();
}

char Scanner::peek() { return at_end() ? '\0' : text_[position_]; }

bool Scanner::take(std::string_view word) {
  skip_blanks();
  if (!text_.substr(position_).starts_with(word)) return false;
  position_ += static_cast<std::uint32_t>(word.size());
  return true;
}

bool Scanner::take_word(std::string_view word) {
  const std::uint32_t begin = position_;
  if (!take(word)) return false;
  const bool goes_on = position_ < text_.size() && (is_letter_or_digit(text_[position_]) || text_[position_] == '_');
  if (goes_on) position_ = begin;
  return !goes_on;
}

bool Scanner::take_glued(char sign) {
  if (position_ == text_.size() || text_[position_] != sign) return false;
  ++position_;
  return true;
}

void Scanner::expect(std::string_view word) {
  if (!take(word)) fail("expected \"" + std::string(word) + "\"");
}

std::string Scanner::name(std::string_view what) {
  skip_blanks();
  const std::uint32_t begin = position_;
  while (position_ < text_.size()) {
    const char c = text_[position_];
    const bool inner_dash =
        c == '-' && position_ > begin && position_ + 1 < text_.size() && is_letter_or_digit(text_[position_ + 1]);
    if (!is_letter_or_digit(c) && c != '_' && !inner_dash) break;
    ++position_;
  }
  if (position_ == begin) fail("expected " + std::string(what));
  return std::string(text_.substr(begin, position_ - begin));
}

std::string Scanner::quoted() {
  skip_blanks();
  const std::uint32_t begin = position_;
  expect("\"");
  const std::size_t end = text_.find('"', position_);
  if (end == std::string_view::npos) fail_at(begin, "a quoted text without its second '\"'");
  std::string text(text_.substr(position_, end - position_));
  position_ = static_cast<std::uint32_t>(end + 1);
  return text;
}

std::uint32_t Scanner::number() {
  skip_blanks();
  const std::uint32_t begin = position_;
  std::uint32_t value = 0;
  while (position_ < text_.size() && text_[position_] >= '0' && text_[position_] <= '9' && position_ - begin < 6) {
    value = value * 10 + static_cast<std::uint32_t>(text_[position_] - '0');
    ++position_;
  }
  if (position_ == begin) fail("expected a number");
  return value;
}

void Scanner::fail(std::string message, std::string help) const {
  fail_at(position_, std::move(message), std::move(help));
}

void Scanner::fail_at(std::uint32_t offset, std::string message, std::string help) {
  throw PatternFault{offset, std::move(message), std::move(help)};
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? "" : "did you mean \"" + near + "\"?";
}

}  // namespace quanhe
