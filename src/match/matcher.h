#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "match/class_hits.h"
#include "match/failures.h"
#include "match/program.h"
#include "match/syntax.h"

namespace quanhe {

// Where a pattern matched. Positions are those of the sentence.
struct Match {
  Span range;
  Span trigger;  // equal ends without one
  std::vector<std::optional<Span>> captures;  // by index; none where it took no part
};

// Is told where a match got stuck; for explanations only. A build has none.
class MatchTrace {
 public:
  virtual ~MatchTrace() = default;

  // The instruction could not be followed at the position.
  virtual void stuck(const Program& program, std::uint32_t instruction, std::uint32_t position) = 0;
};

// Runs patterns over sentences. Keeps working memory between calls: one matcher a thread.
class Matcher {
 public:
  explicit Matcher(MatchTrace* trace = nullptr) : Matcher(trace, std::make_shared<GuardRows>()) {}

  // The match of a pattern without a trigger that begins at `position`: of the ways to match, the first in the
  // order that the pattern prefers. Cost: at most (instructions) × (tokens after `position`); of all positions of a
  // sentence together a few times (instructions) × (tokens), and the lengths of the matches.
  std::optional<Match> match_at(const CompiledPattern& pattern, const SentenceItems& items, std::uint32_t position);

  // The match of a pattern whose trigger begins at `position`.
  std::optional<Match> match_trigger(const CompiledPattern& pattern, const SentenceItems& items,
                                     std::uint32_t position);

 private:
  static constexpr std::uint32_t kNoSlot = UINT32_MAX;
  static constexpr std::uint32_t kNoPosition = UINT32_MAX;

  struct Job {
    std::uint32_t instruction;
    std::uint32_t position;
    std::uint32_t slot = kNoSlot;  // kNoSlot: go on from the instruction; else put `position` back into this slot
    std::uint32_t depth = 0;       // of the way to it; counted for hard programs only
  };

  Matcher(MatchTrace* trace, std::shared_ptr<GuardRows> guard_rows) : trace_(trace), guard_rows_(std::move(guard_rows)) {}

  // How a program is run: as most are; one that was hard in the sentence before; one of which a trace is told.
  enum class Mode : std::uint8_t { kPlain, kHard, kTraced };

  std::optional<std::uint32_t> run(const Program& program, const SentenceItems& items, std::uint32_t position);
  template <Mode mode>
  std::optional<std::uint32_t> work(const Program& program, const SentenceItems& items, std::uint32_t position);
  template <Mode mode>
  std::optional<std::uint32_t> follow(const Program& program, const SentenceItems& items, const Job& job,
                                      std::size_t& visits);
  template <Mode mode>
  bool visit(const Program& program, const SentenceItems& items, std::uint32_t instruction, std::uint32_t position,
             std::size_t& visits);
  void begin_marks(std::size_t pairs);
  template <Mode mode>
  bool guard_allows(const Program& program, const Instruction& instruction, const SentenceItems& items,
                    std::uint32_t position);
  const std::uint64_t* guards_at(const Program& program, const SentenceItems& items, std::uint32_t position);
  template <Mode mode>
  std::uint32_t split(const Program& program, std::uint32_t place, const SentenceItems& items, std::uint32_t position);
  template <Mode mode>
  bool excluded(const Program& program, const Instruction& instruction, const SentenceItems& items,
                std::uint32_t position);
  std::optional<std::uint32_t> step_class(const Program& program, std::uint32_t place, const SentenceItems& items,
                                          std::uint32_t position);
  void push(std::uint32_t instruction, std::uint32_t position) {
    jobs_.push_back({instruction, position, kNoSlot, depth_});
  }
  void push_types(const Instruction& type, std::uint32_t place, const SentenceItems& items, std::uint32_t position);
  void push_gap(const Instruction& gap, std::uint32_t place, const SentenceItems& items, bool forward,
                std::uint32_t position);
  template <Mode mode>
  void push_steps(const Program& program, std::uint32_t place, const SentenceItems& items, std::uint32_t position);
  void try_in_order_from(std::size_t bottom);
  Match make_match(const CompiledPattern& pattern, Span range) const;

  MatchTrace* trace_;
  std::vector<std::uint32_t> slots_;
  std::vector<Job> jobs_;
  ClassHits class_hits_;
  // The run that last came by, by instruction and position: a byte each, since most of what a run costs is to fetch them.
  std::vector<std::uint8_t> visited_;
  std::size_t marked_ = 0;  // no mark stands at or after it
  std::uint8_t run_ = 0;
  std::size_t visits_ = 0;  // of the last run
  std::shared_ptr<GuardRows> guard_rows_;  // those of `inner_` too
  GuardRows::Rows* guards_ = nullptr;      // of this run, once it has asked for them
  Failures failures_;
  Failures::Table* known_ = nullptr;  // of this run's program, if it is hard; then used instead of `visited_`
  std::vector<std::size_t> way_;      // the pairs that lead to where a hard program is
  std::uint32_t depth_ = 0;           // their number
  std::unique_ptr<Matcher> inner_;  // for what must not follow; made when it is first asked for
};

}  // namespace quanhe
