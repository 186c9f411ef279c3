#include "workbench/near_miss.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "text/fold.h"
#include "text/token.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kMostWords = 8;
constexpr std::size_t kShortestForLetter = 5;  // letters of a word that may be taken for another but for one

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

// One letter is missing, added, or another.
bool one_letter_apart(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if (shorter.size() < kShortestForLetter || longer.size() - shorter.size() > 1) return false;
  std::size_t same = 0;
  while (same < shorter.size() && longer[same] == shorter[same]) ++same;
  const std::size_t skipped = longer.size() == shorter.size() ? 1 : 0;
  return longer.substr(std::min(same + 1, longer.size())) == shorter.substr(std::min(same + skipped, shorter.size()));
}

// The texts of one, two, ... words at the position.
std::vector<std::string> stretches(const Document& document, const SentenceItems& items, std::uint32_t position,
                                   bool forward) {
  std::vector<std::string> texts;
  for (std::uint32_t count = 1; count <= kMostWords; ++count) {
    if (forward ? position + count > items.size() : position < count) break;
    const std::uint32_t begin = items.offset() + (forward ? position : position - count);
    // A sign at the end belongs to no name, and would make "Peru." a near miss of "Peru".
    if (document.tokens[begin + count - 1].kind == TokenKind::kSign) continue;
    texts.push_back(collapse_blanks(document.original_text(document.original_span({begin, begin + count}))));
  }
  return texts;
}

std::vector<std::string> known_texts(const Instruction& instruction, const Program& program, const RuleSet& rules) {
  std::vector<std::string> known;
  if (instruction.op == Instruction::Op::kWord) {
    known.emplace_back(rules.words->text(instruction.argument));
  } else if (instruction.op == Instruction::Op::kClass) {
    for (const WordClass::Entry& entry : program.classes[instruction.argument]->entries()) known.push_back(entry.text);
  } else if (instruction.op == Instruction::Op::kType) {
    for (const LexiconEntry& entry : rules.lexicon.entries) {
      if ((instruction.mask >> entry.type & 1) != 0) known.push_back(entry.name);
    }
  }
  return known;
}

}  // namespace

std::string difference(const std::string& text, const std::string& known) {
  if (text == known) return "";
  const std::string folded = ascii_fold(text);
  const std::string known_folded = ascii_fold(known);
  if (folded.empty() || known_folded.empty()) return "";
  if (folded == known_folded) {
    const bool only_case = text.size() == known.size() && std::equal(text.begin(), text.end(), known.begin(), [](char a, char b) {
      return a == b || ((a ^ b) == 0x20 && ((a | 0x20) >= 'a' && (a | 0x20) <= 'z'));
    });
    return only_case ? "letter case" : "diacritics or letter case";
  }
  if (without_blanks(folded) == without_blanks(known_folded)) return "blanks";
  return one_letter_apart(folded, known_folded) ? "a letter" : "";
}

std::optional<std::string> near_miss(const Instruction& instruction, const Program& program, const RuleSet& rules,
                                     const Document& document, const SentenceItems& items, std::uint32_t position) {
  const bool forward = program.direction == Reading::kForward;
  const std::vector<std::string> texts = stretches(document, items, position, forward);
  const std::vector<std::string> known = known_texts(instruction, program, rules);
  for (const std::string& text : texts) {
    for (const std::string& entry : known) {
      const bool word_form = instruction.op == Instruction::Op::kWord && ascii_fold(text) == entry;
      const std::string differs = word_form ? "" : difference(text, entry);
      if (!differs.empty()) return "\"" + text + "\" is \"" + entry + "\" but for " + differs;
    }
  }
  return std::nullopt;
}

}  // namespace quanhe
