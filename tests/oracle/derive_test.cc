// Derivations against a twin that tries every fact for every premise, on facts and rules made by chance.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "extract/steps.h"
#include "oracle/scale.h"

namespace quanhe {
namespace {

using Atom = DerivationRule::Atom;

// Two directed relations and a symmetric one, two types.
RuleSet random_rules(std::mt19937_64& random) {
  RuleSet rules;
  for (const std::string name : {"a", "b", "c"}) {
    Relation relation;
    relation.name = name;
    relation.symmetric = name == "c";
    rules.ontology.relations.push_back(relation);
  }
  for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
    DerivationRule rule;
    rule.id = "rule" + std::to_string(i);
    rule.confidence = 900;
    for (int variable = 0; variable < 3; ++variable) rule.variables.push_back(random() % 4 == 0 ? 1 : 3);
    const auto atom = [&] {
      return Atom{static_cast<std::uint32_t>(random() % 3), static_cast<std::uint32_t>(random() % 3),
                  static_cast<std::uint32_t>(random() % 3)};
    };
    for (std::size_t premise = 0; premise < 1 + random() % 3; ++premise) rule.premises.push_back(atom());
    rule.conclusion = atom();
    const auto names = [&](std::uint32_t variable) {
      return std::any_of(rule.premises.begin(), rule.premises.end(),
                         [&](const Atom& premise) { return premise.from == variable || premise.to == variable; });
    };
    if (names(rule.conclusion.from) && names(rule.conclusion.to)) rules.derivations.push_back(std::move(rule));
  }
  return rules;
}

std::vector<Fact> random_facts(std::mt19937_64& random, std::size_t nodes) {
  std::vector<Fact> facts(random() % 10);
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    Fact& fact = facts[i];
    fact.from = static_cast<std::uint32_t>(random() % nodes);
    fact.to = static_cast<std::uint32_t>(random() % nodes);
    if (fact.from == fact.to) fact.to = static_cast<std::uint32_t>((fact.from + 1) % nodes);
    fact.relation = static_cast<std::uint32_t>(random() % 3);
    fact.match = i;
    fact.status = random() % 5 == 0 ? Status::kDenied : random() % 4 == 0 ? Status::kPlanned : Status::kHappened;
    fact.confidence = 500 + static_cast<int>(random() % 500);
    fact.tokens.start = static_cast<std::uint32_t>(random() % 50);
    fact.tokens.end = fact.tokens.start + 1 + static_cast<std::uint32_t>(random() % 5);
    if (random() % 6 == 0) fact.through = Through::kReference;
    fact.parts = {{"from", fact.tokens, "", {}}};
  }
  return facts;
}

// The twin: all facts for all premises, round after round.
class Twin {
 public:
  Twin(const WorkingDocument& work, std::vector<Fact> facts) : work_(work), facts_(std::move(facts)) {}

