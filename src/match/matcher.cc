// Problem: find the match that the pattern prefers, in time that no pattern and no text can blow up.
//
// Idea: depth first in the order of preference, as a backtracking engine does, but each pair of instruction
// and position is entered once: what failed from there fails again, since nothing but the pair decides what
// can follow. So the work is at most instructions × positions, and the first success is the preferred match. Marks lie far
// apart, and most runs end after a dozen pairs, so that a run begins to mark what it enters after some pairs only.
//
// What a pattern leaves open is entered only where it can begin: a guard knows the words, types and kinds of tokens with
// which it does. Of several options one after another all that cannot are passed over at once; no pair on the way is
// marked, since nothing is tried from it.
//
// A pattern is tried at many positions of a sentence, and what failed in one try fails in the next. To keep that for
// every program would cost more than it saves: most tries end after some steps. So the pairs are kept for a program
// once a try of it has been hard; of a try that succeeds all but those on the way to success, which do not fail. What a
// sentence costs is then instructions × positions for each pattern, whether it is tried once or at every token.
//
// Works well: patterns of some hundred instructions over sentences of some ten tokens. Works badly: a pattern of 2,000
// instructions over a sentence of 1,024 tokens touches two million pairs, twice; and where more programs are hard in
// one sentence than there is room for, each try of the others costs that much.
//
// Why not a breadth-first simulation: mentions and class entries are steps of different lengths, so threads of
// different preference arrive at a position at different times and would have to be sorted again there.
//
// Source: R. Cox, "Regular Expression Matching in the Wild" (2010), on the bit-state engine of RE2.

#include "match/matcher.h"

#include <algorithm>

