#include "query/contradictions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "query/vocabulary.h"
#include "text/fold.h"

namespace quanhe {
namespace {

// A claim before its words are read.
struct Lead {
  StoredNode from;
  StoredNode to;
  std::string relation;
  std::string label;
  ToldPeriod period;
  StoredMention best;

  void hear(const StoredMention& mention) {
    period.hear(mention);
    const auto weight = [](const StoredMention& m) {
      return std::tuple(-static_cast<int>(m.status), -m.confidence, std::string_view(m.document_date), m.key);
    };
    if (best.key == 0 || weight(mention) < weight(best)) best = mention;
  }
};

struct Leads {
  StoredNode about;
  std::string value;
  std::map<std::string, Lead> leads;  // by what tells them apart: the other node, or the date
};

using LeadsByNode = std::map<std::pair<std::string, std::string>, Leads>;  // by id and folded value

Lead& lead_of(Leads& leads, const std::string& key, const ShownEdge& edge) {
  const auto [found, is_new] = leads.leads.emplace(key, Lead());
  if (is_new) found->second = {edge.from, edge.to, edge.relation, edge.label, {}, {}};
  return found->second;
}

// The value of the attribute that the exclusion goes by; nothing where the statement is not concerned.
Result<std::optional<std::string>> value_of(StoredEvidence& evidence, const Exclusive& exclusive, OccurrenceKey key) {
  if (exclusive.by.empty()) return std::optional<std::string>("");
  const Result<Attributes> attributes = evidence.attributes_of(key);
  if (!attributes) return attributes.error();
  for (const auto& [name, value] : attributes.value()) {
    if (name != exclusive.by) continue;
    const std::string folded = case_folded(value);
    const bool counts = exclusive.among.empty() ||
                        std::any_of(exclusive.among.begin(), exclusive.among.end(),
                                    [&](const std::string& one) { return case_folded(one) == folded; });
    if (counts) return std::optional(value);
  }
  return std::optional<std::string>();
}

Result<void> add_holders(StoredEvidence& evidence, const Exclusive& exclusive, const ShownEdge& edge,
                         LeadsByNode& holders) {
  const bool each_to = exclusive.each == "to";
  const StoredNode& about = each_to ? edge.to : edge.from;
  const StoredNode& holder = each_to ? edge.from : edge.to;
  for (const StoredMention& mention : edge.mentions) {
    const Result<std::optional<std::string>> value = value_of(evidence, exclusive, mention.key);
    if (!value) return value.error();
    if (!value.value()) continue;
    Leads& leads = holders[{about.id + ' ' + edge.relation, case_folded(*value.value())}];
    if (leads.about.id.empty()) leads = {about, *value.value(), {}};
    lead_of(leads, holder.id, edge).hear(mention);
  }
  return {};
}

void add_dates(const std::string& date_of, const ShownEdge& edge, LeadsByNode& dates) {
  const StoredNode& about = date_of == "to" ? edge.to : edge.from;
  for (const StoredMention& mention : edge.mentions) {
    if (!parse_iso_range(mention.date)) continue;
    Leads& leads = dates[{about.id, ""}];
    if (leads.about.id.empty()) leads = {about, "", {}};
    lead_of(leads, mention.date, edge).hear(mention);
  }
}

std::vector<const Lead*> by_first_day(const Leads& leads) {
  std::vector<const Lead*> sorted;
  for (const auto& [key, lead] : leads.leads) {
    if (lead.period.days()) sorted.push_back(&lead);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Lead* a, const Lead* b) {
    return a->period.days()->first < b->period.days()->first;
  });
  return sorted;
}

class Finder {
 public:
  Finder(StoredEvidence& evidence, ContradictionsAnswer& answer) : evidence_(evidence), answer_(answer) {}

  // Sets each claim against the earlier one that lasts longest, where the two contradict each other.
  Result<void> compare(ContradictionKind kind, const Leads& leads) {
    const Lead* before = nullptr;
    for (const Lead* lead : by_first_day(leads)) {
      const bool overlaps = before != nullptr && before->period.days()->overlaps(*lead->period.days());
      if (before != nullptr && overlaps == (kind == ContradictionKind::kExclusive)) {
        if (const Result<void> added = add(kind, leads, *before, *lead); !added) return added;
      }
      if (before == nullptr || before->period.days()->last < lead->period.days()->last) before = lead;
    }
    return {};
  }

 private:
  Result<Claim> claim_of(const Lead& lead) {
    Result<Quotation> quotation = quotation_of(evidence_, lead.best.key);
    if (!quotation) return quotation.error();
    return Claim{lead.from, lead.to, lead.relation, lead.label, lead.period, std::move(quotation).value()};
  }

  Result<void> add(ContradictionKind kind, const Leads& leads, const Lead& one, const Lead& other) {
    Result<Claim> first = claim_of(one);
    if (!first) return first.error();
    Result<Claim> second = claim_of(other);
    if (!second) return second.error();
    answer_.rows.push_back({kind, leads.about, leads.value, std::move(first).value(), std::move(second).value()});
    return {};
  }

  StoredEvidence& evidence_;
  ContradictionsAnswer& answer_;
};

}  // namespace

Result<ContradictionsAnswer> find_contradictions(StoredGraph& graph, const ContradictionsQuestion& question) {
  const Result<Ontology> ontology = graph.whole_ontology();
  if (!ontology) return ontology.error();
  const Result<std::vector<std::string>> asked = find_relations(ontology.value(), question.relations);
  if (!asked) return asked.error();
  std::vector<std::string> relations;
  for (const Relation& relation : ontology.value().relations) {
    const bool is_asked = asked.value().empty() ||
                          std::binary_search(asked.value().begin(), asked.value().end(), relation.name);
    if (is_asked && (!relation.exclusive.empty() || !relation.date_of.empty())) relations.push_back(relation.name);
  }
  ContradictionsAnswer answer;
  if (relations.empty()) return answer;
  StoredEvidence evidence(graph);
  const Result<std::vector<StoredEdge>> edges = evidence.edges_of(relations);
  if (!edges) return edges.error();
  LeadsByNode holders;
  LeadsByNode dates;
  for (const StoredEdge& stored : edges.value()) {
    const Result<std::optional<ShownEdge>> edge = show_edge(graph, stored, question.selection);
    if (!edge) return edge.error();
    if (!edge.value()) continue;
    const Relation& relation = *ontology.value().find_relation(stored.relation);
    if (!relation.date_of.empty()) add_dates(relation.date_of, *edge.value(), dates);
    if (relation.exclusive.empty()) continue;
    if (const auto added = add_holders(evidence, relation.exclusive, *edge.value(), holders); !added) return added.error();
  }
  Finder finder(evidence, answer);
  for (const auto& [key, leads] : holders) {
    if (const Result<void> found = finder.compare(ContradictionKind::kExclusive, leads); !found) return found.error();
  }
  for (const auto& [key, leads] : dates) {
    if (const Result<void> found = finder.compare(ContradictionKind::kDates, leads); !found) return found.error();
  }
  return answer;
}

}  // namespace quanhe
