#include "match/expand.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"

namespace quanhe {
namespace {

using Kind = ExpandedNode::Kind;
using Syntax = PatternNode::Kind;

constexpr std::uint32_t kDeepestPhrases = 20;
constexpr std::uint32_t kMostNodes = 100'000;

// "Person", not "USD" or "Bộ".
bool looks_like_type(const std::string& text) {
  const auto is_name_sign = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return text.size() > 1 && text[1] >= 'a' && std::all_of(text.begin(), text.end(), is_name_sign);
}

class Expander {
 public:
  Expander(const PatternScope& scope, std::vector<CaptureInfo>& captures, std::vector<PatternFault>& faults)
      : scope_(scope), captures_(captures), faults_(faults) {}

  ExpandedNode expand(const PatternNode& node) {
    if (!may_grow(node)) return make(Kind::kSequence, node);
    switch (node.kind) {
      case Syntax::kSequence: return with_children(Kind::kSequence, node);
      case Syntax::kAlternatives: return with_children(Kind::kAlternatives, node);
      case Syntax::kTrigger: return with_children(Kind::kTrigger, node);
      case Syntax::kNot: return with_children(Kind::kNot, node);
      case Syntax::kRepeat: return repeat(node);
      case Syntax::kWord: return words(node);
      case Syntax::kNamed: return named(node);
      case Syntax::kUpperName: return upper_name(node, false);
      case Syntax::kMany: return many(node);
      case Syntax::kGap: return gap(node);
      case Syntax::kCapture: return capture(node);
      case Syntax::kStart: return make(Kind::kStart, node);
      case Syntax::kEnd: return make(Kind::kEnd, node);
    }
    return make(Kind::kSequence, node);
  }

 private:
  // Items of a phrase stand where the phrase is named, as far as messages go.
  ExpandedNode make(Kind kind, const PatternNode& node) const {
    ExpandedNode made;
    made.kind = kind;
    made.offset = phrase_depth_ == 0 ? node.offset : phrase_offset_;
    return made;
  }

  void fault(const PatternNode& node, std::string message, std::string help = "") {
    faults_.push_back({phrase_depth_ == 0 ? node.offset : phrase_offset_, std::move(message), std::move(help)});
  }

  // Phrases within phrases multiply, so that twenty of them could fill any memory.
  bool may_grow(const PatternNode& node) {
    if (!stopped_ && ++nodes_ > kMostNodes) {
      stopped_ = true;
      fault(node, "the pattern grows to more than " + std::to_string(kMostNodes) + " parts",
            "phrases within phrases multiply");
    }
    return !stopped_;
  }

  ExpandedNode with_children(Kind kind, const PatternNode& node) {
    ExpandedNode made = make(kind, node);
    for (const PatternNode& child : node.children) made.children.push_back(expand(child));
    return made;
  }

  ExpandedNode repeat(const PatternNode& node) {
    ExpandedNode made = with_children(Kind::kRepeat, node);
    made.minimum = node.minimum;
    made.maximum = node.maximum;
    return made;
  }

  ExpandedNode gap(const PatternNode& node) {
    ExpandedNode made = make(Kind::kGap, node);
    made.maximum = node.maximum;
    return made;
  }

  ExpandedNode words(const PatternNode& node) {
    ExpandedNode sequence = make(Kind::kSequence, node);
    for (const Token& token : tokenize(node.text)) {
      const std::string_view bytes = std::string_view(node.text).substr(token.bytes.start, token.bytes.length());
      ExpandedNode word = make(Kind::kWord, node);
      word.argument = scope_.words->add(bytes).folded;
      sequence.children.push_back(std::move(word));
    }
    if (sequence.children.empty()) fault(node, "nothing but blanks is quoted here");
    return sequence.children.size() == 1 ? ExpandedNode(std::move(sequence.children.front())) : sequence;
  }

