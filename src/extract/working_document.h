#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/working_memory.h"
#include "facts/date.h"
#include "facts/facts.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

class FactIndex;
class FrameIndex;
class MentionIndex;

// What a capture took: tokens, the mentions on them that fit it, the entry of a class.
struct CaptureValue {
  Span tokens;
  std::vector<std::uint32_t> mentions;
  const WordClass::Entry* entry = nullptr;
};

// A match of a rule with what its edges will read. All token numbers are the document's.
struct FoundMatch {
  const CompiledPattern* pattern = nullptr;
  const std::vector<EdgeTemplate>* edges = nullptr;
  std::string_view rule;  // its id, which the pack keeps
  int confidence = 0;
  std::uint32_t sentence = 0;
  Span tokens;
  Span trigger;  // equal ends without one
  std::vector<std::optional<CaptureValue>> captures;
  std::optional<std::uint32_t> self;  // the mention that an entity rule made
  bool makes_entity = false;          // defaults may fill what an entity's name lacks, never an act's end
  Status status = Status::kHappened;
  const CueRule* cue = nullptr;       // that gave it; nullptr where none reaches
  Span cue_tokens;                    // its words
};

// Words by which a text tells its own date, which are no mention.
struct OwnDate {
  Span tokens;
  PartialDate date;
  const DateRule* rule = nullptr;
};

// A mention and what is known of the thing that it names; at most one of the four is set.
struct KnownMention {
  Mention place;
  std::optional<std::uint32_t> node;
  std::optional<std::uint32_t> reference;      // index into WorkingDocument::references
  std::optional<DateRange> date;
  const DateRule* date_rule = nullptr;         // that read it; nullptr where it is no date
  std::optional<std::uint32_t> named_by;       // a match whose node's name waits for a default
  std::uint32_t sentence = 0;
  bool hidden = false;                         // replaced by a longer mention of its type
  bool shown = false;                          // counts also within a longer mention
};

struct DocumentNode {
  std::uint32_t type = 0;
  std::string name;
  std::set<std::string> forms;  // as written
  std::string spelling;         // of the name, where the document has another; else empty
};

// Words by which the document names a node besides its name.
struct OtherName {
  std::uint32_t node = 0;
  Span tokens;  // where it says so
};

struct ReferenceMention {
  const ReferenceRule* rule = nullptr;
  std::uint32_t match = 0;    // index into WorkingDocument::matches
  std::uint32_t mention = 0;
};

// What a frame says of the words that it governs.
struct FrameSetting {
  std::string frame;
  std::string slot;
  std::vector<std::uint32_t> mentions;
  Span governs;  // tokens
};

// What a fact came through: the document's words alone, a reference to one thing, or one to several.
enum class Through : std::uint8_t { kWords, kReference, kPluralReference };

// A statement before it is written out. Parts hold spans of tokens.
struct Fact {
  static constexpr std::uint32_t kDerived = UINT32_MAX;

  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t relation = 0;
  std::uint32_t occurrence = 0;
  std::uint32_t match = kDerived;  // index into WorkingDocument::matches
  Status status = Status::kHappened;
  std::vector<std::pair<std::string, std::string>> attributes;  // sorted by name
  Span tokens;
  std::string_view rule;  // its id, which the pack keeps
  int confidence = 0;
  std::vector<Part> parts;
  Through through = Through::kWords;
};

// One document on its way from tokens to facts: each step reads what the steps before it left here.
struct WorkingDocument {
  // What a pack makes of a text beyond these numbers is left out, so that no pack can make it fill the memory.
  static constexpr std::size_t kMostMentions = 131'072;
  static constexpr std::size_t kMostMentionsOfSentence = 2'048;
  static constexpr std::size_t kMostMatches = 65'536;
  static constexpr std::size_t kMostFrames = 65'536;
  static constexpr std::size_t kMostFacts = 16'384;  // those that its words give

  // `working_memory` outlives it.
  WorkingDocument(const Document& text, const RuleSet& rule_set, WorkingMemory& working_memory);
  ~WorkingDocument();

