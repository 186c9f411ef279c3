#include "rules/bounds.h"

#include "text/token.h"

namespace quanhe {
namespace {

std::uint64_t instructions_of(const Program& program) {
  std::uint64_t count = program.instructions.size();
  for (const Instruction& instruction : program.instructions) {
    const bool bounded_gap = instruction.op == Instruction::Op::kGap && instruction.argument != PatternNode::kUnbounded;
    if (bounded_gap) count += instruction.argument;
    if (instruction.op == Instruction::Op::kSteps) {
      const std::uint64_t further_looks = instruction.argument - 1;
      count += instruction.argument + further_looks * instructions_of(program.lookaheads[instruction.link]);
    }
  }
  for (const Program& lookahead : program.lookaheads) count += instructions_of(lookahead);
  return count;
}

std::uint64_t instructions_of(const CompiledPattern& pattern) {
  return instructions_of(pattern.forward) + instructions_of(pattern.backward);
}

class BoundList {
 public:
  void add(std::string kind, const std::string& id, std::uint64_t instructions) {
    constexpr std::uint64_t kPositions = Sentence::kMaximumTokens + 1;
    bounds.push_back({std::move(kind), id, instructions, instructions * kPositions});
  }

  template <typename Rule>
  void add_all(const std::string& kind, const std::vector<Rule>& rules) {
    for (const Rule& rule : rules) add(kind, rule.id, instructions_of(rule.pattern));
  }

  std::vector<RuleBound> bounds;
};

}  // namespace

std::vector<RuleBound> rule_bounds(const RuleSet& rules) {
  BoundList list;
  list.add_all("date", rules.dates.rules);
  list.add_all("date", rules.document_dates.rules);
  for (const EntityStep& step : rules.entity_steps) list.add_all("entity", step.rules);
  list.add_all("reference", rules.references.rules);
  list.add_all("frame", rules.frames.rules);
  list.add_all("cue", rules.cues.rules);
  for (const RelationRule& rule : rules.relations) {
    std::uint64_t instructions = 0;
    for (const CompiledPattern& variant : rule.variants) instructions += instructions_of(variant);
    list.add("relation", rule.id, instructions);
  }
  return std::move(list.bounds);
}

}  // namespace quanhe