  ExpandedNode upper_name(const PatternNode& node, bool plural) {
    if (const auto kind = parse_pattern_kind(node.text)) {
      ExpandedNode made = make(Kind::kKind, node);
      made.argument = static_cast<std::uint32_t>(*kind);
      return made;
    }
    const auto type = scope_.types.find(node.text);
    if (type == scope_.types.end()) return plain_word(node);
    ExpandedNode made = make(Kind::kType, node);
    made.mask = type->second;
    made.plural = plural;
    if (innermost_capture_ != kNoCapture) captures_[innermost_capture_].types |= made.mask;
    return made;
  }

  // "Persn" within a capture is nearly always meant as a type: a misspelt one must not become a word.
  ExpandedNode plain_word(const PatternNode& node) {
    if (innermost_capture_ != kNoCapture && looks_like_type(node.text)) {
      const std::string near = nearest(node.text, scope_.type_names());
      fault(
          node, "unknown type \"" + node.text + "\"",
          near.empty() ? "to match the word itself, quote it: '" + node.text + "'" : "did you mean \"" + near + "\"?");
    }
    return words(node);
  }

  ExpandedNode named(const PatternNode& node) {
    if (const auto found = scope_.classes.find(node.text); found != scope_.classes.end()) {
      ExpandedNode made = make(Kind::kClass, node);
      made.word_class = &found->second;
      if (innermost_capture_ != kNoCapture) captures_[innermost_capture_].classes.push_back(&found->second);
      return made;
    }
    const auto phrase = scope_.phrases.find(node.text);
    if (phrase == scope_.phrases.end()) {
      const std::string near = nearest(node.text, scope_.class_and_phrase_names());
      fault(node, "unknown word class or phrase \"" + node.text + "\"",
            near.empty() ? "" : "did you mean \"" + near + "\"?");
      return make(Kind::kSequence, node);
    }
    return put_in(phrase->second, node);
  }

  ExpandedNode put_in(const PatternNode& phrase, const PatternNode& node) {
    if (phrase_depth_ == kDeepestPhrases) {
      stopped_ = true;
      fault(node, "phrase \"" + node.text + "\" contains itself");
      return make(Kind::kSequence, node);
    }
    if (phrase_depth_ == 0) phrase_offset_ = node.offset;
    ++phrase_depth_;
    ExpandedNode made = expand(phrase);
    --phrase_depth_;
    return made;
  }

  // X (between X)* between? last X, or X pair X, or X alone.
  ExpandedNode many(const PatternNode& node) {
    ExpandedNode one = upper_name(node.children.front(), true);
    if (one.kind != Kind::kType) {
      ExpandedNode made = make(Kind::kRepeat, node);
      made.minimum = 1;
      made.maximum = PatternNode::kDefaultRepetitions;
      made.children.push_back(std::move(one));
      return made;
    }
    if (innermost_capture_ != kNoCapture) captures_[innermost_capture_].many = true;
    const Coordination& coordination = scope_.coordination;
    ExpandedNode made = make(Kind::kAlternatives, node);
    if (!coordination.last.empty()) {
      ExpandedNode list = sequence(node, {one});
      if (!coordination.between.empty()) {
        ExpandedNode further = sequence(node, {connector(node, coordination.between), one});
        list.children.push_back(repeated(std::move(further), PatternNode::kDefaultRepetitions));
        list.children.push_back(repeated(connector(node, coordination.between), 1));
      }
      list.children.push_back(connector(node, coordination.last));
      list.children.push_back(one);
      made.children.push_back(std::move(list));
    }
    if (!coordination.pair.empty()) {
      made.children.push_back(sequence(node, {one, connector(node, coordination.pair), one}));
    }
    made.children.push_back(std::move(one));
    return made;
  }

  ExpandedNode sequence(const PatternNode& node, std::vector<ExpandedNode> children) const {
    ExpandedNode made = make(Kind::kSequence, node);
    made.children = std::move(children);
    return made;
  }

  static ExpandedNode repeated(ExpandedNode child, std::uint32_t maximum) {
    ExpandedNode made;
    made.kind = Kind::kRepeat;
    made.offset = child.offset;
    made.maximum = maximum;
    made.children.push_back(std::move(child));
    return made;
  }

