#include "extract/evaluate.h"

namespace quanhe {
namespace {

// A node of the type that the document's own words tie to the node by a lasting relation, over one step or two:
// a person's country is that of the ministry which the person heads.
std::optional<std::uint32_t> known_of(const WorkingDocument& work, std::uint32_t node, TypeMask types, int steps) {
  for (const Fact& fact : work.facts) {
    const bool lasting = work.rules.ontology.relations[fact.relation].state;
    if (fact.from != node || !lasting || fact.through_reference || !is_shown(fact.status)) continue;
    if ((work.type_bit(fact.to) & types) != 0) return fact.to;
    if (steps == 1) continue;
    if (const auto further = known_of(work, fact.to, types, steps - 1)) return further;
  }
  return std::nullopt;
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

std::optional<EndValue> from_document(const WorkingDocument& work, const DefaultChain& chain,
                                      const FoundMatch& found) {
  if (!found.self || !work.mentions[*found.self].node) return std::nullopt;
  const auto known = known_of(work, *work.mentions[*found.self].node, work.rules.type_masks[chain.type], 2);
  if (!known) return std::nullopt;
  EndValue value;
  value.node = *known;
  value.part.via = "default document";
  return value;
}

std::optional<EndValue> from_home(WorkingDocument& work) {
  if (!work.rules.home) return std::nullopt;
  EndValue value;
  value.node = work.node(work.rules.home->first, work.rules.home->second);
  value.part.via = "default home";
  return value;
}

}  // namespace

std::optional<EndValue> default_node(WorkingDocument& work, const DefaultChain& chain, const FoundMatch& found) {
  for (const DefaultChain::Step step : chain.steps) {
    std::optional<EndValue> value;
    switch (step) {
      case DefaultChain::Step::kFrame: value = from_frame(work, chain, found); break;
      case DefaultChain::Step::kDocument: value = from_document(work, chain, found); break;
      case DefaultChain::Step::kHome: value = from_home(work); break;
    }
    if (value) return value;
  }
  return std::nullopt;
}

}  // namespace quanhe
