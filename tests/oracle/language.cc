#include "oracle/language.h"

namespace quanhe::oracle {

const TypeMask* Language::find_type(const std::string& name) const {
  for (const auto& [known, mask] : types) {
    if (known == name) return &mask;
  }
  return nullptr;
}

const Language::Class* Language::find_class(const std::string& name) const {
  for (const Class& known : classes) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

const std::string* Language::find_phrase(const std::string& name) const {
  for (const auto& [known, pattern] : phrases) {
    if (known == name) return &pattern;
  }
  return nullptr;
}

const Language& test_language() {
  static const Language language = {
      .types = {{"Person", 1U << kPerson},
                {"Organization", (1U << kOrganization) | (1U << kMinistry)},
                {"Country", 1U << kCountry},
                {"Ministry", 1U << kMinistry},
                {"Party", (1U << kPerson) | (1U << kCountry)}},
      .classes = {{"verb", LetterCase::kFolded, {"a", "a b", "b c", "a b a"}},
                  {"title", LetterCase::kExact, {"A", "A b", "b", "AB c"}}},
      .phrases = {{"office", "{t: a} (b {c: Country})?"},
                  {"words", "a | b a | c"},
                  {"holder", "{p: Person} | {o: <office>} b"}},
      .coordination = {.between = {","}, .last = {"and"}, .pair = {"-"}},
  };
  return language;
}

}  // namespace quanhe::oracle
