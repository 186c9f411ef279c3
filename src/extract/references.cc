#include "extract/steps.h"

namespace quanhe {

void find_references(WorkingDocument& work) {
  const auto& references = work.rules.references;
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    const SentenceItems& items = *kept_items;
    std::vector<RuleCandidate> candidates = find_candidates(
        work, items, references.index,
        [&](std::uint32_t number) -> const CompiledPattern& { return references.rules[number].pattern; });
    for (RuleCandidate& candidate : candidates) candidate.priority = references.rules[candidate.rule].priority;
    for (const RuleCandidate& candidate : select_candidates(std::move(candidates))) {
      if (!work.has_room(work.matches.size(), WorkingDocument::kMostMatches)) return;
      const ReferenceRule& rule = references.rules[candidate.rule];
      if (rule.count == 0) continue;
      FoundMatch found = work.found(rule.pattern, candidate.match, items, sentence);
      KnownMention mention;
      mention.place.tokens = found.tokens;
      mention.place.type = rule.type;
      mention.place.plural = rule.count > 1;
      mention.reference = static_cast<std::uint32_t>(work.references.size());
      const std::optional<std::uint32_t> number = work.add_mention(std::move(mention), sentence);
      if (!number) continue;
      work.references.push_back({&rule, static_cast<std::uint32_t>(work.matches.size()), *number});
      work.matches.push_back(std::move(found));
    }
  }
}

}  // namespace quanhe
