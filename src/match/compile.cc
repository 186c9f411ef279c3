// A pattern with a trigger is cut there: the trigger and what follows become a program that reads forward, what
// precedes it one that reads backward. Both start at the trigger, so a sentence pays only for the rules whose
// trigger it holds, and "nearest" means nearest to the trigger on both sides.

#include "match/compile.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "match/emitter.h"
#include "match/first_items.h"
#include "match/needs.h"

namespace quanhe {
namespace {

using Kind = ExpandedNode::Kind;
using Op = Instruction::Op;

bool is_words(const ExpandedNode& node) { return node.kind == Kind::kWord || node.kind == Kind::kClass; }

bool is_capture_of_words(const ExpandedNode& node) {
  return node.kind == Kind::kCapture && node.children.size() == 1 && is_words(node.children.front());
}

std::size_t count_triggers(const ExpandedNode& node) {
  std::size_t count = node.kind == Kind::kTrigger ? 1 : 0;
  for (const ExpandedNode& child : node.children) count += count_triggers(child);
  return count;
}

// A sequence of the items at the top level; words of several tokens are taken apart.
std::vector<ExpandedNode> top_level_items(ExpandedNode node) {
  if (node.kind != Kind::kSequence) return {std::move(node)};
  std::vector<ExpandedNode> items;
  for (ExpandedNode& child : node.children) {
    for (ExpandedNode& item : top_level_items(std::move(child))) items.push_back(std::move(item));
  }
  return items;
}

class VariantCompiler {
 public:
  VariantCompiler(const PatternScope& scope, const std::vector<CaptureInfo>& captures, std::vector<PatternFault>& faults)
      : guards_(scope.guards), captures_(captures), faults_(faults) {}

  CompiledPattern compile_whole(const ExpandedNode& root) {
    CompiledPattern compiled;
    Emitter forward(Reading::kForward, guards_);
    forward.add(Op::kEdge);
    forward.emit(root);
    forward.add(Op::kAccept);
    refuse_length(forward.length(), root.offset);
    compiled.forward = forward.take();
    compiled.captures = captures_;
    const Beginnings beginnings = first_items({&root, 1});
    compiled.first = beginnings.anywhere;
    compiled.first_at_start = beginnings.at_start;
    const FirstItems first = beginnings.either();
    compiled.needs.from = needs_of({&root, 1}, &first);
    return compiled;
  }

  CompiledPattern compile_with_trigger(ExpandedNode root) {
    const std::uint32_t offset = root.offset;
    std::vector<ExpandedNode> items = top_level_items(std::move(root));
    const std::optional<Range> found = find_trigger(items, offset);
    if (!found) return {};
    const Range trigger = mark(items, *found);
    CompiledPattern compiled;
    compiled.has_trigger = true;
    const auto slot = static_cast<std::uint32_t>(captures_.size() * 2);
    Emitter forward(Reading::kForward, guards_);
    forward.add(Op::kSave, slot);
    for (std::size_t i = trigger.begin; i < trigger.end; ++i) forward.emit(items[i]);
    forward.add(Op::kSave, slot + 1);
    for (std::size_t i = trigger.end; i < items.size(); ++i) forward.emit(items[i]);
    forward.add(Op::kAccept);
    Emitter backward(Reading::kBackward, guards_);
    for (std::size_t i = trigger.begin; i-- > 0;) backward.emit(items[i]);
    backward.add(Op::kEdge);
    backward.add(Op::kAccept);
    refuse_length(forward.length() + backward.length(), offset);
    compiled.captures = captures_;
    compiled.forward = forward.take();
    compiled.backward = backward.take();
    const FirstItems first = set_first(compiled, items, trigger, offset);
    compiled.needs.from = needs_of(std::span(items).subspan(trigger.begin), &first);
    compiled.needs.before = needs_of(std::span(items).first(trigger.begin));
    return compiled;
  }

 private:
  struct Range {
    std::size_t begin;
    std::size_t end;
  };

  void fault(std::uint32_t offset, std::string message, std::string help = "") {
    faults_.push_back({offset, std::move(message), std::move(help)});
  }

  void refuse_length(std::size_t length, std::uint32_t offset) {
    if (length <= kLongestProgram) return;
    fault(offset, "the pattern grows to more than " + std::to_string(kLongestProgram) + " steps",
          "repetitions within repetitions multiply");
  }

