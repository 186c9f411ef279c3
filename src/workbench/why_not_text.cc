#include "workbench/why_not.h"

#include <algorithm>

#include "base/span.h"

namespace quanhe {
namespace {

constexpr int kLabelColumns = 11;

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// A stretch of a pattern that fits the width.
Span stretch(const std::string& pattern, std::size_t around, std::size_t room) {
  if (pattern.size() <= room) return {0, static_cast<std::uint32_t>(pattern.size())};
  std::size_t begin = around > room / 2 ? around - room / 2 : 0;
  while (begin > 0 && pattern[begin - 1] != ' ') --begin;
  std::size_t end = std::min(pattern.size(), begin + room);
  while (end < pattern.size() && continues_letter(pattern[end])) ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The pattern, or what of it is around the first item that stopped the attempt, with a caret below each.
std::string pattern_with_carets(const WhyNotSentence& sentence, const TextStyle& style) {
  const std::string label = "  " + padded("pattern", kLabelColumns);
  const std::string& pattern = sentence.pattern;
  if (sentence.stopped_at.empty()) return wrapped(pattern, label, style.width);
  const auto room = static_cast<std::size_t>(style.width - kLabelColumns - 10);
  const Span shown = stretch(pattern, std::min<std::size_t>(sentence.stopped_at.front(), pattern.size()), room);
  const std::string before = label + (shown.start > 0 ? "... " : "");
  std::string text = before + pattern.substr(shown.start, shown.length()) + (shown.end < pattern.size() ? " ..." : "");
  std::vector<std::uint32_t> stops = sentence.stopped_at;
  std::sort(stops.begin(), stops.end());
  stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
  std::string carets;
  for (const std::uint32_t stop : stops) {
    if (stop < shown.start || stop > shown.end) continue;
    carets = padded(carets, shown_width(before + pattern.substr(shown.start, stop - shown.start))) + style.bad("^");
  }
  return text + "\n" + carets + "\n";
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
    if (!sentence.fired && !sentence.pattern.empty()) text += pattern_with_carets(sentence, style);
    text += "\n";
  }
  text.pop_back();
  return text;
}

}  // namespace quanhe
