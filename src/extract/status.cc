#include <algorithm>

#include "extract/steps.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kNextReach = 3;  // steps from a cue to the next trigger

// A stretch of tokens whose triggers a cue governs.
struct CueSpan {
  const CueRule* rule;
  Span tokens;              // the cue's words: what it governs begins after them
  std::uint32_t last;       // it governs triggers that begin before this token
};

std::uint32_t clause_end(const Document& document, std::uint32_t token, std::uint32_t sentence_end) {
  while (token < sentence_end) {
    const Token& sign = document.tokens[token];
    if (sign.kind == TokenKind::kSign && (sign.value == ',' || sign.value == ';' || sign.value == ':')) break;
    ++token;
  }
  return token;
}

std::vector<CueSpan> find_cues(WorkingDocument& work, std::uint32_t sentence) {
  const auto& cues = work.rules.cues;
  const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
  const SentenceItems& items = *kept_items;
  const std::uint32_t sentence_end = work.document.sentences[sentence].tokens.end;
  std::vector<CueSpan> spans;
  const auto pattern_of = [&](std::uint32_t number) -> const CompiledPattern& { return cues.rules[number].pattern; };
  for (const RuleCandidate& candidate : find_candidates(work, items, cues.index, pattern_of)) {
    const CueRule& rule = cues.rules[candidate.rule];
    const std::uint32_t end = candidate.match.range.end + items.offset();
    std::uint32_t last = sentence_end;
    if (rule.reach == CueReach::kNext) last = std::min(sentence_end, end + kNextReach + 1);
    if (rule.reach == CueReach::kClause) last = clause_end(work.document, end, sentence_end);
    spans.push_back({&rule, {candidate.match.range.start + items.offset(), end}, last});
  }
  return spans;
}

bool has_trigger(const FoundMatch& found) { return found.trigger.length() > 0; }

// Of the triggers after a cue's end, where the first begins.
std::uint32_t first_trigger_after(const std::vector<FoundMatch*>& matches, std::uint32_t token) {
  std::uint32_t first = UINT32_MAX;
  for (const FoundMatch* found : matches) {
    if (found->trigger.start >= token) first = std::min(first, found->trigger.start);
  }
  return first;
}

void govern(const std::vector<CueSpan>& cues, const std::vector<FoundMatch*>& matches) {
  for (const CueSpan& cue : cues) {
    const std::uint32_t next = first_trigger_after(matches, cue.tokens.end);
    for (FoundMatch* found : matches) {
      const std::uint32_t trigger = found->trigger.start;
      if (trigger < cue.tokens.end || trigger >= cue.last) continue;
      if (cue.rule->reach == CueReach::kNext && trigger != next) continue;
      if (cue.rule->status >= found->status) continue;
      found->status = cue.rule->status;
      found->cue = cue.rule;
      found->cue_tokens = cue.tokens;
    }
  }
}

}  // namespace

void set_status(WorkingDocument& work) {
  std::vector<std::vector<FoundMatch*>> by_sentence(work.document.sentences.size());
  for (FoundMatch& found : work.matches) {
    if (has_trigger(found)) by_sentence[found.sentence].push_back(&found);
  }
  for (std::uint32_t sentence = 0; sentence < by_sentence.size(); ++sentence) {
    if (!by_sentence[sentence].empty()) govern(find_cues(work, sentence), by_sentence[sentence]);
  }
}

}  // namespace quanhe
