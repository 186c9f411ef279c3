#include "oracle/compare.h"

#include <algorithm>

#include "base/check.h"
#include "oracle/matcher.h"

namespace quanhe::oracle {

PreparedSentence::PreparedSentence(SentencePlan plan, const WordTable& words, const RuleWords* rule_words)
    : plan_(std::move(plan)), sentence_(std::make_unique<TestSentence>()) {
  if (make_sentence(plan_, words, *sentence_)) engine_ = std::make_unique<EngineSentence>(*sentence_, rule_words);
}

namespace {

// Of each alternative; the twin does not find one by itself.
bool has_marked_trigger(const PatternNode& node) {
  if (node.kind == PatternNode::Kind::kTrigger) return true;
  const auto marked = [](const PatternNode& child) { return has_marked_trigger(child); };
  if (node.kind == PatternNode::Kind::kAlternatives)
    return std::all_of(node.children.begin(), node.children.end(), marked);
  return std::any_of(node.children.begin(), node.children.end(), marked);
}

}  // namespace

bool Comparison::set_pattern(const PatternNode& pattern, TriggerUse trigger) {
  unmarked_ = false;
  node_ = pattern;
  trigger_ = trigger;
  faults_.clear();
  if (trigger == TriggerUse::kRequired && !has_marked_trigger(pattern)) return false;
  source_ = to_text(pattern);
  pattern_ = engine_.compile(source_, trigger, faults_);
  ++(pattern_ ? counts_.accepted : counts_.refused);
  if (pattern_) item_ = expand(std::get<PatternNode>(parse_pattern(source_)), language_);
  return pattern_.has_value();
}

bool Comparison::set_unmarked(const PatternNode& pattern) {
  unmarked_ = true;
  source_ = to_text(pattern);
  pattern_ = engine_.compile(source_, trigger_, faults_);
  return pattern_.has_value();
}

std::optional<std::string> Comparison::disagreement(const PreparedSentence& sentence) {
  if (!difference(sentence)) return std::nullopt;
  return unmarked_ ? describe(sentence.plan()) : shrink(sentence.plan());
}

std::optional<Comparison::Difference> Comparison::difference(const PreparedSentence& sentence) {
  const bool trigger = trigger_ == TriggerUse::kRequired;
  NaiveMatcher naive(language_, sentence.sentence());
  for (std::uint32_t position = 0; position < sentence.sentence().size(); ++position) {
    const auto wanted = trigger ? naive.match_trigger(item_, position) : naive.match_at(item_, position);
    ++counts_.compared;
    if (naive.gave_up()) {
      ++counts_.given_up;
      continue;
    }
    if (wanted) ++counts_.matched;
    const auto found = trigger ? engine_.match_trigger(*pattern_, sentence.items(), position)
                               : engine_.match_at(*pattern_, sentence.items(), position);
    if (wanted != found) return Difference{position, wanted, found};
  }
  return std::nullopt;
}

std::optional<Comparison::Difference> Comparison::difference(const SentencePlan& plan) {
  const PreparedSentence sentence(plan, words());
  return sentence.valid() ? difference(sentence) : std::nullopt;
}

std::string Comparison::describe(const SentencePlan& plan) {
  const auto seen = difference(plan);
  QUANHE_CHECK(seen);
  return "pattern   " + source_ + "\nsentence  " + to_string(plan) + "\nposition  " + std::to_string(seen->position) +
         "\nreference " + to_string(seen->wanted) + "\nengine    " + to_string(seen->found) + "\n";
}

}  // namespace quanhe::oracle
