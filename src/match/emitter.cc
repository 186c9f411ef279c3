#include "match/emitter.h"

#include <algorithm>
#include <optional>
#include <span>

#include "match/first_items.h"

namespace quanhe {
namespace {

using Kind = ExpandedNode::Kind;
using Op = Instruction::Op;

// "(!x ..1)*8" or, with mentions that are passed in any case, "(!x (Place | ..1))*8": what must not follow, the step, and
// the types of those mentions.
struct GuardedStep {
  const ExpandedNode* forbidden;
  const ExpandedNode* step;
  TypeMask types = 0;
};

bool is_step(const ExpandedNode& node) { return node.kind == Kind::kGap && node.maximum == 1; }

bool is_type(const ExpandedNode& node) { return node.kind == Kind::kType; }

std::optional<GuardedStep> repeated_step(const ExpandedNode& node) {
  const ExpandedNode& child = node.children.front();
  const std::vector<ExpandedNode>& parts = child.children;
  if (node.minimum != 0 || child.kind != Kind::kSequence || parts.size() != 2) return std::nullopt;
  if (parts[0].kind != Kind::kNot) return std::nullopt;
  if (is_step(parts[1])) return GuardedStep{&parts[0], &parts[1]};
  const std::vector<ExpandedNode>& ways = parts[1].children;
  if (parts[1].kind != Kind::kAlternatives || !is_step(ways.back())) return std::nullopt;
  if (!std::all_of(ways.begin(), ways.end() - 1, is_type)) return std::nullopt;
  GuardedStep found{&parts[0], &ways.back()};
  for (const ExpandedNode& way : std::span(ways).first(ways.size() - 1)) found.types |= way.mask;
  return found;
}

}  // namespace

Program Emitter::take() {
  program_.instructions.shrink_to_fit();
  program_.offsets.shrink_to_fit();
  program_.lookaheads.shrink_to_fit();
  return std::move(program_);
}

void Emitter::emit(const ExpandedNode& node) {
  if (too_long()) return;
  offset_ = node.offset;
  switch (node.kind) {
    case Kind::kSequence:
    case Kind::kTrigger: emit_in_order(node.children); break;
    case Kind::kAlternatives: emit_alternatives(node.children); break;
    case Kind::kRepeat: emit_repeat(node); break;
    case Kind::kCapture: emit_capture(node); break;
    case Kind::kGap: emit_gap(node); break;
    case Kind::kNot: emit_not(node); break;
    case Kind::kWord: add(Op::kWord, node.argument); break;
    case Kind::kKind: add(Op::kKind, node.argument); break;
    case Kind::kStart: add(Op::kStart); break;
    case Kind::kEnd: add(Op::kEnd); break;
    case Kind::kType: {
      Instruction& type = add(Op::kType);
      type.mask = node.mask;
      type.argument = node.plural ? 1 : 0;
      break;
    }
    case Kind::kClass:
      program_.classes.push_back(node.word_class);
      add(Op::kClass, static_cast<std::uint32_t>(program_.classes.size() - 1));
      break;
  }
}

Instruction& Emitter::add(Op op, std::uint32_t argument) {
  Instruction& instruction = program_.instructions.emplace_back();
  instruction.op = op;
  instruction.argument = argument;
  program_.offsets.push_back(offset_);
  return instruction;
}

void Emitter::emit_in_order(const std::vector<ExpandedNode>& children) {
  for (std::size_t i = 0; i < children.size(); ++i) emit(children[forward() ? i : children.size() - 1 - i]);
}

// The way, or what the split is aimed at later. Gives the split's number.
std::uint32_t Emitter::emit_split(const ExpandedNode& way) {
  const std::uint32_t split = here();
  add(Op::kSplit).set_guard(guard_of({&way, 1}));
  emit(way);
  return split;
}

void Emitter::emit_alternatives(const std::vector<ExpandedNode>& children) {
  std::vector<std::uint32_t> jumps;
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    const std::uint32_t split = emit_split(children[i]);
    jumps.push_back(here());
    add(Op::kJump);
    aim(split);
  }
  emit(children.back());
  for (const std::uint32_t jump : jumps) aim(jump);
}

// x{2,4} becomes x x (x (x)?)?
void Emitter::emit_repeat(const ExpandedNode& node) {
  if (forward() && emit_steps(node)) return;
  const ExpandedNode& child = node.children.front();
  for (std::uint32_t i = 0; i < node.minimum; ++i) emit(child);
  std::vector<std::uint32_t> splits;
  for (std::uint32_t i = node.minimum; i < node.maximum && !too_long(); ++i) splits.push_back(emit_split(child));
  for (const std::uint32_t split : splits) aim(split);
}

void Emitter::emit_capture(const ExpandedNode& node) {
  const std::uint32_t start = node.argument * 2;
  add(Op::kSave, forward() ? start : start + 1);
  emit_in_order(node.children);
  add(Op::kSave, forward() ? start + 1 : start);
}

void Emitter::emit_gap(const ExpandedNode& node) {
  add(Op::kEdge);
  add(Op::kGap, node.maximum).mask = node.mask;
  if (node.maximum != PatternNode::kUnbounded) gap_length_ += node.maximum;  // it goes to each of its ends
  add(Op::kEdge);
}

void Emitter::emit_not(const ExpandedNode& node) { forbid(node, 1, add(Op::kNot)); }

// A time that takes no step leads where leaving out that time leads, so of all ways to share steps among the times one is
// enough: each time takes a step, and the nearest end is tried first, or before it those behind the mentions with which the
// steps begin and which are tried before a time takes none. Not so backward, where a time that takes no step asks at the place
// from which all steps are taken, and may fail there. False when the node repeats something else.
bool Emitter::emit_steps(const ExpandedNode& node) {
  const std::optional<GuardedStep> repeated = repeated_step(node);
  if (!repeated) return false;
  offset_ = repeated->forbidden->offset;
  Instruction& steps = add(Op::kSteps, node.maximum);
  steps.mask = repeated->step->mask;
  gap_length_ += node.maximum;
  forbid(*repeated->forbidden, node.maximum, steps);
  add(Op::kType).mask = repeated->types;
  return true;
}

// The instruction, which looks at so many places, does not go on from one where the node's children match.
void Emitter::forbid(const ExpandedNode& node, std::uint32_t places, Instruction& instruction) {
  Emitter lookahead(Reading::kForward, guards_);
  lookahead.emit_in_order(node.children);
  lookahead.add(Op::kAccept);
  lookahead_length_ += lookahead.length() * places;
  instruction.set_link(program_.lookaheads.size());
  program_.lookaheads.push_back(lookahead.take());
  if (forward()) instruction.set_guard(guard_of(node.children));
}

// The number of the set of what the nodes may begin with; kNone where that is not known, or there is no room for it.
std::uint16_t Emitter::guard_of(std::span<const ExpandedNode> nodes) {
  const auto [known, is_new] = guards_of_nodes_.try_emplace(nodes.data(), Guards::kNone);
  if (!is_new) return known->second;
  const FirstItems first = first_items(nodes, program_.direction).either();
  if (!first.anything) known->second = guards_->number_of(first, program_.direction);
  return known->second;
}

}  // namespace quanhe
