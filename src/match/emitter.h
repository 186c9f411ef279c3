#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "match/expand.h"
#include "match/program.h"

namespace quanhe {

// A longer program is not to be used.
inline constexpr std::size_t kLongestProgram = 2'000;
static_assert(kLongestProgram < Instruction::kMostLinks);

// Writes a program, node by node in the direction of reading.
class Emitter {
 public:
  // `guards` grows.
  Emitter(Reading direction, std::shared_ptr<Guards> guards) : guards_(std::move(guards)) {
    program_.direction = direction;
    program_.guards = guards_;
  }

  void emit(const ExpandedNode& node);
  Instruction& add(Instruction::Op op, std::uint32_t argument = 0);

  // Of the program so far, or more than kLongestProgram. A bounded gap counts as its length.
  std::size_t length() const { return program_.instructions.size() + lookahead_length_ + gap_length_; }
  Program take();

 private:
  bool forward() const { return program_.direction == Reading::kForward; }
  bool too_long() const { return length() > kLongestProgram; }
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.instructions.size()); }
  void aim(std::uint32_t instruction) { program_.instructions[instruction].argument = here(); }

  void emit_in_order(const std::vector<ExpandedNode>& children);
  std::uint32_t emit_split(const ExpandedNode& way);
  void emit_alternatives(const std::vector<ExpandedNode>& children);
  void emit_repeat(const ExpandedNode& node);
  void emit_capture(const ExpandedNode& node);
  void emit_gap(const ExpandedNode& node);
  void emit_not(const ExpandedNode& node);
  bool emit_steps(const ExpandedNode& node);
  void forbid(const ExpandedNode& node, std::uint32_t places, Instruction& instruction);
  std::uint16_t guard_of(std::span<const ExpandedNode> nodes);

  Program program_;
  std::size_t lookahead_length_ = 0;
  std::size_t gap_length_ = 0;
  std::uint32_t offset_ = 0;
  std::shared_ptr<Guards> guards_;
  std::map<const ExpandedNode*, std::uint16_t> guards_of_nodes_;  // by the first of nodes that were asked for
};

}  // namespace quanhe
