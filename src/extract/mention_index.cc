#include "extract/mention_index.h"

#include <algorithm>
#include <map>

#include "text/fold.h"

namespace quanhe {

bool MentionIndex::is_of(std::uint32_t node, std::uint32_t type) const {
  return (work_.type_bit(node) & work_.rules.type_masks[type]) != 0;
}

const Places& MentionIndex::of_type(std::uint32_t type) const {
  const auto [place, is_new] = of_type_.try_emplace(type);
  if (!is_new) return place->second;
  for (std::uint32_t number = 0; number < work_.mentions.size(); ++number) {
    const KnownMention& mention = work_.mentions[number];
    const bool counts = !mention.hidden && mention.node && is_of(*mention.node, type);
    if (counts) place->second.add(mention.place.tokens, number);
  }
  place->second.put_in_order();
  return place->second;
}

const std::vector<std::pair<std::uint32_t, Span>>& MentionIndex::most_named(std::uint32_t type) const {
  constexpr std::size_t kMost = 2;
  const auto [place, is_new] = most_named_.try_emplace(type);
  if (!is_new) return place->second;
  struct Named {
    std::uint32_t node = 0;
    std::uint32_t times = 0;
    Span first{UINT32_MAX, UINT32_MAX};
  };
  std::map<std::uint32_t, Named> nodes;
  for (const KnownMention& mention : work_.mentions) {
    if (!mention.node || !is_of(*mention.node, type) || !work_.is_outermost(mention)) continue;
    Named& named = nodes[*mention.node];
    named.node = *mention.node;
    ++named.times;
    named.first = std::min(named.first, mention.place.tokens);
  }
  std::vector<Named> order;
  for (const auto& [node, named] : nodes) order.push_back(named);
  std::sort(order.begin(), order.end(),
            [](const Named& a, const Named& b) { return std::pair(~a.times, a.first) < std::pair(~b.times, b.first); });
  for (std::size_t i = 0; i < std::min(kMost, order.size()); ++i) {
    place->second.emplace_back(order[i].node, order[i].first);
  }
  return place->second;
}

std::optional<std::uint32_t> MentionIndex::topic(std::uint32_t type) const {
  const auto [place, is_new] = topics_.try_emplace(type);
  if (!is_new) return place->second;
  std::map<std::uint32_t, std::uint32_t> counts;  // by node
  for (const KnownMention& mention : work_.mentions) {
    if (!mention.node || mention.hidden || !is_of(*mention.node, type)) continue;
    const DocumentNode& node = work_.nodes[*mention.node];
    if (work_.rules.home != std::pair(node.type, node.name)) ++counts[*mention.node];
  }
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != counts.end()) place->second = most->first;
  return place->second;
}

bool MentionIndex::is_called(std::uint32_t node, std::uint32_t word) const {
  const auto [place, is_new] = called_.try_emplace(word);
  if (is_new) {
    const std::vector<Token>& tokens = work_.document.tokens;
    for (const KnownMention& mention : work_.mentions) {
      if (!mention.node || mention.hidden) continue;
      const Span words = mention.place.tokens;
      for (std::uint32_t token = words.start - std::min(words.start, 1U); token < words.end; ++token) {
        if (tokens[token].word.folded == word) place->second.insert(*mention.node);
      }
    }
  }
  return place->second.contains(node);
}

const std::string& MentionIndex::folded_name(std::uint32_t node) const {
  const auto [place, is_new] = folded_names_.try_emplace(node);
  if (is_new) place->second = ascii_fold(work_.nodes[node].name);
  return place->second;
}

}  // namespace quanhe
