#include <algorithm>

#include "extract/evaluate.h"
#include "extract/steps.h"

namespace quanhe {
namespace {

// The edge of one match that is still to be made.
struct OpenEdge {
  std::uint32_t match;
  const EdgeTemplate* edge;
};

class FactMaker {
 public:
  explicit FactMaker(WorkingDocument& work) : work_(work) {
    for (std::uint32_t match = 0; match < work.matches.size(); ++match) {
      if (work.matches[match].edges == nullptr) continue;
      for (const EdgeTemplate& edge : *work.matches[match].edges) open_.push_back({match, &edge});
    }
    occurrences_.resize(work.matches.size());
  }

  // Makes what can be made at the stage; the rest stays open.
  void make(Stage stage) {
    std::vector<Fact> made;
    std::vector<OpenEdge> still_open;
    for (const OpenEdge& open : open_) {
      if (!make_edge(open, stage, made)) still_open.push_back(open);
    }
    open_ = std::move(still_open);
    // Added at once: within a stage no fact may depend on the order in which the others were made.
    std::move(made.begin(), made.end(), std::back_inserter(work_.facts));
    work_.facts_changed();
  }

  // Mentions whose node's name waited for a default.
  void name_mentions() {
    for (KnownMention& mention : work_.mentions) {
      if (!mention.named_by) continue;
      const FoundMatch& found = work_.matches[*mention.named_by];
      const Evaluator::Name name = Evaluator(work_, Stage::kDefaults).name(name_of(found), found);
      mention.named_by.reset();
      if (!name.waits && !name.text.empty()) mention.node = work_.made_node(mention.place.type, name.text);
    }
    work_.mentions_changed();
  }

 private:
  const Template& name_of(const FoundMatch& found) const {
    for (const EntityStep& step : work_.rules.entity_steps) {
      for (const EntityRule& rule : step.rules) {
        if (&rule.pattern == found.pattern) return rule.node->second;
      }
    }
    fail_check("a named mention has a rule", __FILE__, __LINE__);
  }

  // True when there is nothing left to wait for.
  bool make_edge(const OpenEdge& open, Stage stage, std::vector<Fact>& made) {
    const FoundMatch& found = work_.matches[open.match];
    Evaluator evaluator(work_, stage);
    const Ends from = evaluator.ends(open.edge->from, found);
    if (from.values.empty() && from.waits_for <= stage) return true;
    const Ends to = evaluator.ends(open.edge->to, found);
    if (std::max(from.waits_for, to.waits_for) > stage) return stage == Stage::kPluralReferences;
    const bool each_pair_once = is_symmetric(open) && is_same_capture(open.edge->from, open.edge->to);
    for (std::size_t a = 0; a < from.values.size(); ++a) {
      for (std::size_t b = each_pair_once ? a + 1 : 0; b < to.values.size(); ++b) {
        add_fact(open, evaluator, from.values[a], to.values[b], made);
      }
    }
    return true;
  }

  bool is_symmetric(const OpenEdge& open) const { return work_.rules.ontology.relations[open.edge->relation].symmetric; }

  // "$c -cooperates_with- $c" means every pair within what `c` took.
  static bool is_same_capture(const Chain& from, const Chain& to) {
    const auto plain = [](const Chain& chain) {
      return chain.size() == 1 && chain.front().kind == Term::Kind::kCapture;
    };
    return plain(from) && plain(to) && from.front().reference.capture == to.front().reference.capture &&
           from.front().relation == to.front().relation;
  }

  bool allows(const std::vector<std::string>& types, std::uint32_t node) const {
    const std::string& type = work_.rules.ontology.types[work_.nodes[node].type].name;
    return std::find(types.begin(), types.end(), type) != types.end();
  }

