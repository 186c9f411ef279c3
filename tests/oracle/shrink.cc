#include <functional>

#include "oracle/compare.h"

namespace quanhe::oracle {

namespace {

// Calls `visit` with each way to make the node a little smaller, until one of them returns true.
bool for_each_smaller(const PatternNode& node, const std::function<bool(const PatternNode&)>& visit) {
  for (const PatternNode& child : node.children) {
    if (node.kind != PatternNode::Kind::kMany && visit(child)) return true;
  }
  const bool list = node.kind == PatternNode::Kind::kSequence || node.kind == PatternNode::Kind::kAlternatives;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    PatternNode smaller = node;
    smaller.children.erase(smaller.children.begin() + static_cast<std::ptrdiff_t>(i));
    if (list && !smaller.children.empty() && visit(smaller)) return true;
    smaller = node;
    const auto put_back = [&](const PatternNode& child) {
      smaller.children[i] = child;
      return visit(smaller);
    };
    if (for_each_smaller(node.children[i], put_back)) return true;
  }
  return false;
}

void remove_piece(SentencePlan& plan, std::uint32_t at) {
  plan.pieces.erase(plan.pieces.begin() + at);
  for (Mention& mention : plan.mentions) {
    if (mention.tokens.start > at) --mention.tokens.start;
    if (mention.tokens.end > at) --mention.tokens.end;
  }
  std::erase_if(plan.mentions, [](const Mention& mention) { return mention.tokens.length() == 0; });
}

}  // namespace

// Takes away from pattern and input what can go without the two agreeing.
std::string Comparison::shrink(SentencePlan plan) {
  while (shrink_pattern(plan) || shrink_plan(plan)) continue;
  return describe(plan);
}

bool Comparison::shrink_pattern(const SentencePlan& plan) {
  const PatternNode whole = node_;
  const bool smaller = for_each_smaller(whole, [&](const PatternNode& candidate) {
    return to_text(candidate).size() < to_text(whole).size() && set_pattern(candidate, trigger_) && difference(plan);
  });
  if (!smaller) set_pattern(whole, trigger_);
  return smaller;
}

bool Comparison::shrink_plan(SentencePlan& plan) {
  for (std::uint32_t i = 0; i < plan.mentions.size(); ++i) {
    SentencePlan smaller = plan;
    smaller.mentions.erase(smaller.mentions.begin() + i);
    if (difference(smaller)) return plan = smaller, true;
  }
  for (std::uint32_t i = 0; i < plan.pieces.size(); ++i) {
    SentencePlan smaller = plan;
    remove_piece(smaller, i);
    if (difference(smaller)) return plan = smaller, true;
  }
  return false;
}

}  // namespace quanhe::oracle
