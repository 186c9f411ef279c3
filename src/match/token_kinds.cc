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
      : items_(&items), position_(position), forward_(direction == Reading::kForward) {}

  std::uint32_t position() const { return position_; }
  bool forward() const { return forward_; }

  // The token `ahead` steps on in the direction of reading, or nullptr.
  const Token* peek(std::uint32_t ahead = 0) const {
    if (forward_) return position_ + ahead < items_->size() ? &items_->token(position_ + ahead) : nullptr;
    return position_ > ahead ? &items_->token(position_ - ahead - 1) : nullptr;
  }

  // No blank stands between the token `ahead` steps on and the one before it in the direction of reading.
  bool glued(std::uint32_t ahead) const {
    if (peek(ahead) == nullptr) return false;
    const std::uint32_t later = forward_ ? position_ + ahead : position_ - ahead;
    return later < items_->size() && items_->token(later).glued;
  }

  // The token `ahead` steps on, which is there, begins a mention or, read backward, ends or begins one.
  bool mention_follows(std::uint32_t ahead = 0) const {
    if (forward_) return !items_->starting_at(position_ + ahead).empty();
    return !items_->ending_at(position_ - ahead).empty() || !items_->starting_at(position_ - ahead - 1).empty();
  }

  // The next token begins a mention.
  bool begins_mention() const { return !items_->starting_at(forward_ ? position_ : position_ - 1).empty(); }

  void advance(std::uint32_t steps) { position_ = forward_ ? position_ + steps : position_ - steps; }

 private:
  const SentenceItems* items_;
  std::uint32_t position_;
  bool forward_;
};

bool is_free_word(const Run& run, std::uint32_t ahead) {
  return run.peek(ahead) != nullptr && run.peek(ahead)->kind == TokenKind::kWord && !run.mention_follows(ahead);
}

// A hyphen `ahead` steps on that ties the words on its two sides.
bool is_tie(const Run& run, std::uint32_t ahead) {
  return run.peek(ahead) != nullptr && is_hyphen(*run.peek(ahead)) && !run.mention_follows(ahead) && run.glued(ahead) &&
         run.glued(ahead + 1);
}

// The words of a name that come next: one with a capital, or some that hyphens tie to one before them in the text:
// "Moo-hyun". Their number, 0 for none.
std::uint32_t next_words(const Run& run, bool tied) {
  std::uint32_t words = 0;
  for (std::uint32_t ahead = 0; is_free_word(run, ahead); ahead += 2) {
    ++words;
    if (run.peek(ahead)->upper_initial || (tied && run.forward())) return words;
    if (run.forward() || !is_tie(run, ahead + 1)) return 0;
  }
  return 0;
}

std::optional<std::uint32_t> match_name(Run run) {
  std::uint32_t words = 0;
  for (bool tied = false;; tied = is_tie(run, 0)) {
    Run after = run;
    if (tied) after.advance(1);
    const std::uint32_t more = next_words(after, tied);
    if (more == 0 || words + more > kLongestName) break;
    after.advance(2 * more - 1);
    run = after;
    words += more;
  }
  if (words == 0) return std::nullopt;
  return run.position();
}

bool is_code_word(const Token* token) {
  if (token == nullptr || token->kind != TokenKind::kWord) return false;
  return token->all_upper || (token->upper_initial && token->bytes.length() == 1);
}

bool is_code_piece(const Token& token) {
  return token.kind == TokenKind::kNumber || is_hyphen(token) || is_code_word(&token);
}

// Capitals first, then glued pieces of which the last is a number.
std::optional<std::uint32_t> match_code_forward(Run run) {
  if (!is_code_word(run.peek()) || run.begins_mention()) return std::nullopt;
  std::optional<std::uint32_t> end;
  run.advance(1);
  while (const Token* token = run.peek()) {
    if (!token->glued || !is_code_piece(*token)) break;
    run.advance(1);
    if (token->kind == TokenKind::kNumber) end = run.position();
  }
  return end;
}

// The same from its last number on, to the farthest capitals.
std::optional<std::uint32_t> match_code_backward(Run run) {
  if (run.peek() == nullptr || run.peek()->kind != TokenKind::kNumber) return std::nullopt;
  std::optional<std::uint32_t> begin;
  while (run.peek()->glued && run.peek(1) != nullptr && is_code_piece(*run.peek(1))) {
    run.advance(1);
    if (is_code_word(run.peek()) && !run.begins_mention()) begin = run.position() - 1;
  }
  return begin;
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

std::uint32_t kinds_that_may_begin_with(const Token& token) {
  const auto bit = [](PatternKind kind) { return 1U << static_cast<std::uint32_t>(kind); };
  if (token.kind == TokenKind::kNumber) return bit(PatternKind::kNumber) | bit(PatternKind::kYear);
  if (token.kind != TokenKind::kWord || !(token.upper_initial || token.all_upper)) return 0;
  return bit(PatternKind::kName) | bit(PatternKind::kUpper) | bit(PatternKind::kCode);
}

std::optional<std::uint32_t> match_kind(PatternKind kind, const SentenceItems& items, std::uint32_t position,
                                        Reading direction) {
  Run run(items, position, direction);
  if (kind == PatternKind::kName) return match_name(run);
  if (kind == PatternKind::kCode) {
    return direction == Reading::kForward ? match_code_forward(run) : match_code_backward(run);
  }
  const Token* token = run.peek();
  if (token == nullptr || !is_of_kind(kind, *token)) return std::nullopt;
  run.advance(1);
  return run.position();
}

}  // namespace quanhe
