#include "oracle/engine.h"

#include <algorithm>

namespace quanhe::oracle {

namespace {

std::vector<const Mention*> addresses(const TestSentence& sentence) {
  std::vector<const Mention*> mentions;
  for (const Mention& mention : sentence.mentions) mentions.push_back(&mention);
  return mentions;
}

Answer answer_of(const Match& match, const CompiledPattern& pattern) {
  Answer answer{match.range, pattern.has_trigger ? match.trigger : Span{}, {}};
  for (std::size_t i = 0; i < pattern.captures.size(); ++i) {
    if (match.captures[i]) answer.captures[pattern.captures[i].name] = *match.captures[i];
  }
  return answer;
}

}  // namespace

Engine::Engine(const Language& language) {
  for (const auto& [name, mask] : language.types) scope_.types[name] = mask;
  for (const Language::Class& words : language.classes) {
    WordClass word_class(words.name, words.letter_case);
    for (const std::string& entry : words.entries) word_class.add({entry, {}}, words_);
    scope_.classes.emplace(words.name, std::move(word_class));
  }
  for (const auto& [name, pattern] : language.phrases) {
    scope_.phrases[name] = std::get<PatternNode>(parse_pattern(pattern));
  }
  scope_.coordination = language.coordination;
  scope_.words = &words_;
  // Sentences are made once and for many patterns, so the words that patterns can ask for are known from the start;
  // those of other sentences are unknown, as in any text.
  for (const char* word : {"a", "b", "c", "and", ",", "-"}) words_.add(word);
}

std::optional<Engine::Pattern> Engine::compile(const std::string& source, TriggerUse trigger, std::string& faults) {
  const auto parsed = parse_pattern(source);
  if (const auto* fault = std::get_if<PatternFault>(&parsed)) {
    faults = fault->message;
    return std::nullopt;
  }
  std::vector<PatternFault> found;
  Pattern pattern;
  scope_.guards = std::make_shared<Guards>();  // in those of all patterns there would soon be no room for more
  pattern.variants = compile_pattern(std::get<PatternNode>(parsed), scope_, trigger, found);
  for (const PatternFault& fault : found) faults += fault.message + "; ";
  if (!found.empty()) return std::nullopt;
  for (const CompiledPattern& variant : pattern.variants) pattern.index.add(variant);
  return pattern;
}

std::optional<Answer> Engine::match_at(const Pattern& pattern, const SentenceItems& items, std::uint32_t position) {
  return match(pattern, items, position, false);
}

std::optional<Answer> Engine::match_trigger(const Pattern& pattern, const SentenceItems& items,
                                            std::uint32_t position) {
  return match(pattern, items, position, true);
}

std::optional<Answer> Engine::match(const Pattern& pattern, const SentenceItems& items, std::uint32_t position,
                                    bool trigger) {
  for (const std::uint32_t number : search_.find(pattern.index, items, position)) {
    const CompiledPattern& variant = pattern.variants[number];
    const auto found =
        trigger ? matcher_.match_trigger(variant, items, position) : matcher_.match_at(variant, items, position);
    if (found) return answer_of(*found, variant);
  }
  return std::nullopt;
}

EngineSentence::EngineSentence(const TestSentence& sentence, const RuleWords* rule_words)
    : mentions_(addresses(sentence)), items_(sentence.tokens, sentence.range, mentions_, rule_words) {}

}  // namespace quanhe::oracle
