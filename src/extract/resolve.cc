#include <algorithm>

#include "extract/evaluate.h"
#include "extract/fact_index.h"
#include "extract/frame_index.h"
#include "extract/mention_index.h"
#include "text/fold.h"

namespace quanhe {
namespace {

// A reference looks at so many mentions of the type before it, and at so many after it.
constexpr std::size_t kFarthestMention = 256;

class Resolver {
 public:
  Resolver(WorkingDocument& work, const ReferenceMention& reference)
      : work_(work),
        reference_(reference),
        mentions_(work.mention_index()),
        place_(work.mentions[reference.mention].place.tokens) {}

  std::vector<EndValue> select(const Selector& selector) const {
    switch (selector.kind) {
      case Selector::Kind::kLast: return last(selector);
      case Selector::Kind::kPair: return pair(selector);
      case Selector::Kind::kFrom: return reached_from(selector);
      case Selector::Kind::kMostNamed: return most_named(selector);
      case Selector::Kind::kLatest: return latest(selector);
      case Selector::Kind::kRegister: return registered(selector);
    }
    return {};
  }

 private:
  EndValue value(std::uint32_t node, std::vector<Span> resolved) const {
    EndValue value;
    value.node = node;
    value.part.span = place_;
    value.part.via = "reference " + reference_.rule->id;
    value.part.resolved = std::move(resolved);
    value.through = reference_.rule->count == 1 ? Through::kReference : Through::kPluralReference;
    return value;
  }

  const FoundMatch& match() const { return work_.matches[reference_.match]; }

  // What the capture says: the name of the node that its mention stands for, else its words; of one that took no part,
  // what another word says for it: Foreign Minister: {field: Finance}.
  std::string said(const CaptureReference& capture) const {
    const std::vector<CaptureInfo>& captures = match().pattern->captures;
    const bool absent = capture.feature.empty() && !match().captures[capture.capture];
    const std::optional<std::uint32_t> node = absent || capture.text ? std::nullopt : node_of(capture);
    if (node) return work_.nodes[*node].name;
    if (!absent) return capture_text(work_, capture, match());
    const std::string& name = captures[capture.capture].name;
    const std::size_t dot = name.rfind('.');
    const std::string prefix = dot == std::string::npos ? "" : name.substr(0, dot + 1);
    for (std::uint32_t i = 0; i < captures.size(); ++i) {
      const std::optional<CaptureValue>& other = match().captures[i];
      if (!captures[i].name.starts_with(prefix) || !other || other->entry == nullptr) continue;
      if (const std::string* feature = other->entry->feature(name.substr(prefix.size()))) return *feature;
    }
    return "";
  }

  std::string said(const Template& text) const {
    std::string whole;
    for (const Template::Piece& piece : text.pieces) {
      whole += piece.literal;
      if (piece.reference) whole += said(*piece.reference);
    }
    return whole;
  }

  // The node of the mention that the capture took.
  std::optional<std::uint32_t> node_of(const CaptureReference& capture) const {
    const std::optional<CaptureValue>& value = match().captures[capture.capture];
    if (!value || value->mentions.empty()) return std::nullopt;
    return work_.mentions[value->mentions.front()].node;
  }

  // What `last` asks of a node, as the words of the reference say it; texts are folded.
  struct Conditions {
    std::optional<std::string> name_ending;
    std::optional<std::string> attribute_value;
    std::optional<std::string> target;
    std::optional<std::uint32_t> tied_to;
  };

  Conditions conditions(const Selector& selector) const {
    Conditions conditions;
    if (selector.name_ending) conditions.name_ending = ascii_fold(said(*selector.name_ending));
    if (selector.attribute_value) conditions.attribute_value = ascii_fold(said(*selector.attribute_value));
    if (selector.target) conditions.target = ascii_fold(said(*selector.target));
    if (selector.tied_to) conditions.tied_to = node_of(*selector.tied_to);
    if (selector.tied_to_home && work_.rules.home) {
      conditions.tied_to = work_.node(work_.rules.home->first, work_.rules.home->second);
    }
    return conditions;
  }

  // "Rex Tillerson" ends in "Tillerson": whole words.
  static bool ends_in(const std::string& name, const std::string& ending) {
    if (ending.empty() || !name.ends_with(ending)) return false;
    return name.size() == ending.size() || name[name.size() - ending.size() - 1] == ' ';
  }

  // "Bộ Công an Việt Nam" begins with "Bộ Công an".
  static bool begins_with(const std::string& name, const std::string& beginning) {
    return name.starts_with(beginning) && (name.size() == beginning.size() || name[beginning.size()] == ' ');
  }

  bool has_edge_to(std::uint32_t node, std::uint32_t relation, const std::string& beginning) const {
    const std::span<const std::uint32_t> edges = work_.fact_index().edges(node, relation);
    return std::any_of(edges.begin(), edges.end(), [&](std::uint32_t number) {
      return begins_with(mentions_.folded_name(work_.facts[number].to), beginning);
    });
  }

  bool has_value(std::uint32_t node, const Selector& selector, const std::string& folded) const {
    return work_.fact_index().has_attribute(node, selector.condition, selector.attribute, folded);
  }

