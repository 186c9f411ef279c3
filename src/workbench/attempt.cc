// Problem: of the many places at which a matcher fails, name the one that a person would call the reason.
//
// Idea: give each instruction a depth, the least number of items that any way from the beginning to it takes. Of the
// instructions that could not be followed, those of the greatest depth ended the way that took most of the pattern.
// Where several of them did so, those that every way on from another must pass stand for it: of "a? (b | c)", at
// which all failed, `b` and `c` are the reason.
//
// Works: "[met] with {b: Person}" over "met with them" stops at Person, not at the words before it. Does not: in
// "(a b c | d) e", over "a b x", it names `c`, though the author may have meant `d`.
//
// A pattern with a trigger is tried in three parts, so that what follows the trigger and what precedes it are both
// told of, though the matcher gives up after the first.

#include "workbench/attempt.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace quanhe {
namespace {

using Op = Instruction::Op;

bool takes_an_item(Op op) { return op == Op::kWord || op == Op::kClass || op == Op::kType || op == Op::kKind; }

// By instruction: the least number of items on a way to it. Ways only lead forward.
std::vector<std::uint32_t> depths(const Program& program) {
  const std::size_t size = program.instructions.size();
  std::vector<std::uint32_t> depths(size, UINT32_MAX);
  if (size > 0) depths[0] = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const Instruction& instruction = program.instructions[i];
    const auto reach = [&](std::size_t to, std::uint32_t depth) {
      if (to < size) depths[to] = std::min(depths[to], depth);
    };
    if (depths[i] == UINT32_MAX || instruction.op == Op::kAccept) continue;
    if (instruction.op == Op::kJump || instruction.op == Op::kSplit) reach(instruction.argument, depths[i]);
    if (instruction.op != Op::kJump) reach(i + 1, depths[i] + (takes_an_item(instruction.op) ? 1 : 0));
  }
  return depths;
}

// Every way from `from` to the end passes one of the later instructions.
bool must_pass(const Program& program, std::size_t from, const std::vector<std::uint32_t>& instructions) {
  const auto is_later = [&](std::size_t i) {
    return i > from && std::find(instructions.begin(), instructions.end(), i) != instructions.end();
  };
  std::vector<bool> reached(program.instructions.size(), false);
  reached[from] = true;
  for (std::size_t i = from; i < program.instructions.size(); ++i) {
    if (!reached[i] || is_later(i)) continue;
    const Instruction& instruction = program.instructions[i];
    if (instruction.op == Op::kAccept) return false;
    if (instruction.op == Op::kJump || instruction.op == Op::kSplit) reached[instruction.argument] = true;
    if (instruction.op != Op::kJump && i + 1 < reached.size()) reached[i + 1] = true;
  }
  return true;
}

// Notes where the instructions of one program got stuck.
class StuckNotes : public MatchTrace {
 public:
  explicit StuckNotes(const Program& program) : program_(program) {}

  void stuck(const Program& program, std::uint32_t instruction, std::uint32_t position) override {
    if (&program != &program_) return;
    const auto [place, is_new] = positions_.emplace(instruction, Span{position, position});
    if (is_new) return;
    place->second.start = std::min(place->second.start, position);
    place->second.end = std::max(place->second.end, position);
  }

  HalfAttempt half(bool matched) const {
    HalfAttempt half;
    half.program = &program_;
    half.matched = matched;
    const std::vector<std::uint32_t> depth = depths(program_);
    if (matched) {
      half.items = depth.back() == UINT32_MAX ? 0 : depth.back();
      return half;
    }
    for (const auto& [instruction, span] : positions_) half.items = std::max(half.items, depth[instruction]);
    std::vector<std::uint32_t> deepest;
    for (const auto& [instruction, span] : positions_) {
      if (depth[instruction] == half.items) deepest.push_back(instruction);
    }
    for (const std::uint32_t instruction : deepest) {
      if (!must_pass(program_, instruction, deepest)) half.stops.push_back(stop(instruction));
    }
    return half;
  }

 private:
  // Without a gap before it, the place that the longest way led to.
  StopPoint stop(std::uint32_t instruction) const {
    const Span span = positions_.at(instruction);
    StopPoint stop{&program_.instructions[instruction], span.start, span.end};
    if (follows_gap(instruction)) return stop;
    const bool forward = program_.direction == Reading::kForward;
    (forward ? stop.first : stop.last) = forward ? span.end : span.start;
    return stop;
  }

