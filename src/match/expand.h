#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "match/compile.h"

namespace quanhe {

// A pattern whose names are resolved and whose phrases are put in: the tree between syntax and program.
struct ExpandedNode {
  enum class Kind : std::uint8_t {
    kSequence, kAlternatives, kRepeat, kWord, kClass, kType, kKind, kGap, kCapture, kTrigger, kNot, kStart, kEnd,
  };

  Kind kind = Kind::kSequence;
  std::uint32_t argument = 0;  // kWord: number; kKind: PatternKind; kCapture: index
  std::uint32_t minimum = 0;   // kRepeat
  std::uint32_t maximum = 0;   // kRepeat, kGap
  TypeMask mask = 0;           // kType: what it takes; kGap: what it must not pass
  bool plural = false;         // kType
  const WordClass* word_class = nullptr;
  std::uint32_t offset = 0;    // in the source of the outermost pattern
  std::vector<ExpandedNode> children;
};

// Resolves `root` and collects its captures. Appends what is wrong to `faults`.
ExpandedNode expand_pattern(const PatternNode& root, const PatternScope& scope, std::vector<CaptureInfo>& captures,
                            std::vector<PatternFault>& faults);

// The key of the nodes, if they are two words.
std::optional<WordKey> pair_of(std::span<const ExpandedNode> nodes);

// Sets each gap's mask: the types of the nearest captures before and after it, up to the next gap or trigger.
void set_gap_borders(ExpandedNode& root);

}  // namespace quanhe
