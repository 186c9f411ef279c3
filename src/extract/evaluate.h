#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/working_document.h"

namespace quanhe {

// How far the facts of a document have come, and so what may be read of an edge line.
enum class Stage : std::uint8_t { kExplicit, kDefaults, kReferences, kPluralReferences };

// A node that an end of an edge stands for, and how the words say so.
struct EndValue {
  std::uint32_t node = 0;
  Part part;                        // spans of tokens; the role is set by the edge
  std::vector<Part> further_parts;  // of defaults that took part
  Through through = Through::kWords;
};

// What a chain gives at a stage. When `waits_for` is later than the stage asked for, there are no values yet.
struct Ends {
  std::vector<EndValue> values;
  Stage waits_for = Stage::kExplicit;
};

// What an attribute says, and the part of it.
struct AttributeValue {
  std::string text;
  Part part;
};

// Reads the chains of a match's edges. Nodes that a chain makes ("Ministry "Bộ ${o.field}"") are added to the
// document, facts are only read.
class Evaluator {
 public:
  Evaluator(WorkingDocument& work, Stage stage) : work_(work), stage_(stage) {}

  // The name of a node that a rule makes; "" when a part of it is missing.
  struct Name {
    std::string text;
    bool waits = false;  // for a later stage
  };

  Ends ends(const Chain& chain, const FoundMatch& found);
  Name name(const Template& name, const FoundMatch& found);
  std::optional<AttributeValue> attribute(const Chain& chain, const FoundMatch& found);

 private:
  struct Text {
    std::string text;
    std::optional<Span> tokens;       // that took part
    std::vector<Part> default_parts;
    bool complete = true;
    Stage waits_for = Stage::kExplicit;
  };

  void add_term(const Term& term, const FoundMatch& found, Ends& ends);
  void add_mentions(const std::vector<std::uint32_t>& mentions, const std::string& via, Ends& ends);
  void add_mention(const KnownMention& mention, const std::string& via, Ends& ends);
  void add_reference(const ReferenceMention& reference, const std::string& via, Ends& ends);
  void add_made_node(std::uint32_t type, const Template& name, const FoundMatch& found, Ends& ends);
  void add_default(const Chain& chain, const FoundMatch& found, Ends& ends);
  void go_on_over(const std::string& relation, Ends& ends);
  bool waits(Stage stage, Ends& ends) const;

  Text template_text(const Template& name, const FoundMatch& found);
  void append(const CaptureReference& reference, const FoundMatch& found, Text& text);
  void append_default(const CaptureReference& reference, const FoundMatch& found, Text& text);
  std::string mention_text(const KnownMention& mention) const;
  std::string reference_text(const CaptureReference& reference, const FoundMatch& found) const;
  const FrameSetting* frame_of_value(Chain::const_iterator term, Chain::const_iterator end,
                                     const FoundMatch& found) const;

  WorkingDocument& work_;
  Stage stage_;
};

// What the reference itself says: the entry's feature, the entry as its class spells it, or the words.
std::string capture_text(const WorkingDocument& work, const CaptureReference& reference, const FoundMatch& found);

// "$n * $u.factor" as it comes out; nothing when a part took no part or is no number, or the product is too long.
std::optional<AttributeValue> product_value(const WorkingDocument& work, const std::vector<Factor>& factors,
                                            const FoundMatch& found);

// The frame setting that governs the token for the slot; the latest one wins. nullptr when there is none.
const FrameSetting* governing_frame(const WorkingDocument& work, const std::string& slot, std::uint32_t token);

// The first node of the types that the document's own words tie to the node by a lasting relation, over one step or
// two: a person's country is that of the ministry which the person heads.
std::optional<std::uint32_t> tied_node(const WorkingDocument& work, std::uint32_t node, TypeMask types);

// The node is so tied to that other one.
bool is_tied(const WorkingDocument& work, std::uint32_t node, std::uint32_t other);

// What a default gives at a match: a node and the part that says where it comes from. Nothing when the chain
// ends without an answer.
std::optional<EndValue> default_node(WorkingDocument& work, const DefaultChain& chain, const FoundMatch& found);

// The nodes that a reference stands for, as many as it says, or none; `part.resolved` says where they stand. A holder
// of an office whom only the register names is added to the document's nodes.
struct Resolution {
  std::vector<EndValue> values;
  const Selector* selector = nullptr;  // of the rule, the one that gave them; nullptr without values
};
Resolution resolve_reference(WorkingDocument& work, const ReferenceMention& reference);

}  // namespace quanhe
