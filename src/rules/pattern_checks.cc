#include "rules/pattern_checks.h"

#include <optional>
#include <set>
#include <string>

namespace quanhe {
namespace {

using Kind = PatternNode::Kind;

constexpr int kDeepestPhrases = 20;

const PatternNode* phrase_of(const PatternNode& node, const PatternScope& scope, int depth) {
  if (node.kind != Kind::kNamed || depth == kDeepestPhrases) return nullptr;
  const auto phrase = scope.phrases.find(node.text);
  return phrase == scope.phrases.end() ? nullptr : &phrase->second;
}

// The types that the item takes when it takes nothing but mentions.
std::optional<TypePlace> types_of(const PatternNode& node, const PatternScope& scope) {
  if (node.kind == Kind::kUpperName) {
    const auto type = scope.types.find(node.text);
    if (type == scope.types.end()) return std::nullopt;
    return TypePlace{node.text, type->second, node.offset};
  }
  if (node.kind == Kind::kMany) return types_of(node.children.front(), scope);
  if (node.kind != Kind::kAlternatives) return std::nullopt;
  std::optional<TypePlace> all;
  for (const PatternNode& child : node.children) {
    const std::optional<TypePlace> one = types_of(child, scope);
    if (!one) return std::nullopt;
    if (all) all->types |= one->types;
    if (!all) all = one;
  }
  return all;
}

void add_places(const PatternNode& node, const PatternScope& scope, int depth, std::vector<TypePlace>& places) {
  if (const std::optional<TypePlace> place = types_of(node, scope)) {
    places.push_back(*place);
    return;
  }
  if (const PatternNode* phrase = phrase_of(node, scope, depth)) {
    const std::size_t first = places.size();
    add_places(*phrase, scope, depth + 1, places);
    for (std::size_t i = first; i < places.size(); ++i) places[i].offset = node.offset;
  }
  for (const PatternNode& child : node.children) {
    const bool one_way_of_several = node.kind == Kind::kAlternatives && types_of(child, scope);
    if (!one_way_of_several) add_places(child, scope, depth, places);
  }
}

class CaptureWalk {
 public:
  explicit CaptureWalk(const PatternScope& scope) : scope_(scope) {}

  // The captures within the node, by their full names.
  std::set<std::string> walk(const PatternNode& node, const std::string& prefix, int depth) {
    std::set<std::string> names;
    const std::string inner = node.kind == Kind::kCapture ? prefix + node.text + "." : prefix;
    if (node.kind == Kind::kCapture) names.insert(prefix + node.text);
    if (const PatternNode* phrase = phrase_of(node, scope_, depth)) {
      const std::uint32_t outer = outermost_;
      if (depth == 0) outermost_ = node.offset;
      names = walk(*phrase, prefix, depth + 1);
      outermost_ = outer;
    }
    for (const PatternNode& child : node.children) {
      const std::set<std::string> more = walk(child, inner, depth);
      if (node.kind == Kind::kSequence) judge(names, more, depth == 0 ? child.offset : outermost_);
      names.insert(more.begin(), more.end());
    }
    return names;
  }

  std::vector<PatternFault> faults;

 private:
  void judge(const std::set<std::string>& names, const std::set<std::string>& more, std::uint32_t offset) {
    for (const std::string& name : more) {
      if (names.count(name) == 0) continue;
      faults.push_back({offset, "the capture \"" + name + "\" is given twice",
                        "captures share a name only in different alternatives"});
    }
  }

  const PatternScope& scope_;
  std::uint32_t outermost_ = 0;
};

}  // namespace

void for_each_item(const PatternNode& node, const std::function<void(const PatternNode&)>& use) {
  use(node);
  for (const PatternNode& child : node.children) for_each_item(child, use);
}

std::vector<TypePlace> type_places(const PatternNode& pattern, const PatternScope& scope) {
  std::vector<TypePlace> places;
  add_places(pattern, scope, 0, places);
  return places;
}

std::vector<PatternFault> repeated_captures(const PatternNode& pattern, const PatternScope& scope) {
  CaptureWalk walk(scope);
  walk.walk(pattern, "", 0);
  return std::move(walk.faults);
}

}  // namespace quanhe
