// A pattern is read by recursive descent:
//
//   alternatives = sequence ("|" sequence)*
//   sequence     = item*
//   item         = ("!" | "&") item | atom repetition?
//   repetition   = "?" | ("*" | "+") number?
//   atom         = "(" alternatives ")" | "[" alternatives "]" | "{" name ":" alternatives "}" | "<" name ">"
//                | "'" words "'" | ".." number? | "..." | "^" | "$" | words without blanks
//
// "+" without a number after a bare upper-case name is a coordination of that type.

#include "match/syntax.h"

#include <optional>
#include <utility>

namespace quanhe {
namespace {

using Kind = PatternNode::Kind;

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kSpecialSigns = "()[]{}<>|?*+!&^$'";
constexpr std::uint32_t kDeepestNesting = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-';
}

// Throws PatternFault; parse_pattern turns it into a value, so that it never leaves this file.
class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  PatternNode parse() {
    PatternNode root = alternatives();
    if (!at_end()) fail("unexpected '" + std::string(1, peek()) + "'");
    return root;
  }

 private:
  [[noreturn]] void fail(std::string message, std::string help = "") const { fail_at(position_, message, help); }
  [[noreturn]] static void fail_at(std::uint32_t offset, std::string message, std::string help = "") {
    throw PatternFault{offset, std::move(message), std::move(help)};
  }

  void skip_blanks() {
    while (position_ < source_.size() && kBlanks.find(source_[position_]) != std::string_view::npos) ++position_;
  }
  bool at_end() {
    skip_blanks();
    return position_ == source_.size();
  }
  char peek() const { return source_[position_]; }
  bool take(char sign) {
    skip_blanks();
    if (position_ == source_.size() || peek() != sign) return false;
    ++position_;
    return true;
  }
  void expect(char closing, std::uint32_t opened_at, char opening) {
    if (!take(closing)) fail_at(opened_at, "'" + std::string(1, opening) + "' without '" + closing + "'");
  }

  PatternNode make(Kind kind, std::uint32_t offset) const {
    PatternNode node;
    node.kind = kind;
    node.offset = offset;
    return node;
  }

  void descend() {
    if (++depth_ > kDeepestNesting) fail("nested deeper than " + std::to_string(kDeepestNesting));
  }

  PatternNode alternatives() {
    descend();
    PatternNode node = make(Kind::kAlternatives, position_);
    do {
      node.children.push_back(sequence());
    } while (take('|'));
    --depth_;
    if (node.children.size() > 1) return node;
    return PatternNode(std::move(node.children.front()));
  }

  PatternNode sequence() {
    PatternNode node = make(Kind::kSequence, position_);
    while (!at_end() && std::string_view("|)]}").find(peek()) == std::string_view::npos) {
      node.children.push_back(item());
    }
    if (node.children.empty()) fail("an item is missing here");
    if (node.children.size() > 1) return node;
    return PatternNode(std::move(node.children.front()));
  }

  PatternNode item() {
    const std::uint32_t begin = position_;
    if (take('!')) return negated(begin, what_follows('!'));
    if (take('&')) return negated(begin, negated(begin, what_follows('&')));
    return repetition(atom());
  }

  PatternNode what_follows(char sign) {
    if (at_end()) fail("an item is missing after '" + std::string(1, sign) + "'");
    descend();
    PatternNode node = item();
    --depth_;
    return node;
  }

  PatternNode negated(std::uint32_t begin, PatternNode child) const {
    PatternNode node = make(Kind::kNot, begin);
    node.children.push_back(std::move(child));
    return node;
  }

  // What follows an atom without a blank.
  PatternNode repetition(PatternNode child) {
    if (position_ == source_.size()) return child;
    const char sign = peek();
    if (sign != '?' && sign != '*' && sign != '+') return child;
    const std::uint32_t offset = child.offset;
    if (child.kind == Kind::kGap) fail("a gap cannot be repeated", "a gap's length is its number: ..8");
    ++position_;
    const std::optional<std::uint32_t> count = sign == '?' ? std::nullopt : number();
    const bool many = sign == '+' && !count && child.kind == Kind::kUpperName;
    PatternNode node = make(many ? Kind::kMany : Kind::kRepeat, offset);
    node.minimum = sign == '+' ? 1 : 0;
    node.maximum = sign == '?' ? 1 : count.value_or(PatternNode::kDefaultRepetitions);
    if (node.maximum == 0 || node.maximum > PatternNode::kMostRepetitions) {
      fail_at(offset, "repeated " + std::to_string(node.maximum) + " times, expected 1 to " +
                          std::to_string(PatternNode::kMostRepetitions));
    }
    node.children.push_back(std::move(child));
    return node;
  }

