#pragma once

#include <string>
#include <utility>
#include <vector>

#include "match/compile.h"
#include "match/word_class.h"

namespace quanhe::oracle {

// The names that patterns of these tests use, in a form that the engine and its twin are both made from.
struct Language {
  struct Class {
    std::string name;
    LetterCase letter_case = LetterCase::kFolded;
    std::vector<std::string> entries;
  };

  std::vector<std::pair<std::string, TypeMask>> types;  // types, their kinds included, and groups
  std::vector<Class> classes;
  std::vector<std::pair<std::string, std::string>> phrases;  // name → pattern
  Coordination coordination;

  const TypeMask* find_type(const std::string& name) const;
  const Class* find_class(const std::string& name) const;
  const std::string* find_phrase(const std::string& name) const;
};

// Bits of the types; Ministry is a kind of Organization.
inline constexpr std::uint32_t kPerson = 0;
inline constexpr std::uint32_t kOrganization = 1;
inline constexpr std::uint32_t kCountry = 2;
inline constexpr std::uint32_t kMinistry = 3;
inline constexpr std::uint32_t kTypeCount = 4;

// Few words, so that patterns and inputs made by chance meet: a, b, c, A, B, AB, numbers and signs.
const Language& test_language();

}  // namespace quanhe::oracle