  ExpandedNode connector(const PatternNode& node, const std::vector<std::string>& texts) {
    ExpandedNode made = make(Kind::kAlternatives, node);
    for (const std::string& text : texts) {
      PatternNode word = node;
      word.text = text;
      made.children.push_back(words(word));
    }
    return made;
  }

  ExpandedNode capture(const PatternNode& node) {
    const std::string outer_prefix = prefix_;
    const std::uint32_t outer_capture = innermost_capture_;
    prefix_ += node.text + ".";
    ExpandedNode made = make(Kind::kCapture, node);
    made.argument = capture_index(outer_prefix + node.text);
    innermost_capture_ = made.argument;
    for (const PatternNode& child : node.children) made.children.push_back(expand(child));
    innermost_capture_ = outer_capture;
    prefix_ = outer_prefix;
    return made;
  }

  std::uint32_t capture_index(const std::string& name) {
    for (std::uint32_t i = 0; i < captures_.size(); ++i) {
      if (captures_[i].name == name) return i;
    }
    captures_.push_back({name, 0, false, {}});
    return static_cast<std::uint32_t>(captures_.size() - 1);
  }

  static constexpr std::uint32_t kNoCapture = UINT32_MAX;

  const PatternScope& scope_;
  std::vector<CaptureInfo>& captures_;
  std::vector<PatternFault>& faults_;
  std::string prefix_;
  std::uint32_t innermost_capture_ = kNoCapture;
  std::uint32_t phrase_depth_ = 0;
  std::uint32_t phrase_offset_ = 0;
  std::uint32_t nodes_ = 0;
  bool stopped_ = false;  // after a fault that would be found again and again
};

// Walks a pattern in reading order, or against it, and adds to each gap the nearest type seen in a capture.
class BorderWalk {
 public:
  explicit BorderWalk(Reading direction) : forward_(direction == Reading::kForward) {}

  TypeMask walk(ExpandedNode& node, TypeMask seen) {
    switch (node.kind) {
      case Kind::kType: return captures_ > 0 ? node.mask : seen;
      case Kind::kGap: node.mask |= seen; return 0;
      case Kind::kTrigger: walk_children(node, 0); return 0;
      case Kind::kAlternatives: {
        TypeMask after = 0;
        for (ExpandedNode& child : node.children) after |= walk(child, seen);
        return after;
      }
      case Kind::kRepeat: {
        TypeMask after = walk_children(node, seen);
        if (node.maximum > 1) after = walk_children(node, seen | after);  // one time follows another
        return node.minimum == 0 ? after | seen : after;
      }
      case Kind::kCapture: {
        ++captures_;
        const TypeMask after = walk_children(node, seen);
        --captures_;
        return after;
      }
      case Kind::kNot: return seen;
      default: return walk_children(node, seen);
    }
  }

 private:
  TypeMask walk_children(ExpandedNode& node, TypeMask seen) {
    const std::size_t count = node.children.size();
    for (std::size_t i = 0; i < count; ++i) seen = walk(node.children[forward_ ? i : count - 1 - i], seen);
    return seen;
  }

  bool forward_;
  std::uint32_t captures_ = 0;  // around the node
};

}  // namespace

ExpandedNode expand_pattern(const PatternNode& root, const PatternScope& scope, std::vector<CaptureInfo>& captures,
                            std::vector<PatternFault>& faults) {
  return Expander(scope, captures, faults).expand(root);
}

std::optional<WordKey> pair_of(std::span<const ExpandedNode> nodes) {
  if (nodes.size() != 2 || nodes[0].kind != Kind::kWord || nodes[1].kind != Kind::kWord) return std::nullopt;
  return pair_key(nodes[0].argument, nodes[1].argument);
}

void set_gap_borders(ExpandedNode& root) {
  BorderWalk(Reading::kForward).walk(root, 0);
  BorderWalk(Reading::kBackward).walk(root, 0);
}

}  // namespace quanhe
