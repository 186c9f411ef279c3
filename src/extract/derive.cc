#include <algorithm>
#include <set>
#include <tuple>

#include "extract/steps.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kUnbound = UINT32_MAX;
constexpr std::size_t kMostRounds = 16;

// Finds all ways to satisfy a rule's premises with the facts known so far.
class Derivation {
 public:
  Derivation(WorkingDocument& work, const DerivationRule& rule)
      : work_(work), rule_(rule), bindings_(rule.variables.size(), kUnbound) {}

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
    for (std::uint32_t number = 0; number < work_.facts.size(); ++number) {
      const Fact& fact = work_.facts[number];
      if (fact.relation != atom.relation || !is_shown(fact.status)) continue;
      try_binding(premise, number, fact.from, fact.to);
      if (work_.rules.ontology.relations[fact.relation].symmetric) try_binding(premise, number, fact.to, fact.from);
    }
  }

  void try_binding(std::size_t premise, std::uint32_t number, std::uint32_t from, std::uint32_t to) {
    const DerivationRule::Atom& atom = rule_.premises[premise];
    const std::vector<std::uint32_t> before = bindings_;
    if (bind(atom.from, from) && bind(atom.to, to)) {
      premises_.push_back(number);
      satisfy(premise + 1);
      premises_.pop_back();
    }
    bindings_ = before;
  }

  bool bind(std::uint32_t variable, std::uint32_t node) {
    if (bindings_[variable] != kUnbound) return bindings_[variable] == node;
    if ((work_.type_bit(node) & rule_.variables[variable]) == 0) return false;
    bindings_[variable] = node;
    return true;
  }

  // One fact for each set of edges that gives it: of several statements of one edge, the first in the text.
  void conclude() {
    const std::uint32_t from = bindings_[rule_.conclusion.from];
    const std::uint32_t to = bindings_[rule_.conclusion.to];
    if (from == to || !concluded_.insert(bindings_).second) return;
    Fact fact;
    fact.from = from;
    fact.to = to;
    fact.relation = rule_.conclusion.relation;
    fact.rule = rule_.id;
    fact.confidence = rule_.confidence;
    fact.tokens = work_.facts[premises_.front()].tokens;
    for (const std::uint32_t number : premises_) add_premise(work_.facts[number], fact);
    made_.push_back(std::move(fact));
  }

  static void add_premise(const Fact& premise, Fact& fact) {
    fact.tokens = {std::min(fact.tokens.start, premise.tokens.start), std::max(fact.tokens.end, premise.tokens.end)};
    fact.status = std::min(fact.status, premise.status);
    fact.confidence = std::min(fact.confidence, premise.confidence);
    fact.through_reference |= premise.through_reference;
    for (const Part& part : premise.parts) {
      if (std::find(fact.parts.begin(), fact.parts.end(), part) == fact.parts.end()) fact.parts.push_back(part);
    }
  }

  WorkingDocument& work_;
  const DerivationRule& rule_;
  std::vector<std::uint32_t> bindings_;
  std::vector<std::uint32_t> premises_;
  std::set<std::vector<std::uint32_t>> concluded_;
  std::vector<Fact> made_;
};

using EdgeKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>;

EdgeKey key_of(const Fact& fact) { return {fact.from, fact.relation, fact.to, fact.rule}; }

}  // namespace

void derive_facts(WorkingDocument& work) {
  std::set<EdgeKey> known;
  for (const Fact& fact : work.facts) known.insert(key_of(fact));
  // The premises nearest to the text's beginning are tried first.
  std::stable_sort(work.facts.begin(), work.facts.end(),
                   [](const Fact& a, const Fact& b) { return a.tokens < b.tokens; });
  for (std::size_t round = 0; round < kMostRounds; ++round) {
    const std::size_t before = work.facts.size();
    for (const DerivationRule& rule : work.rules.derivations) {
      for (Fact& fact : Derivation(work, rule).run()) {
        if (!known.insert(key_of(fact)).second) continue;
        fact.occurrence = ++work.occurrences;
        work.facts.push_back(std::move(fact));
      }
    }
    if (work.facts.size() == before) return;
  }
}

}  // namespace quanhe