  std::optional<Range> find_trigger(const std::vector<ExpandedNode>& items, std::uint32_t offset) {
    std::size_t triggers = 0;
    for (const ExpandedNode& item : items) triggers += count_triggers(item);
    if (triggers == 0) return implied_trigger(items, offset);
    for (std::size_t i = 0; i < items.size() && triggers == 1; ++i) {
      if (items[i].kind == Kind::kTrigger) return Range{i, i + 1};
    }
    fault(offset, triggers == 1 ? "the trigger is inside an option, a group or a capture" : "more than one trigger",
          "exactly one part of the pattern stands in [ ], and always takes part");
    return std::nullopt;
  }

  // The only obligatory words, or the only obligatory class.
  std::optional<Range> implied_trigger(const std::vector<ExpandedNode>& items, std::uint32_t offset) {
    std::optional<Range> found;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!is_words(items[i]) && !is_capture_of_words(items[i])) continue;
      const bool continues =
          found && found->end == i && items[i].kind == Kind::kWord && items[i - 1].kind == Kind::kWord;
      if (found && !continues) return no_trigger(offset);
      if (!found) found = Range{i, i};
      found->end = i + 1;
    }
    return found ? found : no_trigger(offset);
  }

  // Makes one item of a trigger that is not marked, and says of all gaps what they do not pass.
  static Range mark(std::vector<ExpandedNode>& items, Range found) {
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(found.begin);
    const auto end = items.begin() + static_cast<std::ptrdiff_t>(found.end);
    ExpandedNode trigger;
    trigger.kind = Kind::kTrigger;
    trigger.offset = begin->offset;
    trigger.children.assign(std::move_iterator(begin), std::move_iterator(end));
    items.insert(items.erase(begin, end), std::move(trigger));
    ExpandedNode sequence;
    sequence.children = std::move(items);
    set_gap_borders(sequence);
    items = std::move(sequence.children);
    return {found.begin, found.begin + 1};
  }

  std::optional<Range> no_trigger(std::uint32_t offset) {
    fault(offset, "no trigger, and more or less than one part of the pattern could be it",
          "put the words that name the act in [ ]");
    return std::nullopt;
  }

  FirstItems set_first(CompiledPattern& compiled, const std::vector<ExpandedNode>& items, Range trigger,
                       std::uint32_t offset) {
    const Beginnings beginnings =
        first_items(std::span(items).subspan(trigger.begin, trigger.end - trigger.begin));
    compiled.first = beginnings.anywhere;
    compiled.first_at_start = beginnings.at_start;
    const FirstItems first = beginnings.either();
    if (first.anything || first.types != 0 || first.kinds != 0) {
      fault(offset, "the trigger can begin with something else than words",
            "a trigger begins with words or a word class");
    }
    return first;
  }

  const std::shared_ptr<Guards>& guards_;
  const std::vector<CaptureInfo>& captures_;
  std::vector<PatternFault>& faults_;
};

template <typename Entry>
std::vector<std::string> names_of(const std::map<std::string, Entry, std::less<>>& entries) {
  std::vector<std::string> names;
  for (const auto& [name, entry] : entries) names.push_back(name);
  return names;
}

}  // namespace

std::vector<std::string> PatternScope::type_names() const { return names_of(types); }

std::vector<std::string> PatternScope::class_and_phrase_names() const {
  std::vector<std::string> names = names_of(classes);
  for (std::string& name : names_of(phrases)) names.push_back(std::move(name));
  return names;
}

std::vector<CompiledPattern> compile_pattern(const PatternNode& root, const PatternScope& scope, TriggerUse trigger,
                                             std::vector<PatternFault>& faults) {
  std::vector<CaptureInfo> captures;
  ExpandedNode expanded = expand_pattern(root, scope, captures, faults);
  if (!faults.empty()) return {};
  VariantCompiler compiler(scope, captures, faults);
  std::vector<CompiledPattern> variants;
  if (trigger == TriggerUse::kNone) {
    set_gap_borders(expanded);
    variants.push_back(compiler.compile_whole(expanded));
  } else if (expanded.kind == Kind::kAlternatives) {
    for (ExpandedNode& child : expanded.children) variants.push_back(compiler.compile_with_trigger(std::move(child)));
  } else {
    variants.push_back(compiler.compile_with_trigger(std::move(expanded)));
  }
  return variants;
}

}  // namespace quanhe
