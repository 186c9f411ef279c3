#include "oracle/pattern.h"

#include <cctype>
#include <map>

#include "base/check.h"
#include "oracle/borders.h"
#include "text/token.h"

namespace quanhe::oracle {

namespace {

Item make(Item::Kind kind, std::vector<Item> children) {
  Item item;
  item.kind = kind;
  item.children = std::move(children);
  return item;
}

Item type_item(TypeMask types, bool plural) {
  Item item = make(Item::Kind::kType, {});
  item.types = types;
  item.plural = plural;
  return item;
}

Item repeat(Item child, std::uint32_t minimum, std::uint32_t maximum) {
  Item item = make(Item::Kind::kRepeat, {std::move(child)});
  item.minimum = minimum;
  item.maximum = maximum;
  return item;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// One word or sign, or several that are glued in the pattern.
Item words_item(const std::string& text) {
  Item sequence;
  for (const Token& token : tokenize(text)) {
    Item word = make(Item::Kind::kWord, {});
    word.text = lower(text.substr(token.bytes.start, token.bytes.length()));
    sequence.children.push_back(std::move(word));
  }
  return sequence;
}

Item one_of(const std::vector<std::string>& words) {
  Item alternatives = make(Item::Kind::kAlternatives, {});
  for (const std::string& word : words) alternatives.children.push_back(words_item(word));
  return alternatives;
}

// "A, B and C": at most ten in all, with a `between` before the `last` or without; "A - B"; one alone. Each may be a
// plural reference.
Item coordination(TypeMask types, const Coordination& words) {
  const Item one = type_item(types, true);
  const Item between = one_of(words.between);
  const Item more = repeat(make(Item::Kind::kSequence, {between, one}), 0, 8);
  return make(Item::Kind::kAlternatives,
              {
                  make(Item::Kind::kSequence, {one, more, repeat(between, 0, 1), one_of(words.last), one}),
                  make(Item::Kind::kSequence, {one, one_of(words.pair), one}),
                  one,
              });
}

class Expansion {
 public:
  explicit Expansion(const Language& language) : language_(language) {}

  // `prefix`: what names of captures begin with here: "o." within {o: ...}.
  Item expand(const PatternNode& node, const std::string& prefix) const {
    using Kind = PatternNode::Kind;
    switch (node.kind) {
      case Kind::kSequence: return make(Item::Kind::kSequence, children(node, prefix));
      case Kind::kAlternatives: return make(Item::Kind::kAlternatives, children(node, prefix));
      case Kind::kRepeat: return repeat(expand(node.children[0], prefix), node.minimum, node.maximum);
      case Kind::kWord: return words_item(node.text);
      case Kind::kNamed: return class_or_phrase(node, prefix);
      case Kind::kUpperName: return upper_name(node.text);
      case Kind::kMany: return many(node.children[0].text);
      case Kind::kGap: return gap(node);
      case Kind::kCapture: return capture(node, prefix);
      case Kind::kTrigger: return make(Item::Kind::kTrigger, children(node, prefix));
      case Kind::kNot: return make(Item::Kind::kNot, children(node, prefix));
      case Kind::kStart: return make(Item::Kind::kStart, {});
      case Kind::kEnd: return make(Item::Kind::kEnd, {});
    }
    QUANHE_CHECK(!"a kind of node that the reference does not know");
    return {};
  }

 private:
  std::vector<Item> children(const PatternNode& node, const std::string& prefix) const {
    std::vector<Item> items;
    for (const PatternNode& child : node.children) items.push_back(expand(child, prefix));
    return items;
  }

  Item upper_name(const std::string& name) const {
    static const std::map<std::string, Item::Kind> kinds = {{"Name", Item::Kind::kName},
                                                            {"Upper", Item::Kind::kUpper},
                                                            {"Number", Item::Kind::kNumber},
                                                            {"Year", Item::Kind::kYear},
                                                            {"Code", Item::Kind::kCode}};
    if (const TypeMask* types = language_.find_type(name)) return type_item(*types, false);
    const auto kind = kinds.find(name);
    return kind == kinds.end() ? words_item(name) : make(kind->second, {});
  }

  // "Person+" is a coordination, "Name+" a repetition.
  Item many(const std::string& name) const {
    if (const TypeMask* types = language_.find_type(name)) return coordination(*types, language_.coordination);
    return repeat(upper_name(name), 1, 8);
  }

  Item class_or_phrase(const PatternNode& node, const std::string& prefix) const {
    if (language_.find_class(node.text)) {
      Item item = make(Item::Kind::kClass, {});
      item.text = node.text;
      return item;
    }
    auto parsed = parse_pattern(*language_.find_phrase(node.text));
    return expand(std::get<PatternNode>(parsed), prefix);
  }

  Item gap(const PatternNode& node) const {
    Item item = make(Item::Kind::kGap, {});
    item.maximum = node.maximum == PatternNode::kUnbounded ? kAnyDistance : node.maximum;
    return item;
  }

  Item capture(const PatternNode& node, const std::string& prefix) const {
    Item item = make(Item::Kind::kCapture, children(node, prefix + node.text + "."));
    item.text = prefix + node.text;
    return item;
  }

  const Language& language_;
};

}  // namespace

Item expand(const PatternNode& pattern, const Language& language) {
  Item item = Expansion(language).expand(pattern, "");
  set_borders(item);
  return item;
}

}  // namespace quanhe::oracle
