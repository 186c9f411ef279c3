#include "workbench/why_not_edges.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/evaluate.h"
#include "workbench/explain.h"

namespace quanhe {
namespace {

class EdgeTeller {
 public:
  EdgeTeller(WorkingDocument& work, std::uint32_t number, WhyNotSentence& said)
      : work_(work), number_(number), found_(work.matches[number]), said_(said) {}

  void tell() {
    std::size_t made = 0;
    for (const Fact& fact : work_.facts) {
      if (fact.match != number_) continue;
      ++made;
      line("edge", edge_text(fact));
    }
    tell_status(made > 0);
    if (found_.edges != nullptr) {
      for (const EdgeTemplate& edge : *found_.edges) tell_unmade(edge);
    }
    said_.fired = made > 0 || (found_.makes_entity && found_.edges->empty());
    said_.verdict = made > 0 ? "matches, and makes " + counted(made, "edge", "edges") : "matches, but makes no edge";
    if (found_.makes_entity && made == 0 && found_.edges->empty()) said_.verdict = "matches";
    if (made > 0 && !is_shown(found_.status)) said_.verdict += ", which are kept and not shown";
  }

 private:
  void line(std::string label, std::string text) { said_.lines.emplace_back(std::move(label), std::move(text)); }

  std::string edge_text(const Fact& fact) const {
    const Relation& relation = work_.rules.ontology.relations[fact.relation];
    return work_.nodes[fact.from].name + " -" + relation.name + (relation.symmetric ? "- " : "-> ") +
           work_.nodes[fact.to].name;
  }

  void tell_status(bool makes_edges) {
    if (!makes_edges || found_.status == Status::kHappened) return;
    std::string text(to_string(found_.status));
    if (found_.cue != nullptr) {
      text += " by the cue \"" + found_.cue->id + "\": " +
              quoted(work_.document.original_text(work_.original(found_.cue_tokens)));
    }
    line("status", text);
  }

  std::string node_text(std::uint32_t node) const {
    return work_.nodes[node].name + " (" + name_of(work_.nodes[node].type, work_.rules) + ")";
  }

  bool made(const EdgeTemplate& edge, std::uint32_t from, std::uint32_t to) const {
    return std::any_of(work_.facts.begin(), work_.facts.end(), [&](const Fact& fact) {
      return fact.match == number_ && fact.relation == edge.relation && fact.from == from && fact.to == to;
    });
  }

  void tell_unmade(const EdgeTemplate& edge) {
    const Relation& relation = work_.rules.ontology.relations[edge.relation];
    const std::string label = relation.name;
    Evaluator evaluator(work_, Stage::kPluralReferences);
    const Ends from = evaluator.ends(edge.from, found_);
    const Ends to = evaluator.ends(edge.to, found_);
    if (from.values.empty()) line(label, "its first end gives nothing: " + reasons(edge.from));
    if (to.values.empty()) line(label, "its second end gives nothing: " + reasons(edge.to));
    for (const EndValue& a : from.values) {
      for (const EndValue& b : to.values) {
        if (made(edge, a.node, b.node) || made(edge, b.node, a.node)) continue;
        if (a.node == b.node) {
          if (from.values.size() == 1) line(label, "both its ends are " + node_text(a.node));
        } else if (!allows(relation.from, a.node)) {
          line(label, "it does not begin at " + node_text(a.node) + ", only at " + join(relation.from, ", "));
        } else if (!allows(relation.to, b.node)) {
          line(label, "it does not lead to " + node_text(b.node) + ", only to " + join(relation.to, ", "));
        }
      }
    }
  }

  bool allows(const std::vector<std::string>& types, std::uint32_t node) const {
    return std::find(types.begin(), types.end(), name_of(work_.nodes[node].type, work_.rules)) != types.end();
  }

  std::string reasons(const Chain& chain) const {
    std::vector<std::string> reasons;
    for (const Term& term : chain) reasons.push_back(reason(term));
    return join(reasons, "; ");
  }

  std::string reason(const Term& term) const {
    switch (term.kind) {
      case Term::Kind::kSlot: return slot_reason(term.slot);
      case Term::Kind::kCapture: return capture_reason(term);
      case Term::Kind::kNode:
        return "a part of the name of the " + name_of(term.type, work_.rules) + " is missing: " + missing(term.name);
      case Term::Kind::kText:
      case Term::Kind::kDocumentDate:
      case Term::Kind::kProduct: break;
    }
    return "it stands for no node";
  }

  std::string slot_reason(const std::string& slot) const {
    const FrameSetting* frame = governing_frame(work_, slot, found_.trigger.start);
    if (frame != nullptr) return "@" + slot + ", set by the frame \"" + frame->frame + "\", stands for no node";
    std::vector<std::string> setters;
    for (const FrameRule& rule : work_.rules.frames.rules) {
      for (const auto& [name, capture] : rule.sets) {
        if (name == slot) setters.push_back(rule.id);
      }
    }
    const std::string which = setters.empty() ? "no frame rule sets it" : "it is set by: " + join(setters, ", ");
    return "no frame has set @" + slot + " here (" + which + ")";
  }

  std::string capture_reason(const Term& term) const {
    if (term.reference.capture == CaptureReference::kSelf) return "$self made no node";
    const std::string name = "$" + found_.pattern->captures[term.reference.capture].name;
    const std::optional<CaptureValue>& value = found_.captures[term.reference.capture];
    if (!value) return name + " took no part";
    const std::string took = name + " took " + quoted(work_.document.original_text(work_.original(value->tokens)));
    if (value->mentions.empty()) return took + ", which is no mention";
    const KnownMention& mention = work_.mentions[value->mentions.front()];
    if (mention.reference) return took + ", " + reference_reason(work_.references[*mention.reference]);
    if (!term.relation.empty()) return took + ", from which no " + term.relation + " leads on";
    return took + ", which stands for no node";
  }

  std::string reference_reason(const ReferenceMention& reference) const {
    std::vector<std::string> tried;
    for (const Selector& selector : reference.rule->selectors) tried.push_back("\"" + selector.text + "\"");
    return "a reference by \"" + reference.rule->id + "\" that stands for nothing here: no node by " +
           join(tried, ", nor by ");
  }

  std::string missing(const Template& name) const {
    for (const Template::Piece& piece : name.pieces) {
      if (!piece.reference || piece.reference->capture == CaptureReference::kSelf) continue;
      if (!found_.captures[piece.reference->capture]) {
        return "$" + found_.pattern->captures[piece.reference->capture].name + " took no part";
      }
    }
    return "a capture of it stands for nothing";
  }

  WorkingDocument& work_;
  std::uint32_t number_;
  const FoundMatch& found_;
  WhyNotSentence& said_;
};

}  // namespace

void explain_edges(WorkingDocument& work, std::uint32_t number, WhyNotSentence& said) {
  EdgeTeller(work, number, said).tell();
}

}  // namespace quanhe
