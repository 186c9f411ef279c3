#include "rules/products.h"

#include <string>
#include <utility>
#include <vector>

namespace quanhe {
namespace {

bool is_sign_of_number(char c) { return (c >= '0' && c <= '9') || c == '.'; }

// The word classes of the capture and of those within it: "$o.factor" is of any of them.
std::vector<const WordClass*> classes_within(const TermScope& scope, std::uint32_t capture) {
  const std::string& outer = scope.captures[capture].name;
  std::vector<const WordClass*> classes;
  for (const CaptureInfo& info : scope.captures) {
    if (info.name != outer && !info.name.starts_with(outer + ".")) continue;
    classes.insert(classes.end(), info.classes.begin(), info.classes.end());
  }
  return classes;
}

// A feature must be a number wherever a word has it, and some word must have it.
void check_feature(const TermScope& scope, const CaptureReference& reference, std::uint32_t offset) {
  bool found = false;
  std::vector<std::string> known;
  for (const WordClass* word_class : classes_within(scope, reference.capture)) {
    for (const WordClass::Entry& entry : word_class->entries()) {
      for (const auto& [name, value] : entry.features) known.push_back(name);
      const std::string* value = entry.feature(reference.feature);
      if (value == nullptr) continue;
      found = true;
      if (Decimal::parse(*value, kPlainNumbers)) continue;
      Scanner::fail_at(offset, "\"" + reference.feature + "\" of \"" + entry.text + "\" in <" + word_class->name() +
                                   "> is \"" + *value + "\", which is no number");
    }
  }
  if (!found) {
    Scanner::fail_at(offset, "no word that this takes has the feature \"" + reference.feature + "\"",
                     did_you_mean(reference.feature, known));
  }
}

Factor parse_capture(Scanner& scanner, const TermScope& scope) {
  const std::uint32_t offset = scanner.position();
  Factor factor;
  factor.reference = parse_reference(scanner, scope);
  const CaptureReference& reference = *factor.reference;
  if (reference.capture == CaptureReference::kSelf) Scanner::fail_at(offset, "what a rule makes is no number");
  if (!reference.feature.empty()) {
    check_feature(scope, reference, offset);
  } else if (!reference.text && scope.captures[reference.capture].types != 0) {
    const std::string& name = scope.captures[reference.capture].name;
    Scanner::fail_at(offset, "\"$" + name + "\" takes mentions, which are no numbers",
                     "\"$" + name + ".text\" are its words");
  }
  return factor;
}

Factor parse_number(Scanner& scanner) {
  scanner.peek();  // skips the blanks before it
  const std::uint32_t offset = scanner.position();
  const std::string_view rest = scanner.rest();
  std::size_t length = 0;
  while (length < rest.size() && is_sign_of_number(rest[length])) ++length;
  if (length == 0) scanner.fail("expected $capture or a number");
  Factor factor;
  factor.number = Decimal::parse(rest.substr(0, length), kPlainNumbers);
  if (!factor.number) {
    Scanner::fail_at(offset, "\"" + std::string(rest.substr(0, length)) + "\" is no number of at most " +
                                 std::to_string(Decimal::kMostDigits) + " digits");
  }
  scanner.expect(rest.substr(0, length));
  return factor;
}

Factor parse_factor(Scanner& scanner, const TermScope& scope) {
  return scanner.take("$") ? parse_capture(scanner, scope) : parse_number(scanner);
}

}  // namespace

Term parse_product(Scanner& scanner, const TermScope& scope) {
  Term term;
  term.kind = Term::Kind::kProduct;
  term.factors.push_back(parse_factor(scanner, scope));
  scanner.expect("*");
  do {
    term.factors.push_back(parse_factor(scanner, scope));
  } while (scanner.take("*"));
  return term;
}

}  // namespace quanhe
