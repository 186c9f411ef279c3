#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "match/compile.h"
#include "match/matcher.h"
#include "match/pattern_search.h"
#include "oracle/answer.h"
#include "oracle/language.h"
#include "oracle/sentence.h"

namespace quanhe::oracle {

// The engine under test, with the language's names, in the way in which rules use it: a position is tried where
// the index says that the pattern can begin.
class Engine {
 public:
  explicit Engine(const Language& language);

  const WordTable& words() const { return words_; }

  struct Pattern {
    std::vector<CompiledPattern> variants;
    PatternIndex index;
  };

  // nullopt when the engine refuses the pattern; `faults` then says why.
  std::optional<Pattern> compile(const std::string& source, TriggerUse trigger, std::string& faults);

  std::optional<Answer> match_at(const Pattern& pattern, const SentenceItems& items, std::uint32_t position);
  std::optional<Answer> match_trigger(const Pattern& pattern, const SentenceItems& items, std::uint32_t position);

 private:
  std::optional<Answer> match(const Pattern& pattern, const SentenceItems& items, std::uint32_t position, bool trigger);

  WordTable words_;
  PatternScope scope_;
  Matcher matcher_;
  PatternSearch search_;
};

// The mentions of a sentence by address, as the engine takes them. The sentence must stay where it is.
class EngineSentence {
 public:
  explicit EngineSentence(const TestSentence& sentence, const RuleWords* rule_words = nullptr);

  const SentenceItems& items() const { return items_; }

 private:
  std::vector<const Mention*> mentions_;
  SentenceItems items_;
};

}  // namespace quanhe::oracle
