#include "extract/working_document.h"

#include <algorithm>
#include <tuple>

#include "extract/fact_index.h"
#include "extract/frame_index.h"
#include "extract/made_names.h"
#include "extract/mention_index.h"

namespace quanhe {
namespace {

template <typename Index, typename... Sources>
const Index& kept(std::unique_ptr<const Index>& index, const Sources&... sources) {
  if (index == nullptr) index = std::make_unique<const Index>(sources...);
  return *index;
}

}  // namespace

WorkingDocument::WorkingDocument(const Document& text, const RuleSet& rule_set, WorkingMemory& working_memory)
    : document(text),
      rules(rule_set),
      memory(working_memory),
      sentence_mentions(text.sentences.size()),
      date(parse_iso_date(text.date)),
      items_(text.sentences.size()),
      has_other_mentions_(text.sentences.size()) {
  begins_.reserve(text.sentences.size());
  for (const Sentence& sentence : text.sentences) begins_.push_back(sentence.tokens.start);
}

WorkingDocument::~WorkingDocument() = default;

const FactIndex& WorkingDocument::fact_index() const { return kept(fact_index_, *this); }
const MentionIndex& WorkingDocument::mention_index() const { return kept(mention_index_, *this); }
const FrameIndex& WorkingDocument::frame_index() const { return kept(frame_index_, frames, mentions); }
void WorkingDocument::facts_changed() { fact_index_ = nullptr; }
void WorkingDocument::mentions_changed() { mention_index_ = nullptr; }
void WorkingDocument::frames_changed() { frame_index_ = nullptr; }

bool WorkingDocument::is_dated(std::uint32_t token) const {
  const auto sentence = std::partition_point(document.sentences.begin(), document.sentences.end(),
                                             [&](const Sentence& each) { return each.tokens.end <= token; });
  const std::vector<std::uint32_t>& numbers =
      sentence_mentions[static_cast<std::size_t>(sentence - document.sentences.begin())];
  return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) {
    return mentions[number].date && mentions[number].place.tokens.overlaps({token, token + 1});
  });
}

std::uint32_t WorkingDocument::node(std::uint32_t type, const std::string& name) {
  const auto [place, is_new] = node_numbers_.emplace(std::pair(type, name), static_cast<std::uint32_t>(nodes.size()));
  if (is_new) nodes.push_back({type, name, {}, {}});
  return place->second;
}

std::uint32_t WorkingDocument::made_node(std::uint32_t type, const std::string& name) {
  const std::optional<std::uint32_t> number = entry_of_made_name(name, rules, memory.words);
  if (!number || (rules.type_masks[type] >> rules.lexicon.entries[*number].type & 1) == 0) return node(type, name);
  return node(rules.lexicon.entries[*number].type, rules.lexicon.entries[*number].name);
}

std::shared_ptr<const SentenceItems> WorkingDocument::items(std::uint32_t sentence) const {
  std::shared_ptr<const SentenceItems>& kept = items_[sentence];
  if (kept != nullptr && !has_other_mentions_[sentence]) return kept;
  std::vector<const Mention*> places;
  for (const std::uint32_t number : sentence_mentions[sentence]) places.push_back(&mentions[number].place);
  const Span tokens = {begins_[sentence], document.sentences[sentence].tokens.end};
  kept = kept != nullptr ? std::make_shared<const SentenceItems>(*kept, places)
                         : std::make_shared<const SentenceItems>(document.tokens, tokens, places, &rules.rule_words);
  has_other_mentions_[sentence] = false;
  return kept;
}

std::optional<std::uint32_t> WorkingDocument::add_mention(KnownMention mention, std::uint32_t sentence) {
  std::vector<std::uint32_t>& present = sentence_mentions[sentence];
  if (!has_room(mentions.size(), kMostMentions) || !has_room(present.size(), kMostMentionsOfSentence)) {
    return std::nullopt;
  }
  const Span span = mention.place.tokens;
  if (span.start < begins_[sentence]) return std::nullopt;
  for (const std::uint32_t number : present) {
    const Mention& other = mentions[number].place;
    if (!span.overlaps(other.tokens)) continue;
    const bool nested = span.contains(other.tokens) || other.tokens.contains(span);
    const bool inside_own_type = other.type == mention.place.type && !span.contains(other.tokens);
    if (!nested || inside_own_type) return std::nullopt;
  }
  std::erase_if(present, [&](std::uint32_t number) {
    KnownMention& other = mentions[number];
    other.hidden = other.place.type == mention.place.type && span.contains(other.place.tokens);
    return other.hidden;
  });
  const auto number = static_cast<std::uint32_t>(mentions.size());
  mention.place.id = number;
  mention.sentence = sentence;
  mentions.push_back(std::move(mention));
  present.push_back(number);
  has_other_mentions_[sentence] = true;
  mentions_changed();
  return number;
}

