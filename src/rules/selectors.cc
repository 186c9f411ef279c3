#include <utility>

#include "rules/terms.h"

namespace quanhe {
namespace {

class SelectorParser {
 public:
  SelectorParser(std::string_view text, const TermScope& scope) : scanner_(text), scope_(scope) {}

  Selector parse() {
    Selector selector = step();
    if (!scanner_.at_end()) scanner_.fail("unexpected \"" + std::string(scanner_.rest()) + "\"");
    return selector;
  }

 private:
  Selector step() {
    if (scanner_.take_word("last")) return last();
    if (scanner_.take_word("register")) return office();
    if (scanner_.take_word("two")) return most_named();
    if (scanner_.take_word("latest")) return latest();
    Selector selector;
    const bool pair = scanner_.take_word("pair");
    selector.kind = pair ? Selector::Kind::kPair : Selector::Kind::kFrom;
    if (pair) scanner_.expect("of");
    if (!pair) expect_selector();
    selector.relation = relation("a relation");
    if (pair && scanner_.take_word("with")) {
      selector.condition = relation("a relation");
      scanner_.expect(".");
      selector.attribute = scanner_.name("an attribute's name");
      scanner_.expect("=");
      selector.attribute_value = capture();
    }
    if (pair) return selector;
    scanner_.expect("of");
    selector.inner.push_back(step());
    return selector;
  }

  // What begins with no other word begins with a relation.
  void expect_selector() {
    scanner_.at_end();
    Scanner ahead(scanner_.rest());
    const std::string name = ahead.name("a selector");
    if (scope_.rules.ontology.find_relation(name) != nullptr) return;
    scanner_.fail(
        "\"" + name + "\" begins no selector",
        "a selector is: last T, pair of R, R of SELECTOR, two most named T, latest SLOT, register $t $f $c on @document_date");
  }

  Selector last() {
    Selector selector;
    selector.type = type();
    if (scanner_.take_word("named")) {
      scanner_.expect("..$");
      selector.name_ending = parse_reference(scanner_, scope_);
    }
    if (scanner_.take_word("with")) {
      selector.condition = relation("a relation");
      if (scanner_.take_glued('.')) {
        selector.attribute = scanner_.name("an attribute's name");
        scanner_.expect("=");
        selector.attribute_value = capture();
      } else {
        if (!scanner_.take_word("to")) scanner_.fail("expected \".attribute = $x\" or \"to\" and a text");
        selector.target = parse_quoted_template(scanner_, scope_);
      }
    }
    if (scanner_.take_word("of")) {
      selector.tied_to_home = scanner_.take_word("home");
      if (!selector.tied_to_home) selector.tied_to = capture();
    }
    return selector;
  }

  Selector latest() {
    Selector selector;
    selector.kind = Selector::Kind::kLatest;
    selector.slot = scanner_.name("a frame's slot");
    return selector;
  }

  Selector most_named() {
    Selector selector;
    scanner_.expect("most");
    scanner_.expect("named");
    selector.kind = Selector::Kind::kMostNamed;
    selector.count = 2;
    selector.type = type();
    return selector;
  }

  // register $title $field $country on @document_date; without $field for an office that has none
  Selector office() {
    Selector selector;
    selector.kind = Selector::Kind::kRegister;
    do {
      selector.office.push_back(capture());
    } while (selector.office.size() < 3 && scanner_.peek() == '$');
    if (selector.office.size() == 1) scanner_.fail("expected the capture of the field, or of the country");
    scanner_.expect("on");
    scanner_.expect("@document_date");
    return selector;
  }

  CaptureReference capture() {
    scanner_.expect("$");
    return parse_reference(scanner_, scope_);
  }

  std::uint32_t type() {
    scanner_.at_end();  // skips blanks, so that a fault stands at the name
    const std::uint32_t offset = scanner_.position();
    return type_index(scope_.rules, scanner_.name("a type"), offset);
  }

  std::uint32_t relation(std::string_view what) {
    scanner_.at_end();
    const std::uint32_t offset = scanner_.position();
    return relation_index(scope_.rules, scanner_.name(what), offset);
  }

  Scanner scanner_;
  const TermScope& scope_;
};

}  // namespace

Selector parse_selector(std::string_view text, const TermScope& scope) {
  Selector selector = SelectorParser(text, scope).parse();
  selector.text = text;
  return selector;
}

}  // namespace quanhe
