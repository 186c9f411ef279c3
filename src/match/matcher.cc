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

bool has_bit(const std::uint64_t* row, std::uint32_t number) { return (row[number / 64] >> number % 64 & 1) != 0; }

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
template <Matcher::Mode mode>
[[gnu::always_inline]] inline bool Matcher::visit(const Program& program, const SentenceItems& items,
                                                  std::uint32_t instruction, std::uint32_t position,
                                                  std::size_t& visits) {
  constexpr std::size_t kUnmarkedVisits = 64;
  if (mode != Mode::kHard && visits < kUnmarkedVisits) {
    ++visits;
    return true;
  }
  const std::size_t pair = std::size_t{position} * program.instructions.size() + instruction;
  if constexpr (mode == Mode::kHard) {
    if ((*known_)[pair]) return false;
    (*known_)[pair] = true;
    way_.push_back(pair);
    ++depth_;
  } else {
    if (visits == kUnmarkedVisits) begin_marks(pairs_of(program, items));
    if (visited_[pair] == run_) return false;
    visited_[pair] = run_;
    ++visits;
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
  guards_ = nullptr;
  way_.clear();
  depth_ = 0;
  // An explanation wants to be told of all failures, known or not.
  if (trace_ != nullptr) return work<Mode::kTraced>(program, items, position);
  known_ = failures_.find(program, items.number());
  if (known_ == nullptr) {
    const std::optional<std::uint32_t> end = work<Mode::kPlain>(program, items, position);
    if (visits_ > kHardVisits) failures_.keep(program, pairs_of(program, items));
    return end;
  }
  const std::optional<std::uint32_t> end = work<Mode::kHard>(program, items, position);
  for (std::size_t i = 0; end && i < depth_; ++i) (*known_)[way_[i]] = false;
  return end;
}

template <Matcher::Mode mode>
std::optional<std::uint32_t> Matcher::work(const Program& program, const SentenceItems& items, std::uint32_t position) {
  std::optional<std::uint32_t> end;
  std::size_t visits = 0;  // apart from visits_, so that it need not be in memory
  push(0, position);
  while (!end && !jobs_.empty()) {
    const Job job = jobs_.back();
    jobs_.pop_back();
    if (job.slot != kNoSlot) {
      slots_[job.slot] = job.position;
    } else {
      end = follow<mode>(program, items, job, visits);
    }
  }
  jobs_.clear();
  visits_ = visits;
  return end;
}

// Goes on from a job until it accepts or fails; what else could be tried is pushed.
template <Matcher::Mode mode>
[[gnu::always_inline]] inline std::optional<std::uint32_t> Matcher::follow(const Program& program,
                                                                           const SentenceItems& items, const Job& job,
                                                                           std::size_t& visits) {
  const Instruction* const instructions = program.instructions.data();
  const bool forward = program.direction == Reading::kForward;
  std::uint32_t place = job.instruction;
  std::uint32_t position = job.position;
  if constexpr (mode == Mode::kHard) way_.resize(depth_ = job.depth);
  while (visit<mode>(program, items, place, position, visits)) {
    const Instruction& instruction = instructions[place];
    const std::size_t pushed = mode == Mode::kTraced ? jobs_.size() : 0;
    std::optional<std::uint32_t> next;  // where the next instruction is followed; nowhere when its ways were pushed
    switch (instruction.op) {
      case Op::kAccept: return position;
      case Op::kJump: place = instruction.argument; continue;
      case Op::kSplit: place = split<mode>(program, place, items, position); continue;
      case Op::kSave:
        // Where nothing else is left to try, nobody will read the slot unless this way succeeds.
        if (!jobs_.empty()) jobs_.push_back({0, slots_[instruction.argument], instruction.argument});
        slots_[instruction.argument] = position;
        ++place;
        continue;
      case Op::kWord: next = step_word(instruction, items, position, forward); break;
      case Op::kKind:
        next = match_kind(static_cast<PatternKind>(instruction.argument), items, position, program.direction);
        break;
      case Op::kType:
        if (forward) {
          next = step_type(instruction, items, position);
        } else {
          push_types(instruction, place, items, position);
        }
        break;
      case Op::kClass: next = step_class(program, place, items, position); break;
      case Op::kGap: push_gap(instruction, place, items, forward, position); break;
      case Op::kSteps: push_steps<mode>(program, place, items, position); break;
      case Op::kEdge:
        if (items.is_edge(position)) next = position;
        break;
      case Op::kStart:
        if (position == 0) next = position;
        break;
      case Op::kEnd:
        if (position == items.size()) next = position;
        break;
      case Op::kNot:
        if (!excluded<mode>(program, instruction, items, position)) next = position;
        break;
    }
    if (!next) {
      if (mode == Mode::kTraced && jobs_.size() == pushed) trace_->stuck(program, place, position);
      return std::nullopt;
    }
    position = *next;
    ++place;
  }
  return std::nullopt;
}

// False when what the instruction guards cannot match at the position. An explanation wants to be told where it fails.
template <Matcher::Mode mode>
[[gnu::always_inline]] inline bool Matcher::guard_allows(const Program& program, const Instruction& instruction,
                                                         const SentenceItems& items, std::uint32_t position) {
  if (instruction.guard == Guards::kNone || mode == Mode::kTraced) return true;
  return has_bit(guards_at(program, items, position), instruction.guard);
}

inline const std::uint64_t* Matcher::guards_at(const Program& program, const SentenceItems& items,
                                               std::uint32_t position) {
  if (guards_ == nullptr) guards_ = &guard_rows_->of(*program.guards, items, program.direction);
  return guards_->at(*program.guards, items, position);
}

// Where a split leads; its other way is pushed. Past options that cannot match at the position, but not past many, since those
// that are passed are not marked as visited.
template <Matcher::Mode mode>
[[gnu::always_inline]] inline std::uint32_t Matcher::split(const Program& program, std::uint32_t place,
                                                           const SentenceItems& items, std::uint32_t position) {
  constexpr int kMostPassed = 16;
  const Instruction* instruction = &program.instructions[place];
  if (guard_allows<mode>(program, *instruction, items, position)) {
    push(instruction->argument, position);
    return place + 1;
  }
  const std::uint64_t* const guards = guards_at(program, items, position);
  for (int passed = 0; passed < kMostPassed; ++passed) {
    place = instruction->argument;
    instruction = &program.instructions[place];
    const bool is_guarded = instruction->op == Op::kSplit && instruction->guard != Guards::kNone;
    if (!is_guarded || has_bit(guards, instruction->guard)) break;
  }
  return place;
}

// Behind the longest entry that begins (ends) at the position; the others are pushed.
std::optional<std::uint32_t> Matcher::step_class(const Program& program, std::uint32_t place, const SentenceItems& items,
                                                 std::uint32_t position) {
  const WordClass& word_class = *program.classes[program.instructions[place].argument];
  const std::span<const TokenTrie::Hit> hits = class_hits_.find(word_class, items, position, program.direction);
  if (hits.empty()) return std::nullopt;
  for (const TokenTrie::Hit& hit : hits.first(hits.size() - 1)) push(place + 1, hit.position);
  return hits.back().position;
}

// Several mentions may end at one position, though only one begins at each: the longest is tried first.
void Matcher::push_types(const Instruction& type, std::uint32_t place, const SentenceItems& items,
                         std::uint32_t position) {
  const std::span<const Mention* const> mentions = items.ending_at(position);
  for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
    if (!takes(type, **mention)) continue;
    push(place + 1, items.position_range(**mention).start);
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
template <Matcher::Mode mode>
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
    if (excluded<mode>(program, steps, items, position)) {
      if (mode == Mode::kTraced) trace_->stuck(program, place, position);
      break;
    }
    position = *next;
    if (passes_mention && nearest == first + i) ++nearest;
    push(place + 2, position);
  }
  try_in_order_from(nearest);
}

// What the instruction forbids matches at the position.
template <Matcher::Mode mode>
bool Matcher::excluded(const Program& program, const Instruction& instruction, const SentenceItems& items,
                       std::uint32_t position) {
  if (!guard_allows<mode>(program, instruction, items, position)) return false;
  const Program& lookahead = program.lookaheads[instruction.link];
  if (inner_ == nullptr) inner_.reset(new Matcher(nullptr, guard_rows_));
  if (inner_->slots_.size() < slots_.size()) inner_->slots_.resize(slots_.size());  // which nobody reads
  return inner_->run(lookahead, items, position).has_value();
}

}  // namespace quanhe
