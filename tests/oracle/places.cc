#include "oracle/places.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace quanhe::oracle {

namespace {

Span positions_of(const TestSentence& sentence, const Mention& mention) {
  return {mention.tokens.start - sentence.range.start, mention.tokens.end - sentence.range.start};
}

bool begins_mention(const TestSentence& sentence, std::uint32_t position) {
  return longest_mention_end(sentence, position).has_value();
}

bool has_capital(const TestSentence& sentence, std::uint32_t position) {
  return std::isupper(static_cast<unsigned char>(sentence.word(position)[0])) != 0;
}

bool is_number(const TestSentence& sentence, std::uint32_t position) {
  return std::isdigit(static_cast<unsigned char>(sentence.word(position)[0])) != 0;
}

bool is_word(const TestSentence& sentence, std::uint32_t position) {
  return std::isalpha(static_cast<unsigned char>(sentence.word(position)[0])) != 0;
}

// A word of capitals only.
bool is_capitals(const TestSentence& sentence, std::uint32_t position) {
  const std::string word = sentence.word(position);
  return std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
}

// A hyphen at the position ties the token before it to the one after it.
bool is_glued_hyphen(const TestSentence& sentence, std::uint32_t position) {
  return position > 0 && position + 1 < sentence.size() && sentence.word(position) == "-" &&
         sentence.token(position).glued && sentence.token(position + 1).glued;
}

// The ends of the words of a name that begins at `start`: at most eight of them.
std::vector<std::uint32_t> name_ends(const TestSentence& sentence, std::uint32_t start) {
  std::vector<std::uint32_t> ends;
  std::uint32_t at = start;
  while (ends.size() < 8) {
    const bool tied =
        !ends.empty() && at < sentence.size() && is_glued_hyphen(sentence, at) && !begins_mention(sentence, at);
    if (tied) ++at;
    if (at >= sentence.size() || begins_mention(sentence, at)) break;
    if (tied ? !is_word(sentence, at) : !has_capital(sentence, at)) break;
    ends.push_back(++at);
  }
  return ends;
}

bool is_code(const TestSentence& sentence, Span positions) {
  if (begins_mention(sentence, positions.start) || !is_capitals(sentence, positions.start)) return false;
  bool has_number = false;
  for (std::uint32_t i = positions.start + 1; i < positions.end; ++i) {
    if (!sentence.token(i).glued) return false;
    if (is_number(sentence, i)) {
      has_number = true;
    } else if (!is_glued_hyphen(sentence, i) && !is_capitals(sentence, i)) {
      return false;
    }
  }
  return has_number && is_number(sentence, positions.end - 1);
}

}  // namespace

bool is_outside_mentions(const TestSentence& sentence, std::uint32_t position) {
  return std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
    const Span span = positions_of(sentence, mention);
    return span.start < position && position < span.end;
  });
}

std::optional<std::uint32_t> longest_mention_end(const TestSentence& sentence, std::uint32_t position) {
  std::optional<std::uint32_t> longest;
  for (const Mention& mention : sentence.mentions) {
    const Span span = positions_of(sentence, mention);
    if (span.start == position && (!longest || *longest < span.end)) longest = span.end;
  }
  return longest;
}

bool has_mention(const TestSentence& sentence, Span positions, TypeMask types, bool plural) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
    return positions_of(sentence, mention) == positions && (types >> mention.type & 1) != 0 &&
           (plural || !mention.plural);
  });
}

bool is_kind(Item::Kind kind, const TestSentence& sentence, Span positions) {
  if (positions.length() == 0) return false;
  const bool one = positions.length() == 1;
  switch (kind) {
    case Item::Kind::kUpper: return one && has_capital(sentence, positions.start);
    case Item::Kind::kNumber: return one && is_number(sentence, positions.start);
    case Item::Kind::kYear: {
      const std::string word = sentence.word(positions.start);
      return one && word.size() == 4 && "1000" <= word && word <= "2999" &&
             word.find_first_not_of("0123456789") == std::string::npos;
    }
    case Item::Kind::kName: {
      const std::vector<std::uint32_t> ends = name_ends(sentence, positions.start);
      return std::find(ends.begin(), ends.end(), positions.end) != ends.end();
    }
    case Item::Kind::kCode: return is_code(sentence, positions);
    default: return false;
  }
}

bool is_kind_backward(Item::Kind kind, const TestSentence& sentence, Span positions) {
  if (!is_kind(kind, sentence, positions)) return false;
  if (kind != Item::Kind::kName) return true;
  return std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
    const Span span = positions_of(sentence, mention);
    const bool counts = longest_mention_end(sentence, span.start) == span.end;
    return counts && positions.start < span.end && span.end <= positions.end;
  });
}

bool is_entry(const Language::Class& words, const std::string& entry, const TestSentence& sentence, Span positions) {
  std::istringstream stream(entry);
  std::string wanted;
  std::uint32_t at = positions.start;
  while (stream >> wanted) {
    if (at >= positions.end) return false;
    const std::string word = sentence.word(at++);
    const bool equal =
        words.letter_case == LetterCase::kExact ? word == wanted : lower_case(word) == lower_case(wanted);
    if (!equal) return false;
  }
  return at == positions.end;
}

std::string lower_case(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace quanhe::oracle
