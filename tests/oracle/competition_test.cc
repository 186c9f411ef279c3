// Rules of one step compete: leftmost, then longest, then higher priority, then earlier in the file. The twin takes
// the best of all, strikes out what overlaps it, and begins again.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "extract/working_document.h"

namespace quanhe {
namespace {

bool is_better(const RuleCandidate& a, const RuleCandidate& b) {
  if (a.match.range.start != b.match.range.start) return a.match.range.start < b.match.range.start;
  if (a.match.range.length() != b.match.range.length()) return a.match.range.length() > b.match.range.length();
  if (a.priority != b.priority) return a.priority > b.priority;
  return a.rule < b.rule;
}

std::vector<RuleCandidate> naive_selection(std::vector<RuleCandidate> candidates) {
  std::vector<RuleCandidate> selected;
  while (!candidates.empty()) {
    const RuleCandidate best = *std::min_element(candidates.begin(), candidates.end(), is_better);
    selected.push_back(best);
    std::erase_if(candidates, [&](const RuleCandidate& other) { return other.match.range.overlaps(best.match.range); });
  }
  return selected;
}

std::string shown(const std::vector<RuleCandidate>& candidates) {
  std::string text;
  for (const RuleCandidate& candidate : candidates) {
    text += "rule " + std::to_string(candidate.rule) + " priority " + std::to_string(candidate.priority) + " at " +
            std::to_string(candidate.match.range.start) + ".." + std::to_string(candidate.match.range.end) + "\n";
  }
  return text;
}

TEST(Competition, IsLeftmostLongestPriorityOrder) {
  std::mt19937_64 random(13);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  for (int round = 0; round < 5'000; ++round) {
    std::vector<RuleCandidate> candidates(below(8));
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
      const std::uint32_t start = below(6);
      candidates[i].rule = i;
      candidates[i].priority = static_cast<int>(below(3)) - 1;
      candidates[i].match.range = {start, start + 1 + below(3)};
    }
    std::shuffle(candidates.begin(), candidates.end(), random);
    ASSERT_EQ(shown(select_candidates(candidates)), shown(naive_selection(candidates))) << "of\n" << shown(candidates);
  }
}

}  // namespace
}  // namespace quanhe
