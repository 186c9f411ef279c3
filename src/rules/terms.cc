#include "rules/terms.h"

#include <algorithm>
#include <utility>

#include "rules/products.h"

namespace quanhe {
namespace {

constexpr std::uint32_t kNoCapture = UINT32_MAX;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint32_t find_capture(const TermScope& scope, std::string_view name) {
  for (std::uint32_t i = 0; i < scope.captures.size(); ++i) {
    if (scope.captures[i].name == name) return i;
  }
  return kNoCapture;
}

std::string_view before_last_dot(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
}

bool is_within(std::string_view name, std::string_view capture) {
  return name == capture || (name.starts_with(capture) && name.substr(capture.size()).starts_with('.'));
}

bool has_classes(const TermScope& scope, std::string_view capture) {
  return std::any_of(scope.captures.begin(), scope.captures.end(),
                     [&](const CaptureInfo& info) { return is_within(info.name, capture) && !info.classes.empty(); });
}

// The chain that is named like the capture, else the first for its type.
std::uint32_t default_for(const TermScope& scope, const CaptureInfo& info) {
  const std::vector<DefaultChain>& defaults = scope.rules.defaults;
  const std::string_view name = std::string_view(info.name).substr(info.name.rfind('.') + 1);
  std::uint32_t first = UINT32_MAX;
  for (std::uint32_t i = 0; i < defaults.size(); ++i) {
    if (info.types != scope.rules.type_masks[defaults[i].type]) continue;
    if (defaults[i].name == name) return i;
    if (first == UINT32_MAX) first = i;
  }
  return first;
}

CaptureReference to_capture(const TermScope& scope, std::uint32_t capture, bool text) {
  CaptureReference reference;
  reference.capture = capture;
  reference.text = text;
  const CaptureInfo& info = scope.captures[capture];
  const std::uint32_t around = find_capture(scope, before_last_dot(info.name));
  if (around != kNoCapture) reference.around = around;
  reference.default_chain = default_for(scope, info);
  return reference;
}

[[noreturn]] void unknown_capture(const TermScope& scope, const std::string& path, std::uint32_t offset) {
  std::vector<std::string> known;
  for (const CaptureInfo& info : scope.captures) known.push_back(info.name);
  if (scope.has_self) known.push_back("self");
  Scanner::fail_at(offset, "unknown capture \"$" + path + "\"", did_you_mean(path, known));
}

// A path names a capture, or one and "text", or one and a feature of the class entries within it.
CaptureReference resolve_path(const TermScope& scope, const std::string& path, std::uint32_t offset) {
  if (const std::uint32_t capture = find_capture(scope, path); capture != kNoCapture) {
    return to_capture(scope, capture, false);
  }
  if (path == "self" || path == "self.text") {
    if (!scope.has_self && path == "self") Scanner::fail_at(offset, "\"$self\" in a rule that makes no node");
    CaptureReference reference;
    reference.text = path == "self.text";
    return reference;
  }
  const std::string_view outer = before_last_dot(path);
  const std::string_view last = std::string_view(path).substr(outer.empty() ? 0 : outer.size() + 1);
  const std::uint32_t capture = outer.empty() ? kNoCapture : find_capture(scope, outer);
  if (capture != kNoCapture && last == "text") return to_capture(scope, capture, true);
  if (capture == kNoCapture || !has_classes(scope, outer)) unknown_capture(scope, path, offset);
  CaptureReference reference;
  reference.capture = capture;
  reference.feature = last;
  return reference;
}

Term parse_term(Scanner& scanner, const TermScope& scope) {
  Term term;
  const char first = scanner.peek();
  if (first == '@') {
    scanner.expect("@");
    term.slot = scanner.name("the name of a slot");
    term.kind = term.slot == "document_date" ? Term::Kind::kDocumentDate : Term::Kind::kSlot;
  } else if (first == '"') {
    term.kind = Term::Kind::kText;
    term.name = parse_quoted_template(scanner, scope);
  } else if (first == '$') {
    scanner.expect("$");
    term.reference = parse_reference(scanner, scope);
    if (scanner.take_glued('/')) {
      const std::uint32_t offset = scanner.position();
      term.relation = scanner.name("a relation");
      relation_index(scope.rules, term.relation, offset);
    }
  } else {
    const std::uint32_t offset = scanner.position();
    term.kind = Term::Kind::kNode;
    term.type = type_index(scope.rules, scanner.name("$capture, @slot, a type or a quoted text"), offset);
    term.name = parse_quoted_template(scanner, scope);
  }
  return term;
}

Term parse_value(Scanner& scanner, const TermScope& scope) {
  if (is_digit(scanner.peek())) return parse_product(scanner, scope);
  const Scanner begin = scanner;
  Term term = parse_term(scanner, scope);
  if (scanner.peek() != '*') return term;
  if (term.kind != Term::Kind::kCapture || !term.relation.empty()) {
    begin.fail("only captures and numbers can be multiplied", "for example: $n * $u.factor, $n * 1000");
  }
  scanner = begin;
  return parse_product(scanner, scope);
}

TypeMask possible_types(const Chain& chain, const TermScope& scope, std::optional<std::uint32_t> self_type) {
  TypeMask mask = 0;
  for (const Term& term : chain) {
    const bool is_self = term.kind == Term::Kind::kCapture && term.reference.capture == CaptureReference::kSelf;
    if (term.kind == Term::Kind::kNode) {
      mask |= TypeMask{1} << term.type;
    } else if (is_self && self_type) {
      mask |= TypeMask{1} << *self_type;
    } else if (term.kind == Term::Kind::kCapture && !is_self && term.relation.empty()) {
      mask |= scope.captures[term.reference.capture].types;
    } else {
      return ~TypeMask{0};
    }
  }
  return mask;
}

TypeMask allowed_types(const RuleSet& rules, const std::vector<std::string>& names) {
  TypeMask mask = 0;
  for (const std::string& name : names) mask |= TypeMask{1} << type_index(rules, name, 0);
  return mask;
}

void check_end(const Chain& chain, const std::vector<std::string>& allowed, const TermScope& scope,
               const Relation& relation, std::uint32_t offset) {
  if ((possible_types(chain, scope, std::nullopt) & allowed_types(scope.rules, allowed)) != 0) return;
  std::string expected;
  for (const std::string& name : allowed) expected += (expected.empty() ? "" : ", ") + name;
  Scanner::fail_at(offset, "this can never be an end of \"" + relation.name + "\", which takes " + expected);
}

void parse_attributes(Scanner& scanner, const TermScope& scope, EdgeTemplate& edge) {
  if (!scanner.take("{")) return;
  do {
    std::string name = scanner.name("an attribute's name");
    scanner.expect(":");
    edge.attributes.emplace_back(std::move(name), parse_values(scanner, scope));
  } while (scanner.take(","));
  scanner.expect("}");
}

}  // namespace

std::uint32_t type_index(const RuleSet& rules, std::string_view name, std::uint32_t offset) {
  const std::vector<NodeType>& types = rules.ontology.types;
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    if (types[i].name == name) return i;
    known.push_back(types[i].name);
  }
  Scanner::fail_at(offset, "unknown type \"" + std::string(name) + "\"", did_you_mean(name, known));
}

