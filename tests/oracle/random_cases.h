#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "match/syntax.h"
#include "oracle/sentence.h"

namespace quanhe::oracle {

// Patterns and sentences by chance, the same for the same seed on every machine.
class RandomCases {
 public:
  explicit RandomCases(std::uint64_t seed) : random_(seed) {}

  // Over test_language(). With a trigger: one to three alternatives, each with a marked one.
  PatternNode pattern();
  PatternNode trigger_pattern();

  // A sentence that has a chance to match: a way through the pattern, then some disorder.
  SentencePlan sentence_for(const PatternNode& pattern);

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
  std::string pick(const std::vector<std::string>& texts);

  PatternNode item(std::uint32_t depth);
  PatternNode atom();
  PatternNode sequence(std::uint32_t depth);
  PatternNode alternatives(std::uint32_t depth);
  PatternNode repetition(std::uint32_t depth);
  PatternNode capture(PatternNode child);
  PatternNode trigger_alternative();

  void sample(const PatternNode& node, SentencePlan& plan);
  void sample_words(const std::string& words, SentencePlan& plan);
  void sample_name(const std::string& name, SentencePlan& plan);
  void sample_mention(const std::string& type, SentencePlan& plan);
  void sample_coordination(const std::string& type, SentencePlan& plan);
  void sample_noise(std::uint32_t most, SentencePlan& plan);
  void disturb(SentencePlan& plan);

  std::mt19937_64 random_;
  std::uint32_t captures_ = 0;  // in the pattern that is being made
};

}  // namespace quanhe::oracle
