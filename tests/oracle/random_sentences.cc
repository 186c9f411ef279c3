#include <algorithm>
#include <sstream>

#include "oracle/language.h"
#include "oracle/random_cases.h"

namespace quanhe::oracle {

namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t kMostPieces = 14;

std::uint32_t size_of(const SentencePlan& plan) { return static_cast<std::uint32_t>(plan.pieces.size()); }

void put_in(SentencePlan& plan, std::uint32_t at, SentencePlan::Piece piece) {
  plan.pieces.insert(plan.pieces.begin() + at, std::move(piece));
  for (Mention& mention : plan.mentions) {
    if (mention.tokens.start >= at) ++mention.tokens.start;
    if (mention.tokens.end > at) ++mention.tokens.end;
  }
}

}  // namespace

SentencePlan RandomCases::sentence_for(const PatternNode& pattern) {
  SentencePlan plan;
  sample_noise(2, plan);
  sample(pattern, plan);
  if (chance(30)) sample(pattern, plan);
  sample_noise(2, plan);
  if (plan.pieces.empty()) sample_noise(3, plan);
  if (plan.pieces.empty()) plan.pieces.push_back({"a", false});
  if (chance(60)) disturb(plan);
  std::shuffle(plan.mentions.begin(), plan.mentions.end(), random_);
  return plan;
}

// A way through the pattern, more or less: what does not fit any more is left out.
void RandomCases::sample(const PatternNode& node, SentencePlan& plan) {
  if (plan.pieces.size() > kMostPieces) return;
  switch (node.kind) {
    case Kind::kWord: return sample_words(node.text == "a-b" ? "a - b" : node.text, plan);
    case Kind::kNamed:
    case Kind::kUpperName: return sample_name(node.text, plan);
    case Kind::kMany: return sample_coordination(node.children[0].text, plan);
    case Kind::kGap: return sample_noise(3, plan);
    case Kind::kAlternatives:
      return sample(node.children[below(static_cast<std::uint32_t>(node.children.size()))], plan);
    case Kind::kRepeat:
      for (std::uint32_t i = node.minimum + below(std::min(node.maximum, 3U)); i > 0; --i)
        sample(node.children[0], plan);
      return;
    case Kind::kNot:
    case Kind::kStart:
    case Kind::kEnd: return;
    default:
      for (const PatternNode& child : node.children) sample(child, plan);
  }
}

void RandomCases::sample_words(const std::string& words, SentencePlan& plan) {
  std::istringstream stream(words);
  std::string word;
  while (stream >> word) plan.pieces.push_back({word, word == "-" && chance(50)});
}

void RandomCases::sample_name(const std::string& name, SentencePlan& plan) {
  const Language& language = test_language();
  if (const Language::Class* words = language.find_class(name)) return sample_words(pick(words->entries), plan);
  if (const std::string* phrase = language.find_phrase(name)) {
    return sample(std::get<PatternNode>(parse_pattern(*phrase)), plan);
  }
  if (language.find_type(name)) return sample_mention(name, plan);
  if (name == "Name") {
    plan.pieces.push_back({pick({"A", "B", "AB"}), false});
    const bool glued = chance(40);
    if (glued) plan.pieces.push_back({"-", true});
    if (chance(60)) plan.pieces.push_back({pick({"A", "B", "AB"}), glued});
  } else if (name == "Code") {
    plan.pieces.push_back({pick({"AB", "A"}), false});
    if (chance(50)) plan.pieces.push_back({"-", true});
    plan.pieces.push_back({"20", true});
  } else if (name == "Upper") {
    plan.pieces.push_back({pick({"A", "B", "AB", "Ab"}), false});
  } else {
    plan.pieces.push_back({pick({"1990", "7", "999", "1000", "2999", "3000", "1.5"}), false});
  }
}

void RandomCases::sample_mention(const std::string& type, SentencePlan& plan) {
  const TypeMask mask = *test_language().find_type(type);
  std::uint32_t bit = below(kTypeCount);
  while ((mask >> bit & 1) == 0) bit = (bit + 1) % kTypeCount;
  const std::uint32_t start = size_of(plan);
  for (std::uint32_t i = 1 + below(2); i > 0; --i) plan.pieces.push_back({pick({"A", "B", "b", "c"}), false});
  plan.mentions.push_back({{start, size_of(plan)}, bit, chance(8), 0});
}

void RandomCases::sample_coordination(const std::string& type, SentencePlan& plan) {
  sample_mention(type, plan);
  const std::uint32_t more = below(4);
  for (std::uint32_t i = 0; i < more; ++i) {
    const bool last = i + 1 == more;
    plan.pieces.push_back({last ? pick({"and", "and", "And", "-", ","}) : ",", chance(20)});
    sample_mention(type, plan);
  }
  if (more > 0) plan.pieces[size_of(plan) - 1].glued = false;
}

void RandomCases::sample_noise(std::uint32_t most, SentencePlan& plan) {
  static const std::vector<std::string> words = {"a", "a", "b", "b", "c",   "A",  "B", "AB",  "zz",
                                                 "7", ",", ";", ":", "and", "20", "-", "1990"};
  for (std::uint32_t i = below(most + 1); i > 0; --i) {
    if (chance(25)) {
      sample_mention(pick({"Person", "Country", "Ministry"}), plan);
    } else {
      plan.pieces.push_back({pick(words), chance(15)});
    }
  }
}

// A word more, a word less, a mention more, a blank less.
void RandomCases::disturb(SentencePlan& plan) {
  for (std::uint32_t i = 1 + below(3); i > 0; --i) {
    const std::uint32_t at = below(size_of(plan));
    const std::uint32_t dice = below(10);
    if (dice < 2) {
      put_in(plan, at, {pick({"a", "b", "A", ",", ";", "zz"}), false});
    } else if (dice < 3) {
      plan.pieces[at].text = pick({"a", "b", "c", "A", "AB", "and"});
    } else if (dice < 4) {
      plan.pieces[at].glued = !plan.pieces[at].glued;
    } else {
      const std::uint32_t end = at + 1 + below(std::min(5U, size_of(plan) - at));
      const Mention mention{{at, end}, below(kTypeCount), chance(10), 0};
      if (may_add(plan.mentions, mention)) plan.mentions.push_back(mention);
    }
  }
}

}  // namespace quanhe::oracle
