#include "match/token_kinds.h"

#include <algorithm>
#include <array>

namespace quanhe {
namespace {

constexpr std::array<std::string_view, 5> kKindNames = {"Name", "Upper", "Number", "Year", "Code"};

bool is_hyphen(const Token& token) {
  return token.kind == TokenKind::kSign && (token.value == '-' || token.value == 0x2010 || token.value == 0x2011);
}

// Reads a run of tokens from one end to the other.
class Run {
 public:
  Run(const SentenceItems& items, std::uint32_t position, Reading direction)
      : items_(items), position_(position), forward_(direction == Reading::kForward) {}

  std::uint32_t position() const { return position_; }

  // The token `ahead` steps on in the direction of reading, or nullptr.
  const Token* peek(std::uint32_t ahead = 0) const {
    if (forward_) return position_ + ahead < items_.size() ? &items_.token(position_ + ahead) : nullptr;
    return position_ > ahead ? &items_.token(position_ - ahead - 1) : nullptr;
  }

  // No blank stands between the token `ahead` steps on and the one before it in the direction of reading.
  bool glued(std::uint32_t ahead) const {
    const Token* later = forward_ ? peek(ahead) : peek(ahead - 1);
    return peek(ahead) != nullptr && later != nullptr && later->glued;
  }

  bool mention_follows(std::uint32_t ahead = 0) const {
    if (forward_) return !items_.starting_at(position_ + ahead).empty();
    return !items_.ending_at(position_ - ahead).empty();
  }

  void advance(std::uint32_t steps) { position_ = forward_ ? position_ + steps : position_ - steps; }

 private:
  const SentenceItems& items_;
  std::uint32_t position_;
  bool forward_;
};

bool is_name_word(const Token* token) { return token != nullptr && token->upper_initial; }

std::optional<std::uint32_t> match_name(Run run) {
  std::uint32_t words = 0;
  while (words < kLongestName && is_name_word(run.peek()) && !run.mention_follows()) {
    run.advance(1);
    ++words;
    const bool hyphenated = run.peek() != nullptr && is_hyphen(*run.peek()) && run.glued(1) &&
                            is_name_word(run.peek(1)) && !run.mention_follows() && !run.mention_follows(1);
    if (hyphenated && words < kLongestName) run.advance(1);
  }
  if (words == 0) return std::nullopt;
  return run.position();
}

bool is_code_word(const Token* token) {
  if (token == nullptr || token->kind != TokenKind::kWord) return false;
  return token->all_upper || (token->upper_initial && token->bytes.length() == 1);
}

// Capitals first, then glued pieces of which the last is a number: read forward only, since what ends in a
// number is found from its first letter.
std::optional<std::uint32_t> match_code_forward(const SentenceItems& items, std::uint32_t begin) {
  Run run(items, begin, Reading::kForward);
  if (!is_code_word(run.peek()) || run.mention_follows()) return std::nullopt;
  std::optional<std::uint32_t> end;
  run.advance(1);
  while (const Token* token = run.peek()) {
    const bool continues = token->kind == TokenKind::kNumber || is_hyphen(*token) || is_code_word(token);
    if (!token->glued || !continues) break;
    run.advance(1);
    if (token->kind == TokenKind::kNumber) end = run.position();
  }
  return end;
}

std::optional<std::uint32_t> match_code(const SentenceItems& items, std::uint32_t position, Reading direction) {
  if (direction == Reading::kForward) return match_code_forward(items, position);
  for (std::uint32_t begin = position; begin > 0 && position - begin < kLongestName;) {
    --begin;
    if (match_code_forward(items, begin) == position) return begin;
  }
  return std::nullopt;
}

bool is_of_kind(PatternKind kind, const Token& token) {
  switch (kind) {
    case PatternKind::kUpper: return token.upper_initial;
    case PatternKind::kNumber: return token.kind == TokenKind::kNumber;
    case PatternKind::kYear:
      return token.kind == TokenKind::kNumber && token.bytes.length() == 4 && token.value >= 1000 && token.value < 3000;
    case PatternKind::kName:
    case PatternKind::kCode: break;
  }
  return false;
}

}  // namespace

std::optional<PatternKind> parse_pattern_kind(std::string_view name) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<PatternKind>(found - kKindNames.begin());
}

std::string_view to_string(PatternKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<std::uint32_t> match_kind(PatternKind kind, const SentenceItems& items, std::uint32_t position,
                                        Reading direction) {
  Run run(items, position, direction);
  if (kind == PatternKind::kName) return match_name(run);
  if (kind == PatternKind::kCode) return match_code(items, position, direction);
  const Token* token = run.peek();
  if (token == nullptr || !is_of_kind(kind, *token)) return std::nullopt;
  run.advance(1);
  return run.position();
}

}  // namespace quanhe
