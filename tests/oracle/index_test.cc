// Many patterns in one index, as a step of rules has them: what it offers at a position is in order, without
// repetitions, and holds every pattern that matches there.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "oracle/compare.h"
#include "oracle/matcher.h"
#include "oracle/random_cases.h"
#include "oracle/scale.h"

namespace quanhe::oracle {
namespace {

struct Pack {
  std::vector<Item> items;
  std::shared_ptr<NeedSets> needs = std::make_shared<NeedSets>();
  PatternIndex index{needs};
  RuleWords words;
  std::vector<PatternNode> nodes;
};

enum class Anything { kSome, kNone };

void add_patterns(Engine& engine, RandomCases& cases, std::size_t count, Anything anything, Pack& pack) {
  while (pack.items.size() < count) {
    const PatternNode node = cases.pattern();
    std::string faults;
    const auto pattern = engine.compile(to_text(node), TriggerUse::kNone, faults);
    // One that can begin with anything is offered everywhere, and would only hide what the index does.
    const bool wanted = anything == Anything::kSome && pack.items.size() % 10 == 0;
    if (!pattern || (pattern->variants[0].first.anything && !wanted)) continue;
    pack.index.add(pattern->variants[0]);
    pack.items.push_back(expand(std::get<PatternNode>(parse_pattern(to_text(node))), test_language()));
    pack.nodes.push_back(node);
  }
  pack.index.note_words(0, pack.words);
  pack.needs->note_words(pack.words);
}

void expect_offered(const Pack& pack, const TestSentence& sentence, const SentenceItems& items,
                    const std::string& shown) {
  PatternSearch search;
  NaiveMatcher naive(test_language(), sentence);
  std::uint32_t place = pack.index.next_place(items, 0);  // at which rules are tried next
  for (std::uint32_t position = 0; position < sentence.size(); ++position) {
    const bool passed_over = place > position;
    if (!passed_over) place = pack.index.next_place(items, position + 1);
    const auto found = passed_over ? std::span<const std::uint32_t>() : search.find(pack.index, items, position);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), std::less_equal<>())) << shown << " at " << position;
    for (std::uint32_t i = 0; i < pack.items.size(); ++i) {
      if (!naive.match_at(pack.items[i], position)) continue;
      EXPECT_TRUE(std::find(found.begin(), found.end(), i) != found.end())
          << to_text(pack.nodes[i]) << " matches " << shown << " at " << position;
    }
  }
}

void expect_offered_in_random_sentences(Anything anything) {
  Engine engine(test_language());
  RandomCases cases(7);
  Pack pack;
  add_patterns(engine, cases, 200, anything, pack);
  for (std::uint32_t i = 0; i < 2'000 / kScale; ++i) {
    const PreparedSentence sentence(cases.sentence_for(pack.nodes[i % pack.nodes.size()]), engine.words(),
                                    i % 2 == 0 ? &pack.words : nullptr);
    if (sentence.valid()) expect_offered(pack, sentence.sentence(), sentence.items(), to_string(sentence.plan()));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(PatternIndex, OffersInOrderWhatMatches) { expect_offered_in_random_sentences(Anything::kSome); }

TEST(PatternIndex, PassesOverWhereNothingBegins) { expect_offered_in_random_sentences(Anything::kNone); }

}  // namespace
}  // namespace quanhe::oracle