  void add_fact(const OpenEdge& open, Evaluator& evaluator, const EndValue& from, const EndValue& to,
                std::vector<Fact>& made) {
    const FoundMatch& found = work_.matches[open.match];
    const Relation& relation = work_.rules.ontology.relations[open.edge->relation];
    if (from.node == to.node || !allows(relation.from, from.node) || !allows(relation.to, to.node)) return;
    if (!work_.has_room(count_, WorkingDocument::kMostFacts)) return;
    ++count_;
    Fact fact;
    fact.from = from.node;
    fact.to = to.node;
    fact.relation = open.edge->relation;
    fact.match = open.match;
    fact.status = found.status;
    fact.tokens = found.tokens;
    fact.rule = found.rule;
    fact.confidence = found.confidence;
    fact.through = std::max(from.through, to.through);
    fact.parts.reserve(3 + from.further_parts.size() + to.further_parts.size() + open.edge->attributes.size());
    if (found.trigger.length() > 0) fact.parts.push_back({"trigger", found.trigger, "", {}});
    add_end("from", from, fact);
    add_end("to", to, fact);
    for (const auto& [name, chain] : open.edge->attributes) {
      std::optional<AttributeValue> value = evaluator.attribute(chain, found);
      if (!value) continue;
      value->part.role = name;
      fact.parts.push_back(std::move(value->part));
      fact.attributes.emplace_back(name, std::move(value->text));
    }
    if (!relation.date_of.empty()) put_into_year(relation.date_of == "to" ? to : from, fact);
    if (fact.status == Status::kHappened && is_yet_to_be(fact)) fact.status = Status::kPlanned;
    std::sort(fact.attributes.begin(), fact.attributes.end());
    if (occurrences_[open.match] == 0) occurrences_[open.match] = ++work_.occurrences;
    fact.occurrence = occurrences_[open.match];
    made.push_back(std::move(fact));
  }

  static auto date_of(auto& fact) -> decltype(fact.attributes.begin()) {
    return std::find_if(fact.attributes.begin(), fact.attributes.end(),
                        [](const auto& attribute) { return attribute.first == "date"; });
  }

  // What begins after the document's day, or after the month or year that is all that is known of it.
  bool is_yet_to_be(const Fact& fact) const {
    if (!work_.date) return false;
    const auto date = date_of(fact);
    if (date == fact.attributes.end()) return false;
    const std::optional<PartialDate> start = parse_iso_date(std::string_view(date->second).substr(0, date->second.find('/')));
    return start && first_day_number(*start) > last_day_number(*work_.date);
  }

  // Whoever hosts "Games 2030" does so in that year, whatever day the sentence is about.
  void put_into_year(const EndValue& end, Fact& fact) const {
    const std::optional<std::uint32_t> year = year_of_name(end);
    if (!year) return;
    const auto date = date_of(fact);
    const std::string text = std::to_string(work_.document.tokens[*year].value);
    const bool is_told = date != fact.attributes.end();
    if (is_told && date->second.starts_with(text)) return;
    std::erase_if(fact.parts, [](const Part& part) { return part.role == "date"; });
    fact.parts.push_back({"date", Span{*year, *year + 1}, "", {}});
    if (is_told) {
      date->second = text;
    } else {
      fact.attributes.emplace_back("date", text);
    }
  }

  // The token of the year with which a name ends. Not that of "talks on the plan for 2030", which is a date.
  std::optional<std::uint32_t> year_of_name(const EndValue& end) const {
    if ((work_.type_bit(end.node) & work_.rules.years_in_names) == 0) return std::nullopt;
    if (!end.part.span || end.part.span->length() == 0) return std::nullopt;
    const std::uint32_t last = end.part.span->end - 1;
    const Token& token = work_.document.tokens[last];
    const bool is_year = token.kind == TokenKind::kNumber && token.value >= 1000 && token.value <= 2999;
    if (!is_year || work_.is_dated(last)) return std::nullopt;
    return last;
  }

  static void add_end(const std::string& role, const EndValue& value, Fact& fact) {
    Part part = value.part;
    part.role = role;
    fact.parts.push_back(std::move(part));
    for (const Part& further : value.further_parts) {
      if (std::find(fact.parts.begin(), fact.parts.end(), further) == fact.parts.end()) fact.parts.push_back(further);
    }
  }

  WorkingDocument& work_;
  std::vector<OpenEdge> open_;
  std::vector<std::uint32_t> occurrences_;  // by match; 0 before its first fact
  std::size_t count_ = 0;                   // of facts made
};

}  // namespace

void make_facts(WorkingDocument& work) {
  FactMaker maker(work);
  maker.make(Stage::kExplicit);
  maker.name_mentions();
  maker.make(Stage::kDefaults);
  derive_facts(work);
  maker.make(Stage::kReferences);
  maker.make(Stage::kPluralReferences);
}

}  // namespace quanhe