  // "he" is not Ms Eva Lund.
  bool may_be(std::uint32_t node) const {
    const std::vector<std::uint32_t>& words = reference_.rule->not_called;
    return std::none_of(words.begin(), words.end(),
                        [&](std::uint32_t word) { return mentions_.is_called(node, word); });
  }

  bool fits(const Selector& selector, const Conditions& conditions, std::uint32_t node) const {
    if (conditions.name_ending && !ends_in(mentions_.folded_name(node), *conditions.name_ending)) return false;
    if (conditions.attribute_value && !has_value(node, selector, *conditions.attribute_value)) return false;
    if (conditions.target && !has_edge_to(node, selector.condition, *conditions.target)) return false;
    return !conditions.tied_to || is_tied(work_, node, *conditions.tied_to);
  }

  std::vector<EndValue> last(const Selector& selector) const {
    std::vector<EndValue> values;
    if (selector.tied_to_home && !work_.rules.home) return values;
    const Conditions wanted = conditions(selector);
    mentions_.of_type(selector.type).outward(place_, kFarthestMention, [&](std::uint32_t number) {
      const KnownMention& mention = work_.mentions[number];
      if (!fits(selector, wanted, *mention.node) || !may_be(*mention.node)) return false;
      values = {value(*mention.node, {mention.place.tokens})};
      return true;
    });
    return values;
  }

  // Where the ends of a fact stand, as its parts say.
  static std::vector<Span> places_of_ends(const Fact& fact) {
    std::vector<Span> places;
    for (const Part& part : fact.parts) {
      if ((part.role == "from" || part.role == "to") && part.span) places.push_back(*part.span);
    }
    return places;
  }

  std::vector<EndValue> pair(const Selector& selector) const {
    std::vector<EndValue> values;
    const std::optional<std::string> wanted = conditions(selector).attribute_value;
    const Through through = reference_.rule->count == 1 ? Through::kWords : Through::kReference;
    work_.fact_index().places(selector.relation, through).outward(place_, kFarthestMention, [&](std::uint32_t number) {
      const Fact& fact = work_.facts[number];
      if (wanted && !(has_value(fact.from, selector, *wanted) && has_value(fact.to, selector, *wanted))) return false;
      const std::vector<Span> places = places_of_ends(fact);
      values = {value(fact.from, places), value(fact.to, places)};
      return true;
    });
    return values;
  }

  std::vector<EndValue> reached_from(const Selector& selector) const {
    std::vector<EndValue> values;
    for (const EndValue& start : select(selector.inner.front())) {
      for (const std::uint32_t number : work_.fact_index().edges(start.node, selector.relation)) {
        const std::uint32_t node = work_.facts[number].to;
        const bool known =
            std::any_of(values.begin(), values.end(), [&](const EndValue& other) { return other.node == node; });
        if (!known) values.push_back(value(node, start.part.resolved));
      }
    }
    return values;
  }

  // What a frame has set last before the reference.
  std::vector<EndValue> latest(const Selector& selector) const {
    std::vector<EndValue> values;
    work_.frame_index().backward(selector.slot, place_.start, kFarthestMention, [&](const FrameSetting& frame) {
      for (const std::uint32_t number : frame.mentions) {
        const KnownMention& mention = work_.mentions[number];
        if (mention.node && may_be(*mention.node)) values.push_back(value(*mention.node, {mention.place.tokens}));
      }
      return !values.empty();
    });
    return values;
  }

  // Who held the office on the document's date; without a country that of the home country.
  std::vector<EndValue> registered(const Selector& selector) const {
    if (!work_.date) return {};
    const std::string title = said(selector.office.front());
    const std::string field = selector.office.size() == 3 ? said(selector.office[1]) : "";
    std::string country = said(selector.office.back());
    if (const std::optional<std::uint32_t> node = node_of(selector.office.back())) country = work_.nodes[*node].name;
    if (country.empty() && work_.rules.home) country = work_.rules.home->second;
    const Office* office = work_.rules.offices.holder(title, field, country, *work_.date);
    if (office == nullptr) return {};
    EndValue found = value(work_.node(reference_.rule->type, office->holder), {});
    found.part.via += ", register";
    return {std::move(found)};
  }

  std::vector<EndValue> most_named(const Selector& selector) const {
    std::vector<EndValue> values;
    for (const auto& [node, first] : mentions_.most_named(selector.type)) values.push_back(value(node, {first}));
    return values;
  }

  WorkingDocument& work_;
  const ReferenceMention& reference_;
  const MentionIndex& mentions_;
  Span place_;
};

}  // namespace

Resolution resolve_reference(WorkingDocument& work, const ReferenceMention& reference) {
  const Resolver resolver(work, reference);
  for (const Selector& selector : reference.rule->selectors) {
    std::vector<EndValue> values = resolver.select(selector);
    std::erase_if(values, [&](const EndValue& value) {
      return (work.type_bit(value.node) & work.rules.type_masks[reference.rule->type]) == 0;
    });
    if (values.size() < reference.rule->count) continue;
    values.resize(reference.rule->count);
    return {std::move(values), &selector};
  }
  return {};
}

}  // namespace quanhe
