#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "match/syntax.h"
#include "oracle/engine.h"
#include "oracle/pattern.h"
#include "oracle/sentence.h"

namespace quanhe::oracle {

// The pattern as its author would write it.
std::string to_text(const PatternNode& pattern);

// A sentence made ready for both matchers.
class PreparedSentence {
 public:
  PreparedSentence(SentencePlan plan, const WordTable& words, const RuleWords* rule_words = nullptr);

  // False when the pieces would not be read as one token each; then it is good for nothing.
  bool valid() const { return engine_ != nullptr; }
  const SentencePlan& plan() const { return plan_; }
  const TestSentence& sentence() const { return *sentence_; }
  const SentenceItems& items() const { return engine_->items(); }

 private:
  SentencePlan plan_;
  std::unique_ptr<TestSentence> sentence_;
  std::unique_ptr<EngineSentence> engine_;
};

// Runs engine and twin on one pattern after another, and counts what they saw, so that a test can require that it
// was something.
class Comparison {
 public:
  explicit Comparison(const Language& language) : language_(language), engine_(language) {}

  // False when the engine refuses the pattern.
  bool set_pattern(const PatternNode& pattern, TriggerUse trigger);
  // From now on the engine gets this text, in which it finds the same trigger without its brackets.
  bool set_unmarked(const PatternNode& pattern);

  // The first disagreement on the sentence, shrunk and in words; none.
  std::optional<std::string> disagreement(const PreparedSentence& sentence);

  struct Counts {
    std::uint64_t accepted = 0;  // patterns
    std::uint64_t refused = 0;
    std::uint64_t compared = 0;  // positions
    std::uint64_t matched = 0;
    std::uint64_t given_up = 0;
  };
  const Counts& counts() const { return counts_; }
  const std::string& faults() const { return faults_; }
  const WordTable& words() const { return engine_.words(); }

 private:
  // Where the two differ, and what they say.
  struct Difference {
    std::uint32_t position = 0;
    std::optional<Answer> wanted;
    std::optional<Answer> found;
  };

  std::optional<Difference> difference(const PreparedSentence& sentence);
  std::optional<Difference> difference(const SentencePlan& plan);
  std::string shrink(SentencePlan plan);
  bool shrink_pattern(const SentencePlan& plan);
  bool shrink_plan(SentencePlan& plan);
  std::string describe(const SentencePlan& plan);

  const Language& language_;
  Engine engine_;
  TriggerUse trigger_ = TriggerUse::kNone;
  PatternNode node_;
  std::string source_;  // what the engine got
  bool unmarked_ = false;
  Item item_;
  std::optional<Engine::Pattern> pattern_;
  std::string faults_;
  Counts counts_;
};

}  // namespace quanhe::oracle
