#include <algorithm>
#include <utility>

#include "extract/evaluate.h"
#include "extract/fact_index.h"
#include "extract/mention_index.h"

namespace quanhe {
namespace {

// What the default is about: the rule's node, in a relation rule the first that its captures took.
std::optional<std::uint32_t> node_of(const WorkingDocument& work, const FoundMatch& found) {
  if (found.self) return work.mentions[*found.self].node;
  for (const std::optional<CaptureValue>& capture : found.captures) {
    if (capture && !capture->mentions.empty()) return work.mentions[capture->mentions.front()].node;
  }
  return std::nullopt;
}

EndValue default_value(std::uint32_t node, std::string via) {
  EndValue value;
  value.node = node;
  value.part.via = std::move(via);
  return value;
}

std::optional<EndValue> from_frame(const WorkingDocument& work, const DefaultChain& chain, const FoundMatch& found) {
  const FrameSetting* frame = governing_frame(work, chain.name, found.tokens.start);
  if (frame == nullptr || frame->mentions.empty()) return std::nullopt;
  const KnownMention& mention = work.mentions[frame->mentions.front()];
  if (!mention.node) return std::nullopt;
  EndValue value;
  value.node = *mention.node;
  value.part.span = mention.place.tokens;
  value.part.via = "frame " + frame->frame;
  return value;
}

std::optional<EndValue> from_document(const WorkingDocument& work, const DefaultChain& chain, const FoundMatch& found) {
  const std::optional<std::uint32_t> node = node_of(work, found);
  if (!node) return std::nullopt;
  const auto known = tied_node(work, *node, work.rules.type_masks[chain.type]);
  if (!known) return std::nullopt;
  return default_value(*known, "default document");
}

bool is_one_of(const std::string& words, const std::vector<std::string>& connectors) {
  return std::find(connectors.begin(), connectors.end(), words) != connectors.end();
}

// What stands between two mentions joins them: "," or "and" or ", and".
bool is_joined(const WorkingDocument& work, Span between) {
  constexpr std::uint32_t kMostWords = 8;
  if (between.length() == 0 || between.length() > kMostWords) return false;
  const Coordination& coordination = work.rules.scope.coordination;
  const auto joins = [&](Span tokens) {
    const std::string words = work.words(tokens);
    return is_one_of(words, coordination.last) || is_one_of(words, coordination.between);
  };
  if (joins(between) || is_one_of(work.words(between), coordination.pair)) return true;
  return between.length() > 1 && joins({between.start, between.start + 1}) && joins({between.start + 1, between.end});
}

// The mention of the rule's type that stands before the place and is joined to it.
const KnownMention* joined_before(const WorkingDocument& work, const KnownMention& place) {
  for (const std::uint32_t number : work.sentence_mentions[place.sentence]) {
    const KnownMention& other = work.mentions[number];
    const bool before = other.place.tokens.end < place.place.tokens.start && other.place.type == place.place.type;
    if (before && is_joined(work, {other.place.tokens.end, place.place.tokens.start})) return &other;
  }
  return nullptr;
}

bool is_home(const WorkingDocument& work, std::uint32_t node) {
  return work.rules.home == std::pair(work.nodes[node].type, work.nodes[node].name);
}

// "Minister of Finance of Chile A and Minister of Defence B": of the same country, as long as nothing else is said. A
// chain without the home is for what the home does not have: "Premier of Norway A and President B".
std::optional<EndValue> from_neighbour(const WorkingDocument& work, const DefaultChain& chain,
                                       const FoundMatch& found) {
  constexpr int kMostNeighbours = 10;
  if (!found.self) return std::nullopt;
  const TypeMask types = work.rules.type_masks[chain.type];
  const bool may_be_home =
      std::find(chain.steps.begin(), chain.steps.end(), DefaultChain::Step::kHome) != chain.steps.end();
  const KnownMention* mention = &work.mentions[*found.self];
  for (int i = 0; i < kMostNeighbours; ++i) {
    mention = joined_before(work, *mention);
    if (mention == nullptr) break;
    if (!mention->node) continue;
    const std::optional<std::uint32_t> known = tied_node(work, *mention->node, types);
    if (known && (may_be_home || !is_home(work, *known))) return default_value(*known, "default neighbour");
  }
  return std::nullopt;
}

// What the entry of the lexicon belongs to that has the node's name; empty where none says.
std::string belongs_to(const WorkingDocument& work, std::uint32_t node) {
  const auto entry = work.rules.lexicon.belongs_to.find({work.nodes[node].type, work.nodes[node].name});
  return entry == work.rules.lexicon.belongs_to.end() ? "" : entry->second;
}

// The country of the offices that the register gives the name, or what its entry of the lexicon belongs to; of an
// entity that says nothing itself, what one belongs to that its rule captured: "Governor of Bergen A".
std::optional<EndValue> from_register(WorkingDocument& work, const DefaultChain& chain, const FoundMatch& found) {
  const std::optional<std::uint32_t> node = node_of(work, found);
  if (!node) return std::nullopt;
  std::string name = work.rules.offices.country_of(work.nodes[*node].name);
  if (name.empty()) name = belongs_to(work, *node);
  for (std::size_t i = 0; found.self && name.empty() && i < found.captures.size(); ++i) {
    const std::optional<CaptureValue>& capture = found.captures[i];
    if (!capture || capture->mentions.size() != 1) continue;
    const KnownMention& mention = work.mentions[capture->mentions.front()];
    if (mention.node && mention.place.tokens == capture->tokens) name = belongs_to(work, *mention.node);
  }
  if (name.empty()) return std::nullopt;
  return default_value(work.node(chain.type, name), "default register");
}

std::optional<EndValue> from_topic(const WorkingDocument& work, const DefaultChain& chain) {
  const std::optional<std::uint32_t> topic = work.mention_index().topic(chain.type);
  return topic ? std::optional(default_value(*topic, "default topic")) : std::nullopt;
}

std::optional<EndValue> from_home(WorkingDocument& work) {
  if (!work.rules.home) return std::nullopt;
  return default_value(work.node(work.rules.home->first, work.rules.home->second), "default home");
}

}  // namespace

std::optional<std::uint32_t> tied_node(const WorkingDocument& work, std::uint32_t node, TypeMask types) {
  const std::vector<std::uint32_t>& tied = work.fact_index().tied(node);
  const auto found =
      std::find_if(tied.begin(), tied.end(), [&](std::uint32_t other) { return (work.type_bit(other) & types) != 0; });
  return found == tied.end() ? std::nullopt : std::optional(*found);
}

bool is_tied(const WorkingDocument& work, std::uint32_t node, std::uint32_t other) {
  const std::vector<std::uint32_t>& tied = work.fact_index().tied(node);
  return std::find(tied.begin(), tied.end(), other) != tied.end();
}

std::optional<EndValue> default_node(WorkingDocument& work, const DefaultChain& chain, const FoundMatch& found) {
  for (const DefaultChain::Step step : chain.steps) {
    std::optional<EndValue> value;
    switch (step) {
      case DefaultChain::Step::kFrame: value = from_frame(work, chain, found); break;
      case DefaultChain::Step::kDocument: value = from_document(work, chain, found); break;
      case DefaultChain::Step::kNeighbour: value = from_neighbour(work, chain, found); break;
      case DefaultChain::Step::kRegister: value = from_register(work, chain, found); break;
      case DefaultChain::Step::kTopic: value = from_topic(work, chain); break;
      case DefaultChain::Step::kHome: value = from_home(work); break;
    }
    if (value) return value;
  }
  return std::nullopt;
}

}  // namespace quanhe
