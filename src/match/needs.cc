// Problem: a pattern that can begin with a common word, or anywhere, is tried in sentences in which it cannot match, for
// want of something that stands later in it.
//
// Idea: what is obligatory in a pattern stands in each of its matches. Each obligatory item is a set of one; of
// alternatives, the rarest set of each makes a set together. A pattern is not tried where one of its sets is missing.
//
// Works well: "^ ..40 {d: Date}" costs a sentence without a date nothing. Works badly: a pattern of names and common
// words only, of which every sentence has some, in whatever order.
//
// Why not ask for the order, or for whole entries of classes: that is matching, and costs as much.
//
// Source: the required literals of Hyperscan and of RE2's prefilter, for items instead of strings.

#include "match/needs.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace quanhe {
namespace {

using Kind = ExpandedNode::Kind;
using Sets = std::vector<ItemSet>;

// The lower, the seldomer a sentence has an item of the set: a text has more of a word than of two one after another,
// more names than other words of one sort, and more capitals than names.
std::size_t frequency(const ItemSet& items) {
  const auto pairs = static_cast<std::size_t>(std::count_if(items.words.begin(), items.words.end(), is_pair));
  return 2 * items.words.size() - pairs + std::size_t{200} * static_cast<std::size_t>(std::popcount(items.types)) +
         std::size_t{20'000} * static_cast<std::size_t>(std::popcount(items.kinds));
}

bool is_rarer(const ItemSet& a, const ItemSet& b) {
  return std::tuple(frequency(a), std::cref(a)) < std::tuple(frequency(b), std::cref(b));
}

bool includes(const ItemSet& all, const ItemSet& some) {
  return (some.types & ~all.types) == 0 && (some.kinds & ~all.kinds) == 0 &&
         std::includes(all.words.begin(), all.words.end(), some.words.begin(), some.words.end());
}

ItemSet of_words(std::vector<WordKey> words) {
  if (!std::is_sorted(words.begin(), words.end())) std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return {std::move(words), 0, 0};
}

Sets sets_of(const ExpandedNode& node);

Sets of_sequence(std::span<const ExpandedNode> nodes) {
  Sets sets;
  bool in_pair = false;  // with the node before
  for (; !nodes.empty(); nodes = nodes.subspan(1)) {
    const std::optional<WordKey> pair = pair_of(nodes.first(std::min(nodes.size(), std::size_t{2})));
    if (pair) {
      sets.push_back({{*pair}, 0, 0});
    } else if (!in_pair) {
      Sets more = sets_of(nodes.front());
      sets.insert(sets.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    }
    in_pair = pair.has_value();
  }
  return sets;
}

Sets of_alternatives(const std::vector<ExpandedNode>& alternatives) {
  ItemSet either;
  for (const ExpandedNode& alternative : alternatives) {
    const Sets sets = sets_of(alternative);
    if (sets.empty()) return {};
    const ItemSet& rarest = *std::min_element(sets.begin(), sets.end(), is_rarer);
    either.words.insert(either.words.end(), rarest.words.begin(), rarest.words.end());
    either.types |= rarest.types;
    either.kinds |= rarest.kinds;
  }
  either.words = of_words(std::move(either.words)).words;
  return {std::move(either)};
}

Sets sets_of(const ExpandedNode& node) {
  switch (node.kind) {
    case Kind::kWord: return {{{node.argument}, 0, 0}};
    case Kind::kClass: return {of_words(node.word_class->first_words()), of_words(node.word_class->last_words())};
    case Kind::kType: return {{{}, node.mask, 0}};
    case Kind::kKind: return {{{}, 0, static_cast<std::uint8_t>(1U << node.argument)}};
    case Kind::kAlternatives: return of_alternatives(node.children);
    case Kind::kRepeat: return node.minimum == 0 ? Sets() : of_sequence(node.children);
    case Kind::kSequence:
    case Kind::kCapture:
    case Kind::kTrigger: return of_sequence(node.children);
    case Kind::kGap:
    case Kind::kNot:
    case Kind::kStart:
    case Kind::kEnd: break;
  }
  return {};
}

}  // namespace

std::vector<ItemSet> needs_of(std::span<const ExpandedNode> nodes, const FirstItems* known) {
  Sets sets = of_sequence(nodes);
  if (known != nullptr && !known->anything) {
    std::erase_if(sets, [&](const ItemSet& items) { return includes(items, *known); });
  }
  std::sort(sets.begin(), sets.end(), is_rarer);
  sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
  if (sets.size() > kMostNeeds) sets.resize(kMostNeeds);
  return sets;
}

}  // namespace quanhe
