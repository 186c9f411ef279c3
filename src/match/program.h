#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "match/guards.h"
#include "match/item_set.h"
#include "match/token_kinds.h"
#include "match/word_class.h"

namespace quanhe {

// Sixteen bytes, because a sentence is read by some hundred programs of some hundred instructions each, and what they cost is
// to fetch them.
struct Instruction {
  enum class Op : std::uint8_t {
    kWord,    // argument: the number of the word's folded form
    kClass,   // argument: index into Program::classes
    kType,    // mask; argument: not 0 where a plural reference will do
    kKind,    // argument: a PatternKind
    kGap,     // argument: most steps; mask: mentions that it must not pass
    kSteps,   // argument: most steps; mask: mentions that it must not pass, but for those that the next instruction takes, a
              // kType; forward only, no step begins where the lookahead `link` matches; `guard`: it might
    kSplit,   // goes on at the next instruction, if `guard` allows it; when that fails, at `argument`
    kJump,    // goes on at `argument`
    kSave,    // argument: slot that takes the position
    kEdge,    // the position is at no mention's inside
    kNot,     // the lookahead `link` must not match here; `guard`: it might
    kStart,
    kEnd,
    kAccept,
  };

  static constexpr std::uint32_t kMostLinks = 4095;

  Op op : 6 = Op::kAccept;
  std::uint32_t guard : 14 = Guards::kNone;  // of Program::guards: the set of which an item must begin (end) at the position
  std::uint32_t link : 12 = 0;
  std::uint32_t argument = 0;
  std::uint64_t mask = 0;

  void set_guard(std::uint16_t number) { guard = number & Guards::kNone; }
  void set_link(std::size_t number) { link = number & kMostLinks; }
};
static_assert(sizeof(Instruction) == 16);

// Instructions that read a sentence in one direction from a position on.
struct Program {
  Reading direction = Reading::kForward;
  std::vector<Instruction> instructions;
  std::vector<std::uint32_t> offsets;  // by instruction, the byte of the pattern's source where its item begins
  std::vector<const WordClass*> classes;
  std::vector<Program> lookaheads;  // always forward
  std::shared_ptr<const Guards> guards;  // of all patterns with which it is asked about

  std::uint32_t offset_of(const Instruction& instruction) const {
    return offsets[static_cast<std::size_t>(&instruction - instructions.data())];
  }
};

// What a pattern can begin with.
struct FirstItems : ItemSet {
  bool anything = false;  // a gap, or nothing at all: every token must be tried
};

// What a match cannot be without: of each set at least one item.
struct Needs {
  std::vector<ItemSet> from;    // stands at or after the position from which `forward` is run
  std::vector<ItemSet> before;  // begins before it
};

struct CaptureInfo {
  std::string name;                        // "o.title": the capture `title` of the phrase that `o` captures
  TypeMask types = 0;                      // of the mentions that it takes; 0: words
  bool many = false;                       // a coordination
  std::vector<const WordClass*> classes;   // whose entries it takes directly
};

// A pattern ready to run. A capture has the slots 2i (start) and 2i + 1 (end) by its index i; the two slots
// after the last capture's are the trigger's. Classes are owned by the pack and outlive it.
struct CompiledPattern {
  Program forward;   // the whole pattern or, with a trigger, the trigger and what follows
  Program backward;  // what precedes the trigger, read backwards; without a trigger it has no instructions
  std::vector<CaptureInfo> captures;
  FirstItems first;           // of `forward`, of the ways that are open anywhere
  FirstItems first_at_start;  // of those that go over "^", open where the sentence starts
  Needs needs;
  bool has_trigger = false;
  std::string source;  // as the rule file writes it, for explanations; Instruction::offset counts its bytes

  std::uint32_t slot_count() const { return static_cast<std::uint32_t>(captures.size() * 2 + 2); }
};

}  // namespace quanhe
