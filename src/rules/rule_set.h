#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/keyed_hash.h"
#include "facts/date.h"
#include "facts/facts.h"
#include "facts/ontology.h"
#include "match/compile.h"
#include "match/pattern_index.h"
#include "match/word_class.h"
#include "rules/offices.h"
#include "rules/scoring.h"

namespace quanhe {

// What a term of an edge line or of a template reads out of a match.
struct CaptureReference {
  static constexpr std::uint32_t kSelf = UINT32_MAX;  // $self: the node that the rule makes

  std::uint32_t capture = kSelf;  // index into the pattern's captures, or kSelf
  std::string feature;            // of the class entry that it took: $o.title; or ""
  bool text = false;              // $c.text: the words, not the canonical name
  // $o.c where `c` may take no part: the capture around it, whose part in the match says that a default may
  // fill the place; kSelf when the match as a whole does.
  std::uint32_t around = kSelf;
  std::uint32_t default_chain = UINT32_MAX;  // index into RuleSet::defaults, or none
};

// Text with references in it: "Bộ ${o.field} ${o.c}".
struct Template {
  struct Piece {
    std::string literal;
    std::optional<CaptureReference> reference;
  };
  std::vector<Piece> pieces;
};

// One number of a product: what a capture took, or a fixed one.
struct Factor {
  std::optional<CaptureReference> reference;
  std::optional<Decimal> number;  // without a reference
};

// One alternative of an end or of an attribute's value.
struct Term {
  enum class Kind : std::uint8_t { kCapture, kSlot, kNode, kText, kDocumentDate, kProduct };

  Kind kind = Kind::kCapture;
  CaptureReference reference;  // kCapture
  std::string slot;            // kSlot: the frame's slot
  std::uint32_t type = 0;      // kNode: index into Ontology::types
  Template name;               // kNode, kText
  std::string relation;        // kCapture: "$x/citizen_of" goes on over this relation; or ""
  std::vector<Factor> factors;  // kProduct: "$n * $u.factor", of a value only
};

// The first term that gives something is taken.
using Chain = std::vector<Term>;

// "$a -met {kind: $kind}- $b"
struct EdgeTemplate {
  Chain from;
  Chain to;
  std::uint32_t relation = 0;  // index into Ontology::relations
  std::vector<std::pair<std::string, Chain>> attributes;
};

// "A -thanked-> Campuchia", with the canonical names of nodes.
struct ExampleEdge {
  std::string from;
  std::uint32_t relation = 0;  // index into Ontology::relations
  std::string to;

  friend auto operator<=>(const ExampleEdge&, const ExampleEdge&) = default;
};

struct RuleExample {
  std::string text;
  std::vector<ExampleEdge> edges;
  std::string path;                // of the rule file, with the line, for messages
  std::uint32_t line = 0;
};

struct EntityRule {
  std::string id;
  CompiledPattern pattern;
  std::optional<std::pair<std::uint32_t, Template>> node;  // type and name; none: edges only
  std::uint32_t span = CaptureReference::kSelf;            // capture that is the mention, or kSelf: the match
  std::optional<std::uint32_t> also;                       // capture whose words name the node elsewhere in the document
  std::optional<std::uint32_t> shows;                      // capture whose mention counts within this one
  std::vector<EdgeTemplate> edges;
  int priority = 0;
  int confidence = 0;
  std::vector<RuleExample> examples;
};

// Entity rules that see the mentions of the steps before them, and compete among themselves.
struct EntityStep {
  std::string id;
  std::vector<EntityRule> rules;
  PatternIndex index;
};

struct RelationRule {
  std::string id;
  std::vector<CompiledPattern> variants;
  std::vector<EdgeTemplate> edges;
  int confidence = 0;
  std::vector<RuleExample> examples;
};

// A capture that gives a calendar field, or a fixed number.
struct DateField {
  std::uint32_t capture = CaptureReference::kSelf;
  int constant = 0;
  bool negative = false;
};

struct DateRule {
  enum class Toward : std::uint8_t { kNearest, kPast, kFuture };
  enum class From : std::uint8_t { kDocument, kSaid };  // kSaid: the last day that the text has said

  std::string id;
  CompiledPattern pattern;
  std::optional<DateField> day, month, year, years, days, months;
  std::optional<DateField> until_day, until_month, until_year;
  Toward toward = Toward::kNearest;
  From from = From::kDocument;  // what days, months and years are counted from
  int priority = 0;
};

// A pattern that gives the year of a document without a date.
struct DocumentYearRule {
  CompiledPattern pattern;
  std::uint32_t year_capture = 0;
};

// Where a reference may find its node; tried in order.
struct Selector {
  enum class Kind : std::uint8_t {
    kLast,       // last T [named ..$n] [with R.attribute = $x | with R to "text"] [of $c | of home]
    kPair,       // pair of R [with R.attribute = $x]: both ends of the nearest edge
    kFrom,       // R of SELECTOR: what the selected nodes reach
    kMostNamed,  // two most named T
    kLatest,     // latest SLOT: what a frame has set before the reference, however far it governs
    kRegister,   // register $title [$field] $country on @document_date
  };

