#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oracle/language.h"
#include "oracle/pattern.h"
#include "oracle/sentence.h"

namespace quanhe::oracle {

// What stands at a place of a sentence, worked out anew from all tokens and all mentions at each question.

// No mention has begun before the position and ends after it.
bool is_outside_mentions(const TestSentence& sentence, std::uint32_t position);

// The end of the longest mention that begins at the position.
std::optional<std::uint32_t> longest_mention_end(const TestSentence& sentence, std::uint32_t position);
// A mention of one of the types lies on exactly these tokens; if `plural`, a plural reference will do.
bool has_mention(const TestSentence& sentence, Span positions, TypeMask types, bool plural);

// Whether the stretch is what the item of a kind (Name, Upper, Number, Year, Code) takes from its first word on.
bool is_kind(Item::Kind kind, const TestSentence& sentence, Span positions);
// The same read from its end: a name then also holds no word that ends a mention.
bool is_kind_backward(Item::Kind kind, const TestSentence& sentence, Span positions);

// The words are those of the entry.
bool is_entry(const Language::Class& words, const std::string& entry, const TestSentence& sentence, Span positions);

std::string lower_case(std::string text);

}  // namespace quanhe::oracle
