#include "extract/steps.h"

namespace quanhe {
namespace {

// The token after the last one that a frame set in the sentence can govern.
std::uint32_t scope_end(const Document& document, std::uint32_t sentence, FrameScope scope) {
  const std::vector<Sentence>& sentences = document.sentences;
  switch (scope) {
    case FrameScope::kSentence:
    case FrameScope::kList: break;
    case FrameScope::kParagraph:
      while (sentence + 1 < sentences.size() && sentences[sentence + 1].paragraph == sentences[sentence].paragraph) {
        ++sentence;
      }
      break;
    case FrameScope::kDocument: return static_cast<std::uint32_t>(document.tokens.size());
  }
  return sentences[sentence].tokens.end;
}

void set_slots(WorkingDocument& work, const FrameRule& rule, const FoundMatch& found) {
  const bool first_paragraph = work.document.sentences[found.sentence].paragraph == 0;
  const FrameScope scope = first_paragraph ? rule.scope_in_first_paragraph : rule.scope;
  const std::uint32_t end = scope_end(work.document, found.sentence, scope);
  for (const auto& [slot, capture] : rule.sets) {
    const std::optional<CaptureValue>& value = found.captures[capture];
    if (!value || value->mentions.empty()) continue;
    work.frames.push_back({rule.id, slot, value->mentions, {value->tokens.end, end}});
  }
}

}  // namespace

void find_frames(WorkingDocument& work) {
  const auto& frames = work.rules.frames;
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const SentenceItems items = work.items(sentence);
    const auto pattern_of = [&](std::uint32_t number) -> const CompiledPattern& { return frames.rules[number].pattern; };
    for (const RuleCandidate& candidate : find_candidates(work, items, frames.index, pattern_of)) {
      const FrameRule& rule = frames.rules[candidate.rule];
      set_slots(work, rule, work.found(rule.pattern, candidate.match, items, sentence));
    }
  }
}

}  // namespace quanhe
