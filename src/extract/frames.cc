#include <algorithm>

#include "extract/steps.h"

namespace quanhe {
namespace {

bool is_sign(const Token& token, char sign) {
  return token.kind == TokenKind::kSign && token.value == static_cast<std::uint32_t>(sign);
}

// A line that begins with a dash, a bullet, '+' or '*'.
bool begins_list_item(const Document& document, std::uint32_t sentence) {
  const Token& first = document.tokens[document.sentences[sentence].tokens.start];
  const bool bullet = first.value == '-' || first.value == '+' || first.value == '*' || first.value == 0x2013 ||
                      first.value == 0x2014 || first.value == 0x2022;
  return first.kind == TokenKind::kSign && first.starts_line && bullet;
}

// A list is what follows the first colon after the words that set the frame; without one there is none.
std::uint32_t list_begin(const Document& document, std::uint32_t token, std::uint32_t sentence_end) {
  while (token < sentence_end && !is_sign(document.tokens[token], ':')) ++token;
  return token;
}

// How far the frames of a document reach. Every sentence may set some, so the ends of lists are found once.
class Scopes {
 public:
  explicit Scopes(const Document& document)
      : document_(document), lead_(last_of_lead(document)), list_ends_(document.sentences.size()) {
    for (std::uint32_t sentence = count(); sentence-- > 0;) {
      const bool goes_on = sentence + 1 < count() && begins_list_item(document, sentence + 1);
      list_ends_[sentence] = goes_on ? list_ends_[sentence + 1] : sentence;
    }
  }

  bool in_lead(std::uint32_t sentence) const { return document_.sentences[sentence].paragraph <= lead_; }

  std::uint32_t begin_of_paragraph(std::uint32_t sentence) const {
    const std::vector<Sentence>& sentences = document_.sentences;
    const std::uint32_t paragraph = sentences[sentence].paragraph;
    return std::partition_point(sentences.begin(), sentences.end(), [&](const Sentence& other) {
             return other.paragraph < paragraph;
           })->tokens.start;
  }

  // The token after the last one that a frame set in the sentence can govern.
  std::uint32_t end(std::uint32_t sentence, FrameScope scope) const {
    switch (scope) {
      case FrameScope::kSentence:
      case FrameScope::kAround: break;
      case FrameScope::kList: sentence = list_ends_[sentence]; break;
      case FrameScope::kParagraph: sentence = last_of_paragraph(sentence); break;
      case FrameScope::kDocument:
      case FrameScope::kThroughout: return static_cast<std::uint32_t>(document_.tokens.size());
    }
    return document_.sentences[sentence].tokens.end;
  }

 private:
  // The first paragraph that ends like a sentence: a headline before it does not. Without one the first of all.
  static std::uint32_t last_of_lead(const Document& document) {
    const std::vector<Sentence>& sentences = document.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const bool paragraph_ends = i + 1 == sentences.size() || sentences[i + 1].paragraph != sentences[i].paragraph;
      if (paragraph_ends && is_sign(document.tokens[sentences[i].tokens.end - 1], '.')) return sentences[i].paragraph;
    }
    return 0;
  }

  std::uint32_t count() const { return static_cast<std::uint32_t>(document_.sentences.size()); }

  std::uint32_t last_of_paragraph(std::uint32_t sentence) const {
    const std::vector<Sentence>& sentences = document_.sentences;
    const std::uint32_t paragraph = sentences[sentence].paragraph;
    const auto next = std::partition_point(sentences.begin() + sentence, sentences.end(),
                                           [&](const Sentence& other) { return other.paragraph <= paragraph; });
    return static_cast<std::uint32_t>(next - sentences.begin()) - 1;
  }

  const Document& document_;
  std::uint32_t lead_;                    // paragraph
  std::vector<std::uint32_t> list_ends_;  // by sentence, the last sentence of a list that begins in it
};

void set_slots(WorkingDocument& work, const Scopes& scopes, const FrameRule& rule, const FoundMatch& found) {
  const FrameScope scope = scopes.in_lead(found.sentence) ? rule.scope_in_first_paragraph : rule.scope;
  const std::uint32_t end = scopes.end(found.sentence, scope);
  for (const auto& [slot, capture] : rule.sets) {
    const std::optional<CaptureValue>& value = found.captures[capture];
    if (!value || value->mentions.empty()) continue;
    if (!work.has_room(work.frames.size(), WorkingDocument::kMostFrames)) return;
    std::uint32_t begin = value->tokens.end;
    if (scope == FrameScope::kAround) begin = work.document.sentences[found.sentence].tokens.start;
    if (scope == FrameScope::kList) {
      const std::uint32_t sentence_end = work.document.sentences[found.sentence].tokens.end;
      begin = list_begin(work.document, begin, sentence_end);
      if (begin == sentence_end) continue;
    }
    work.frames.push_back({rule.id, slot, value->mentions, {begin, end}});
    const std::uint32_t before = scope == FrameScope::kThroughout ? scopes.begin_of_paragraph(found.sentence) : 0;
    if (before > 0) work.frames.push_back({rule.id, slot, value->mentions, {0, before}});
  }
}

}  // namespace

void find_frames(WorkingDocument& work) {
  const auto& frames = work.rules.frames;
  const Scopes scopes(work.document);
  for (std::uint32_t sentence = 0; sentence < work.document.sentences.size(); ++sentence) {
    const std::shared_ptr<const SentenceItems> kept_items = work.items(sentence);
    const SentenceItems& items = *kept_items;
    const auto pattern_of = [&](std::uint32_t number) -> const CompiledPattern& {
      return frames.rules[number].pattern;
    };
    for (const RuleCandidate& candidate : find_candidates(work, items, frames.index, pattern_of)) {
      const FrameRule& rule = frames.rules[candidate.rule];
      set_slots(work, scopes, rule, work.found(rule.pattern, candidate.match, items, sentence));
    }
  }
  work.frames_changed();
}

}  // namespace quanhe
