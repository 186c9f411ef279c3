#include "match/first_items.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace quanhe {
namespace {

using Kind = ExpandedNode::Kind;

void sort_words(FirstItems& first) {
  if (!std::is_sorted(first.words.begin(), first.words.end())) std::sort(first.words.begin(), first.words.end());
  first.words.erase(std::unique(first.words.begin(), first.words.end()), first.words.end());
}

// The ways that are still open: a bit for those that went over no "^", and one for those that did.
using Ways = std::uint8_t;
constexpr Ways kNone = 0;
constexpr Ways kAnywhere = 1;
constexpr Ways kAtStart = 2;

// Collects what a pattern can begin with.
class FirstWalk {
 public:
  explicit FirstWalk(Reading direction) : forward_(direction == Reading::kForward) {}

  Beginnings collect(std::span<const ExpandedNode> nodes) {
    const Ways empty = walk_in_order(nodes, kAnywhere);
    each(empty, [](FirstItems& first) { first.anything = true; });
    sort_words(beginnings_.anywhere);
    sort_words(beginnings_.at_start);
    return std::move(beginnings_);
  }

 private:
  template <typename Change>
  void each(Ways ways, const Change& change) {
    if ((ways & kAnywhere) != 0) change(beginnings_.anywhere);
    if ((ways & kAtStart) != 0) change(beginnings_.at_start);
  }

  // Goes on from the ways that are open before the node; gives those on which what follows the node can come first.
  Ways walk(const ExpandedNode& node, Ways ways) {
    switch (node.kind) {
      case Kind::kWord: each(ways, [&](FirstItems& first) { first.words.push_back(node.argument); }); return kNone;
      case Kind::kClass: {
        const WordClass& word_class = *node.word_class;
        const std::vector<WordKey>& words = forward_ ? word_class.first_words() : word_class.last_words();
        each(ways, [&](FirstItems& first) { first.words.insert(first.words.end(), words.begin(), words.end()); });
        return kNone;
      }
      case Kind::kType: each(ways, [&](FirstItems& first) { first.types |= node.mask; }); return kNone;
      case Kind::kKind:
        each(ways, [&](FirstItems& first) {
          first.kinds = static_cast<std::uint8_t>(first.kinds | 1U << node.argument);
          first.anything |= !forward_;
        });
        return kNone;
      case Kind::kGap: each(ways, [](FirstItems& first) { first.anything = true; }); return ways;
      case Kind::kStart: return ways == kNone ? kNone : kAtStart;
      case Kind::kNot:
      case Kind::kEnd: return ways;
      case Kind::kAlternatives: {
        Ways empty = kNone;
        for (const ExpandedNode& child : node.children) empty = static_cast<Ways>(empty | walk(child, ways));
        return empty;
      }
      case Kind::kRepeat: {
        const Ways empty = walk(node.children.front(), ways);
        return node.minimum == 0 ? static_cast<Ways>(empty | ways) : empty;
      }
      case Kind::kSequence:
      case Kind::kCapture:
      case Kind::kTrigger:
        return walk_in_order(node.children, ways);
    }
    return ways;
  }

  Ways walk_in_order(std::span<const ExpandedNode> nodes, Ways ways) {
    for (std::size_t i = 0; i < nodes.size() && ways != kNone; ++i) {
      const std::size_t place = forward_ ? i : nodes.size() - 1 - i;
      const auto two = i + 1 < nodes.size() ? nodes.subspan(forward_ ? place : place - 1, 2) : nodes.first(0);
      if (const std::optional<WordKey> pair = pair_of(two)) {
        each(ways, [&](FirstItems& first) { first.words.push_back(*pair); });
        return kNone;
      }
      ways = walk(nodes[place], ways);
    }
    return ways;
  }

  bool forward_;
  Beginnings beginnings_;
};

}  // namespace

FirstItems Beginnings::either() const {
  FirstItems both = anywhere;
  both.words.insert(both.words.end(), at_start.words.begin(), at_start.words.end());
  sort_words(both);
  both.types |= at_start.types;
  both.kinds |= at_start.kinds;
  both.anything |= at_start.anything;
  return both;
}

Beginnings first_items(std::span<const ExpandedNode> nodes, Reading direction) {
  return FirstWalk(direction).collect(nodes);
}

}  // namespace quanhe
