// Problem: find all that the derivation rules make of a document's facts, in time linear in the facts.
//
// Idea: a rule's premises are satisfied one after another, each by the edges that its bound ends leave, which an index
// gives. Statements of one edge differ in nothing that a rule asks, so the first in the text stands for all.
//
// Works well: "p holds office in m, m is part of c", where an end that is bound leaves few edges. Works badly: two
// premises that meet in a node with a thousand edges on either side, a million pairs. So a rule has a number of tries
// a round that grows with the edges, and a document derives at most as many facts as its words give and kMostMore; the
// first in the text are tried first, so that it is always the same ones that are left out.
//
// Why not from the new facts of a round alone: most documents are done after the second round, which finds nothing.

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/edge_join.h"
#include "extract/steps.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kUnbound = EdgeJoin::kAny;
constexpr std::size_t kMostRounds = 16;
constexpr std::size_t kMostMore = 1024;
constexpr std::size_t kTriesAnEdge = 64;
constexpr std::size_t kMostParts = 32;
constexpr std::uint32_t kLongestEvidence = 256;  // tokens

using FactKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string_view>;

FactKey key_of(const Fact& fact) { return {fact.from, fact.relation, fact.to, fact.rule}; }

// What is known of a document's facts while rules add to them.
struct Known {
  EdgeJoin edges;
  std::set<FactKey> keys;
  std::size_t most = 0;  // facts, those of the words included
};

// Finds the ways to satisfy a rule's premises with the facts known so far.
class Derivation {
 public:
  Derivation(const WorkingDocument& work, const DerivationRule& rule, Known& known)
      : work_(work),
        rule_(rule),
        known_(known),
        bindings_(rule.variables.size(), kUnbound),
        tries_(kTriesAnEdge * known.edges.size() + kMostMore) {}

  std::vector<Fact> run() {
    satisfy(0);
    return std::move(made_);
  }

 private:
  void satisfy(std::size_t premise) {
    if (premise == rule_.premises.size()) {
      conclude();
      return;
    }
    const DerivationRule::Atom& atom = rule_.premises[premise];
    const std::uint32_t from = bindings_[atom.from];
    const std::uint32_t to = bindings_[atom.to];
    const EdgeJoin& edges = known_.edges;
    for (auto i = edges.first(atom.relation, from, to); i != EdgeJoin::kNone; i = edges.next(i, from, to)) {
      if (tries_ == 0) return;
      const EdgeJoin::Edge edge = edges.edge(i);
      --tries_;
      if (bind(atom.from, edge.from) && bind(atom.to, edge.to)) {
        premises_.push_back(edge.fact);
        satisfy(premise + 1);
        premises_.pop_back();
      }
      bindings_[atom.from] = from;
      bindings_[atom.to] = to;
    }
  }

  bool bind(std::uint32_t variable, std::uint32_t node) {
    if (bindings_[variable] != kUnbound) return bindings_[variable] == node;
    if ((work_.type_bit(node) & rule_.variables[variable]) == 0) return false;
    bindings_[variable] = node;
    return true;
  }

  // Of several sets of edges that give one fact, the first in the text is its evidence.
  void conclude() {
    Fact fact;
    fact.from = bindings_[rule_.conclusion.from];
    fact.to = bindings_[rule_.conclusion.to];
    fact.relation = rule_.conclusion.relation;
    fact.rule = rule_.id;
    const bool full = work_.facts.size() + made_.size() >= known_.most;
    if (full || fact.from == fact.to || !known_.keys.insert(key_of(fact)).second) return;
    fact.confidence = rule_.confidence;
    fact.tokens = work_.facts[premises_.front()].tokens;
    for (const std::uint32_t number : premises_) add_premise(work_.facts[number], fact);
    made_.push_back(std::move(fact));
  }

  // Words far apart are no quotation: of such premises the first is quoted, and the parts tell of the others.
  static void add_premise(const Fact& premise, Fact& fact) {
    const Span both{std::min(fact.tokens.start, premise.tokens.start), std::max(fact.tokens.end, premise.tokens.end)};
    if (both.length() <= kLongestEvidence) fact.tokens = both;
    fact.status = std::min(fact.status, premise.status);
    fact.confidence = std::min(fact.confidence, premise.confidence);
    fact.through = std::max(fact.through, premise.through);
    for (const Part& part : premise.parts) {
      const bool told = std::find(fact.parts.begin(), fact.parts.end(), part) != fact.parts.end();
      if (!told && fact.parts.size() < kMostParts) fact.parts.push_back(part);
    }
  }

  const WorkingDocument& work_;
  const DerivationRule& rule_;
  Known& known_;
  std::vector<std::uint32_t> bindings_;
  std::vector<std::uint32_t> premises_;
  std::vector<Fact> made_;
  std::size_t tries_;
};

// The premises nearest to the text's beginning are tried first. A fact is large, and moved once.
void put_in_order_of_text(std::vector<Fact>& facts) {
  std::vector<std::pair<Span, std::size_t>> order;
  order.reserve(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) order.emplace_back(facts[i].tokens, i);
  std::sort(order.begin(), order.end());
  std::vector<Fact> ordered;
  ordered.reserve(facts.size());
  for (const auto& [tokens, number] : order) ordered.push_back(std::move(facts[number]));
  facts = std::move(ordered);
}

void learn(const WorkingDocument& work, std::uint32_t number, Known& known) {
  const Fact& fact = work.facts[number];
  known.keys.insert(key_of(fact));
  known.edges.add(fact, number, work.rules.ontology.relations[fact.relation].symmetric);
}

}  // namespace

void derive_facts(WorkingDocument& work) {
  put_in_order_of_text(work.facts);
  work.facts_changed();
  if (work.rules.derivations.empty()) return;
  const auto given = std::count_if(work.facts.begin(), work.facts.end(),
                                   [](const Fact& fact) { return fact.match != Fact::kDerived; });
  Known known;
  known.most = 2 * static_cast<std::size_t>(given) + kMostMore;
  for (std::uint32_t number = 0; number < work.facts.size(); ++number) learn(work, number, known);
  for (std::size_t round = 0; round < kMostRounds; ++round) {
    const std::size_t before = work.facts.size();
    for (const DerivationRule& rule : work.rules.derivations) {
      for (Fact& fact : Derivation(work, rule, known).run()) {
        fact.occurrence = ++work.occurrences;
        work.facts.push_back(std::move(fact));
        learn(work, static_cast<std::uint32_t>(work.facts.size() - 1), known);
      }
    }
    if (work.facts.size() == before) break;
  }
  work.facts_changed();
}

}  // namespace quanhe