  const Document& document;
  const RuleSet& rules;
  WorkingMemory& memory;
  std::vector<DocumentNode> nodes;
  std::deque<KnownMention> mentions;
  std::vector<std::vector<std::uint32_t>> sentence_mentions;  // not hidden, by sentence
  std::vector<OtherName> other_names;
  std::vector<FoundMatch> matches;
  std::vector<ReferenceMention> references;
  std::vector<FrameSetting> frames;
  std::vector<Fact> facts;
  bool cut_short = false;  // something was left out
  std::uint32_t occurrences = 0;
  std::optional<PartialDate> date;  // of the metadata or what the text says of itself, else inferred
  bool date_is_inferred = false;
  std::string date_reason;          // by what the text told it; empty where the metadata did
  std::vector<OwnDate> own_dates;

  // The node of that type and name, made when it is new.
  std::uint32_t node(std::uint32_t type, const std::string& name);
  TypeMask type_bit(std::uint32_t node_index) const { return TypeMask{1} << nodes[node_index].type; }

  // The node that a rule names: of the lexicon's entry that has this name, if one of the type or its kinds has it.
  std::uint32_t made_node(std::uint32_t type, const std::string& name);

  // The sentence with the mentions that it has now; kept until it gets another one.
  std::shared_ptr<const SentenceItems> items(std::uint32_t sentence) const;

  // Adds the mention unless it crosses one of another type or lies within one of its own; one of its own type
  // within it is hidden. Returns its number, or nothing.
  std::optional<std::uint32_t> add_mention(KnownMention mention, std::uint32_t sentence);

  // Hides the mentions that begin within the tokens, and adds none there any more where the sentence began with them:
  // to all rules it begins after them.
  void drop_mentions(Span tokens, std::uint32_t sentence);

  // Not hidden, and not within a longer mention, unless a rule shows it: "Lào" in "Quốc hội Lào" is not.
  bool is_outermost(const KnownMention& mention) const;

  // The words as written, in their canonical spelling, with single spaces where the text has blanks.
  std::string words(Span tokens) const;

  // False, and something is left out, when a list of that size is full.
  bool has_room(std::size_t size, std::size_t most) {
    cut_short |= size >= most;
    return size < most;
  }

  FoundMatch found(const CompiledPattern& pattern, const Match& match, const SentenceItems& items,
                   std::uint32_t sentence) const;

  // Whether a date took the token. Cost: that of the mentions of its sentence.
  bool is_dated(std::uint32_t token) const;

  Span original(Span tokens) const { return document.original_span(tokens); }

  // Made when they are first asked for, and kept until what they are about changes: whoever changes a fact or a frame,
  // or the node of a mention, says so.
  const FactIndex& fact_index() const;
  const MentionIndex& mention_index() const;
  const FrameIndex& frame_index() const;
  void facts_changed();
  void mentions_changed();
  void frames_changed();

 private:
  ByTypedName<std::uint32_t> node_numbers_;
  std::vector<std::uint32_t> begins_;                                // of the sentences, for rules
  mutable std::vector<std::shared_ptr<const SentenceItems>> items_;  // by sentence; null: to be made
  mutable std::vector<bool> has_other_mentions_;                     // by sentence: than its items
  mutable std::unique_ptr<const FactIndex> fact_index_;
  mutable std::unique_ptr<const MentionIndex> mention_index_;
  mutable std::unique_ptr<const FrameIndex> frame_index_;
};

// A match of the pattern with that number, before it is known whether it wins.
struct RuleCandidate {
  std::uint32_t rule = 0;
  int priority = 0;
  Match match;
};

// Those that win where they overlap: leftmost, longest, higher priority, lower number. In the order of the text.
std::vector<RuleCandidate> select_candidates(std::vector<RuleCandidate> candidates);

// Tries every pattern of the index, which has no triggers, at every token of the sentence before which no mention has begun
// that goes on. `pattern_of(number)` gives the pattern.
template <typename PatternOf>
std::vector<RuleCandidate> find_candidates(WorkingDocument& work, const SentenceItems& items, const PatternIndex& index,
                                           PatternOf pattern_of) {
  std::vector<RuleCandidate> candidates;
  for (std::uint32_t position = index.next_place(items, 0); position < items.size();
       position = index.next_place(items, position + 1)) {
    if (!items.is_edge(position)) continue;
    for (const std::uint32_t number : work.memory.search.find(index, items, position)) {
      std::optional<Match> match = work.memory.matcher.match_at(pattern_of(number), items, position);
      if (match && match->range.length() > 0) candidates.push_back({number, 0, std::move(*match)});
    }
  }
  return candidates;
}

}  // namespace quanhe
