#include "workbench/pattern_text.h"

#include "base/strings.h"
#include "workbench/explain.h"

namespace quanhe {
namespace {

constexpr std::string_view kSpecialSigns = " \t()[]{}<>|?*+!&^$'";
constexpr std::size_t kMostEntries = 6;

// The byte after the sign that closes the one at `begin`.
std::size_t after_closing(const std::string& source, std::size_t begin) {
  const char opening = source[begin];
  const char closing = opening == '(' ? ')' : opening == '[' ? ']' : opening == '{' ? '}' : opening == '<' ? '>' : '\'';
  std::size_t depth = 1;
  for (std::size_t i = begin + 1; i < source.size(); ++i) {
    if (source[i] == closing && --depth == 0) return i + 1;
    if (source[i] == opening) ++depth;
  }
  return source.size();
}

std::string entries_of(const WordClass& word_class) {
  std::vector<std::string> entries;
  for (const WordClass::Entry& entry : word_class.entries()) {
    if (entries.size() < kMostEntries) entries.push_back("\"" + entry.text + "\"");
  }
  const std::size_t more = word_class.entries().size() - entries.size();
  return join(entries, ", ") + (more == 0 ? "" : " and " + std::to_string(more) + " more");
}

std::string wanted_kind(PatternKind kind) {
  switch (kind) {
    case PatternKind::kName: return "a name that no rule knows yet (words with a capital)";
    case PatternKind::kUpper: return "a word with a capital";
    case PatternKind::kNumber: return "a number";
    case PatternKind::kYear: return "a year";
    case PatternKind::kCode: return "a code, as ASEM-13";
  }
  return "";
}

}  // namespace

std::string item_at(const std::string& source, std::uint32_t offset) {
  if (offset >= source.size()) return "";
  std::size_t end = offset;
  if (source[end] == '!' || source[end] == '&') ++end;
  if (end < source.size() && std::string_view("([{<'").find(source[end]) != std::string_view::npos) {
    end = after_closing(source, end);
  } else if (end < source.size() && (source[end] == '^' || source[end] == '$')) {
    ++end;
  } else {
    end = std::min(source.find_first_of(kSpecialSigns, end), source.size());
  }
  if (end < source.size() && std::string_view("?*+").find(source[end]) != std::string_view::npos) {
    end = std::min(source.find_first_not_of("0123456789", end + 1), source.size());
  }
  return source.substr(offset, end - offset);
}

std::string type_names(TypeMask mask, const RuleSet& rules) {
  std::vector<std::string> names;
  for (std::uint32_t type = 0; type < kMaximumTypes; ++type) {
    if ((mask >> type & 1) == 0) continue;
    const bool known = type < rules.ontology.types.size();
    const NodeType* parent = known ? rules.ontology.find_type(rules.ontology.types[type].parent) : nullptr;
    const bool within = parent != nullptr && (mask >> (parent - rules.ontology.types.data()) & 1) != 0;
    if (!within) names.push_back(name_of(type, rules));
  }
  return join(names, " or ");
}

std::string wanted(const Instruction& instruction, const Program& program, const RuleSet& rules) {
  switch (instruction.op) {
    case Instruction::Op::kWord: return "the word \"" + std::string(rules.words->text(instruction.argument)) + "\"";
    case Instruction::Op::kClass: {
      const WordClass& word_class = *program.classes[instruction.argument];
      return "one of <" + word_class.name() + ">: " + entries_of(word_class);
    }
    case Instruction::Op::kType: return "a mention of " + type_names(instruction.mask, rules);
    case Instruction::Op::kKind: return wanted_kind(static_cast<PatternKind>(instruction.argument));
    case Instruction::Op::kNot: {
      const Instruction& inner = program.lookaheads[instruction.link].instructions.front();
      return inner.op == Instruction::Op::kNot ? "that this follows here" : "anything else than what stands there";
    }
    case Instruction::Op::kSteps: return "anything else than what stands there";
    case Instruction::Op::kStart: return "the beginning of the sentence";
    case Instruction::Op::kEnd: return "the end of the sentence";
    case Instruction::Op::kEdge: return "a place that is not within a mention";
    default: return "";
  }
}

}  // namespace quanhe
