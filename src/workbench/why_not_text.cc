#include "workbench/why_not.h"

#include <algorithm>

namespace quanhe {
namespace {

constexpr int kLabelColumns = 11;

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// A stretch of the pattern that fits the width, around the byte at which the attempt stopped, and a caret below it.
std::string pattern_with_caret(const WhyNotSentence& sentence, const TextStyle& style) {
  const std::string label = "  " + padded("pattern", kLabelColumns);
  if (!sentence.pattern_offset) return wrapped(sentence.pattern, label, style.width);
  const auto room = static_cast<std::size_t>(style.width - kLabelColumns - 8);
  const std::size_t at = std::min<std::size_t>(*sentence.pattern_offset, sentence.pattern.size());
  std::size_t begin = at > room / 2 ? at - room / 2 : 0;
  while (begin > 0 && (continues_letter(sentence.pattern[begin]) || sentence.pattern[begin - 1] != ' ')) --begin;
  std::size_t end = std::min(sentence.pattern.size(), begin + room);
  while (end < sentence.pattern.size() && continues_letter(sentence.pattern[end])) ++end;
  const std::string before = (begin > 0 ? "... " : "") + sentence.pattern.substr(begin, at - begin);
  const std::string after = sentence.pattern.substr(at, end - std::min(at, end)) + (end < sentence.pattern.size() ? " ..." : "");
  return label + before + after + "\n" + std::string(static_cast<std::size_t>(2 + kLabelColumns + shown_width(before)), ' ') +
         style.bad("^") + "\n";
}

}  // namespace

std::string to_text(const WhyNot& why, const TextStyle& style) {
  std::string text = why.kind + " rule " + style.bold("\"" + why.rule + "\"") + "\n\n";
  for (const WhyNotSentence& sentence : why.sentences) {
    text += wrapped(printable(sentence.text), "", style.width);
    text += "  " + (sentence.fired ? style.good(sentence.verdict) : style.bad(sentence.verdict)) + "\n";
    for (const auto& [label, said] : sentence.lines) {
      text += wrapped(printable(said), "  " + style.faint(padded(label, kLabelColumns)), style.width);
    }
    if (!sentence.fired && !sentence.pattern.empty()) text += pattern_with_caret(sentence, style);
    text += "\n";
  }
  text.pop_back();
  return text;
}

}  // namespace quanhe