  std::vector<Fact> derive() {
    std::stable_sort(facts_.begin(), facts_.end(), [](const Fact& a, const Fact& b) { return a.tokens < b.tokens; });
    for (const Fact& fact : facts_) known_.insert(key(fact));
    for (std::size_t before = facts_.size() + 1; before != facts_.size();) {
      before = facts_.size();
      for (const DerivationRule& rule : work_.rules.derivations) {
        std::vector<Fact> made;
        std::vector<std::uint32_t> bindings(rule.variables.size(), kFree);
        satisfy(rule, bindings, {}, made);
        for (const Fact& fact : made) {
          if (known_.insert(key(fact)).second) facts_.push_back(fact);
        }
      }
    }
    return facts_;
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;

  static std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string> key(const Fact& fact) {
    return {fact.from, fact.relation, fact.to, std::string(fact.rule)};
  }

  void satisfy(const DerivationRule& rule, const std::vector<std::uint32_t>& bindings,
               const std::vector<std::size_t>& taken, std::vector<Fact>& made) const {
    if (taken.size() == rule.premises.size()) {
      if (bindings[rule.conclusion.from] != bindings[rule.conclusion.to]) made.push_back(fact(rule, bindings, taken));
      return;
    }
    const Atom& atom = rule.premises[taken.size()];
    for (std::size_t number = 0; number < facts_.size(); ++number) {
      const Fact& fact = facts_[number];
      if (fact.relation != atom.relation || !is_shown(fact.status)) continue;
      for (const bool turned : {false, true}) {
        if (turned && !work_.rules.ontology.relations[fact.relation].symmetric) continue;
        std::vector<std::uint32_t> further = bindings;
        if (!bind(rule, atom.from, turned ? fact.to : fact.from, further)) continue;
        if (!bind(rule, atom.to, turned ? fact.from : fact.to, further)) continue;
        std::vector<std::size_t> more = taken;
        more.push_back(number);
        satisfy(rule, further, more, made);
      }
    }
  }

  bool bind(const DerivationRule& rule, std::uint32_t variable, std::uint32_t node,
            std::vector<std::uint32_t>& bindings) const {
    if (bindings[variable] == kFree && (work_.type_bit(node) & rule.variables[variable]) != 0)
      bindings[variable] = node;
    return bindings[variable] == node;
  }

  Fact fact(const DerivationRule& rule, const std::vector<std::uint32_t>& bindings,
            const std::vector<std::size_t>& taken) const {
    Fact made;
    made.from = bindings[rule.conclusion.from];
    made.to = bindings[rule.conclusion.to];
    made.relation = rule.conclusion.relation;
    made.rule = rule.id;
    made.confidence = rule.confidence;
    made.tokens = facts_[taken.front()].tokens;
    for (const std::size_t number : taken) {
      const Fact& premise = facts_[number];
      made.tokens = {std::min(made.tokens.start, premise.tokens.start), std::max(made.tokens.end, premise.tokens.end)};
      made.status = std::min(made.status, premise.status);
      made.confidence = std::min(made.confidence, premise.confidence);
      made.through = std::max(made.through, premise.through);
      for (const Part& part : premise.parts) {
        if (std::find(made.parts.begin(), made.parts.end(), part) == made.parts.end()) made.parts.push_back(part);
      }
    }
    return made;
  }

  const WorkingDocument& work_;
  std::vector<Fact> facts_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>> known_;
};

auto all_of(const Fact& fact) {
  return std::tie(fact.from, fact.to, fact.relation, fact.rule, fact.status, fact.confidence, fact.tokens.start,
                  fact.tokens.end, fact.through, fact.parts);
}

TEST(Derivations, AreThoseOfTheTwinInItsOrder) {
  std::mt19937_64 random(3);
  const WordTable table;
  WorkingMemory memory(table);
  for (std::uint32_t i = 0; i < 20'000 / oracle::kScale; ++i) {
    const RuleSet rules = random_rules(random);
    const Document document{"", "", "", "", NormalizedText(""), {}, {}};
    WorkingDocument work(document, rules, memory);
    const std::size_t nodes = 2 + random() % 4;
    for (std::uint32_t node = 0; node < nodes; ++node)
      work.node(static_cast<std::uint32_t>(random() % 2), std::string(1, static_cast<char>('a' + node)));
    work.facts = random_facts(random, work.nodes.size());
    const std::vector<Fact> wanted = Twin(work, work.facts).derive();
    derive_facts(work);
    ASSERT_EQ(work.facts.size(), wanted.size()) << "case " << i;
    for (std::size_t number = 0; number < wanted.size(); ++number) {
      ASSERT_EQ(all_of(work.facts[number]), all_of(wanted[number])) << "case " << i << ", fact " << number;
    }
  }
}

// Two thousand edges into a node and as many out of it: the pairs are millions, the facts are not.
TEST(Derivations, AreBoundedWhereManyEdgesMeet) {
  RuleSet rules;
  rules.ontology.relations.resize(3);
  DerivationRule rule;
  rule.id = "rule";
  rule.variables = {1, 1, 1};
  rule.premises = {{0, 1, 0}, {1, 2, 1}};
  rule.conclusion = {0, 2, 2};
  rules.derivations.push_back(rule);
  const Document document{"", "", "", "", NormalizedText(""), {}, {}};
  const WordTable table;
  WorkingMemory memory(table);
  WorkingDocument work(document, rules, memory);
  const std::uint32_t middle = work.node(0, "middle");
  for (std::uint32_t i = 0; i < 4000; ++i) {
    Fact fact;
    fact.match = i;
    fact.relation = i % 2;
    fact.from = i % 2 == 0 ? work.node(0, std::to_string(i)) : middle;
    fact.to = i % 2 == 0 ? middle : work.node(0, std::to_string(i));
    fact.tokens = {i, i + 1};
    work.facts.push_back(fact);
  }
  derive_facts(work);
  EXPECT_EQ(work.facts.size(), 4000U + 4000U + 1024U);
  for (const Fact& fact : work.facts) {
    EXPECT_LE(fact.tokens.length(), 256U);
    if (fact.match != Fact::kDerived) continue;
    EXPECT_LE(fact.from, 5U) << "the first three edges of the text meet all others";
  }
}

}  // namespace
}  // namespace quanhe
