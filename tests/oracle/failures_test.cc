// A matcher that keeps what it learnt from one try to the next, against one that is new at every token: on sentences so
// long that many programs are hard in them. What the new one finds is compared with the twin elsewhere.

#include <gtest/gtest.h>

#include "oracle/compare.h"
#include "oracle/random_cases.h"
#include "oracle/scale.h"

namespace quanhe::oracle {
namespace {

constexpr std::uint32_t kPatterns = 1'000;
constexpr std::uint32_t kLongEnough = 100;  // tokens

// Several ways through the pattern, one after another.
SentencePlan long_sentence(RandomCases& cases, const PatternNode& pattern) {
  SentencePlan plan;
  for (int i = 0; i < 1000 && plan.pieces.size() < kLongEnough; ++i) {
    const auto offset = static_cast<std::uint32_t>(plan.pieces.size());
    const SentencePlan more = cases.sentence_for(pattern);
    plan.pieces.insert(plan.pieces.end(), more.pieces.begin(), more.pieces.end());
    for (Mention mention : more.mentions) {
      mention.tokens = {mention.tokens.start + offset, mention.tokens.end + offset};
      plan.mentions.push_back(mention);
    }
  }
  return plan;
}

bool is_same(const std::optional<Match>& a, const std::optional<Match>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->range == b->range && a->trigger == b->trigger && a->captures == b->captures;
}

class Compared {
 public:
  explicit Compared(Matcher& matcher) : matcher_(matcher) {}

  // What the matcher that is not new finds at each token is what a new one finds there.
  bool agree(const CompiledPattern& pattern, const SentenceItems& items) {
    for (std::uint32_t position = 0; position < items.size(); ++position) {
      Matcher fresh;
      const auto wanted = find(fresh, pattern, items, position);
      if (!is_same(find(matcher_, pattern, items, position), wanted)) return false;
      found += wanted ? 1 : 0;
    }
    return true;
  }

  std::size_t found = 0;

 private:
  static std::optional<Match> find(Matcher& matcher, const CompiledPattern& pattern, const SentenceItems& items,
                                   std::uint32_t position) {
    return pattern.has_trigger ? matcher.match_trigger(pattern, items, position)
                               : matcher.match_at(pattern, items, position);
  }

  Matcher& matcher_;
};

void compare(TriggerUse trigger, std::uint64_t seed) {
  RandomCases cases(seed);
  Engine engine(test_language());
  Matcher matcher;
  Compared compared(matcher);
  for (std::uint32_t done = 0; done < kPatterns / kScale;) {
    const PatternNode node = trigger == TriggerUse::kNone ? cases.pattern() : cases.trigger_pattern();
    std::string faults;
    const auto pattern = engine.compile(to_text(node), trigger, faults);
    if (!pattern) continue;
    const PreparedSentence sentence(long_sentence(cases, node), engine.words());
    if (!sentence.valid()) continue;
    ++done;
    for (const CompiledPattern& variant : pattern->variants) {
      ASSERT_TRUE(compared.agree(variant, sentence.items())) << to_text(node) << "\n" << to_string(sentence.plan());
    }
  }
  EXPECT_GT(compared.found, kPatterns / kScale);
}

TEST(KnownFailures, ChangeNothingWithoutATrigger) { compare(TriggerUse::kNone, 17); }
TEST(KnownFailures, ChangeNothingFromATrigger) { compare(TriggerUse::kRequired, 19); }

// Made patterns are seldom hard; these are, in every sentence, and match in some places.
TEST(KnownFailures, ChangeNothingWhereEveryTryIsHard) {
  Engine engine(test_language());
  Matcher matcher;
  Compared compared(matcher);
  for (const char* source : {"((a? b?)*4 (a* b*)*4)* c", "(a ... b)* ... c", "(a | a b | b a)* c", "(!(a* c a) a)* b",
                             "{p: a* b*} {q: ..8} {r: c}", "(<verb> <verb>?)* c"}) {
    std::string faults;
    const auto pattern = engine.compile(source, TriggerUse::kNone, faults);
    ASSERT_TRUE(pattern) << source << ": " << faults;
    std::mt19937 random(5);
    for (int i = 0; i < 20; ++i) {
      SentencePlan plan;
      const std::uint32_t one_in = 10 + 20 * static_cast<std::uint32_t>(i);
      while (plan.pieces.size() < 300)
        plan.pieces.push_back({random() % one_in == 0 ? "c" : random() % 3 == 0 ? "b" : "a"});
      const PreparedSentence sentence(plan, engine.words());
      ASSERT_TRUE(sentence.valid());
      ASSERT_TRUE(compared.agree(pattern->variants[0], sentence.items())) << source;
    }
  }
  EXPECT_GT(compared.found, 1000U);
}

}  // namespace
}  // namespace quanhe::oracle
