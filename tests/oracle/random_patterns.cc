#include "oracle/random_cases.h"

namespace quanhe::oracle {

namespace {

using Kind = PatternNode::Kind;

PatternNode leaf(Kind kind, std::string text = {}) {
  PatternNode node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

PatternNode parent(Kind kind, std::vector<PatternNode> children) {
  PatternNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

}  // namespace

std::string RandomCases::pick(const std::vector<std::string>& texts) {
  return texts[below(static_cast<std::uint32_t>(texts.size()))];
}

PatternNode RandomCases::pattern() {
  captures_ = 0;
  return chance(20) ? alternatives(3) : sequence(3);
}

PatternNode RandomCases::trigger_pattern() {
  PatternNode pattern = parent(Kind::kAlternatives, {});
  const std::uint32_t count = chance(75) ? 1 : 2 + below(2);
  for (std::uint32_t i = 0; i < count; ++i) {
    captures_ = 0;
    pattern.children.push_back(trigger_alternative());
  }
  return count == 1 ? pattern.children[0] : pattern;
}

PatternNode RandomCases::trigger_alternative() {
  PatternNode inside = sequence(1);
  inside.children.insert(inside.children.begin(), chance(50) ? leaf(Kind::kWord, pick({"a", "b", "A"}))
                                                             : leaf(Kind::kNamed, pick({"verb", "title"})));
  if (chance(60)) inside.children.resize(1);
  PatternNode trigger = parent(Kind::kTrigger, {chance(20) ? capture(inside) : inside});
  PatternNode whole = sequence(2);
  whole.children.insert(whole.children.begin() + below(static_cast<std::uint32_t>(whole.children.size()) + 1),
                        std::move(trigger));
  if (chance(15)) {
    PatternNode outer = sequence(1);
    outer.children.push_back(chance(50) ? capture(std::move(whole)) : std::move(whole));
    return outer;
  }
  return whole;
}

PatternNode RandomCases::sequence(std::uint32_t depth) {
  PatternNode node = parent(Kind::kSequence, {});
  for (std::uint32_t i = 1 + below(3); i > 0; --i) node.children.push_back(item(depth));
  return node;
}

PatternNode RandomCases::alternatives(std::uint32_t depth) {
  PatternNode node = parent(Kind::kAlternatives, {});
  for (std::uint32_t i = 2 + below(2); i > 0; --i) node.children.push_back(sequence(depth - 1));
  return node;
}

PatternNode RandomCases::repetition(std::uint32_t depth) {
  PatternNode node = parent(Kind::kRepeat, {chance(60) ? atom() : sequence(depth - 1)});
  node.maximum = chance(50) ? 1 : chance(50) ? PatternNode::kDefaultRepetitions : 2 + below(3);
  node.minimum = node.maximum > 1 ? below(2) : 0;
  return node;
}

PatternNode RandomCases::capture(PatternNode child) {
  PatternNode node = parent(Kind::kCapture, {std::move(child)});
  node.text = std::string(1, static_cast<char>('p' + captures_++ % 10));
  if (captures_ > 10) return node.children[0];
  return node;
}

PatternNode RandomCases::item(std::uint32_t depth) {
  if (depth == 0) return atom();
  const std::uint32_t dice = below(100);
  if (dice < 45) return atom();
  if (dice < 62) return repetition(depth);
  if (dice < 70) return alternatives(depth);
  if (dice < 94) return capture(chance(75) ? atom() : sequence(depth - 1));
  PatternNode absent = parent(Kind::kNot, {chance(70) ? atom() : sequence(0)});
  if (chance(70)) return absent;
  return parent(Kind::kNot, {std::move(absent)});
}

PatternNode RandomCases::atom() {
  static const std::vector<std::string> types = {"Person", "Organization", "Country", "Ministry", "Party"};
  const std::uint32_t dice = below(100);
  if (dice < 28) return leaf(Kind::kWord, pick({"a", "b", "c", "A", ",", "a-b", "and"}));
  if (dice < 38) return leaf(Kind::kNamed, pick({"verb", "title"}));
  if (dice < 45) return leaf(Kind::kNamed, pick({"office", "words", "holder"}));
  if (dice < 63) return leaf(Kind::kUpperName, pick(types));
  if (dice < 71) return parent(Kind::kMany, {leaf(Kind::kUpperName, pick(types))});
  if (dice < 82) return leaf(Kind::kUpperName, pick({"Name", "Name", "Upper", "Number", "Year", "Code"}));
  if (dice < 97) {
    PatternNode gap = leaf(Kind::kGap);
    gap.maximum = chance(25) ? PatternNode::kUnbounded : chance(30) ? PatternNode::kDefaultGap : 1 + below(4);
    return gap;
  }
  return leaf(chance(50) ? Kind::kStart : Kind::kEnd);
}

}  // namespace quanhe::oracle
