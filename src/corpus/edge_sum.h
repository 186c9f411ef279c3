#pragma once

#include <cstdint>
#include <map>

#include "corpus/edge_tally.h"

namespace quanhe {

// Sums up the statements of one edge one after another.
class EdgeSum {
 public:
  // `group` is the source group of the statement's document.
  void add(Status status, std::int64_t group, int confidence) {
    tally_.count(status, 1);
    voices_[group].hear(status, confidence);
  }

  EdgeTally tally() const {
    EdgeTally tally = tally_;
    for (const auto& [group, voice] : voices_) tally.count(voice, 1);
    return tally;
  }

 private:
  EdgeTally tally_;
  std::map<std::int64_t, SourceVoice> voices_;
};

}  // namespace quanhe
