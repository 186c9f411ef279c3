#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace quanhe {

// Why a document gives its facts, as texts that a renderer only has to lay out. Words are those of the document.

struct ExplainedMention {
  Span bytes;               // within ExplainedSentence::text
  std::uint32_t type = 0;   // index into Ontology::types, or RuleSet::date_type
  std::string stands_for;   // names of nodes, a date; "" when nothing is known
};

// What a capture of the pattern took.
struct ExplainedCapture {
  std::string name;
  std::string words;
  std::string stands_for;  // "" where that is the words again
};

// Why an end or an attribute is what it is where no plain words of the match say so.
struct ExplainedReason {
  std::string role;    // "from", "date", "country"
  std::string reason;  // "frame dateline, set by \"Sáng 7/6\""

  friend bool operator==(const ExplainedReason&, const ExplainedReason&) = default;
};

struct ExplainedEdge {
  std::string from;
  std::string relation;
  std::string to;
  bool symmetric = false;
  std::vector<std::pair<std::string, std::string>> attributes;
};

// One match of a rule and the edges that it made, or one derivation.
struct ExplainedMatch {
  std::string rule;
  std::string kind;     // "relation", "entity", "derivation"
  std::string trigger;  // "" without one
  int confidence = 0;
  std::string status;   // "happened"
  std::string cue;      // "cue \"will\", by the words \"plans to\""; "" without one
  bool shown = true;    // denied and requested edges are kept, and not shown
  std::vector<ExplainedEdge> edges;
  std::vector<ExplainedCapture> captures;
  std::vector<ExplainedReason> reasons;  // of all edges, each once
};

struct ExplainedFrame {
  std::string frame;
  std::string slot;
  std::string words;
  std::string stands_for;
  std::string governs;  // "from there to the end of the sentence"
};

struct ExplainedReference {
  std::string rule;
  std::string words;
  std::vector<std::string> stands_for;  // empty when it is unresolved
  std::string selector;                 // that answered
  std::vector<std::string> tried;       // those before it, or all
  std::vector<std::string> places;      // the words that it refers to
};

struct ExplainedSentence {
  std::string text;  // of the original, with its line breaks
  std::vector<ExplainedMention> mentions;  // by start, longer first; nested, never crossing
  std::vector<ExplainedMatch> matches;     // those with edges
  std::vector<ExplainedFrame> frames;
  std::vector<ExplainedReference> references;
};

struct ExplainedDocument {
  std::string id;
  std::string date;
  std::string date_basis;   // "metadata", "inferred" or ""
  std::string date_reason;  // by what the text told it, or ""
  std::vector<ExplainedSentence> sentences;
  std::size_t edges = 0;
};

// The facts of a document with their reasons, by the very steps of extract(). With a rule's id, only the sentences in
// which it had a part, and only its matches, frames or references. An Error when the text is no document.
Result<ExplainedDocument> explain(DocumentSource source, const RuleSet& rules, const std::string& rule);

// Colour ("#rrggbb") and name of the type of a mention.
std::string colour_of(std::uint32_t type, const RuleSet& rules);
std::string name_of(std::uint32_t type, const RuleSet& rules);

}  // namespace quanhe