void WorkingDocument::drop_mentions(Span tokens, std::uint32_t sentence) {
  std::erase_if(sentence_mentions[sentence], [&](std::uint32_t number) {
    const Span place = mentions[number].place.tokens;
    mentions[number].hidden |= tokens.start <= place.start && place.start < tokens.end;
    return mentions[number].hidden;
  });
  has_other_mentions_[sentence] = true;
  const bool goes_on = tokens.end < document.sentences[sentence].tokens.end;
  if (!goes_on || tokens.start != begins_[sentence]) return;
  begins_[sentence] = tokens.end;
  items_[sentence] = nullptr;
}

bool WorkingDocument::is_outermost(const KnownMention& mention) const {
  if (mention.hidden) return false;
  if (mention.shown) return true;
  // None crosses another, so that a longer one begins before it and goes on over its beginning, or begins with it.
  const std::shared_ptr<const SentenceItems> kept_items = items(mention.sentence);
  const std::uint32_t begin = mention.place.tokens.start - kept_items->offset();
  return kept_items->is_edge(begin) && kept_items->starting_at(begin).front()->tokens == mention.place.tokens;
}

std::string WorkingDocument::words(Span tokens) const {
  std::string text;
  std::string room;
  for (std::uint32_t token = tokens.start; token < tokens.end; ++token) {
    if (token > tokens.start && !document.tokens[token].glued) text += ' ';
    text += rules.words->canonical(document.token_text(token), room);
  }
  return text;
}

FoundMatch WorkingDocument::found(const CompiledPattern& pattern, const Match& match, const SentenceItems& items,
                                  std::uint32_t sentence) const {
  const auto to_tokens = [&](Span positions) {
    return Span{positions.start + items.offset(), positions.end + items.offset()};
  };
  FoundMatch found;
  found.pattern = &pattern;
  found.sentence = sentence;
  found.tokens = to_tokens(match.range);
  found.trigger = to_tokens(match.trigger);
  found.captures.reserve(match.captures.size());
  for (std::size_t i = 0; i < match.captures.size(); ++i) {
    const std::optional<Span>& span = match.captures[i];
    found.captures.emplace_back();
    if (!span || span->length() == 0) continue;
    CaptureValue value{to_tokens(*span), {}, nullptr};
    const CaptureInfo& info = pattern.captures[i];
    for (std::uint32_t position = span->start; info.types != 0 && position < span->end;) {
      const Mention* fitting = nullptr;
      for (const Mention* mention : items.starting_at(position)) {
        if (fitting == nullptr && (info.types >> mention->type & 1) != 0) fitting = mention;
      }
      if (fitting != nullptr) value.mentions.push_back(fitting->id);
      position = fitting != nullptr ? items.position_range(*fitting).end : position + 1;
    }
    for (const WordClass* word_class : info.classes) {
      if (value.entry == nullptr) value.entry = word_class->find(items, *span);
    }
    found.captures.back() = std::move(value);
  }
  return found;
}

std::vector<RuleCandidate> select_candidates(std::vector<RuleCandidate> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const RuleCandidate& a, const RuleCandidate& b) {
    return std::tuple(a.match.range.start, ~a.match.range.end, -a.priority, a.rule) <
           std::tuple(b.match.range.start, ~b.match.range.end, -b.priority, b.rule);
  });
  std::vector<RuleCandidate> selected;
  std::uint32_t end = 0;
  for (RuleCandidate& candidate : candidates) {
    if (candidate.match.range.start < end) continue;
    end = candidate.match.range.end;
    selected.push_back(std::move(candidate));
  }
  return selected;
}

}  // namespace quanhe
