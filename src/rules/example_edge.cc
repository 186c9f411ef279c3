#include "rules/example_edge.h"

#include <optional>
#include <string>

#include "base/strings.h"
#include "rules/scanner.h"
#include "rules/terms.h"

namespace quanhe {
namespace {

// The arrow between the two names: " -met- " or " -thanked-> ".
struct Arrow {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view relation;
  bool directed = false;
};

bool is_relation_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The arrow whose " -" stands at `begin`, if one does.
std::optional<Arrow> arrow_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 2;
  while (end < text.size() && is_relation_sign(text[end])) ++end;
  Arrow arrow{begin, end, text.substr(begin + 2, end - begin - 2), false};
  if (arrow.relation.empty() || end == text.size() || text[end] != '-') return std::nullopt;
  ++arrow.end;
  arrow.directed = arrow.end < text.size() && text[arrow.end] == '>';
  if (arrow.directed) ++arrow.end;
  const bool ends_in_blank = arrow.end == text.size() || text[arrow.end] == ' ';
  return ends_in_blank ? std::optional(arrow) : std::nullopt;
}

// The first arrow of a known relation, else the first of any: a name may hold hyphens.
std::optional<Arrow> find_arrow(std::string_view text, const Ontology& ontology) {
  std::optional<Arrow> unknown;
  for (std::size_t begin = text.find(" -"); begin != std::string_view::npos; begin = text.find(" -", begin + 1)) {
    const std::optional<Arrow> arrow = arrow_at(text, begin);
    if (arrow && ontology.find_relation(arrow->relation) != nullptr) return arrow;
    if (!unknown) unknown = arrow;
  }
  return unknown;
}

}  // namespace

ExampleEdge parse_example_edge(std::string_view text, const RuleSet& rules) {
  const std::optional<Arrow> arrow = find_arrow(text, rules.ontology);
  if (!arrow) {
    Scanner::fail_at(0, "\"" + std::string(text) + "\" is no edge", "write \"A -relation-> B\", or \"A -relation- B\"");
  }
  const auto offset = static_cast<std::uint32_t>(arrow->begin + 2);
  ExampleEdge edge;
  edge.from = trim(text.substr(0, arrow->begin));
  edge.relation = relation_index(rules, arrow->relation, offset);
  edge.to = trim(text.substr(arrow->end));
  const Relation& relation = rules.ontology.relations[edge.relation];
  if (relation.symmetric == arrow->directed) {
    Scanner::fail_at(offset, "\"" + relation.name + "\" is " + (relation.symmetric ? "symmetric" : "directed"),
                     "write \"" + to_text(edge, rules.ontology) + "\"");
  }
  if (edge.from.empty()) Scanner::fail_at(0, "a name is missing before the relation");
  if (edge.to.empty()) Scanner::fail_at(static_cast<std::uint32_t>(text.size()), "a name is missing after the relation");
  return edge;
}

std::string to_text(const ExampleEdge& edge, const Ontology& ontology) {
  const Relation& relation = ontology.relations[edge.relation];
  return edge.from + " -" + relation.name + (relation.symmetric ? "- " : "-> ") + edge.to;
}

}  // namespace quanhe
