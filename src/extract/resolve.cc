#include <algorithm>
#include <map>

#include "extract/evaluate.h"
#include "text/fold.h"

namespace quanhe {
namespace {

// Chooses among candidates at places of the text: nearest before the reference, else nearest after it.
class Nearest {
 public:
  explicit Nearest(Span reference) : reference_(reference) {}

  // True when the candidate is nearer than those before it.
  bool offer(Span place) {
    const bool before = place.end <= reference_.start;
    if (!before && place.start < reference_.end) return false;
    const std::uint32_t distance = before ? reference_.start - place.end : place.start - reference_.end;
    const bool nearer = !found_ || (before && !before_) || (before == before_ && distance < distance_);
    if (!nearer) return false;
    found_ = true;
    before_ = before;
    distance_ = distance;
    return true;
  }

 private:
  Span reference_;
  bool found_ = false;
  bool before_ = false;
  std::uint32_t distance_ = 0;
};

class Resolver {
 public:
  Resolver(WorkingDocument& work, const ReferenceMention& reference)
      : work_(work), reference_(reference), place_(work.mentions[reference.mention].place.tokens) {}

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
    value.through_reference = true;
    return value;
  }

  const FoundMatch& match() const { return work_.matches[reference_.match]; }

  // What the words of the capture say; of one that took no part, what another word says for it:
  // Foreign Minister: {field: Finance}.
  std::string said(const CaptureReference& capture) const {
    const std::vector<CaptureInfo>& captures = match().pattern->captures;
    const bool absent = capture.feature.empty() && !match().captures[capture.capture];
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

  // "Rex Tillerson" ends in "Tillerson": whole words, diacritics and case aside.
  static bool ends_in(const std::string& name, const std::string& ending) {
    const std::string folded = ascii_fold(name);
    const std::string tail = ascii_fold(ending);
    if (tail.empty() || !folded.ends_with(tail)) return false;
    return folded.size() == tail.size() || folded[folded.size() - tail.size() - 1] == ' ';
  }

  bool has_fact(std::uint32_t node, const Selector& selector, const std::string& wanted) const {
    return std::any_of(work_.facts.begin(), work_.facts.end(), [&](const Fact& fact) {
      if (fact.from != node || fact.relation != selector.condition || fact.through_reference) return false;
      return std::any_of(fact.attributes.begin(), fact.attributes.end(), [&](const auto& attribute) {
        return attribute.first == selector.attribute && ascii_fold(attribute.second) == ascii_fold(wanted);
      });
    });
  }

  // "Bộ Công an Việt Nam" begins with "Bộ Công an".
  bool has_edge_to(std::uint32_t node, std::uint32_t relation, const std::string& beginning) const {
    const std::string wanted = ascii_fold(beginning) + ' ';
    return std::any_of(work_.facts.begin(), work_.facts.end(), [&](const Fact& fact) {
      return fact.from == node && fact.relation == relation && !fact.through_reference &&
             (ascii_fold(work_.nodes[fact.to].name) + ' ').starts_with(wanted);
    });
  }

  bool fits(const Selector& selector, std::uint32_t node) const {
    if ((work_.type_bit(node) & work_.rules.type_masks[selector.type]) == 0) return false;
    if (selector.name_ending && !ends_in(work_.nodes[node].name, said(*selector.name_ending))) return false;
    if (selector.attribute_value && !has_fact(node, selector, said(*selector.attribute_value))) return false;
    if (selector.target && !has_edge_to(node, selector.condition, said(*selector.target))) return false;
    if (selector.tied_to_home) return work_.rules.home && is_tied(work_, node, work_.node(work_.rules.home->first, work_.rules.home->second));
    const std::optional<std::uint32_t> other = selector.tied_to ? node_of(*selector.tied_to) : std::nullopt;
    return !other || is_tied(work_, node, *other);
  }

  std::vector<EndValue> last(const Selector& selector) const {
    Nearest nearest(place_);
    std::vector<EndValue> values;
    for (const KnownMention& mention : work_.mentions) {
      if (mention.hidden || !mention.node || !fits(selector, *mention.node)) continue;
      if (nearest.offer(mention.place.tokens)) values = {value(*mention.node, {mention.place.tokens})};
    }
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
    Nearest nearest(place_);
    std::vector<EndValue> values;
    for (const Fact& fact : work_.facts) {
      if (fact.relation != selector.relation || fact.through_reference || !is_shown(fact.status)) continue;
      const auto fulfils = [&](std::uint32_t node) { return has_fact(node, selector, said(*selector.attribute_value)); };
      if (selector.attribute_value && !(fulfils(fact.from) && fulfils(fact.to))) continue;
      if (!nearest.offer(fact.tokens)) continue;
      const std::vector<Span> places = places_of_ends(fact);
      values = {value(fact.from, places), value(fact.to, places)};
    }
    return values;
  }

  std::vector<EndValue> reached_from(const Selector& selector) const {
    std::vector<EndValue> values;
    for (const EndValue& start : select(selector.inner.front())) {
      for (const Fact& fact : work_.facts) {
        if (fact.from != start.node || fact.relation != selector.relation || fact.through_reference) continue;
        const bool known =
            std::any_of(values.begin(), values.end(), [&](const EndValue& other) { return other.node == fact.to; });
        if (!known) values.push_back(value(fact.to, start.part.resolved));
      }
    }
    return values;
  }

  // What a frame has set last before the reference.
  std::vector<EndValue> latest(const Selector& selector) const {
    std::vector<EndValue> values;
    std::uint32_t begin = 0;
    for (const FrameSetting& frame : work_.frames) {
      if (frame.slot != selector.slot || frame.governs.start > place_.start || frame.governs.start < begin) continue;
      std::vector<EndValue> set;
      for (const std::uint32_t number : frame.mentions) {
        const KnownMention& mention = work_.mentions[number];
        if (mention.node) set.push_back(value(*mention.node, {mention.place.tokens}));
      }
      if (set.empty()) continue;
      begin = frame.governs.start;
      values = std::move(set);
    }
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
    std::map<std::uint32_t, std::vector<Span>> places;
    for (const KnownMention& mention : work_.mentions) {
      if (!mention.node || !work_.is_outermost(mention)) continue;
      if ((work_.type_bit(*mention.node) & work_.rules.type_masks[selector.type]) == 0) continue;
      places[*mention.node].push_back(mention.place.tokens);
    }
    std::vector<std::pair<std::uint32_t, Span>> order;
    for (auto& [node, spans] : places) order.emplace_back(node, *std::min_element(spans.begin(), spans.end()));
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      return std::pair(~places.at(a.first).size(), a.second) < std::pair(~places.at(b.first).size(), b.second);
    });
    std::vector<EndValue> values;
    for (const auto& [node, first] : order) {
      if (values.size() < selector.count) values.push_back(value(node, {first}));
    }
    return values;
  }

  WorkingDocument& work_;
  const ReferenceMention& reference_;
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