  bool follows_gap(std::uint32_t instruction) const {
    while (instruction-- > 0) {
      const Op op = program_.instructions[instruction].op;
      if (op == Op::kGap || op == Op::kSteps) return true;
      if (takes_an_item(op)) return false;
    }
    return false;
  }

  const Program& program_;
  std::map<std::uint32_t, Span> positions_;
};

Program accept_only(Reading direction) {
  Program program;
  program.direction = direction;
  program.instructions.emplace_back();
  return program;
}

// The trigger of a pattern alone.
CompiledPattern only_trigger(const CompiledPattern& pattern) {
  CompiledPattern cut = pattern;
  const auto end_slot = static_cast<std::uint32_t>(pattern.captures.size() * 2 + 1);
  std::vector<Instruction>& instructions = cut.forward.instructions;
  const auto end = std::find_if(instructions.begin(), instructions.end(), [&](const Instruction& instruction) {
    return instruction.op == Op::kSave && instruction.argument == end_slot;
  });
  if (end != instructions.end()) instructions.erase(end + 1, instructions.end());
  instructions.emplace_back();
  cut.backward = accept_only(Reading::kBackward);
  return cut;
}

// What was noted of a copy of `program`, said of the program itself.
HalfAttempt moved_to(const Program& program, HalfAttempt half) {
  for (StopPoint& stop : half.stops) {
    const std::ptrdiff_t index = stop.instruction - half.program->instructions.data();
    stop.instruction = program.instructions.data() + index;
  }
  half.program = &program;
  return half;
}

// A pattern with the parts that are tried alone, made once for all positions.
class PatternParts {
 public:
  explicit PatternParts(const CompiledPattern& pattern)
      : pattern_(pattern), trigger_(only_trigger(pattern)), right_(pattern), left_(trigger_) {
    right_.backward = accept_only(Reading::kBackward);
    left_.backward = pattern.backward;
  }

  Attempt attempt(const SentenceItems& items, std::uint32_t position) const {
    Attempt attempt;
    attempt.pattern = &pattern_;
    attempt.position = position;
    attempt.forward = try_part(right_, right_.forward, pattern_.forward, items, position);
    Matcher matcher;
    if (!pattern_.has_trigger) {
      attempt.backward.matched = true;
      attempt.match = matcher.match_at(pattern_, items, position);
    } else if (const std::optional<Match> found = matcher.match_trigger(trigger_, items, position)) {
      attempt.trigger = found->trigger;
      attempt.backward = try_part(left_, left_.backward, pattern_.backward, items, position);
      attempt.match = matcher.match_trigger(pattern_, items, position);
    }
    return attempt;
  }

 private:
  // What stops `noted`, a program of the part, said of the `original` that it was copied from.
  HalfAttempt try_part(const CompiledPattern& part, const Program& noted, const Program& original,
                       const SentenceItems& items, std::uint32_t position) const {
    StuckNotes notes(noted);
    Matcher matcher(&notes);
    const bool matched = pattern_.has_trigger ? matcher.match_trigger(part, items, position).has_value()
                                              : matcher.match_at(part, items, position).has_value();
    return moved_to(original, notes.half(matched));
  }

  const CompiledPattern& pattern_;
  CompiledPattern trigger_;
  CompiledPattern right_;  // the trigger and what follows
  CompiledPattern left_;   // the trigger and what precedes
};

auto measure(const Attempt& attempt) {
  const bool found = attempt.trigger.has_value() || !attempt.pattern->has_trigger;
  const int halves = (attempt.forward.matched ? 1 : 0) + (attempt.backward.matched ? 1 : 0);
  return std::tuple(attempt.match.has_value(), found, halves, attempt.forward.items + attempt.backward.items);
}

}  // namespace

std::optional<Attempt> best_attempt(std::span<const CompiledPattern* const> patterns, const SentenceItems& items) {
  std::optional<Attempt> best;
  for (const CompiledPattern* pattern : patterns) {
    const PatternParts parts(*pattern);
    for (std::uint32_t position = 0; position < items.size(); ++position) {
      Attempt next = parts.attempt(items, position);
      const bool empty = next.match && next.match->range.length() == 0;
      if (!empty && (!best || measure(next) > measure(*best))) best = std::move(next);
    }
  }
  return best;
}

}  // namespace quanhe
