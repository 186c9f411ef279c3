#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "match/compile.h"
#include "match/matcher.h"
#include "match/pattern_search.h"
#include "text/token.h"

namespace quanhe {

// A sentence with mentions, made of marked text: "<P An> thăm <O Bộ Ngoại giao <C Lào>>". After '<' stands the
// type's letter, then '*' for a plural reference, then a blank.
class MadeSentence {
 public:
  MadeSentence(std::string_view marked, const WordTable& words) {
    std::vector<std::pair<Mention, std::uint32_t>> open;  // with the byte at which it begins
    std::vector<std::pair<Mention, Span>> closed;
    for (std::size_t i = 0; i < marked.size(); ++i) {
      if (marked[i] == '<') {
        const bool plural = marked[i + 2] == '*';
        open.push_back({{{}, type_of(marked[i + 1]), plural, 0}, static_cast<std::uint32_t>(text_.size())});
        i += plural ? 3 : 2;
      } else if (marked[i] == '>') {
        closed.push_back({open.back().first, {open.back().second, static_cast<std::uint32_t>(text_.size())}});
        open.pop_back();
      } else {
        text_ += marked[i];
      }
    }
    tokens_ = tokenize(text_);
    for (Token& token : tokens_) token.word = words.find(text_of(token.bytes));
    for (auto& [mention, bytes] : closed) {
      mention.tokens = tokens_within(bytes);
      mentions_.push_back(mention);
    }
  }

  static std::uint32_t type_of(char letter) {
    return static_cast<std::uint32_t>(std::string_view("PCOD").find(letter));
  }

  const std::vector<Token>& tokens() const { return tokens_; }
  const std::vector<Mention>& mentions() const { return mentions_; }

  SentenceItems items() const {
    std::vector<const Mention*> mentions;
    for (const Mention& mention : mentions_) mentions.push_back(&mention);
    return SentenceItems(tokens_, {0, static_cast<std::uint32_t>(tokens_.size())}, mentions);
  }

  std::string text_between(Span positions) const {
    if (positions.start == positions.end) return "";
    return std::string(text_of({tokens_[positions.start].bytes.start, tokens_[positions.end - 1].bytes.end}));
  }

 private:
  std::string_view text_of(Span bytes) const { return std::string_view(text_).substr(bytes.start, bytes.length()); }

  Span tokens_within(Span bytes) const {
    Span range{UINT32_MAX, 0};
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!bytes.contains(tokens_[i].bytes)) continue;
      range.start = std::min(range.start, i);
      range.end = i + 1;
    }
    return range;
  }

  std::string text_;
  std::vector<Token> tokens_;
  std::vector<Mention> mentions_;
};

// Compiles patterns in a small scope and shows what they match.
class PatternBench {
 public:
  PatternBench() : words_(SpellingRules{{{"oà", "òa"}}, {{"kỹ", "kĩ"}}, {}, {}}) {
    scope_.types = {{"Person", 1}, {"Country", 2}, {"Organization", 4}, {"Date", 8}, {"Party", 7}};
    scope_.coordination = {{",", ";"}, {"và", "cùng với"}, {"-"}};
    scope_.words = &words_;
  }

  PatternBench& with_class(const std::string& name, const std::vector<std::string>& entries,
                           LetterCase letter_case = LetterCase::kFolded) {
    WordClass made(name, letter_case);
    for (const std::string& entry : entries) EXPECT_TRUE(made.add({entry, {}}, words_)) << entry;
    scope_.classes.insert_or_assign(name, std::move(made));
    return *this;
  }

  PatternBench& with_phrase(const std::string& name, std::string_view source) {
    scope_.phrases[name] = parsed(source);
    return *this;
  }

  PatternScope& scope() { return scope_; }
  const WordTable& words() const { return words_; }

  std::vector<CompiledPattern> compiled(std::string_view pattern, TriggerUse use) {
    std::vector<PatternFault> faults;
    std::vector<CompiledPattern> variants = compile_pattern(parsed(pattern), scope_, use, faults);
    for (const PatternFault& fault : faults) ADD_FAILURE() << pattern << ": " << fault.message;
    return variants;
  }

  // "offset: message" of each fault, the help after it in brackets.
  std::string faults(std::string_view pattern, TriggerUse use = TriggerUse::kNone) {
    std::vector<PatternFault> faults;
    compile_pattern(parsed(pattern), scope_, use, faults);
    std::string text;
    for (const PatternFault& fault : faults) {
      text += (text.empty() ? "" : "\n") + std::to_string(fault.offset) + ": " + fault.message;
      if (!fault.help.empty()) text += " (" + fault.help + ")";
    }
    return text;
  }

  // The first match of a pattern without a trigger, read from the left: "An thăm Lào | a=An b=Lào".
  std::string whole(std::string_view pattern, std::string_view marked) {
    return first_of(shown(pattern, marked, TriggerUse::kNone));
  }

  // The first match of a pattern with a trigger, which stands in brackets: "An [thăm] Lào | a=An b=Lào".
  std::string act(std::string_view pattern, std::string_view marked) {
    return first_of(shown(pattern, marked, TriggerUse::kRequired));
  }

 private:
  static PatternNode parsed(std::string_view source) {
    std::variant<PatternNode, PatternFault> result = parse_pattern(source);
    if (const auto* fault = std::get_if<PatternFault>(&result)) ADD_FAILURE() << source << ": " << fault->message;
    return std::holds_alternative<PatternNode>(result) ? std::get<PatternNode>(result) : PatternNode();
  }

  static std::string first_of(const std::vector<std::string>& matches) { return matches.empty() ? "" : matches[0]; }

  // The match at each position, of the first variant that has one.
  std::vector<std::string> shown(std::string_view pattern, std::string_view marked, TriggerUse use) {
    const std::vector<CompiledPattern> variants = compiled(pattern, use);
    const MadeSentence sentence(marked, words_);
    const SentenceItems items = sentence.items();
    std::vector<std::string> matches;
    for (std::uint32_t position = 0; position < items.size(); ++position) {
      for (const CompiledPattern& variant : variants) {
        const bool triggered = variant.has_trigger;
        const std::optional<Match> match =
            triggered ? matcher_.match_trigger(variant, items, position) : matcher_.match_at(variant, items, position);
        if (!match) continue;
        EXPECT_TRUE(is_indexed(variant, items, position)) << pattern << " is not found in the index";
        matches.push_back(show(variant, *match, sentence));
        break;
      }
    }
    return matches;
  }

  static bool is_indexed(const CompiledPattern& pattern, const SentenceItems& items, std::uint32_t position) {
    PatternIndex index;
    index.add(pattern);
    return PatternSearch().find(index, items, position).size() == 1;
  }

  static std::string show(const CompiledPattern& pattern, const Match& match, const MadeSentence& sentence) {
    std::string text = sentence.text_between(match.range);
    if (pattern.has_trigger) {
      const std::string before = sentence.text_between({match.range.start, match.trigger.start});
      const std::string after = sentence.text_between({match.trigger.end, match.range.end});
      text = before + (before.empty() ? "[" : " [") + sentence.text_between(match.trigger) + "]" +
             (after.empty() ? "" : " ") + after;
    }
    std::string captures;
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      if (!match.captures[i]) continue;
      captures += " " + pattern.captures[i].name + "=" + sentence.text_between(*match.captures[i]);
    }
    return captures.empty() ? text : text + " |" + captures;
  }

  WordTable words_;
  PatternScope scope_;
  Matcher matcher_;
};

}  // namespace quanhe
