#include "oracle/compare.h"

namespace quanhe::oracle {

namespace {

std::string item_text(const PatternNode& node);

std::string joined(const PatternNode& node, const char* between) {
  std::string text;
  for (const PatternNode& child : node.children) {
    if (&child != node.children.data()) text += between;
    text += item_text(child);
  }
  return text;
}

std::string gap_text(std::uint32_t maximum) {
  if (maximum == PatternNode::kUnbounded) return "...";
  return maximum == PatternNode::kDefaultGap ? ".." : ".." + std::to_string(maximum);
}

std::string repetition_sign(const PatternNode& node) {
  if (node.maximum == 1) return "?";
  const std::string sign = node.minimum == 0 ? "*" : "+";
  return node.maximum == PatternNode::kDefaultRepetitions ? sign : sign + std::to_string(node.maximum);
}

// Kept together by parentheses where it has to be.
std::string item_text(const PatternNode& node) {
  using Kind = PatternNode::Kind;
  switch (node.kind) {
    case Kind::kSequence: return "(" + joined(node, " ") + ")";
    case Kind::kAlternatives: return "(" + joined(node, " | ") + ")";
    case Kind::kRepeat: return "(" + joined(node, " ") + ")" + repetition_sign(node);
    case Kind::kWord: return "'" + node.text + "'";
    case Kind::kNamed: return "<" + node.text + ">";
    case Kind::kUpperName: return node.text;
    case Kind::kMany: return joined(node, " ") + "+";
    case Kind::kGap: return gap_text(node.maximum);
    case Kind::kCapture: return "{" + node.text + ": " + joined(node, " ") + "}";
    case Kind::kTrigger: return "[" + joined(node, " ") + "]";
    case Kind::kNot: return "!(" + joined(node, " ") + ")";
    case Kind::kStart: return "^";
    case Kind::kEnd: return "$";
  }
  return "?";
}

}  // namespace

std::string to_text(const PatternNode& node) {
  if (node.kind == PatternNode::Kind::kSequence) return joined(node, " ");
  if (node.kind != PatternNode::Kind::kAlternatives) return item_text(node);
  std::string text;
  for (const PatternNode& child : node.children) {
    if (&child != node.children.data()) text += " | ";
    text += child.kind == PatternNode::Kind::kSequence ? joined(child, " ") : item_text(child);
  }
  return text;
}

}  // namespace quanhe::oracle