std::uint32_t relation_index(const RuleSet& rules, std::string_view name, std::uint32_t offset) {
  const std::vector<Relation>& relations = rules.ontology.relations;
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < relations.size(); ++i) {
    if (relations[i].name == name) return i;
    known.push_back(relations[i].name);
  }
  Scanner::fail_at(offset, "unknown relation \"" + std::string(name) + "\"", did_you_mean(name, known));
}

CaptureReference parse_reference(Scanner& scanner, const TermScope& scope) {
  const bool braced = scanner.take_glued('{');
  const std::uint32_t offset = scanner.position();
  std::string path = scanner.name("a capture's name");
  while (scanner.take_glued('.')) path += "." + scanner.name("a name after '.'");
  if (braced) scanner.expect("}");
  return resolve_path(scope, path, offset);
}

Template parse_template(std::string_view text, const TermScope& scope) {
  Template made;
  std::size_t begin = 0;
  for (std::size_t dollar = text.find('$'); dollar != std::string_view::npos; dollar = text.find('$', begin)) {
    if (dollar > begin) made.pieces.push_back({std::string(text.substr(begin, dollar - begin)), std::nullopt});
    Scanner scanner(text.substr(dollar + 1));
    try {
      made.pieces.push_back({"", parse_reference(scanner, scope)});
    } catch (PatternFault& fault) {
      fault.offset += static_cast<std::uint32_t>(dollar + 1);
      throw;
    }
    begin = dollar + 1 + scanner.position();
  }
  if (begin < text.size()) made.pieces.push_back({std::string(text.substr(begin)), std::nullopt});
  return made;
}

Template parse_quoted_template(Scanner& scanner, const TermScope& scope) {
  const std::string text = scanner.quoted();
  const auto begin = scanner.position() - 1 - static_cast<std::uint32_t>(text.size());
  try {
    return parse_template(text, scope);
  } catch (PatternFault& fault) {
    fault.offset += begin;
    throw;
  }
}

Chain parse_chain(Scanner& scanner, const TermScope& scope) {
  Chain chain;
  do {
    chain.push_back(parse_term(scanner, scope));
  } while (scanner.take("|"));
  if (scanner.peek() == '*') {
    scanner.fail("a product is no end of an edge", "it is a value: {amount: $n * $u.factor}");
  }
  return chain;
}

Chain parse_values(Scanner& scanner, const TermScope& scope) {
  Chain chain;
  do {
    chain.push_back(parse_value(scanner, scope));
  } while (scanner.take("|"));
  return chain;
}

EdgeTemplate parse_edge(std::string_view line, const TermScope& scope) {
  Scanner scanner(line);
  EdgeTemplate edge;
  edge.from = parse_chain(scanner, scope);
  scanner.expect("-");
  const std::uint32_t relation_offset = scanner.position();
  edge.relation = relation_index(scope.rules, scanner.name("a relation"), relation_offset);
  const Relation& relation = scope.rules.ontology.relations[edge.relation];
  parse_attributes(scanner, scope, edge);
  const bool directed = scanner.take("->");
  if (!directed) scanner.expect("-");
  if (directed == relation.symmetric) {
    Scanner::fail_at(relation_offset, "\"" + relation.name + "\" is " + (relation.symmetric ? "symmetric" : "directed"),
                     relation.symmetric ? "write A -" + relation.name + "- B" : "write A -" + relation.name + "-> B");
  }
  scanner.peek();  // skips the blanks before the end
  const std::uint32_t to_offset = scanner.position();
  edge.to = parse_chain(scanner, scope);
  if (!scanner.at_end()) scanner.fail("unexpected \"" + std::string(scanner.rest()) + "\"");
  check_end(edge.from, relation.from, scope, relation, 0);
  check_end(edge.to, relation.to, scope, relation, to_offset);
  return edge;
}

}  // namespace quanhe
