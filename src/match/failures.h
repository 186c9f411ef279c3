#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "match/program.h"

namespace quanhe {

// Where in a sentence programs were found to fail: what failed from a pair of instruction and position fails from it
// again, wherever a later match begins. Kept for programs that turned out to be hard, as long as there is room.
class Failures {
 public:
  // By instruction and position, as long as asked for.
  using Table = std::vector<bool>;

  // The program's table for the sentence, or nullptr when it was not hard there. Forgets other sentences.
  Table* find(const Program& program, std::uint64_t sentence) {
    if (sentence != sentence_) {
      tables_.clear();
      room_ = kRoom;
      sentence_ = sentence;
    }
    if (tables_.empty()) return nullptr;
    const auto found = tables_.find(&program);
    return found == tables_.end() ? nullptr : &found->second;
  }

  // The program is hard in the sentence that was asked for last.
  void keep(const Program& program, std::size_t pairs) {
    if (pairs > room_) return;
    room_ -= pairs;
    tables_.try_emplace(&program, pairs);
  }

 private:
  static constexpr std::size_t kRoom = std::size_t{1} << 27;  // bits, for sixty of the longest programs

  std::unordered_map<const Program*, Table> tables_;
  std::uint64_t sentence_ = 0;
  std::size_t room_ = kRoom;
};

}  // namespace quanhe
