#pragma once

#include <functional>
#include <vector>

#include "match/compile.h"
#include "match/syntax.h"

namespace quanhe {

// Calls `use` for the item and all items within it.
void for_each_item(const PatternNode& node, const std::function<void(const PatternNode&)>& use);

// A place of a pattern that nothing but mentions can fill: "{a: Person | Country}", not the Person of
// "Name | Person". What a phrase holds stands where the pattern names the phrase.
struct TypePlace {
  std::string name;  // of the first type
  TypeMask types = 0;
  std::uint32_t offset = 0;  // byte of the pattern
};
std::vector<TypePlace> type_places(const PatternNode& pattern, const PatternScope& scope);

// A fault for each capture that a pattern gives twice where both may take part: "{a: Person} met {a: Person}".
std::vector<PatternFault> repeated_captures(const PatternNode& pattern, const PatternScope& scope);

}  // namespace quanhe