  std::optional<std::uint32_t> number() {
    const std::uint32_t begin = position_;
    std::uint32_t value = 0;
    while (position_ < source_.size() && is_digit(peek()) && position_ - begin < 6) {
      value = value * 10 + static_cast<std::uint32_t>(peek() - '0');
      ++position_;
    }
    if (position_ == begin) return std::nullopt;
    return value;
  }

  PatternNode atom() {
    const std::uint32_t begin = position_;
    switch (peek()) {
      case '(': return enclosed(begin, ')', std::nullopt);
      case '[': return enclosed(begin, ']', Kind::kTrigger);
      case '{': return capture(begin);
      case '<': return named(begin);
      case '\'': return quoted(begin);
      case '^': ++position_; return make(Kind::kStart, begin);
      case '$': ++position_; return make(Kind::kEnd, begin);
      case '.': return source_.substr(begin).starts_with("..") ? gap(begin) : words(begin);
      default: return words(begin);
    }
  }

  PatternNode enclosed(std::uint32_t begin, char closing, std::optional<Kind> kind) {
    const char opening = peek();
    ++position_;
    PatternNode inner = alternatives();
    expect(closing, begin, opening);
    if (!kind) return inner;
    PatternNode node = make(*kind, begin);
    node.children.push_back(std::move(inner));
    return node;
  }

  std::string name() {
    skip_blanks();
    const std::uint32_t begin = position_;
    while (position_ < source_.size() && is_name_sign(peek())) ++position_;
    if (position_ == begin) fail("a name is missing here");
    return std::string(source_.substr(begin, position_ - begin));
  }

  PatternNode capture(std::uint32_t begin) {
    ++position_;
    PatternNode node = make(Kind::kCapture, begin);
    node.text = name();
    if (!take(':')) fail("expected ':' after the capture's name \"" + node.text + "\"");
    node.children.push_back(alternatives());
    expect('}', begin, '{');
    return node;
  }

  PatternNode named(std::uint32_t begin) {
    ++position_;
    PatternNode node = make(Kind::kNamed, begin);
    node.text = name();
    expect('>', begin, '<');
    return node;
  }

  PatternNode quoted(std::uint32_t begin) {
    const std::size_t end = source_.find('\'', begin + 1);
    if (end == std::string_view::npos) fail("\"'\" without a second one");
    if (end == begin + 1) fail("nothing is quoted here");
    PatternNode node = make(Kind::kWord, begin);
    node.text = source_.substr(begin + 1, end - begin - 1);
    position_ = static_cast<std::uint32_t>(end + 1);
    return node;
  }

  PatternNode gap(std::uint32_t begin) {
    PatternNode node = make(Kind::kGap, begin);
    position_ += 2;
    if (position_ < source_.size() && peek() == '.') {
      ++position_;
      node.maximum = PatternNode::kUnbounded;
      return node;
    }
    node.maximum = number().value_or(PatternNode::kDefaultGap);
    if (node.maximum == 0 || node.maximum > PatternNode::kLongestBoundedGap) {
      fail_at(begin,
              "a gap of " + std::to_string(node.maximum) + " steps, expected 1 to " +
                  std::to_string(PatternNode::kLongestBoundedGap),
              "\"...\" goes to any distance in the sentence");
    }
    return node;
  }

  PatternNode words(std::uint32_t begin) {
    while (position_ < source_.size() && kBlanks.find(peek()) == std::string_view::npos &&
           kSpecialSigns.find(peek()) == std::string_view::npos) {
      ++position_;
    }
    if (position_ == begin) {
      const std::string sign(1, peek());
      fail("unexpected '" + sign + "'", "to match the sign itself, quote it: '" + sign + "'");
    }
    PatternNode node = make(Kind::kWord, begin);
    node.text = source_.substr(begin, position_ - begin);
    const char first = node.text.front();
    if (first >= 'A' && first <= 'Z') node.kind = Kind::kUpperName;
    return node;
  }

  std::string_view source_;
  std::uint32_t position_ = 0;
  std::uint32_t depth_ = 0;
};

}  // namespace

std::variant<PatternNode, PatternFault> parse_pattern(std::string_view source) {
  try {
    return Parser(source).parse();
  } catch (PatternFault& fault) {
    return std::move(fault);
  }
}

}  // namespace quanhe
