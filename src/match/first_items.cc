#include "match/first_items.h"

#include <algorithm>
#include <utility>

namespace quanhe {
namespace {

using Kind = ExpandedNode::Kind;

// Collects what a pattern can begin with.
class FirstWalk {
 public:
  FirstItems collect(const ExpandedNode& root) {
    const bool empty = walk(root);
    first_.anything |= empty;
    first_.sentence_start = begins_at_start(root);
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
        const std::vector<std::uint32_t>& words = node.word_class->first_words();
        first_.words.insert(first_.words.end(), words.begin(), words.end());
        return false;
      }
      case Kind::kType: first_.types |= node.mask; return false;
      case Kind::kKind: first_.kinds = static_cast<std::uint8_t>(first_.kinds | 1U << node.argument); return false;
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
        return std::all_of(node.children.begin(), node.children.end(),
                           [this](const ExpandedNode& child) { return walk(child); });
    }
    return true;
  }

  // True when every way to match begins with "^".
  static bool begins_at_start(const ExpandedNode& node) {
    switch (node.kind) {
      case Kind::kStart: return true;
      case Kind::kAlternatives: return std::all_of(node.children.begin(), node.children.end(), begins_at_start);
      case Kind::kRepeat: return node.minimum > 0 && begins_at_start(node.children.front());
      case Kind::kSequence:
      case Kind::kCapture:
      case Kind::kTrigger: return !node.children.empty() && begins_at_start(node.children.front());
      default: return false;
    }
  }

  FirstItems first_;
};

}  // namespace

FirstItems first_items(const ExpandedNode& root) { return FirstWalk().collect(root); }

}  // namespace quanhe
