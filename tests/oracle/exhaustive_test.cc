// All small patterns over all small sentences. Families keep the products small: each crosses the constructs that
// have to do with one another.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "oracle/compare.h"
#include "oracle/scale.h"

namespace quanhe::oracle {
namespace {

using Kind = PatternNode::Kind;
using Patterns = std::vector<PatternNode>;

PatternNode parsed(const std::string& source) { return std::get<PatternNode>(parse_pattern(source)); }

PatternNode parent(Kind kind, Patterns children) {
  PatternNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

// "x" made of a pattern by a construct around it: "(x)?".
struct Around {
  std::string before;
  std::string after;
};

// Patterns by size: an atom has one, a construct around one adds one, "x y" and "x | y" have the sum.
class Grammar {
 public:
  Grammar(const std::vector<std::string>& atoms, std::vector<Around> unary) : unary_(std::move(unary)), sizes_(2) {
    for (const std::string& atom : atoms) sizes_[1].push_back(parsed(atom));
  }

  const Patterns& of_size(std::size_t size) {
    while (sizes_.size() <= size) grow();
    return sizes_[size];
  }

 private:
  void grow() {
    const std::size_t size = sizes_.size();
    Patterns made;
    for (const PatternNode& child : sizes_[size - 1]) {
      for (const Around& construct : unary_) {
        const auto node = parse_pattern(construct.before + to_text(child) + construct.after);
        if (const auto* pattern = std::get_if<PatternNode>(&node)) made.push_back(*pattern);
      }
    }
    for (std::size_t left = 1; left < size; ++left) {
      for (const PatternNode& first : sizes_[left]) {
        for (const PatternNode& second : sizes_[size - left]) {
          made.push_back(parent(Kind::kSequence, {first, second}));
          made.push_back(parent(Kind::kAlternatives, {first, second}));
        }
      }
    }
    sizes_.push_back(std::move(made));
  }

  std::vector<Around> unary_;
  std::vector<Patterns> sizes_;
};

// All layouts of at most `most` mentions of the types; where they are more than two, of one word each.
void lay_mentions(SentencePlan& plan, std::uint32_t most, const std::vector<Mention>& kinds,
                  const std::function<void()>& visit) {
  visit();
  if (plan.mentions.size() == most) return;
  const auto size = static_cast<std::uint32_t>(plan.pieces.size());
  const std::uint32_t longest = most > 2 ? 1 : size;  // of the mentions
  const Span least = plan.mentions.empty() ? Span{0, 0} : plan.mentions.back().tokens;
  for (std::uint32_t start = least.start; start < size; ++start) {
    for (std::uint32_t end = start + 1; end <= std::min(size, start + longest); ++end) {
      for (Mention mention : kinds) {
        mention.tokens = {start, end};
        if (mention.tokens < least || !may_add(plan.mentions, mention)) continue;
        plan.mentions.push_back(mention);
        lay_mentions(plan, most, kinds, visit);
        plan.mentions.pop_back();
      }
    }
  }
}

struct Sentences {
  std::vector<std::string> words;
  std::uint32_t longest = 0;
  std::uint32_t most_mentions = 0;
  std::vector<Mention> kinds;  // without places

  std::vector<PreparedSentence> all(const WordTable& table) const {
    std::vector<PreparedSentence> made;
    SentencePlan plan;
    const std::function<void()> grow = [&] {
      if (!plan.pieces.empty()) {
        lay_mentions(plan, most_mentions, kinds, [&] { made.emplace_back(plan, table); });
      }
      if (plan.pieces.size() == longest) return;
      for (const std::string& word : words) {
        plan.pieces.push_back({word, false});
        grow();
        plan.pieces.pop_back();
      }
    };
    grow();
    return made;
  }
};

// One of kScale patterns is compared; those that are left out lie evenly between.
class Family : public ::testing::Test {
 protected:
  void compare(const Patterns& patterns, TriggerUse trigger, const Sentences& sentences) {
    const std::vector<PreparedSentence> prepared = sentences.all(comparison_.words());
    for (std::size_t i = 0; i < patterns.size(); i += kScale) {
      if (!comparison_.set_pattern(patterns[i], trigger)) continue;
      for (const PreparedSentence& sentence : prepared) {
        const auto difference = comparison_.disagreement(sentence);
        ASSERT_FALSE(difference) << *difference;
      }
    }
    EXPECT_GT(comparison_.counts().matched, comparison_.counts().compared / 100);
  }

  Comparison comparison_{test_language()};
};

const std::vector<Mention> kPersons = {{{}, kPerson, false, 0}};
const std::vector<Mention> kPersonsAndCountries = {{{}, kPerson, false, 0}, {{}, kCountry, false, 0}};

// Preference: what is tried first, and what is given back.
TEST_F(Family, Choices) {
  Grammar grammar({"a", "b", "Person", "..1"}, {{"(", ")?"}, {"(", ")*2"}, {"(", ")+2"}, {"{p: ", "}"}, {"!(", ")"}});
  const Sentences small{{"a", "b"}, 3, 1, kPersons};
  const Sentences larger{{"a", "b"}, 4, 2, kPersonsAndCountries};
  for (std::size_t size = 1; size <= 3; ++size) compare(grammar.of_size(size), TriggerUse::kNone, larger);
  compare(grammar.of_size(4), TriggerUse::kNone, small);
}

// What stands on both sides of a trigger, with the borders of gaps.
TEST_F(Family, Triggers) {
  Grammar grammar({"b", "Person", "{c: Country}", ".."}, {{"(", ")?"}, {"{p: ", "}"}, {"(", ")*2"}});
  const Sentences small{{"a", "b"}, 3, 2, kPersonsAndCountries};
  const Sentences larger{{"a", "b"}, 4, 2, kPersonsAndCountries};
  const auto around = [](const Patterns& left, const Patterns& right) {
    Patterns patterns;
    for (const PatternNode& before : left) {
      for (const PatternNode& after : right) {
        patterns.push_back(parent(Kind::kSequence, {before, parsed("[a]"), after}));
      }
    }
    return patterns;
  };
  compare(around(grammar.of_size(1), grammar.of_size(2)), TriggerUse::kRequired, larger);
  compare(around(grammar.of_size(2), grammar.of_size(1)), TriggerUse::kRequired, larger);
  compare(around(grammar.of_size(2), grammar.of_size(2)), TriggerUse::kRequired, small);
  compare(around(grammar.of_size(3), {parsed("b?")}), TriggerUse::kRequired, small);
}

// Steps that each ask what must not follow, some over mentions that gaps do not pass, read both ways.
TEST_F(Family, GuardedSteps) {
  Patterns patterns;
  Patterns with_trigger;
  for (const std::string forbidden : {"a", "Person", "(b a)", "(Country | a)"}) {
    for (const std::string times : {"*2", "*3", "+2", "?"}) {
      for (const std::string step : {"..1", "(Person | ..1)", "(Country | Person | ..1)"}) {
        const std::string steps = "(!" + forbidden + " " + step + ")" + times;
        for (const std::string before : {"", "a ", "{p: Person} ", "(b)? "}) {
          for (const std::string after : {"", " b", " {q: Person}", " $", " .. b"}) {
            patterns.push_back(parsed(before + steps + after));
            with_trigger.push_back(parsed(before + steps + " [b]" + after));
            with_trigger.push_back(parsed("[b] " + before + steps + after));
          }
        }
        patterns.push_back(parsed("{g: " + steps + "} b"));
        patterns.push_back(parsed("(" + steps + " b)*2 a"));
      }
    }
  }
  const Sentences sentences{{"a", "b"}, 4, 2, kPersonsAndCountries};
  const Sentences of_several{{"a", "b"}, 3, 2, {{{}, kPerson, false, 0}, {{}, kCountry, true, 0}}};
  for (const Sentences& each : {sentences, of_several}) {
    compare(patterns, TriggerUse::kNone, each);
    compare(with_trigger, TriggerUse::kRequired, each);
  }
}

// Coordinations, read both ways; then plural references and nested mentions.
TEST_F(Family, Coordinations) {
  Grammar grammar({"{q: Party+}", "Person", "a", ","}, {{"(", ")?"}, {"{p: ", "}"}});
  const Patterns patterns = grammar.of_size(2);
  Patterns with_trigger;
  for (const PatternNode& left : patterns) with_trigger.push_back(parent(Kind::kSequence, {left, parsed("[a]")}));
  const Sentences lists{{"a", ",", "and"}, 5, 3, kPersons};
  const Sentences nests{{"a", "and"}, 4, 2, {{{}, kPerson, false, 0}, {{}, kCountry, true, 0}}};
  for (const Sentences& sentences : {lists, nests}) {
    compare(patterns, TriggerUse::kNone, sentences);
    compare(with_trigger, TriggerUse::kRequired, sentences);
  }
}

// Words that look like something, and classes, read both ways.
TEST_F(Family, KindsAndClasses) {
  Grammar grammar({"{q: Name}", "{r: Code}", "Upper", "Number", "Year", "{s: <verb>}", "{t: <title>}", "a"},
                  {{"(", ")?"}, {"(", ")+2"}});
  Patterns patterns = grammar.of_size(2);
  const Sentences sentences{{"a", "A", "b", "AB", "1990"}, 3, 1, kPersons};
  compare(patterns, TriggerUse::kNone, sentences);
  for (PatternNode& pattern : patterns) pattern = parent(Kind::kSequence, {pattern, parsed("[a]")});
  compare(patterns, TriggerUse::kRequired, sentences);
}

// Glued signs within names and codes: every way to glue every piece.
TEST_F(Family, Gluing) {
  const Patterns patterns = {parsed("{p: Name} ..2 [a]"), parsed("{p: Code} [a]"), parsed("[a] {p: Name}"),
                             parsed("[a] {p: Code}")};
  const std::vector<std::string> words = {"A", "AB", "-", "20", "a"};
  for (const PatternNode& pattern : patterns) {
    ASSERT_TRUE(comparison_.set_pattern(pattern, TriggerUse::kRequired));
    SentencePlan plan;
    const std::function<void()> grow = [&] {
      const PreparedSentence sentence(plan, comparison_.words());
      if (!plan.pieces.empty() && sentence.valid()) {
        const auto difference = comparison_.disagreement(sentence);
        ASSERT_FALSE(difference) << *difference;
      }
      if (plan.pieces.size() == 5) return;
      for (const std::string& word : words) {
        for (const bool glued : {false, true}) {
          plan.pieces.push_back({word, glued});
          grow();
          plan.pieces.pop_back();
        }
      }
    };
    grow();
  }
}

}  // namespace
}  // namespace quanhe::oracle
