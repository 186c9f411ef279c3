#include "extract/evaluate.h"

#include <algorithm>

#include "extract/fact_index.h"
#include "extract/frame_index.h"

namespace quanhe {
namespace {

const CaptureValue* value_of(const CaptureReference& reference, const FoundMatch& found) {
  if (reference.capture == CaptureReference::kSelf) return nullptr;
  const std::optional<CaptureValue>& value = found.captures[reference.capture];
  return value ? &*value : nullptr;
}

// A place that no words fill and that a default may: its type has a chain, and what stands around it matched.
bool may_default(const CaptureReference& reference, const FoundMatch& found) {
  if (reference.capture == CaptureReference::kSelf || reference.default_chain == UINT32_MAX) return false;
  if (value_of(reference, found) != nullptr) return false;
  if (reference.around == CaptureReference::kSelf) return found.makes_entity;
  return found.captures[reference.around].has_value();
}

// "$p.c|$o.c" is about what `p` took, and only where its country may come from goes on to `o`: without `p` there is
// nothing to say.
bool speaks_of_absent_phrase(const Chain& chain, const FoundMatch& found) {
  const Term& first = chain.front();
  if (first.kind != Term::Kind::kCapture || first.reference.around == CaptureReference::kSelf) return false;
  return !found.captures[first.reference.around].has_value();
}

Part part_of(const KnownMention& mention, const std::string& via) {
  Part part;
  part.span = mention.place.tokens;
  part.via = via;
  return part;
}

void widen(std::optional<Span>& span, Span by) {
  span = span ? Span{std::min(span->start, by.start), std::max(span->end, by.end)} : by;
}

// An end gives no more: what repeats itself over a whole sentence would make edges of all with all.
constexpr std::size_t kMostNodes = 32;

Stage stage_of(const ReferenceMention& reference) {
  return reference.rule->count == 1 ? Stage::kReferences : Stage::kPluralReferences;
}

std::uint32_t anchor(const FoundMatch& found) { return found.trigger.start; }

}  // namespace

const FrameSetting* governing_frame(const WorkingDocument& work, const std::string& slot, std::uint32_t token) {
  return work.frame_index().governing(slot, token);
}

std::string capture_text(const WorkingDocument& work, const CaptureReference& reference, const FoundMatch& found) {
  const CaptureValue* value = value_of(reference, found);
  if (value == nullptr) return "";
  const std::string& capture_name = found.pattern->captures[reference.capture].name;
  if (!reference.feature.empty()) {
    for (std::size_t i = 0; i < found.captures.size(); ++i) {
      const std::string& name = found.pattern->captures[i].name;
      const bool within = name == capture_name || name.starts_with(capture_name + ".");
      if (!within || !found.captures[i] || found.captures[i]->entry == nullptr) continue;
      if (const std::string* feature = found.captures[i]->entry->feature(reference.feature)) return *feature;
    }
    return "";
  }
  if (reference.text || value->entry == nullptr) return work.words(value->tokens);
  // A class may say what its word is short for under the capture's own name.
  const std::string last = capture_name.substr(capture_name.rfind('.') + 1);
  const std::string* feature = value->entry->feature(last);
  return feature != nullptr ? *feature : value->entry->text;
}

bool Evaluator::waits(Stage stage, Ends& ends) const {
  if (stage_ >= stage) return false;
  ends.waits_for = std::max(ends.waits_for, stage);
  return true;
}

Ends Evaluator::ends(const Chain& chain, const FoundMatch& found) {
  Ends ends;
  if (speaks_of_absent_phrase(chain, found)) return ends;
  for (const Term& term : chain) {
    add_term(term, found, ends);
    if (!ends.values.empty() || ends.waits_for > stage_) break;
  }
  if (ends.values.empty() && ends.waits_for <= stage_) add_default(chain, found, ends);
  if (ends.waits_for > stage_) ends.values.clear();
  if (ends.values.size() > kMostNodes) ends.values.resize(kMostNodes);
  return ends;
}

Evaluator::Name Evaluator::name(const Template& name, const FoundMatch& found) {
  const Text text = template_text(name, found);
  if (!text.complete) return {};
  return {text.text, text.waits_for > stage_};
}

void Evaluator::add_term(const Term& term, const FoundMatch& found, Ends& ends) {
  switch (term.kind) {
    case Term::Kind::kCapture: {
      if (term.reference.capture == CaptureReference::kSelf) {
        if (found.self) add_mention(work_.mentions[*found.self], "", ends);
      } else if (const CaptureValue* value = value_of(term.reference, found)) {
        add_mentions(value->mentions, "", ends);
      }
      if (!term.relation.empty() && !ends.values.empty()) go_on_over(term.relation, ends);
      break;
    }
    case Term::Kind::kSlot:
      if (const FrameSetting* frame = governing_frame(work_, term.slot, anchor(found))) {
        add_mentions(frame->mentions, "frame " + frame->frame, ends);
      }
      break;
    case Term::Kind::kNode: add_made_node(term.type, term.name, found, ends); break;
    case Term::Kind::kText:
    case Term::Kind::kDocumentDate:
    case Term::Kind::kProduct: break;
  }
}

void Evaluator::add_mentions(const std::vector<std::uint32_t>& mentions, const std::string& via, Ends& ends) {
  for (const std::uint32_t mention : mentions) {
    if (ends.values.size() < kMostNodes) add_mention(work_.mentions[mention], via, ends);
  }
}

void Evaluator::add_mention(const KnownMention& mention, const std::string& via, Ends& ends) {
  if (mention.node) {
    ends.values.push_back({*mention.node, part_of(mention, via), {}, Through::kWords});
  } else if (mention.reference) {
    const ReferenceMention& reference = work_.references[*mention.reference];
    if (!waits(stage_of(reference), ends)) add_reference(reference, via, ends);
  } else if (mention.named_by) {
    waits(Stage::kDefaults, ends);
  }
}

void Evaluator::add_reference(const ReferenceMention& reference, const std::string& via, Ends& ends) {
  for (EndValue& value : resolve_reference(work_, reference).values) {
    if (!via.empty()) value.part.via = via + ", " + value.part.via;
    ends.values.push_back(std::move(value));
  }
}

void Evaluator::add_made_node(std::uint32_t type, const Template& name, const FoundMatch& found, Ends& ends) {
  const Text text = template_text(name, found);
  if (!text.complete || waits(text.waits_for, ends)) return;
  EndValue value;
  value.node = work_.made_node(type, text.text);
  value.part.span = text.tokens;
  value.further_parts = text.default_parts;
  ends.values.push_back(std::move(value));
}

// `$o.c` of an office whose country no words gave.
void Evaluator::add_default(const Chain& chain, const FoundMatch& found, Ends& ends) {
  for (const Term& term : chain) {
    if (term.kind != Term::Kind::kCapture || !may_default(term.reference, found)) continue;
    if (waits(Stage::kDefaults, ends)) return;
    const DefaultChain& defaults = work_.rules.defaults[term.reference.default_chain];
    if (std::optional<EndValue> value = default_node(work_, defaults, found)) {
      Part part = value->part;
      part.role = defaults.name;
      value->further_parts.push_back(std::move(part));
      ends.values.push_back(std::move(*value));
    }
    return;
  }
}

// "$x/citizen_of": the nodes that the values reach by facts that the words themselves gave.
void Evaluator::go_on_over(const std::string& relation, Ends& ends) {
  if (waits(Stage::kReferences, ends)) return;
  const std::vector<Relation>& relations = work_.rules.ontology.relations;
  const auto relation_number =
      static_cast<std::uint32_t>(work_.rules.ontology.find_relation(relation) - relations.data());
  std::vector<EndValue> reached;
  for (const EndValue& value : ends.values) {
    for (const std::uint32_t number : work_.fact_index().edges(value.node, relation_number)) {
      const Fact& fact = work_.facts[number];
      const bool known = std::any_of(reached.begin(), reached.end(),
                                     [&](const EndValue& other) { return other.node == fact.to; });
      if (known || !is_shown(fact.status) || reached.size() == kMostNodes) continue;
      EndValue next = value;
      next.node = fact.to;
      next.part.via += (next.part.via.empty() ? "" : ", ") + relation;
      next.part.resolved.push_back(fact.tokens);
      reached.push_back(std::move(next));
    }
  }
  ends.values = std::move(reached);
}

Evaluator::Text Evaluator::template_text(const Template& name, const FoundMatch& found) {
  Text text;
  for (const Template::Piece& piece : name.pieces) {
    text.text += piece.literal;
    if (piece.reference) append(*piece.reference, found, text);
  }
  return text;
}

void Evaluator::append(const CaptureReference& reference, const FoundMatch& found, Text& text) {
  if (reference.capture == CaptureReference::kSelf) {
    text.text += work_.words(found.tokens);
    widen(text.tokens, found.tokens);
    return;
  }
  const CaptureValue* value = value_of(reference, found);
  if (value == nullptr) {
    append_default(reference, found, text);
    return;
  }
  if (reference.feature.empty()) widen(text.tokens, value->tokens);
  if (!reference.text && reference.feature.empty() && !value->mentions.empty()) {
    const KnownMention& mention = work_.mentions[value->mentions.front()];
    if (mention.reference) text.waits_for = std::max(text.waits_for, stage_of(work_.references[*mention.reference]));
    if (mention.named_by) text.waits_for = std::max(text.waits_for, Stage::kReferences);
    text.text += mention_text(mention);
    text.complete = text.complete && !mention_text(mention).empty();
    return;
  }
  const std::string words = capture_text(work_, reference, found);
  text.complete = text.complete && !words.empty();
  text.text += words;
}

void Evaluator::append_default(const CaptureReference& reference, const FoundMatch& found, Text& text) {
  // "${o.field}" of an entry that says the field itself: Ngoại trưởng: {field: Ngoại giao}.
  const std::string& name = found.pattern->captures[reference.capture].name;
  const std::size_t dot = name.rfind('.');
  if (reference.around != CaptureReference::kSelf && dot != std::string::npos) {
    CaptureReference feature;
    feature.capture = reference.around;
    feature.feature = name.substr(dot + 1);
    const std::string said = capture_text(work_, feature, found);
    text.text += said;
    if (!said.empty()) return;
  }
  text.complete = text.complete && may_default(reference, found);
  if (!text.complete) return;
  text.waits_for = std::max(text.waits_for, Stage::kDefaults);
  if (stage_ < Stage::kDefaults) return;
  const DefaultChain& chain = work_.rules.defaults[reference.default_chain];
  const std::optional<EndValue> value = default_node(work_, chain, found);
  text.complete = value.has_value();
  if (!value) return;
  text.text += work_.nodes[value->node].name;
  text.default_parts.push_back(value->part);
  text.default_parts.back().role = chain.name;
}

std::string Evaluator::mention_text(const KnownMention& mention) const {
  if (mention.node) return work_.nodes[*mention.node].name;
  if (mention.date) return to_iso(*mention.date);
  if (mention.reference && stage_ >= stage_of(work_.references[*mention.reference])) {
    const std::vector<EndValue> values = resolve_reference(work_, work_.references[*mention.reference]).values;
    if (!values.empty()) return work_.nodes[values.front().node].name;
  }
  return "";
}

// Of the slots of the chain what the words of the match set, else what governs the first.
const FrameSetting* Evaluator::frame_of_value(Chain::const_iterator term, Chain::const_iterator end,
                                              const FoundMatch& found) const {
  for (auto each = term; each != end; ++each) {
    if (each->kind != Term::Kind::kSlot) continue;
    const FrameSetting* held = work_.frame_index().held(each->slot, found.tokens, anchor(found));
    if (held != nullptr) return held;
  }
  return governing_frame(work_, term->slot, anchor(found));
}

std::optional<AttributeValue> Evaluator::attribute(const Chain& chain, const FoundMatch& found) {
  for (auto next = chain.begin(); next != chain.end(); ++next) {
    const Term& term = *next;
    AttributeValue value;
    const std::vector<std::uint32_t>* mentions = nullptr;
    if (term.kind == Term::Kind::kSlot) {
      const FrameSetting* frame = frame_of_value(next, chain.end(), found);
      if (frame == nullptr) continue;
      mentions = &frame->mentions;
      value.part.via = "frame " + frame->frame;
    } else if (term.kind == Term::Kind::kCapture) {
      const CaptureValue* capture = value_of(term.reference, found);
      if (capture != nullptr) value.part.span = capture->tokens;
      if (capture != nullptr && !capture->mentions.empty() && !term.reference.text && term.reference.feature.empty()) {
        mentions = &capture->mentions;
      }
      value.text = reference_text(term.reference, found);
    } else if (term.kind == Term::Kind::kText) {
      const Text text = template_text(term.name, found);
      if (text.complete && text.waits_for <= stage_) value.text = text.text;
      value.part.span = text.tokens;
    } else if (term.kind == Term::Kind::kProduct) {
      value = product_value(work_, term.factors, found).value_or(AttributeValue{});
    } else if (term.kind == Term::Kind::kDocumentDate && work_.date && !work_.date_is_inferred) {
      value.text = to_iso(*work_.date);
      value.part.via = "document date";
    }
    if (mentions != nullptr && !mentions->empty()) {
      const KnownMention& mention = work_.mentions[mentions->front()];
      value.text = mention_text(mention);
      value.part.span = mention.place.tokens;
    }
    if (!value.text.empty()) return value;
  }
  return std::nullopt;
}

// `$o.title` where the office is written as one word that says its title: Ngoại trưởng: {title: Bộ trưởng}.
std::string Evaluator::reference_text(const CaptureReference& reference, const FoundMatch& found) const {
  if (reference.capture == CaptureReference::kSelf) return work_.words(found.tokens);
  return capture_text(work_, reference, found);
}

}  // namespace quanhe
