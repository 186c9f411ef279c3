#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"
#include "rules/scanner.h"

namespace quanhe {

// What terms may name: the captures of the rule's pattern, and the pack's ontology and defaults.
struct TermScope {
  const std::vector<CaptureInfo>& captures;
  const RuleSet& rules;
  bool has_self = false;  // the rule makes a node
};

// "$o.title", "${o.field}": what follows the '$'. Throws PatternFault.
CaptureReference parse_reference(Scanner& scanner, const TermScope& scope);

// "Bộ ${o.field} $c" as it stands between quotes. Throws PatternFault with offsets into `text`.
Template parse_template(std::string_view text, const TermScope& scope);
// The same with its quotes, read from a line: offsets are those of the line.
Template parse_quoted_template(Scanner& scanner, const TermScope& scope);

// An end: "$a|@subject", `Ministry "Bộ ${o.field}"`. Throws PatternFault.
Chain parse_chain(Scanner& scanner, const TermScope& scope);
// A value, which may be a product too: "$n * $u.factor|$n * 1". Throws PatternFault.
Chain parse_values(Scanner& scanner, const TermScope& scope);

// One line of `edges:`. Throws PatternFault, also when an end can never have a type that the relation allows.
EdgeTemplate parse_edge(std::string_view line, const TermScope& scope);

// "last Person named ..$n", "pair of met", "citizen_of of pair of met", "two most named Country".
// Throws PatternFault.
Selector parse_selector(std::string_view text, const TermScope& scope);

// Indices of the ontology by name. Throw PatternFault at `offset` for an unknown one.
std::uint32_t type_index(const RuleSet& rules, std::string_view name, std::uint32_t offset);
std::uint32_t relation_index(const RuleSet& rules, std::string_view name, std::uint32_t offset);

}  // namespace quanhe