  Kind kind = Kind::kLast;
  std::uint32_t type = 0;
  std::uint32_t relation = 0;                   // kPair, kFrom
  std::uint32_t condition = 0;                  // kLast, kPair: the relation after "with"
  std::uint32_t count = 0;                      // kMostNamed
  std::optional<CaptureReference> name_ending;  // kLast
  std::string attribute;                        // kLast: of an edge of `relation`; "" without a condition
  std::optional<CaptureReference> attribute_value;
  std::optional<Template> target;               // kLast: with R to "Bộ $f"
  std::optional<CaptureReference> tied_to;      // kLast: of $c
  bool tied_to_home = false;                    // kLast: of home
  std::string slot;                             // kLatest
  std::vector<CaptureReference> office;         // kRegister: title, field if any, country
  std::vector<Selector> inner;                  // kFrom: one
  std::string text;                             // as written, for traces
};

struct ReferenceRule {
  std::string id;
  CompiledPattern pattern;
  std::uint32_t type = 0;
  std::uint32_t count = 1;  // of the nodes that it stands for; 0 where the words stand for nothing
  std::vector<Selector> selectors;
  std::vector<std::uint32_t> not_called;  // folded words: what the document calls so is none of its nodes
  int priority = 0;
};

// kAround: the whole sentence, also what stands before the words that set the frame; kThroughout: to the end of
// the document, and what stands in paragraphs before.
enum class FrameScope : std::uint8_t { kSentence, kAround, kList, kParagraph, kDocument, kThroughout };

struct FrameRule {
  std::string id;
  CompiledPattern pattern;
  std::vector<std::pair<std::string, std::uint32_t>> sets;  // slot, capture
  FrameScope scope = FrameScope::kSentence;
  FrameScope scope_in_first_paragraph = FrameScope::kSentence;
};

enum class CueReach : std::uint8_t { kNext, kClause, kSentence };

struct CueRule {
  std::string id;
  Status status = Status::kHappened;
  CueReach reach = CueReach::kNext;
  CompiledPattern pattern;
};

// "p -holds_office-> m: Organization, m -part_of-> c: Country => p -citizen_of-> c"
struct DerivationRule {
  struct Atom {
    std::uint32_t from = 0;  // variables
    std::uint32_t to = 0;
    std::uint32_t relation = 0;
  };
  std::string id;
  std::vector<TypeMask> variables;  // the types that each may have
  std::vector<Atom> premises;
  Atom conclusion;
  int confidence = 0;
};

// How a node that no words gave is found: "written" is the match itself; the others are tried in order.
struct DefaultChain {
  enum class Step : std::uint8_t { kFrame, kDocument, kNeighbour, kRegister, kTopic, kHome };

  std::string name;        // "country": also the slot that kFrame reads
  std::uint32_t type = 0;
  std::vector<Step> steps;
};

struct LexiconEntry {
  std::uint32_t type = 0;
  std::string name;
};

// By the number of a type and a name of that type; in no order.
struct TypedNameHash {
  std::size_t operator()(const std::pair<std::uint32_t, std::string>& name) const {
    return KeyedHash()(name.second) + name.first * std::size_t{0x9E3779B97F4A7C15};
  }
};
template <typename Value>
using ByTypedName = std::unordered_map<std::pair<std::uint32_t, std::string>, Value, TypedNameHash>;

// Known names, found by a trie over words.
struct Lexicon {
  // Most names that are asked about are not there, which an empty bucket tells at once.
  Lexicon() {
    belongs_to.max_load_factor(0.125F);
    spellings.max_load_factor(0.125F);
  }

  std::vector<LexiconEntry> entries;
  TokenTrie exact;   // names in their letter case
  TokenTrie folded;  // names in any
  ByTypedName<std::string> belongs_to;              // what `of` says
  ByTypedName<std::vector<std::string>> spellings;  // as listed
};

// Patterns of a kind with the index that finds them; numbers of the index are positions in `rules`.
template <typename Rule>
struct IndexedRules {
  std::vector<Rule> rules;
  PatternIndex index;
};

// A pack, checked and frozen. Any number of threads may read it.
struct RuleSet {
  PackInfo info;
  Ontology ontology;
  Scoring scoring;
  std::vector<TypeMask> type_masks;  // by type of the ontology: the type and its kinds
  TypeMask years_in_names = 0;       // types of which a name that ends with a year tells theirs
  std::uint32_t date_type = 0;       // bit of the mentions that dates make; no node type
  std::unique_ptr<WordTable> words;
  PatternScope scope;
  std::optional<std::pair<std::uint32_t, std::string>> home;  // type and name
  std::vector<DefaultChain> defaults;
  NumberSigns numbers;  // of the texts
  Lexicon lexicon;
  OfficeRegister offices;
  IndexedRules<DateRule> dates;
  IndexedRules<DateRule> document_dates;  // those that tell the date of the document and are no mention
  IndexedRules<DocumentYearRule> document_years;
  std::vector<EntityStep> entity_steps;
  TypeMask recurring = 0;  // types whose names a document takes up again, in whole or in part
  IndexedRules<ReferenceRule> references;
  IndexedRules<FrameRule> frames;
  IndexedRules<CueRule> cues;
  std::vector<RelationRule> relations;
  PatternIndex relation_index;  // numbers are positions in `relation_variants`
  std::vector<std::pair<std::uint32_t, std::uint32_t>> relation_variants;  // rule, variant
  std::vector<DerivationRule> derivations;
  std::shared_ptr<NeedSets> needs = std::make_shared<NeedSets>();  // of all indexes' patterns
  RuleWords rule_words;                                            // of all indexes and needs
  // Of the ontology's relations: the first is not said of a pair of nodes of which the second is.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> exclusions;
};

}  // namespace quanhe
