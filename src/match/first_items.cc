#include "match/first_items.h"

#include <algorithm>
#include <utility>

namespace quanhe {
namespace {

using Kind = ExpandedNode::Kind;

// Collects what a pattern can begin with.
class FirstWalk {
 public:
  explicit FirstWalk(Reading direction) : forward_(direction == Reading::kForward) {}

  FirstItems collect(std::span<const ExpandedNode> nodes) {
    first_.anything |= walk_in_order(nodes);
    first_.sentence_start = begin_at_start(nodes);
    std::sort(first_.words.begin(), first_.words.end());
    first_.words.erase(std::unique(first_.words.begin(), first_.words.end()), first_.words.end());
    return std::move(first_);
  }

 private:
  // True when the node can match nothing, so that what follows it can come first.
  bool walk(const ExpandedNode& node) {
    switch (node.kind) {
      case Kind::kWord: first_.words.push_back(node.argument); return false;
      case Kind::kClass: {
        const WordClass& word_class = *node.word_class;
        const std::vector<std::uint32_t>& words = forward_ ? word_class.first_words() : word_class.last_words();
        first_.words.insert(first_.words.end(), words.begin(), words.end());
        return false;
      }
      case Kind::kType: first_.types |= node.mask; return false;
      case Kind::kKind:
        first_.kinds = static_cast<std::uint8_t>(first_.kinds | 1U << node.argument);
        first_.anything |= !forward_;
        return false;
      case Kind::kGap: first_.anything = true; return true;
      case Kind::kStart:
      case Kind::kNot:
      case Kind::kEnd: return true;
      case Kind::kAlternatives: {
        bool empty = false;
        for (const ExpandedNode& child : node.children) empty |= walk(child);
        return empty;
      }
      case Kind::kRepeat: return walk(node.children.front()) || node.minimum == 0;
      case Kind::kSequence:
      case Kind::kCapture:
      case Kind::kTrigger:
        return walk_in_order(node.children);
    }
    return true;
  }

  bool walk_in_order(std::span<const ExpandedNode> nodes) {
    const auto is_empty = [this](const ExpandedNode& node) { return walk(node); };
    return forward_ ? std::all_of(nodes.begin(), nodes.end(), is_empty)
                    : std::all_of(nodes.rbegin(), nodes.rend(), is_empty);
  }

  // True when every way to match begins with "^".
  static bool begins_at_start(const ExpandedNode& node) {
    switch (node.kind) {
      case Kind::kStart: return true;
      case Kind::kAlternatives: return std::all_of(node.children.begin(), node.children.end(), begins_at_start);
      case Kind::kRepeat: return node.minimum > 0 && begins_at_start(node.children.front());
      case Kind::kSequence:
      case Kind::kCapture:
      case Kind::kTrigger: return begin_at_start(node.children);
      default: return false;
    }
  }

  static bool begin_at_start(std::span<const ExpandedNode> nodes) {
    return !nodes.empty() && begins_at_start(nodes.front());
  }

  bool forward_;
  FirstItems first_;
};

}  // namespace

FirstItems first_items(std::span<const ExpandedNode> nodes, Reading direction) {
  return FirstWalk(direction).collect(nodes);
}

}  // namespace quanhe