namespace quanhe {
namespace {

using Op = Instruction::Op;

std::size_t pairs_of(const Program& program, const SentenceItems& items) {
  return program.instructions.size() * (items.size() + 1);
}

std::optional<std::uint32_t> step_word(const Instruction& instruction, const SentenceItems& items,
                                       std::uint32_t position, bool forward) {
  if (forward ? position == items.size() : position == 0) return std::nullopt;
  if (items.token(forward ? position : position - 1).word.folded != instruction.argument) return std::nullopt;
  return forward ? position + 1 : position - 1;
}

bool takes(const Instruction& instruction, const Mention& mention) {
  const bool type_fits = (instruction.mask >> mention.type & 1) != 0;
  return type_fits && (instruction.argument != 0 || !mention.plural);
}

std::optional<std::uint32_t> step_type(const Instruction& instruction, const SentenceItems& items,
                                       std::uint32_t position) {
  for (const Mention* mention : items.starting_at(position)) {
    if (takes(instruction, *mention)) return items.position_range(*mention).end;
  }
  return std::nullopt;
}

// One step of a gap: over the longest mention that begins (ends) here, else over a token.
std::optional<std::uint32_t> step_gap(TypeMask borders, const SentenceItems& items, std::uint32_t position,
                                      bool forward) {
  if (forward ? position == items.size() : position == 0) return std::nullopt;
  const auto mentions = forward ? items.starting_at(position) : items.ending_at(position);
  if (mentions.empty()) {
    const Token& token = items.token(forward ? position : position - 1);
    if (token.kind == TokenKind::kSign && (token.value == ';' || token.value == ':')) return std::nullopt;
    return forward ? position + 1 : position - 1;
  }
  const Span range = items.position_range(*mentions.front());
  for (const Mention* mention : mentions) {
    if (mention->tokens != mentions.front()->tokens) break;
    if ((borders >> mention->type & 1) != 0) return std::nullopt;
  }
  return forward ? range.end : range.start;
}

}  // namespace

std::optional<Match> Matcher::match_at(const CompiledPattern& pattern, const SentenceItems& items,
                                       std::uint32_t position) {
  slots_.assign(pattern.slot_count(), kNoPosition);
  const std::optional<std::uint32_t> end = run(pattern.forward, items, position);
  if (!end) return std::nullopt;
  return make_match(pattern, {position, *end});
}

std::optional<Match> Matcher::match_trigger(const CompiledPattern& pattern, const SentenceItems& items,
                                            std::uint32_t position) {
  slots_.assign(pattern.slot_count(), kNoPosition);
  const std::optional<std::uint32_t> end = run(pattern.forward, items, position);
  if (!end) return std::nullopt;
  const std::optional<std::uint32_t> start = run(pattern.backward, items, position);
  if (!start) return std::nullopt;
  return make_match(pattern, {*start, *end});
}

Match Matcher::make_match(const CompiledPattern& pattern, Span range) const {
  const auto slot_pair = [this](std::size_t i) -> std::optional<Span> {
    if (slots_[2 * i] == kNoPosition || slots_[2 * i + 1] == kNoPosition) return std::nullopt;
    return Span{slots_[2 * i], slots_[2 * i + 1]};
  };
  Match match;
  match.range = range;
  match.trigger = slot_pair(pattern.captures.size()).value_or(Span{range.start, range.start});
  match.captures.reserve(pattern.captures.size());
  for (std::size_t i = 0; i < pattern.captures.size(); ++i) match.captures.push_back(slot_pair(i));
  return match;
}

// True when this run has no mark at the pair and, of a hard program, no run has failed from it.
template <bool kHard>
bool Matcher::visit(const Program& program, const SentenceItems& items, const Job& job) {
  constexpr std::size_t kUnmarkedVisits = 64;
  if (!kHard && visits_ < kUnmarkedVisits) {
    ++visits_;
    return true;
  }
  const std::size_t pair = std::size_t{job.position} * program.instructions.size() + job.instruction;
  if constexpr (kHard) {
    if ((*known_)[pair]) return false;
    (*known_)[pair] = true;
    way_.push_back(pair);
    ++depth_;
  } else {
    if (visits_ == kUnmarkedVisits) begin_marks(pairs_of(program, items));
    if (visited_[pair] == run_) return false;
    visited_[pair] = run_;
    ++visits_;
  }
  return true;
}

// No pair has been marked by this run.
void Matcher::begin_marks(std::size_t pairs) {
  if (visited_.size() < pairs) visited_.resize(pairs, 0);
  if (++run_ == 0) {  // the counter went round: marks of old runs would look new
    std::fill_n(visited_.begin(), marked_, std::uint8_t{0});
    marked_ = 0;
    run_ = 1;
  }
  marked_ = std::max(marked_, pairs);
}

std::optional<std::uint32_t> Matcher::run(const Program& program, const SentenceItems& items, std::uint32_t position) {
  constexpr std::size_t kHardVisits = 256;
  visits_ = 0;
  guarded_ = kNoPosition;
  way_.clear();
  depth_ = 0;
  // An explanation wants to be told of all failures, known or not.
  known_ = trace_ == nullptr ? failures_.find(program, items.number()) : nullptr;
  if (known_ == nullptr) {
    const std::optional<std::uint32_t> end = work<false>(program, items, position);
    if (visits_ > kHardVisits) failures_.keep(program, pairs_of(program, items));
    return end;
  }
  const std::optional<std::uint32_t> end = work<true>(program, items, position);
  for (std::size_t i = 0; end && i < depth_; ++i) (*known_)[way_[i]] = false;
  return end;
}

template <bool kHard>
std::optional<std::uint32_t> Matcher::work(const Program& program, const SentenceItems& items, std::uint32_t position) {
  push(0, position);
  while (!jobs_.empty()) {
    const Job job = jobs_.back();
    jobs_.pop_back();
    if (job.slot != kNoSlot) {
      slots_[job.slot] = job.position;
    } else if (const std::optional<std::uint32_t> end = follow<kHard>(program, items, job)) {
      return end;
    }
  }
  return std::nullopt;
}

// Goes where the job's instruction leads; false when it cannot be followed, or when what it leads to was pushed.
[[gnu::always_inline]] inline bool Matcher::step(const Program& program, const SentenceItems& items, Job& job) {
  const bool forward = program.direction == Reading::kForward;
  const Instruction& instruction = program.instructions[job.instruction];
  const auto go_to = [&job](std::optional<std::uint32_t> position) {
    if (position) job.position = *position;
    return position.has_value();
  };
  const std::uint32_t place = job.instruction++;
  switch (instruction.op) {
    case Op::kWord: return go_to(step_word(instruction, items, job.position, forward));
    case Op::kType:
      if (forward) return go_to(step_type(instruction, items, job.position));
      push_types(instruction, items, Job(job));
      return false;
    case Op::kKind:
      return go_to(match_kind(static_cast<PatternKind>(instruction.argument), items, job.position, program.direction));
    case Op::kClass:
      for (const TokenTrie::Hit& hit :
           class_hits_.find(*program.classes[instruction.argument], items, job.position, program.direction)) {
        push(job.instruction, hit.position);
      }
      return false;
    case Op::kGap: push_gap(instruction, place, items, forward, job.position); return false;
    case Op::kEdge: return items.is_edge(job.position);
    case Op::kStart: return job.position == 0;
    case Op::kEnd: return job.position == items.size();
    case Op::kNot:
      return !excluded(program, instruction, items, job.position);
    case Op::kSteps: push_steps(program, place, items, job.position); return false;
    case Op::kSplit:
      if (guard_allows(program, instruction, items, job.position)) {
        push(instruction.argument, job.position);
      } else {
        job.instruction = next_option(program, place, items, job.position);
      }
      return true;
    case Op::kSave:
      // Where nothing else is left to try, nobody will read the slot unless this way succeeds.
      if (!jobs_.empty()) jobs_.push_back({0, slots_[instruction.argument], instruction.argument});
      slots_[instruction.argument] = job.position;
      return true;
    case Op::kJump: job.instruction = instruction.argument; return true;
    case Op::kAccept: break;
  }
  return true;
}

// False when what the instruction guards cannot match at the position. An explanation wants to be told where it fails.
inline bool Matcher::guard_allows(const Program& program, const Instruction& instruction, const SentenceItems& items,
                                  std::uint32_t position) {
  if (instruction.guard == Guards::kNone || trace_ != nullptr) return true;
  if (guarded_ != position) {
    guarded_ = position;
    guard_row_ = guard_rows_->at(*program.guards, items, position, program.direction);
  }
  return (guard_row_[instruction.guard / 64] >> instruction.guard % 64 & 1) != 0;
}

// Where a split leads whose own option cannot match at the position: past others of which that is known, but not past many,
// since those that are passed are not marked as visited.
std::uint32_t Matcher::next_option(const Program& program, std::uint32_t split, const SentenceItems& items,
                                   std::uint32_t position) {
  constexpr int kMostPassed = 16;
  const Instruction* instruction = &program.instructions[split];
  for (int passed = 0; passed < kMostPassed; ++passed) {
    split = instruction->argument;
    instruction = &program.instructions[split];
    if (instruction->op != Op::kSplit || guard_allows(program, *instruction, items, position)) break;
  }
  return split;
}

// Goes on from a job until it accepts or fails; what else could be tried is pushed.
template <bool kHard>
std::optional<std::uint32_t> Matcher::follow(const Program& program, const SentenceItems& items, Job job) {
  if constexpr (kHard) way_.resize(depth_ = job.depth);
  while (visit<kHard>(program, items, job)) {
    const Instruction& instruction = program.instructions[job.instruction];
    if (instruction.op == Op::kAccept) {
      jobs_.clear();
      return job.position;
    }
    const std::size_t pushed = jobs_.size();
    const Job before = job;
    if (!step(program, items, job)) {
      if (trace_ != nullptr && jobs_.size() == pushed) trace_->stuck(program, before.instruction, before.position);
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// Several mentions may end at one position, though only one begins at each: the longest is tried first.
void Matcher::push_types(const Instruction& type, const SentenceItems& items, const Job& job) {
  const std::span<const Mention* const> mentions = items.ending_at(job.position);
  for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
    if (!takes(type, **mention)) continue;
    push(job.instruction, items.position_range(**mention).start);
  }
}

// The nearest end is tried first. An unbounded gap goes on as itself from the next position, so that it costs
// one visit a position however often it is reached.
void Matcher::push_gap(const Instruction& gap, std::uint32_t place, const SentenceItems& items, bool forward,
                       std::uint32_t position) {
  if (gap.argument == PatternNode::kUnbounded) {
    const auto next = step_gap(gap.mask, items, position, forward);
    if (next) push(place, *next);
    push(place + 1, position);
    return;
  }
  const std::size_t bottom = jobs_.size();
  std::optional<std::uint32_t> end = position;
  for (std::uint32_t steps = 0; end && steps <= gap.argument; ++steps) {
    push(place + 1, *end);
    end = step_gap(gap.mask, items, *end, forward);
  }
  try_in_order_from(bottom);
}

// The jobs above are tried in the order in which they were pushed.
void Matcher::try_in_order_from(std::size_t bottom) {
  std::reverse(jobs_.begin() + static_cast<std::ptrdiff_t>(bottom), jobs_.end());
}

// The nearest end is tried first, but after those behind the mentions with which the steps begin and which they may pass in
// any case, the nearest of these last. Another step begins within no mention, and so ends within none.
void Matcher::push_steps(const Program& program, std::uint32_t place, const SentenceItems& items,
                         std::uint32_t position) {
  const Instruction& steps = program.instructions[place];
  const Instruction& types = program.instructions[place + 1];
  const std::size_t first = jobs_.size();
  std::size_t nearest = first;
  push(place + 2, position);
  for (std::uint32_t i = 0; i < steps.argument; ++i) {
    std::optional<std::uint32_t> next = step_type(types, items, position);
    const bool passes_mention = next.has_value();
    if (!next && items.is_edge(position)) next = step_gap(steps.mask, items, position, true);
    if (!next) break;
    if (excluded(program, steps, items, position)) {
      if (trace_ != nullptr) trace_->stuck(program, place, position);
      break;
    }
    position = *next;
    if (passes_mention && nearest == first + i) ++nearest;
    push(place + 2, position);
  }
  try_in_order_from(nearest);
}

// What the instruction forbids matches at the position.
bool Matcher::excluded(const Program& program, const Instruction& instruction, const SentenceItems& items,
                       std::uint32_t position) {
  if (!guard_allows(program, instruction, items, position)) return false;
  const Program& lookahead = program.lookaheads[instruction.link];
  if (inner_ == nullptr) inner_.reset(new Matcher(nullptr, guard_rows_));
  if (inner_->slots_.size() < slots_.size()) inner_->slots_.resize(slots_.size());  // which nobody reads
  return inner_->run(lookahead, items, position).has_value();
}

}  // namespace quanhe
